// leash-unbounded-spawn in code that is being typed: nothing is said about a
// function that does not compile, and what does compile is still looked at.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14-or-later -mocks -expect-errors
#include <atomic>
#include <thread>
#include <vector>

void work();
void serve(int);
int nextClient();

void complete() {
  while (true)
    std::thread(serve, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

// A semicolon alone is missing: everything is known.
void missingSemicolon() {
  while (true) {
    int fd = nextClient()
    std::thread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void errorBefore() {
  undeclared(1);
  while (true)
    std::thread(serve, nextClient()).detach();
}
void errorAfter() {
  while (true)
    std::thread(serve, nextClient()).detach();
  undeclared(1);
}
void noSuchFunction() {
  while (true)
    std::thread(noSuch, nextClient()).detach();
}
void noSuchCondition() {
  while (!noSuchFlag)
    std::thread(serve, nextClient()).detach();
}
void noSuchRange() {
  for (int each : noSuchItems)
    std::thread(serve, each).detach();
}
void noSuchType() {
  while (true) {
    Missing slots;
    slots.acquire();
    std::thread(serve, nextClient()).detach();
  }
}
class Incomplete;
void incompleteRange(Incomplete &items) {
  for (int each : items)
    std::thread(serve, each).detach();
}
void errorInTheTask() {
  while (true)
    std::thread([] { serve(undeclared); }).detach();
}

// The limit may be what is being typed.
void brokenHelper() {
  slots.
}
void callsABrokenHelper() {
  while (true) {
    brokenHelper();
    std::thread(serve, nextClient()).detach();
  }
}
void brokenSpawner(int fd) {
  std::thread(serve, fd).detach();
  undeclared(fd);
}
void callsABrokenSpawner() {
  while (true)
    brokenSpawner(nextClient());
}
struct Broken : NoSuchBase {
  void run() {
    while (Running)
      std::thread(serve, nextClient()).detach();
  }
};
template <typename T> void brokenTemplate(T items) {
  for (auto each : items.)
    std::thread(serve, each).detach();
}

void completeAgain(const std::vector<int> &items) {
  for (int each : items)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

// From here on the parser is lost, and whatever it makes of the rest must not
// crash the check.
void noCondition() {
  while ()
    std::thread(work).detach();
}
void noBody() {
  for (;;)
}
void unfinishedFor() {
  for (int i = 0; i <
}
void unfinished(const std::vector<int> &items) {
  for (int each : items)
    std::thread([each] {
      while (true) {
        serve(each
