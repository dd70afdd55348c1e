// leash-abandoned-channel: what counts as an answer of the other end, and what
// does not; destructors that close in time, and too late.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-abandoned-channel -std=c++17

#include "Inputs/abandoned-channel.h"

#include <atomic>
#include <boost/fiber/buffered_channel.hpp>
#include <chrono>
#include <future>
#include <thread>

using Writer = grpc::ServerWriter<Event>;

/// A channel whose take() gives up after a while.
class Patient {
public:
  void put(const Event &E) {
    std::unique_lock<std::mutex> Lock(Mutex);
    NotFull.wait(Lock, [&] { return Closed || Items.size() < 16; });
    Items.push_back(E);
    NotEmpty.notify_one();
  }
  std::optional<Event> take_for(std::chrono::milliseconds Limit) {
    std::unique_lock<std::mutex> Lock(Mutex);
    if (!NotEmpty.wait_for(Lock, Limit,
                           [&] { return Closed || !Items.empty(); }) ||
        Items.empty())
      return std::nullopt;
    Event E = Items.front();
    Items.pop_front();
    NotFull.notify_one();
    return E;
  }
  bool take_for(Event &E, std::chrono::milliseconds Limit) {
    auto Taken = take_for(Limit);
    if (!Taken)
      return false;
    E = *Taken;
    return true;
  }
  void close() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Closed = true;
    NotFull.notify_all();
    NotEmpty.notify_all();
  }

private:
  std::mutex Mutex;
  std::condition_variable NotFull, NotEmpty;
  std::deque<Event> Items;
  bool Closed = false;
};
constexpr std::chrono::milliseconds Limit(100);

// A value came in time, and was not to be sent.
void timedAndSent(Writer *Client) {
  Patient Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  for (;;) {
    auto E = Events.take_for(Limit);
    if (!E)
      continue;
    if (!Client->Write(*E))
      break;
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-12]]:14: warning: 'timedAndSent' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-16]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: this waits for the task, with 'Events' still open

void timedInCondition(Writer *Client) {
  Patient Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take_for(Limit))
    if (!Client->Write(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-8]]:14: warning: 'timedInCondition' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

void timedOnBranch(Writer *Client) {
  Patient Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  for (;;) {
    Event E;
    if (Events.take_for(E, Limit)) {
      if (!Client->Write(E))
        break;
    }
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-12]]:14: warning: 'timedOnBranch' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-16]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-10]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: this waits for the task, with 'Events' still open

// Nothing to do with the take's answer, though nothing came just then.
void timedAndCancelled(grpc::ServerContext *Context, Writer *Client) {
  Patient Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  for (;;) {
    auto E = Events.take_for(Limit);
    if (E) {
      Client->Write(*E);
    } else if (Context->IsCancelled()) {
      break;
    }
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-13]]:14: warning: 'timedAndCancelled' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-17]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:3: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-11]]:9: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-10]]:16: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: this waits for the task, with 'Events' still open

void timedAndStopped(std::atomic<bool> &Stop, Writer *Client) {
  Patient Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (!Stop) {
    auto E = Events.take_for(Limit);
    if (E)
      Client->Write(*E);
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-10]]:14: warning: 'timedAndStopped' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-14]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:10: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-5]]:13: note: this waits for the task, with 'Events' still open

// Its own "nothing came" may mean either.
void timedOut(Writer *Client) {
  Patient Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take_for(Limit))
    Client->Write(*E);
  Generator.join();
}
void timedOutByReturn(Writer *Client) {
  Patient Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  for (;;) {
    Event E;
    if (!Events.take_for(E, Limit))
      break;
    Client->Write(E);
  }
  Generator.join();
}
void timedAndClosed(Writer *Client) {
  Patient Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  for (;;) {
    auto E = Events.take_for(Limit);
    if (!E)
      continue;
    if (!Client->Write(*E))
      break;
  }
  Events.close();
  Generator.join();
}

// A function out of sight that is given nothing but the element may answer
// about the element; an object answers about itself.
bool send(const Event &E);
bool isLast(const Event &E);
struct Socket {
  bool send(const Event &E);
  bool isGood() const;
};
void sentByFunction() {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!send(*E) || isLast(*E))
      break;
  Generator.join();
}
void sentByObject(Socket &To) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!To.send(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-8]]:14: warning: 'sentByObject' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
void sentByGlobal() {
  static Socket To;
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take()) {
    To.send(*E);
    if (!To.isGood())
      break;
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-10]]:14: warning: 'sentByGlobal' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-14]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

// A destructor closes when it runs: not while the join waits.
class SelfClosing : public Channel<Event> {
public:
  using Channel::Channel;
  ~SelfClosing() { close(); }
};
void closesTooLate(Writer *Client) {
  SelfClosing Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-8]]:19: warning: 'closesTooLate' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
void closesAfterTheFuture(Writer *Client) {
  SelfClosing Events(16);
  auto Done = std::async(std::launch::async, [&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}
// CHECK-MESSAGES: :[[@LINE-7]]:19: warning: 'closesAfterTheFuture' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-11]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-6]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:7: note: this return leaves 'Events' open
void closesBeforeTheFuture(Writer *Client) {
  std::future<void> Done;
  SelfClosing Events(16);
  Done = std::async(std::launch::async, [&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}
void fiberClosesTooLate(int Socket, bool (*Send)(int, int)) {
  boost::fibers::buffered_channel<int> Events(16);
  std::thread Generator([&] {
    for (int I = 0; Events.push(I) == boost::fibers::channel_op_status::success;
         ++I) {
    }
  });
  int Event;
  while (Events.pop(Event) == boost::fibers::channel_op_status::success)
    if (!Send(Socket, Event))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-10]]:28: warning: 'fiberClosesTooLate' can leave without closing 'Events': 'push' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
// As long as the thread does not outlive the channel.
void fiberCloses(int Socket, bool (*Send)(int, int)) {
  boost::fibers::buffered_channel<int> Events(16);
  std::thread([&] {
    for (int I = 0; Events.push(I) == boost::fibers::channel_op_status::success;
         ++I) {
    }
  }).detach();
  int Event;
  while (Events.pop(Event) == boost::fibers::channel_op_status::success)
    if (!Send(Socket, Event))
      break;
}
