// leash-unjoined-thread and loops: a handle that dies at the end of each turn,
// and one that lives longer than the loop.
//
// RUN: %check %s leash-unjoined-thread -std=c++11,c++17,c++23 -mocks
#include <thread>
#include <vector>

void work();
bool ready();
bool more();

//===--- A handle a turn --------------------------------------------------===//

void leftByBreak() {
  while (more()) {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+2]]:9: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE+2]]:7: note: 't' goes out of scope here
    if (ready())
      break;
    t.join();
  }
}
void leftByContinue() {
  while (more()) {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+2]]:9: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE+2]]:7: note: 't' goes out of scope here
    if (ready())
      continue;
    t.join();
  }
}
void eachTurn(int n) {
  for (int i = 0; i < n; ++i) {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
}
void eachTurnOfADo() {
  do {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  } while (more());
}
void leftByBreakOutside() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: this condition is false
  // CHECK-MESSAGES: :[[@LINE+7]]:9: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+7]]:7: note: the function returns here
  while (true) {
    if (ready()) {
      t.join();
      break;
    }
    if (more())
      return;
  }
}
void joinedInALoopThatMayNotTurn() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:10: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+5]]:1: note: 't' goes out of scope here
  while (more()) {
    t.join();
    break;
  }
}

void joinedBeforeBreak() {
  while (more()) {
    std::thread t(work);
    if (ready()) {
      t.join();
      break;
    }
    t.join();
  }
}
void joinedBeforeContinue() {
  while (more()) {
    std::thread t(work);
    if (ready()) {
      t.join();
      continue;
    }
    t.join();
  }
}
void joinedAfterTheLoop() {
  std::thread t(work);
  while (more())
    if (ready())
      break;
  t.join();
}
void neverLeaves() {
  std::thread t(work);
  while (true)
    work();
}
void leavesOnlyAfterTheJoin() {
  std::thread t(work);
  for (;;) {
    if (ready()) {
      t.join();
      return;
    }
  }
}
void joinedInADo() {
  std::thread t(work);
  do {
    t.join();
  } while (t.joinable());
}
void joinedWhileJoinable() {
  std::thread t(work);
  while (t.joinable())
    t.join();
}

void rangeFor(std::vector<int> &v) {
  for (int i : v) {
    std::thread t([i] { work(); });
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' goes out of scope here
  }
}
void rangeForJoined(std::vector<int> &v) {
  for (int i : v) {
    std::thread t([i] { work(); });
    t.join();
  }
}
int returnsFromTheLoop(std::vector<int> &v) {
  for (int i : v) {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+2]]:9: note: this condition is true
    // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the function returns here
    if (i == 0)
      return i;
    t.join();
  }
  return 0;
}
void nested() {
  while (more()) {
    std::thread t(work);
    while (ready())
      if (more())
        break;
    t.join();
  }
}
void breaksOutOfASwitch(int n) {
  while (more()) {
    std::thread t(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread 't' is not joined on every path: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+3]]:5: note: this case is taken
    // CHECK-MESSAGES: :[[@LINE+3]]:7: note: 't' goes out of scope here
    switch (n) {
    case 0:
      continue;
    default:
      break;
    }
    t.join();
  }
}

//===--- One handle for all turns -----------------------------------------===//

// Assigned over in the second turn, joined once.
void restartedInALoop() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined before it is assigned another: the assignment calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:10: note: the loop goes on
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: 't' is given another one here
  while (more())
    t = std::thread(work);
  if (t.joinable())
    t.join();
}
void joinedBeforeTheRestart() {
  std::thread t;
  while (more()) {
    if (t.joinable())
      t.join();
    t = std::thread(work);
  }
  if (t.joinable())
    t.join();
}
void joinedInTheTurn() {
  std::thread t;
  while (more()) {
    t = std::thread(work);
    t.join();
  }
}
void startedOnce() {
  std::thread t;
  bool started = false;
  while (more()) {
    if (!started) {
      t = std::thread(work);
      started = true;
    }
    work();
  }
  if (started)
    t.join();
}
void startedInALoopThatIsLeft() {
  std::thread t;
  while (more()) {
    if (ready()) {
      t = std::thread(work);
      break;
    }
  }
  if (t.joinable())
    t.join();
}
void startedInALoopNeverJoined() {
  std::thread t;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:11: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+7]]:1: note: 't' goes out of scope here
  while (more()) {
    if (ready()) {
      t = std::thread(work);
      break;
    }
  }
}
