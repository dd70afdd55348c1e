// The contract in one page: each way in which a future dies at once, and the
// ways to keep it. The other tests of the same stem take one topic each.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -hosts=tidy,leash-tidy

#include <future>
#include <tuple>
#include <vector>

int work();
void log();
bool more();

void expressions() {
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(std::launch::async, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  (void)std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  static_cast<void>(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::ignore = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(work), log();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

void variable() {
  log();
  auto Unused = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

void loop() {
  std::future<int> Last;
  while (more())
    Last = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}

std::future<int> start() {
  log();
  return std::async(work);
}
std::future<int> startElsewhere();

void makers() {
  start();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-7]]:10: note: the future is made here
  startElsewhere();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'startElsewhere' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
}

// Kept, waited for, chained, returned, passed on.
struct Owner {
  std::future<int> Kept;
  void keep() { Kept = std::async(work); }
};
void take(std::future<int> Taken);
std::future<int> silent(std::vector<std::future<int>> &All) {
  std::async(work).get();
  std::async(work).wait();
  take(std::async(work));
  All.push_back(std::async(work));
  auto Waited = std::async(work);
  log();
  Waited.get();
  for (std::future<int> &One : All)
    One = std::async(work);
  return std::async(work);
}
