// leash-unbounded-spawn with rows of the user's own: threads, handlers,
// functions that repeat others, permits, arrays.
//
// RUN: %check %s leash-unbounded-spawn -std=c++11-or-later -mocks -- "--config={CheckOptions: [{key: leash-unbounded-spawn.ApiFiles, value: %S/Inputs/unbounded-spawn-project.yaml}]}"
// RUN: %check %s leash-unbounded-spawn -std=c++11,c++20 -mocks -- "--config={CheckOptions: [{key: ApiFiles, value: %S/Inputs/unbounded-spawn-project.yaml}]}"
// RUN: %check %s leash-unbounded-spawn -std=c++11,c++20 -mocks -check-suffix=NONE
#include <functional>
#include <thread>

namespace project {
struct Event {
  int Number;
};
class Worker {
public:
  explicit Worker(std::function<void()> Body);
  void wait();
  void letGo();
};
class Bus {
public:
  void subscribe(const char *Topic, std::function<void(const Event &)> Handler);
};
class Plugin {
public:
  virtual ~Plugin();
  virtual void onEvent(const Event &);
};
class Gate {
public:
  void enter();
  void leave();
};
template <typename T> class Table {
public:
  T *begin();
  T *end();
  unsigned long size() const;
};
template <typename T> class Stream {
public:
  T *begin();
  T *end();
  unsigned long size() const;
};
template <typename R, typename F> void visit(R &Range, F) { Range.size(); }
} // namespace project

void work();
void serve(int);

void ownThreads(project::Stream<int> &stream) {
  while (true)
    project::Worker([] { work(); }).letGo();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void ownThreadsJoined() {
  while (true)
    project::Worker([] { work(); }).wait();
}
void subscribes(project::Bus &bus) {
  bus.subscribe("orders", [](const project::Event &event) {
    int n = event.Number;
    std::thread(serve, n).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each event on the bus, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:7: note: the function is registered here
  });
  bus.subscribe("answers", [](const project::Event &event) {
    std::thread answer(serve, event.Number);
    answer.join();
  });
}
class Audit : public project::Plugin {
public:
  void onEvent(const project::Event &event) override {
    std::thread(serve, event.Number).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each event of a plugin, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:8: note: this method runs once for each event of a plugin
  }
};
void gate(project::Gate &gate, project::Bus &bus) {
  bus.subscribe("jobs", [&gate](const project::Event &event) {
    gate.enter();
    std::thread([&gate, event] {
      serve(event.Number);
      gate.leave();
    }).detach();
  });
  for (;;) {
    std::thread([&gate] {
      gate.enter();
      work();
      gate.leave();
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-5]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-6]]:12: note: the task acquires 'gate' only once it runs, which is too late to limit how many start
    // CHECK-MESSAGES-NONE: :[[@LINE-8]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES-NONE: :[[@LINE-10]]:3: note: the loop is here
  }
}
void repeated(project::Stream<int> &stream, project::Table<int> &table) {
  project::visit(stream, [](int each) {
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'stream' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:12: note: the loop is here
  });
  project::visit(table, [](int each) { std::thread(serve, each).detach(); });
  // Without its row, a table is a container like any other.
  for (int each : table)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES-NONE: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'table' [leash-unbounded-spawn]
    // CHECK-MESSAGES-NONE: :[[@LINE-3]]:3: note: the loop is here
}
