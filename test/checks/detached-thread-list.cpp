// leash-detached-thread: loops that walk along a list wait for nobody.
//
// RUN: %check %s leash-detached-thread -std=c++11-or-later
#include <atomic>
#include <thread>

struct Item {
  Item *Next;
};
struct Job {
  std::atomic<bool> Done;
};
void process(Item *);
void run(Job *);

void walks(Item *items) {
  for (Item *item = items; item; item = item->Next)
    std::thread(process, item).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void walksToTheEnd(Item *items) {
  while (items != nullptr) {
    std::thread(process, items).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    items = items->Next;
  }
}

// What it points to is waited for.
void count(std::atomic<int> *left);
void waits(std::atomic<int> *left) {
  std::thread(count, left).detach();
  while (*left > 0)
    std::this_thread::yield();
}
void waitsForTheJob(Job *job) {
  std::thread(run, job).detach();
  while (!job->Done)
    std::this_thread::yield();
}
