// leash-unbounded-spawn: functions that start a thread and call themselves.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14-or-later -mocks
#include <atomic>
#include <future>
#include <semaphore.h>
#include <thread>
#include <utility>
#include <vector>

struct Node {
  int Value;
  Node *Left;
  Node *Right;
};
void visit(int);
int value(Node *);
void sortAll(int *, int *);
int *split(int *, int *);

//===--- Reported ---------------------------------------------------------===//

void walk(Node *node) {
  if (!node)
    return;
  std::thread visitor(visit, node->Value);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a thread is started at each call of 'walk', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  walk(node->Left);
  walk(node->Right);
  visitor.join();
}
void letGo(Node *node) {
  if (!node)
    return;
  std::thread(visit, node->Value).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started at each call of 'letGo', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  letGo(node->Left);
  letGo(node->Right);
}
int sum(Node *node) {
  if (!node)
    return 0;
  auto left = std::async(std::launch::async, value, node->Left);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a task is started at each call of 'sum', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:15: note: it calls itself here
  int right = sum(node->Right);
  return left.get() + right;
}
void quickSort(int *from, int *to) {
  if (from == to)
    return;
  int *middle = split(from, to);
  auto left =
      std::async(std::launch::async, [from, middle] { sortAll(from, middle); });
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a task is started at each call of 'quickSort', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  quickSort(middle + 1, to);
  left.get();
}
class Crawler {
public:
  void crawl(Node *node) {
    if (!node)
      return;
    Threads.emplace_back(visit, node->Value);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started at each call of 'crawl', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE+1]]:5: note: it calls itself here
    crawl(node->Left);
    crawl(node->Right);
  }
  ~Crawler() {
    for (auto &each : Threads)
      each.join();
  }

private:
  std::vector<std::thread> Threads;
};
// The task calls the function that started it.
void spread(Node *node) {
  if (!node)
    return;
  std::thread([node] {
    visit(node->Value);
    spread(node->Left);
    spread(node->Right);
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-5]]:3: warning: a thread is started at each call of 'spread', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE-4]]:5: note: it calls itself here
}

//===--- Silent -----------------------------------------------------------===//

// One at a time.
void joinedFirst(Node *node) {
  if (!node)
    return;
  std::thread visitor(visit, node->Value);
  visitor.join();
  joinedFirst(node->Left);
  joinedFirst(node->Right);
}
int gottenFirst(Node *node) {
  if (!node)
    return 0;
  int mine = std::async(std::launch::async, value, node).get();
  return mine + gottenFirst(node->Left) + gottenFirst(node->Right);
}
// So deep, and no deeper.
void limitedDepth(Node *node, int depth) {
  if (!node)
    return;
  if (depth == 0) {
    visit(node->Value);
    return;
  }
  std::thread visitor(visit, node->Value);
  limitedDepth(node->Left, depth - 1);
  limitedDepth(node->Right, depth - 1);
  visitor.join();
}
std::atomic<int> Running{0};
void counted(Node *node) {
  if (!node)
    return;
  if (Running < 8) {
    ++Running;
    std::thread([node] {
      visit(node->Value);
      --Running;
    }).detach();
  } else {
    visit(node->Value);
  }
  counted(node->Left);
  counted(node->Right);
}
void permitted(Node *node, sem_t *slots) {
  if (!node)
    return;
  sem_wait(slots);
  std::thread([node, slots] {
    visit(node->Value);
    sem_post(slots);
  }).detach();
  permitted(node->Left, slots);
  permitted(node->Right, slots);
}
// It starts a thread, or calls itself.
void retry(Node *node) {
  if (!node->Left) {
    std::thread(visit, node->Value).detach();
    return;
  }
  retry(node->Left);
}
// It calls another one of the same name.
void other(Node *);
void other(Node *node, int) {
  std::thread(visit, node->Value).detach();
  other(node->Left);
}
// The thread starts and ends when the others are gone.
void afterwards(Node *node) {
  if (!node)
    return;
  afterwards(node->Left);
  afterwards(node->Right);
  std::thread visitor(visit, node->Value);
  visitor.join();
}
void permittedAfterwards(Node *node, sem_t *slots) {
  if (!node)
    return;
  permittedAfterwards(node->Left, slots);
  permittedAfterwards(node->Right, slots);
  sem_wait(slots);
  std::thread([node, slots] {
    visit(node->Value);
    sem_post(slots);
  }).detach();
}

//===--- Reported: the limit comes when the others have started -----------===//

void limitedTooLate(Node *node, sem_t *slots) {
  if (!node)
    return;
  std::thread(visit, node->Value).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started at each call of 'limitedTooLate', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  limitedTooLate(node->Left, slots);
  sem_wait(slots);
}
