// RUN: %check %s leash-abandoned-channel -std=c++17-or-later

#include "Inputs/abandoned-channel.h"

#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>

using Writer = grpc::ServerWriter<Event>;

// The client is gone: the handler returns, and the generator is in put().
grpc::Status joined(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E)) {
      Generator.join();
      return grpc::Status::CANCELLED;
    }
  Generator.join();
  return grpc::Status::OK;
}
// CHECK-MESSAGES: :[[@LINE-12]]:19: warning: 'joined' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-16]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-10]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-10]]:17: note: this waits for the task, with 'Events' still open

// A detached one that shares the channel stays for ever.
grpc::Status detached(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  }).detach();
  while (auto E = Events->take())
    if (!Client->Write(*E))
      return grpc::Status::CANCELLED;
  return grpc::Status::OK;
}
// CHECK-MESSAGES: :[[@LINE-8]]:15: warning: 'detached' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:7: note: this return leaves 'Events' open

// The destructor of the future waits.
grpc::Status async(grpc::ServerContext *Context, Writer *Client) {
  Channel<Event> Events(16);
  auto Done = std::async(std::launch::async, [&Events] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
    Events.close();
  });
  for (;;) {
    auto E = Events.take();
    if (!E)
      return grpc::Status::OK;
    if (Context->IsCancelled())
      return grpc::Status::CANCELLED;
    Client->Write(*E);
  }
}
// CHECK-MESSAGES: :[[@LINE-13]]:19: warning: 'async' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-17]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-9]]:7: note: this return leaves 'Events' open

// By a break, in the condition of the loop, by an exception.
void byBreak(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  Event E;
  while (Events.take(E)) {
    bool Sent = Client->Write(E);
    if (!Sent)
      break;
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-11]]:14: warning: 'byBreak' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-15]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

void byCondition(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  Event E;
  while (Events.take(E) && Client->Write(E)) {
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-8]]:14: warning: 'byCondition' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:10: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:28: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

void byFlag(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  bool Broken = false;
  Event E;
  while (!Broken && Events.take(E)) {
    if (!Client->Write(E))
      Broken = true;
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-11]]:14: warning: 'byFlag' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-15]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-8]]:21: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

void byException(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  }).detach();
  while (auto E = Events->take())
    if (!Client->Write(*E))
      throw std::runtime_error("gone");
}
// CHECK-MESSAGES: :[[@LINE-7]]:15: warning: 'byException' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-6]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:7: note: this exception leaves 'Events' open

void byCount(Writer *Client, int Count) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  for (int I = 0; I < Count; ++I)
    Client->Write(*Events.take());
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-7]]:14: warning: 'byCount' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-11]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:19: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-5]]:13: note: this waits for the task, with 'Events' still open

// Before it takes anything.
bool prepare();
void tooEarly(Writer *Client) {
  Channel<Event> Events(16);
  auto Done = std::async(std::launch::async, [&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  if (!prepare())
    return;
  while (auto E = Events.take())
    Client->Write(*E);
}
// CHECK-MESSAGES: :[[@LINE-8]]:14: warning: 'tooEarly' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this return leaves 'Events' open

// The other end is a function that gets the channel.
static bool pump(Channel<Event> &From, Writer *Client) {
  while (auto E = From.take())
    if (!Client->Write(*E))
      return false;
  return true;
}
void handedOn(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  pump(Events, Client);
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-6]]:14: warning: 'pump' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-10]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-18]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-18]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-18]]:7: note: this return leaves 'Events' open

// The other end is another task.
void twoTasks(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  std::thread Sender([&] {
    while (auto E = Events.take())
      if (!Client->Write(*E))
        return;
  });
  Sender.join();
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-11]]:14: warning: the other end can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-15]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:17: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-9]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this return leaves 'Events' open

// The put is in a function, a functor, a method.
static void generate(Channel<Event> &To, int Count) {
  for (int I = 0; I < Count; ++I)
    To.put(Event());
  To.close();
}
void byFunction(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator(generate, std::ref(Events), 1000);
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-11]]:8: warning: 'byFunction' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

class Source {
public:
  explicit Source(Channel<Event> &To) : To(To) {}
  void operator()() { run(); }

private:
  void run() {
    Event E;
    while (makeEvent(E))
      emit(E);
    To.close();
  }
  void emit(const Event &E) { To.put(E); }
  Channel<Event> &To;
};
void byFunctor(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator{Source(Events)};
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-11]]:34: warning: 'byFunctor' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

// A struct that goes with the task.
struct Arguments {
  Channel<Event> *To;
  int Count;
};
static void generateBy(Arguments *Given) {
  for (int I = 0; I < Given->Count; ++I)
    Given->To->put(Event());
  Given->To->close();
}
void byStruct(Writer *Client) {
  Channel<Event> Events(16);
  Arguments Given{&Events, 1000};
  std::thread Generator(generateBy, &Given);
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-12]]:16: warning: 'byStruct' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

// One put is enough where it waits for its taker, and there is no closing it.
void once() {
  Rendezvous Results;
  std::thread Worker([&] { Results.put(Event()); });
  if (prepare())
    Results.take();
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-5]]:36: warning: 'once' can leave 'Results', which has no closed state: 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-5]]:7: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-4]]:10: note: this waits for the task, with 'Results' still open

// The task takes, and nobody puts any more.
bool readEvent(Event &E);
void consume(Event E);
bool feed() {
  Channel<Event> Events(16);
  std::thread Worker([&] {
    while (auto E = Events.take())
      consume(*E);
  });
  Event E;
  while (readEvent(E)) {
    if (E.Id < 0) {
      Worker.join();
      return false;
    }
    Events.put(E);
  }
  Events.close();
  Worker.join();
  return true;
}
// CHECK-MESSAGES: :[[@LINE-15]]:28: warning: 'feed' can leave without closing 'Events': 'take' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-17]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-13]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-13]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-13]]:14: note: this waits for the task, with 'Events' still open

// Nor does the ordinary end of the loop close.
void feedAll(const std::deque<Event> &All) {
  Channel<Event> Events(16);
  std::thread Worker([&] {
    while (auto E = Events.take())
      consume(*E);
  });
  for (const Event &E : All)
    Events.put(E);
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-7]]:28: warning: 'feedAll' can leave without closing 'Events': 'take' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-9]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: this waits for the task, with 'Events' still open

void feedOne() {
  Rendezvous Jobs;
  std::thread Worker([&] { consume(Jobs.take()); });
  if (prepare())
    Jobs.put(Event());
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-5]]:41: warning: 'feedOne' can leave 'Jobs', which has no closed state: 'take' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-5]]:7: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-4]]:10: note: this waits for the task, with 'Jobs' still open
