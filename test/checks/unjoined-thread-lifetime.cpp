// leash-unjoined-thread and threads that live as long as the process, and
// functions that never come to their end.
//
// RUN: %check %s leash-unjoined-thread -std=c++11-or-later -mocks
#include <memory>
#include <pthread.h>
#include <thread>

extern "C" {
[[noreturn]] void _exit(int);
[[noreturn]] void abort(void);
void exit(int) __attribute__((noreturn));
int execv(const char *, char *const *);
}
void work();
bool ready();
void *body(void *);
[[noreturn]] void die();

//===--- The function never ends ------------------------------------------===//

void exits() {
  std::thread t(work);
  if (ready())
    _exit(1);
  t.join();
}
void aborts() {
  std::thread t(work);
  if (ready())
    abort();
  t.join();
}
void diesInTheEnd() {
  std::thread t(work);
  die();
}
void terminates() {
  std::thread t(work);
  std::terminate();
}
void loops() {
  std::thread t(work);
  for (;;)
    work();
}
void visiblyNeverReturns() {
  for (;;)
    work();
}
void callsIt() {
  std::thread t(work);
  visiblyNeverReturns();
}
int exitsOnFailure() {
  std::thread t(work);
  if (!ready())
    exit(1);
  t.join();
  return 0;
}

//===--- Statics ----------------------------------------------------------===//

void functionStatic() {
  static std::thread t(work);
}
void functionStaticPointer() {
  static std::thread *t = new std::thread(work);
}
void functionThreadLocal() {
  static thread_local std::thread t(work);
}
std::thread Global(work);
static std::thread InternalGlobal(work);
std::thread *GlobalPointer = new std::thread(work);
std::unique_ptr<std::thread> GlobalOwner(new std::thread(work));
struct WithStatic {
  static std::thread Thread;
  static void start() { Thread = std::thread(work); }
};
void assigned() { Global = std::thread(work); }

// Others do not.
class Ordinary {
  std::thread Thread{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
};

// Objects that live as long as the process.
class Leaked {
  std::thread Thread{work};
  Leaked() = default;
public:
  static Leaked &get() {
    static Leaked *it = new Leaked;
    return *it;
  }
};
class Static {
  std::thread Thread{work};
  Static() = default;
public:
  static Static &get() {
    static Static it;
    return it;
  }
};

//===--- It is meant ------------------------------------------------------===//

void meant() {
  std::thread t(work); // NOLINT(leash-unjoined-thread): the process ends here
}
void meantForAll() {
  std::thread t(work); // NOLINT
}
void meantOnTheLineBefore() {
  // NOLINTNEXTLINE(leash-unjoined-thread)
  std::thread t(work);
}
class Meant {
  std::thread Thread; // NOLINT(leash-unjoined-thread)
public:
  void start() { Thread = std::thread(work); }
};
void meantMaybeUnused() {
  __attribute__((unused)) std::thread t(work); // NOLINT(leash-unjoined-thread)
}

//===--- main -------------------------------------------------------------===//

// The stack of a pthread ends with the process, std::thread ends the process.
int main(int argc, char **) {
  pthread_t t;
  pthread_create(&t, nullptr, body, nullptr);
  pthread_t ts[4];
  for (int i = 0; i < 4; ++i)
    pthread_create(&ts[i], nullptr, body, nullptr);
  auto *p = new std::thread(work);
  std::thread u(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'u' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (argc > 1)
    return 1;
  u.join();
}
