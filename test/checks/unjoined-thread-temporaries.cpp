// leash-unjoined-thread: threads without a name.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks
#include <thread>

void work();
void workOn(int);
bool ready();
std::thread elsewhere();
void sink(std::thread);

//===--- Temporaries ------------------------------------------------------===//

void temporary() {
  std::thread(workOn, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void temporaryWithBraces() {
  std::thread{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void temporaryWithALambda() {
  std::thread([] { work(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void temporaryInVoid() {
  (void)std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void temporaryThatIsAsked() {
  std::thread(work).get_id();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void temporaryInAComma() {
  std::thread{work}, work();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void temporaryInAnArm() {
  ready() ? (void)std::thread(work) : work();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void temporaryInABranch() {
  if (ready())
    std::thread{work};
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}
void temporaryBoundForACall() {
  const bool joinable = std::thread(work).joinable();
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: this thread is never joined: its destructor calls std::terminate [leash-unjoined-thread]
}

void temporaryJoined() {
  std::thread(work).join();
  std::thread{work}.join();
}
void temporaryLetGo() { std::thread(work).detach(); }
void temporaryHandedOn() {
  sink(std::thread(work));
}
std::thread temporaryReturned() { return std::thread(work); }
auto temporaryFromALambda = [] { return std::thread(work); };
void temporaryNeverStarted() {
  std::thread();
  std::thread{};
}
void temporaryFromElsewhere() {
  elsewhere().join();
  sink(elsewhere());
}
void temporaryBound() {
  std::thread &&t = std::thread(work);
  t.join();
}
// No temporary, but a variable called 'work' that never starts.
void declaration() {
  std::thread(work);
}
