// leash-endless-worker: a loop that asks for a pointer, where what it points to
// was meant.
//
// RUN: %check %s leash-endless-worker -std=c++14-or-later
#include <atomic>
#include <thread>

struct Socket {
  bool receive();
};

//===--- Reported ---------------------------------------------------------===//

static void display(bool *Running, Socket *S) {
  while (Running)
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this loop asks for the pointer 'Running', which nobody else can change, not for what it points to: it and its task run until the process ends [leash-endless-worker]
  // CHECK-MESSAGES: :[[@LINE-3]]:27: note: 'Running' is copied here
  // CHECK-MESSAGES: :[[@LINE+6]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+7]]:5: note: this join hangs
    S->receive();
}
void byParameter(Socket &S) {
  bool Running = true;
  std::thread T(display, &Running, &S);
  Running = false;
  T.join();
}
static void displayAtomic(std::atomic<bool> *Running, Socket *S) {
  while (Running)
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this loop asks for the pointer 'Running', which nobody else can change, not for what it points to: it and its task run until the process ends [leash-endless-worker]
  // CHECK-MESSAGES: :[[@LINE-3]]:46: note: 'Running' is copied here
  // CHECK-MESSAGES: :[[@LINE+6]]:15: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+7]]:5: note: this join hangs
    S->receive();
}
void byAtomic(Socket &S) {
  std::atomic<bool> Running{true};
  std::thread T(displayAtomic, &Running, &S);
  Running = false;
  T.join();
}
void byCapture(Socket &S) {
  bool Running = true;
  bool *P = &Running;
  std::thread T([P, &S] {
    while (P)
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this loop asks for the pointer 'P', which nobody else can change, not for what it points to: it and its task run until the process ends [leash-endless-worker]
    // CHECK-MESSAGES: :[[@LINE-3]]:18: note: 'P' is copied here
    // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE+4]]:5: note: this join hangs
      S.receive();
  });
  Running = false;
  T.join();
}

//===--- Silent -----------------------------------------------------------===//

static void pointsTo(std::atomic<bool> *Running, Socket *S) {
  while (*Running)
    S->receive();
}
static void isReset(bool *Running, Socket *S) {
  while (Running)
    if (!S->receive())
      Running = nullptr;
}
static void walks(bool *Each, Socket *S) {
  while (Each) {
    S->receive();
    ++Each;
  }
}
void change(bool *&);
static void isHandedOn(bool *Running, Socket *S) {
  while (Running) {
    S->receive();
    change(Running);
  }
}
static void isLeft(bool *Running, Socket *S) {
  while (Running)
    if (!S->receive())
      return;
}
static void isAskedToo(std::atomic<bool> *Running, Socket *S) {
  while (Running && *Running)
    S->receive();
}
struct Node {
  Node *Next;
};
static void noFlag(Node *N, Socket *S) {
  while (N)
    S->receive();
}
static void neverBegins(bool *Running, Socket *S) {
  while (Running)
    S->receive();
}
static bool *Global;
static void outside(Socket *S) {
  while (Global)
    S->receive();
}
void startSilent(Socket &S, Node *N) {
  std::atomic<bool> Shared{true};
  bool Running = true;
  std::thread(pointsTo, &Shared, &S).detach();
  std::thread(isReset, &Running, &S).detach();
  std::thread(walks, &Running, &S).detach();
  std::thread(isHandedOn, &Running, &S).detach();
  std::thread(isLeft, &Running, &S).detach();
  std::thread(isAskedToo, &Shared, &S).detach();
  std::thread(noFlag, N, &S).detach();
  std::thread(neverBegins, nullptr, &S).detach();
  std::thread(outside, &S).detach();
}
void captured(Socket &S) {
  bool Running = true;
  bool *P = &Running;
  std::thread T([&P, &S] {
    while (P)
      S.receive();
  });
  P = nullptr;
  T.join();
}
