// leash-unbounded-spawn: function templates that start themselves and call
// themselves, as written and as instantiated.
//
// RUN: %check %s leash-unbounded-spawn -std=c++17
#include <algorithm>
#include <functional>
#include <future>
#include <thread>
#include <utility>
#include <vector>

template <typename T> struct Node {
  T Value;
  Node *Left;
  Node *Right;
};

//===--- Reported ---------------------------------------------------------===//

template <typename It> void address(It first, It last) {
  if (last - first < 1000)
    return;
  It middle = first + (last - first) / 2;
  auto half = std::async(std::launch::async, &address<It>, middle, last);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a task is started at each call of 'address', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  address(first, middle);
  half.get();
}
template <typename It> void name(It first, It last) {
  if (last - first < 1000)
    return;
  It middle = first + (last - first) / 2;
  auto half = std::async(name<It>, middle, last);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a task is started at each call of 'name', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  name(first, middle);
  half.get();
}
template <typename It> void explicitly(It first, It last) {
  if (first == last)
    return;
  It middle = std::find(first, last, *first);
  std::future<void> half = std::async(explicitly<It>, middle, last);
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: a task is started at each call of 'explicitly', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  explicitly<It>(first, middle);
  half.get();
}
template <typename T> void walk(Node<T> *node) {
  if (!node)
    return;
  std::thread left(walk<T>, node->Left);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a thread is started at each call of 'walk', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  walk(node->Right);
  left.join();
}
// Said once, for what is instantiated.
template <typename It> void sorts(It first, It last) {
  if (last - first < 1000)
    return;
  It middle = first + (last - first) / 2;
  auto half = std::async(std::launch::async, &sorts<It>, middle, last);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a task is started at each call of 'sorts', which calls itself, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: it calls itself here
  sorts(first, middle);
  half.get();
}
void instantiates(int *first, int *last) { sorts(first, last); }

//===--- Silent -----------------------------------------------------------===//

template <typename It> void waitsFirst(It first, It last) {
  if (last - first < 1000)
    return;
  It middle = first + (last - first) / 2;
  std::async(std::launch::async, &waitsFirst<It>, middle, last).get();
  waitsFirst(first, middle);
}
template <typename It> void getsFirst(It first, It last) {
  if (last - first < 1000)
    return;
  It middle = first + (last - first) / 2;
  auto half = std::async(std::launch::async, &getsFirst<It>, middle, last);
  half.get();
  getsFirst(first, middle);
}
void getsFirst(std::vector<int> &items) {
  getsFirst(items.begin(), items.end());
}
// So deep, and no deeper.
template <typename It> void deep(It first, It last, int depth) {
  if (depth == 0)
    return;
  It middle = first + (last - first) / 2;
  auto half = std::async(std::launch::async, &deep<It>, middle, last, depth - 1);
  deep(first, middle, depth - 1);
  half.get();
}
// What an argument has may be a limit.
template <typename It, typename Slots>
void limited(It first, It last, Slots &slots) {
  if (last - first < 1000)
    return;
  It middle = first + (last - first) / 2;
  slots.acquire();
  auto half = std::async(std::launch::async, &limited<It, Slots>, middle, last,
                         std::ref(slots));
  limited(first, middle, slots);
  half.get();
}
// A task that starts its successor is one at a time.
template <typename It> void chain(It first, It last) {
  if (first == last)
    return;
  std::thread([first, last] { chain(first + 1, last); }).detach();
}
// Another one of the same name.
template <typename It> void both(It first, It last, int);
template <typename It> void both(It first, It last) {
  if (first == last)
    return;
  auto half = std::async(std::launch::async, [first] { (void)*first; });
  both(first + 1, last, 1);
  half.get();
}
// It joins before the next one starts.
template <typename T> void afterwards(Node<T> *node) {
  if (!node)
    return;
  afterwards(node->Left);
  afterwards(node->Right);
  std::thread visitor([node] { (void)node->Value; });
  visitor.join();
}
