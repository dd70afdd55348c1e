// leash-unclosed-pool with oneTBB's task groups.
//
// REQUIRES: tbb-headers
// RUN: %check %s leash-unclosed-pool -std=c++17
#include <memory>
#include <oneapi/tbb/task_group.h>

void work();
bool busy();

void leaked() {
  auto *group = new tbb::task_group;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: task group 'group' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'group' goes out of scope here
  group->run([] { work(); });
}
void leakedOnOneWay() {
  auto *group = new tbb::task_group;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: task group 'group' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  group->run([] { work(); });
  if (busy())
    return;
  delete group;
}

void waitedFor() {
  tbb::task_group group;
  group.run([] { work(); });
  group.wait();
}
void waitedForOnTheHeap() {
  auto *group = new tbb::task_group;
  group->run([] { work(); });
  group->run_and_wait([] { work(); });
  delete group;
}
void owned() {
  auto group = std::make_unique<tbb::task_group>();
  group->run([] { work(); });
}
class Renderer {
public:
  void render() { Group.run([] { work(); }); }
  ~Renderer() { Group.wait(); }

private:
  tbb::task_group Group;
};
