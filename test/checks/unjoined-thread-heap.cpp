// leash-unjoined-thread and handles on the heap.
//
// RUN: %check %s leash-unjoined-thread -std=c++14-or-later -mocks
#include <memory>
#include <thread>
#include <utility>

void work();
bool ready();
void sinkPointer(std::thread *);
void sinkOwner(std::unique_ptr<std::thread>);
extern std::thread *Global;

//===--- Raw pointers -----------------------------------------------------===//

void newAndForgotten() {
  std::thread *t = new std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread 't' is never joined: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void newAutoAndForgotten() {
  auto *t = new std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: thread 't' is never joined: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void newAndForgottenOnAPath() {
  std::thread *t = new std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread 't' is not joined on every path: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t->join();
  delete t;
}
void newAndOnlyDeleted() {
  std::thread *t = new std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it is destroyed here
  delete t;
}
void newAndJoined() {
  std::thread *t = new std::thread(work);
  t->join();
  delete t;
}
void newAndJoinedByStar() {
  auto *t = new std::thread(work);
  (*t).join();
  delete t;
}
void newIfReady() {
  std::thread *t = nullptr;
  if (ready())
    t = new std::thread(work);
  work();
  if (t) {
    t->join();
    delete t;
  }
}
void newIfReadyComparedWithNull() {
  std::thread *t = nullptr;
  if (ready())
    t = new std::thread(work);
  if (t == nullptr)
    return;
  t->join();
  delete t;
}
std::thread *newAndReturned() {
  std::thread *t = new std::thread(work);
  return t;
}
void newAndHandedOn() {
  std::thread *t = new std::thread(work);
  sinkPointer(t);
}
void newAndKept() {
  std::thread *t = new std::thread(work);
  Global = t;
}
void newAndCopied() {
  std::thread *t = new std::thread(work);
  std::thread *u = t;
  u->join();
  delete u;
}
void newAndOwned() {
  std::thread *t = new std::thread(work);
  sinkOwner(std::unique_ptr<std::thread>(t));
}
void newAndMovedOut() {
  std::thread *t = new std::thread(work);
  std::thread u = std::move(*t);
  delete t;
  u.join();
}
void newNeverStarted() {
  std::thread *t = new std::thread;
  delete t;
}

//===--- Smart pointers ---------------------------------------------------===//

void owned() {
  std::unique_ptr<std::thread> t(new std::thread(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void ownedByMake() {
  auto t = std::make_unique<std::thread>(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void ownedOnAPath() {
  auto t = std::make_unique<std::thread>(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return;
  t->join();
}
void ownedAndReset() {
  auto t = std::make_unique<std::thread>(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it is destroyed here
  t.reset();
}
void shared() {
  auto t = std::make_shared<std::thread>(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}

void ownedAndJoined() {
  auto t = std::make_unique<std::thread>(work);
  t->join();
}
void ownedAndJoinedByStar() {
  std::unique_ptr<std::thread> t(new std::thread(work));
  (*t).join();
}
void ownedAndJoinedByGet() {
  std::unique_ptr<std::thread> t(new std::thread(work));
  t.get()->join();
}
void assignedOwner() {
  std::unique_ptr<std::thread> t;
  t = std::unique_ptr<std::thread>(new std::thread(work));
  t->join();
}
void ownedIfThere() {
  std::unique_ptr<std::thread> t;
  if (ready())
    t = std::make_unique<std::thread>(work);
  if (t)
    t->join();
}
void ownedIfThereAndJoinable() {
  std::unique_ptr<std::thread> t;
  if (ready())
    t.reset(new std::thread(work));
  if (t && t->joinable())
    t->join();
}
void ownedAndReleased() {
  auto t = std::make_unique<std::thread>(work);
  sinkPointer(t.release());
}
std::unique_ptr<std::thread> ownedAndReturned() {
  auto t = std::make_unique<std::thread>(work);
  return t;
}
void ownedAndMoved() {
  auto t = std::make_unique<std::thread>(work);
  sinkOwner(std::move(t));
}
struct Joins {
  void operator()(std::thread *t) const {
    t->join();
    delete t;
  }
};
void joiningDeleter() {
  std::unique_ptr<std::thread, Joins> t(new std::thread(work));
}
void joiningDeleterLambda() {
  std::shared_ptr<std::thread> t(new std::thread(work), [](std::thread *t) {
    t->join();
    delete t;
  });
}
std::shared_ptr<std::thread> sharedAndReturned() {
  auto t = std::make_shared<std::thread>(work);
  return t;
}
void sharedAndCaptured() {
  auto t = std::make_shared<std::thread>(work);
  auto later = [t] { t->join(); };
  later();
}
