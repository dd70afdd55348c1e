// A file in the middle of being typed: silent on functions that do not compile,
// awake on the others, and no crash.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -expect-errors -- -- -Wno-unused

#include <future>

int work();
bool more();

void whole() {
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
void undeclaredCall() {
  std::async(work);
  undeclared();
}
void undeclaredTask() { std::async(undeclared); }
void undeclaredInLambda() {
  auto L = [] { undeclared(); };
  std::async(work);
}
void wrongArguments() {
  std::async();
  std::async(1, 2, 3);
  std::async(std::launch::async);
}
void unknownRange() {
  for (auto I : unknown)
    std::async(work);
}
void wholeVariable() {
  auto Unused = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}

std::future<Unknown> unknownResult();
std::future<int> unknownParameter(Unknown U);
struct Incomplete;
std::future<Incomplete> incomplete();
Unknown unknownReturn() { return std::async(work); }
std::future<int> broken() {
  undeclared();
  return std::async(work);
}
void calls() {
  unknownResult();
  unknownParameter(1);
  unknownReturn();
}
struct Derived : Unknown {
  std::future<int> start() { return std::async(work); }
};
struct Members {
  Unknown U;
  std::future<int> F = std::async(undeclared);
  Members() : F(std::async(work)), Nothing(1) {}
};
template <typename T> void halfTemplate(T Task) {
  std::async(Task);
  undeclared(1);
}
void overwrites() {
  std::future<int> F;
  for (int I = 0; I < unknown; ++I)
    F = std::async(work);
}
void wholeLoop() {
  std::future<int> F;
  while (more())
    F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
// A semicolon alone is missing: everything is known.
void typing() {
  std::async(work)
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
void typingMember() { std::async(work). }
void unclosed() {
  std::async(work
