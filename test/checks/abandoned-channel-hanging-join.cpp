// A task that waits on a channel that its other end abandons is
// leash-abandoned-channel's alone; one that is asked to end and not woken is
// leash-hanging-join's alone.
//
// RUN: %check %s leash-abandoned-channel,leash-hanging-join -std=c++17-or-later

#include "Inputs/abandoned-channel.h"

#include <atomic>
#include <thread>

using Writer = grpc::ServerWriter<Event>;

void abandoned(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-9]]:19: warning: 'abandoned' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-13]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

// The flag that it sets does not end the take, either.
void consume(const Event &E);
bool readEvent(Event &E);
class Inbox {
public:
  void put(const Event &E) {
    std::lock_guard<std::mutex> Lock(Mutex);
    Items.push_back(E);
    NotEmpty.notify_one();
  }
  Event take() {
    std::unique_lock<std::mutex> Lock(Mutex);
    NotEmpty.wait(Lock, [&] { return !Items.empty(); });
    Event E = Items.front();
    Items.pop_front();
    return E;
  }

private:
  std::mutex Mutex;
  std::condition_variable NotEmpty;
  std::deque<Event> Items;
};
void stopped() {
  Inbox Events;
  std::atomic<bool> Stop{false};
  std::thread Worker([&] {
    while (!Stop)
      consume(Events.take());
  });
  Event E;
  while (readEvent(E))
    Events.put(E);
  Stop = true;
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-8]]:22: warning: 'stopped' can leave 'Events', which has no closed state: 'take' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-11]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:10: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: this waits for the task, with 'Events' still open

// Nothing of a channel.
class Poller {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  ~Poller() {
    Stop = true;
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-13]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-11]]:12: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake
