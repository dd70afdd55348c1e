// leash-detached-thread in code that is being typed: nothing is said about a
// function that does not compile, and what does compile is still looked at.
//
// RUN: %check %s leash-detached-thread -std=c++11-or-later -mocks -expect-errors
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

void work();
std::atomic<bool> Stop;

void complete() {
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void noSuchFunction() {
  std::thread t(noSuch);
  t.detach();
}
void noSuchArgument() {
  std::thread(work, noSuch).detach();
}
void noSuchType() {
  Missing m;
  std::thread([&m] { m.run(); }).detach();
}
void noSuchMember() {
  std::thread t(work);
  t.disconnect();
  t.detach();
}
void errorElsewhere() {
  std::thread(work).detach();
  undeclared(1);
}
void errorInBody() {
  std::thread([] { while (!undeclared) work(); }).detach();
}
void errorInCondition() {
  std::thread([] { while (Stop.lo()) work(); }).detach();
}
void wrongCount() {
  std::thread(work).detach(1);
}
void redeclared(std::thread t, std::thread t) { t.detach(); }

class Incomplete;
void incomplete(Incomplete &i) {
  std::thread([&i] { i.run(); }).detach();
}
void incompleteThread(std::vector<Incomplete> &v) {
  for (auto &t : v)
    t.detach();
}

struct Broken : NoSuchBase {
  void start() { std::thread([this] { while (!Done) run(); }).detach(); }
  void run();
};
struct BrokenMember {
  NoSuch Value;
  std::thread Thread;
  void start() { Thread = std::thread([this] { Value.run(); }); }
  void stop() { Thread.detach(); }
};

void completeAgain() {
  std::thread t(work);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
}

// From here on the parser is lost, and whatever it makes of the rest must not
// crash the check.
void missingOperand() {
  std::thread(work).
}
void missingArguments() {
  std::thread(
}
void missingParenthesis() {
  std::thread([] { work(); }.detach();
}
void emptyNew() {
  new std::thread(;
}
template <typename T> void broken(T t) {
  std::thread(t, ).detach();
}
template <typename T> void brokenBody(T t) {
  std::thread([t] { t.; }).detach();
}

void unfinished() {
  std::thread t([] {
    while (true) {
      t.detach();
