// leash-detached-thread with rows of the user's own.
//
// RUN: %check %s leash-detached-thread -std=c++11-or-later -mocks -- "--config={CheckOptions: [{key: leash-detached-thread.ApiFiles, value: %S/Inputs/detached-thread-project.yaml}]}"
// RUN: %check %s leash-detached-thread -std=c++11,c++20 -mocks -- "--config={CheckOptions: [{key: ApiFiles, value: %S/Inputs/detached-thread-project.yaml}]}"
// RUN: %check %s leash-detached-thread -std=c++11,c++20 -mocks -check-suffix=NONE
#include <functional>
#include <thread>

namespace project {
class Thread {
public:
  template <typename F, typename... A> explicit Thread(F &&, A &&...) {}
  void letGo();
  void finish();
};
class Context {
public:
  int number() const;
};
class WaitGroup {
public:
  void done();
  void wait();
};
int shouldStop(int);
void checkStop();
void fireAndForget(std::function<void()> f);
void alsoForget(std::function<void()> f);
} // namespace project

struct project_thread;
project_thread *project_thread_start(void (*)(void *), void *);
void project_thread_forget(project_thread *);

void work();
void body(void *);
void elsewhere(project::Context &);

void letsGo() {
  project::Thread t(work);
  t.letGo();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:19: note: the thread starts here
  project::Thread([] { work(); }).letGo();
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  project_thread_forget(project_thread_start(body, nullptr));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  new project::Thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nobody keeps the pointer to this new thread: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void finishes() {
  project::Thread t(work);
  t.finish();
}

void cancellable(project::Context &context) {
  project::Thread([] { while (!project::shouldStop(1)) work(); }).letGo();
  project::Thread([] { for (;;) { project::checkStop(); work(); } }).letGo();
  project::Thread(elsewhere, std::ref(context)).letGo();
}
// The rows add to what is built in.
void stdThread(project::Context &context) {
  std::thread([] { for (;;) { project::checkStop(); work(); } }).detach();
  // CHECK-MESSAGES-NONE: :[[@LINE-1]]:66: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread(elsewhere, std::ref(context)).detach();
  // CHECK-MESSAGES-NONE: :[[@LINE-1]]:45: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES-NONE: :[[@LINE-2]]:21: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void coordinated() {
  project::WaitGroup group;
  project::Thread([&group] { work(); group.done(); }).letGo();
  group.wait();
}
void notCoordinated() {
  project::WaitGroup group;
  project::Thread([&group] { work(); group.done(); }).letGo();
  // CHECK-MESSAGES: :[[@LINE-1]]:55: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:21: note: its task refers to 'group', which dangles once 'notCoordinated' returns
}

// The accepted wrapper may let go; its twin may not.
void project::fireAndForget(std::function<void()> f) {
  std::thread(std::move(f)).detach();
  // CHECK-MESSAGES-NONE: :[[@LINE-1]]:29: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void project::alsoForget(std::function<void()> f) {
  std::thread(std::move(f)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES-NONE: :[[@LINE-2]]:29: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void callers() {
  project::fireAndForget(work);
  project::fireAndForget([] { work(); });
}
