// leash-unjoined-thread and handles that move: to another local, by swap, by
// assignment, to somebody else.
//
// RUN: %check %s leash-unjoined-thread -std=c++11,c++17,c++23 -mocks
#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();
void sink(std::thread);
void sinkReference(std::thread &&);
void borrow(std::thread &);
void borrowPointer(std::thread *);
extern std::thread Global;

//===--- To another local -------------------------------------------------===//

void movedAndForgotten() {
  std::thread t(work);
  std::thread u = std::move(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'u' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'u' goes out of scope here
}
void moveAssignedAndForgotten() {
  std::thread t(work);
  std::thread u;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'u' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'u' goes out of scope here
  u = std::move(t);
}
void movedOnOnePath() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  if (ready())
    sink(std::move(t));
}
void movedAndJoined() {
  std::thread t(work);
  std::thread u = std::move(t);
  u.join();
}
void moveAssignedAndJoined() {
  std::thread t(work), u;
  u = std::move(t);
  u.join();
}
void movedThereAndBack() {
  std::thread t(work);
  std::thread u(std::move(t));
  t = std::move(u);
  t.join();
}
void movedByCast() {
  std::thread t(work);
  std::thread u = static_cast<std::thread &&>(t);
  u.join();
}

//===--- By swap ----------------------------------------------------------===//

void swappedAndForgotten() {
  std::thread t(work);
  std::thread u;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 'u' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'u' goes out of scope here
  u.swap(t);
}
void swappedAndJoined() {
  std::thread t(work), u;
  u.swap(t);
  u.join();
}
void swappedByFunction() {
  std::thread t(work), u;
  std::swap(t, u);
  u.join();
}
void swappedByUsing() {
  using std::swap;
  std::thread t(work), u;
  swap(t, u);
  u.join();
}
void swappedTwoThatRun() {
  std::thread t(work), u(work);
  t.swap(u);
  t.join();
  u.join();
}
void exchangedAndJoined() {
  std::thread t(work);
  std::thread u = std::exchange(t, std::thread());
  u.join();
}

//===--- To somebody else -------------------------------------------------===//

void byValue() {
  std::thread t(work);
  sink(std::move(t));
}
void byRvalueReference() {
  std::thread t(work);
  sinkReference(std::move(t));
}
void byReference() {
  std::thread t(work);
  borrow(t);
}
void byPointer() {
  std::thread t(work);
  borrowPointer(&t);
}
void byWrapper() {
  std::thread t(work);
  auto later = std::bind(borrow, std::ref(t));
  later();
}
void toAGlobal() {
  std::thread t(work);
  Global = std::move(t);
}
void swappedWithAGlobal() {
  std::thread t(work);
  t.swap(Global);
}
std::thread returned() {
  std::thread t(work);
  return t;
}
std::thread returnedByMove() {
  std::thread t(work);
  return std::move(t);
}
std::pair<std::thread, int> returnedInAPair() {
  std::thread t(work);
  return {std::move(t), 1};
}
struct Running {
  std::thread Thread;
  int Number;
};
void stop(Running &r) { r.Thread.join(); }
Running returnedInAStruct() {
  std::thread t(work);
  return Running{std::move(t), 1};
}
void toAParameter(std::thread &out) {
  std::thread t(work);
  out = std::move(t);
}
void toAField(Running &out) {
  std::thread t(work);
  out.Thread = std::move(t);
}
void intoAContainerOfTheCaller(std::vector<std::thread> &out) {
  std::thread t(work);
  out.push_back(std::move(t));
}
std::unique_ptr<std::thread> intoASmartPointer() {
  std::thread t(work);
  return std::unique_ptr<std::thread>(new std::thread(std::move(t)));
}
void onEachPath() {
  std::thread t(work);
  if (ready())
    sink(std::move(t));
  else
    t.join();
}
void boundToAReference() {
  std::thread t(work);
  std::thread &r = t;
  r.join();
}
void boundToAPointer() {
  std::thread t(work);
  std::thread *p = &t;
  p->join();
}
void boundToAnRvalueReference() {
  std::thread &&r = std::thread(work);
  r.join();
}
void boundToAReferenceAndForgotten() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  std::thread &r = t;
  r.get_id();
}

//===--- Assigned over ----------------------------------------------------===//

void assignedOver() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined before it is assigned another: the assignment calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' is given another one here
  t = std::thread(work);
  t.join();
}
void assignedOverOnOnePath() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined before it is assigned another: the assignment calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: 't' is given another one here
  if (ready())
    t = std::thread(work);
  t.join();
}
void assignedEmpty() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined before it is assigned another: the assignment calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' is given another one here
  t = std::thread();
}
void assignedBraces() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined before it is assigned another: the assignment calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' is given another one here
  t = {};
}
void movedOver() {
  std::thread t(work), u(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined before it is assigned another: the assignment calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' is given another one here
  t = std::move(u);
  t.join();
}
void restarted() {
  std::thread t(work);
  t.join();
  t = std::thread(work);
  t.join();
}
void restartedAndForgotten() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  t.join();
  t = std::thread(work);
}
void restartedAfterDetach() {
  std::thread t(work);
  t.detach();
  t = std::thread(work);
  t.join();
}
void restartedAfterMove() {
  std::thread t(work);
  sink(std::move(t));
  t = std::thread(work);
  t.join();
}
void restartedIfJoinable() {
  std::thread t(work);
  if (t.joinable())
    t.join();
  t = std::thread(work);
  t.join();
}
void restartedIfNotJoinable() {
  std::thread t(work);
  if (!t.joinable())
    t = std::thread(work);
  t.join();
}
