// leash-unjoined-thread and pthreads in C++: locals, members, wrappers.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks
#include <pthread.h>
#include <thread>
#include <vector>

void *work(void *);
bool ready();
void elsewhere(pthread_t);

//===--- Reported ---------------------------------------------------------===//

void forgotten() {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  pthread_create(&t, nullptr, work, nullptr);
}
bool leftEarly() {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the function returns here
  if (pthread_create(&t, nullptr, work, nullptr) != 0)
    return false;
  if (ready())
    return false;
  return pthread_join(t, nullptr) == 0;
}
class Unjoined {
  pthread_t Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread member 'Thread' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:12: note: the thread starts here
public:
  bool start() {
    return pthread_create(&Thread, nullptr, work, this) == 0;
  }
  ~Unjoined() {}
};
class OnlyCancelled {
  pthread_t Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread member 'Thread' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:21: note: the thread starts here
public:
  OnlyCancelled() { pthread_create(&Thread, nullptr, work, this); }
  ~OnlyCancelled() { pthread_cancel(Thread); }
};
void vectorForgotten() {
  std::vector<pthread_t> ts(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: threads of 'ts' are never joined: their stacks and statuses stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (auto &t : ts)
    pthread_create(&t, nullptr, work, nullptr);
}
void vectorPushed() {
  std::vector<pthread_t> ts;
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: threads of 'ts' are never joined: their stacks and statuses stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:1: note: 'ts' goes out of scope here
  pthread_t t;
  if (pthread_create(&t, nullptr, work, nullptr) == 0)
    ts.push_back(t);
}

//===--- Silent -----------------------------------------------------------===//

void joined() {
  pthread_t t;
  if (pthread_create(&t, nullptr, work, nullptr) != 0)
    return;
  pthread_join(t, nullptr);
}
class Joined {
  pthread_t Thread;
public:
  Joined() { pthread_create(&Thread, nullptr, work, this); }
  ~Joined() { pthread_join(Thread, nullptr); }
};
class JoinedIfStarted {
  pthread_t Thread;
  bool Started = false;
public:
  void start() {
    Started = pthread_create(&Thread, nullptr, work, this) == 0;
  }
  void stop() {
    if (Started)
      pthread_join(Thread, nullptr);
    Started = false;
  }
  ~JoinedIfStarted() { stop(); }
};
class LetGo {
  pthread_t Thread;
public:
  void start() {
    pthread_create(&Thread, nullptr, work, this);
    pthread_detach(Thread);
  }
};
class HandedOut {
  pthread_t Thread;
public:
  void start() { pthread_create(&Thread, nullptr, work, this); }
  pthread_t id() const { return Thread; }
};
class HandedOn {
  pthread_t Thread;
public:
  void start() { pthread_create(&Thread, nullptr, work, this); }
  void stop() { elsewhere(Thread); }
};
class JoinedElsewhere {
  pthread_t Thread;
public:
  void start() { pthread_create(&Thread, nullptr, work, this); }
  void stop();
};
class JoinedByPointer {
  pthread_t *Thread = new pthread_t;
public:
  void start() { pthread_create(Thread, nullptr, work, this); }
  ~JoinedByPointer() {
    pthread_join(*Thread, nullptr);
    delete Thread;
  }
};
void vectorJoined() {
  std::vector<pthread_t> ts(4);
  for (auto &t : ts)
    pthread_create(&t, nullptr, work, nullptr);
  for (auto t : ts)
    pthread_join(t, nullptr);
}
void nativeHandle() {
  std::thread t(work, nullptr);
  pthread_join(t.native_handle(), nullptr);
  t.detach();
}
