// leash-unjoined-thread with rows of the user's own.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks -- "--config={CheckOptions: [{key: leash-unjoined-thread.ApiFiles, value: %S/Inputs/unjoined-thread-project.yaml}]}"
// RUN: %check %s leash-unjoined-thread -std=c++11,c++20 -mocks -- "--config={CheckOptions: [{key: ApiFiles, value: %S/Inputs/unjoined-thread-project.yaml}]}"
// RUN: %check %s leash-unjoined-thread -std=c++11,c++20 -mocks -check-suffix=NONE

namespace project {
class Thread {
public:
  Thread();
  template <typename F, typename... A> explicit Thread(F &&, A &&...) {}
  Thread(Thread &&);
  Thread &operator=(Thread &&);
  ~Thread();
  void finish();
  void letGo();
  const char *name() const;
  bool runs() const;
};
class Fiber {
public:
  explicit Fiber(void (*)());
  ~Fiber();
  void finish();
};
} // namespace project
struct project_thread {
  unsigned long id;
};
int project_start(project_thread *, void (*)());
void project_finish(project_thread);
const char *project_name(project_thread);

void work();
bool ready();

//===--- Reported ---------------------------------------------------------===//

void forgotten() {
  project::Thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void onlyLookedAt() {
  project::Thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  t.name();
}
void earlyReturn() {
  project::Thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t.finish();
}
void ofC() {
  project_thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  project_start(&t, work);
  project_name(t);
}
bool ofCAfterTheCheck() {
  project_thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the function returns here
  if (project_start(&t, work) != 1)
    return false;
  return true;
}
class Member {
  project::Thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = project::Thread(work); }
};

//===--- Silent -----------------------------------------------------------===//

void finished() {
  project::Thread t(work);
  t.finish();
}
void finishedIfItRuns() {
  project::Thread t(work);
  if (t.runs())
    t.finish();
}
void letGo() {
  project::Thread t(work);
  t.letGo();
}
void joinsByItself() { project::Fiber f(work); }
int ofCFinished() {
  project_thread t;
  if (project_start(&t, work) != 1)
    return -1;
  project_finish(t);
  return 0;
}
class FinishedMember {
  project::Thread Thread;
public:
  void start() { Thread = project::Thread(work); }
  ~FinishedMember() { Thread.finish(); }
};
