// leash-abandoned-channel with std::jthread, stop tokens, semaphores and
// waiting on atomics.
//
// RUN: %check %s leash-abandoned-channel -std=c++20-or-later

#include "Inputs/abandoned-channel.h"

#include <atomic>
#include <semaphore>
#include <stop_token>
#include <thread>

using Writer = grpc::ServerWriter<Event>;

// The destructor joins.
void joins(Writer *Client) {
  Channel<Event> Events(16);
  std::jthread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}
// CHECK-MESSAGES: :[[@LINE-8]]:19: warning: 'joins' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:16: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-6]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:7: note: this return leaves 'Events' open

// It requests a stop first, of which a put on a plain condition variable knows
// nothing.
void tokenOutsideOfPut(Writer *Client) {
  Channel<Event> Events(16);
  std::jthread Generator([&](std::stop_token Token) {
    Event E;
    while (!Token.stop_requested() && makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}
// CHECK-MESSAGES: :[[@LINE-7]]:14: warning: 'tokenOutsideOfPut' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-11]]:16: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-6]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:7: note: this return leaves 'Events' open

// A put that watches the token ends.
class Stoppable {
public:
  bool put(std::stop_token Token, const Event &E) {
    std::unique_lock Lock(Mutex);
    if (!Changed.wait(Lock, Token, [&] { return Items.size() < 16; }))
      return false;
    Items.push_back(E);
    Changed.notify_all();
    return true;
  }
  std::optional<Event> take() {
    std::unique_lock Lock(Mutex);
    Changed.wait(Lock, [&] { return Closed || !Items.empty(); });
    if (Items.empty())
      return std::nullopt;
    Event E = Items.front();
    Items.pop_front();
    Changed.notify_all();
    return E;
  }
  void close() {
    std::scoped_lock Lock(Mutex);
    Closed = true;
    Changed.notify_all();
  }

private:
  std::mutex Mutex;
  std::condition_variable_any Changed;
  std::deque<Event> Items;
  bool Closed = false;
};
void tokenInPut(Writer *Client) {
  Stoppable Events;
  std::jthread Generator([&](std::stop_token Token) {
    Event E;
    while (makeEvent(E))
      if (!Events.put(Token, E))
        return;
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}

// Bounded by semaphores.
class Ring {
public:
  void put(const Event &E) {
    Free.acquire();
    {
      std::scoped_lock Lock(Mutex);
      Items.push_back(E);
    }
    Used.release();
  }
  Event take() {
    Used.acquire();
    std::scoped_lock Lock(Mutex);
    Event E = Items.front();
    Items.pop_front();
    Free.release();
    return E;
  }
  void open() { Free.release(1000); }

private:
  std::counting_semaphore<2000> Free{16}, Used{0};
  std::mutex Mutex;
  std::deque<Event> Items;
};
void semaphores(Writer *Client) {
  Ring Events;
  std::jthread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
  });
  while (Client->Write(Events.take())) {
  }
}
// CHECK-MESSAGES: :[[@LINE-5]]:14: warning: 'semaphores' can leave 'Events', which has no closed state: 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-9]]:16: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-4]]:1: note: the function ends here and leaves 'Events' open
void semaphoresReleased(Writer *Client) {
  Ring Events;
  std::jthread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
  });
  while (Client->Write(Events.take())) {
  }
  Events.open();
}

// A slot that is waited for through an atomic.
class Slot {
public:
  void put(int Value) {
    Full.wait(true);
    Item = Value;
    Full = true;
    Full.notify_all();
  }
  int take() {
    Full.wait(false);
    int Result = Item;
    Full = false;
    Full.notify_all();
    return Result;
  }

private:
  std::atomic<bool> Full{false};
  int Item = 0;
};
bool show(int Value, int Where);
void slots(int Where) {
  Slot Values;
  std::jthread Counter([&] {
    for (int I = 0; I < Where; ++I)
      Values.put(I);
  });
  while (show(Values.take(), Where)) {
  }
}
// CHECK-MESSAGES: :[[@LINE-5]]:14: warning: 'slots' can leave 'Values', which has no closed state: 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-8]]:16: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-4]]:1: note: the function ends here and leaves 'Values' open
void slotsEmptied(int Where) {
  Slot Values;
  std::jthread Counter([&] {
    for (int I = 1; I < Where; ++I)
      Values.put(I);
    Values.put(0);
  });
  while (int Value = Values.take())
    show(Value, Where);
}
