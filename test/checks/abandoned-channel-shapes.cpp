// leash-abandoned-channel: templates, macros, lambdas, wrappers, and what the
// code around does.
//
// RUN: %check %s leash-abandoned-channel -std=c++17-or-later

#include "Inputs/abandoned-channel.h"

#include <functional>
#include <future>
#include <memory>
#include <thread>

using Writer = grpc::ServerWriter<Event>;

// In a template: once, whatever it is instantiated with.
template <typename T> bool stream(grpc::ServerWriter<T> *Client) {
  Channel<T> Events(16);
  std::thread Generator([&] {
    T E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  bool Good = true;
  while (auto E = Events.take())
    if (!Client->Write(*E)) {
      Good = false;
      break;
    }
  Generator.join();
  return Good;
}
// CHECK-MESSAGES: :[[@LINE-12]]:14: warning: 'stream' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-16]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-10]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: this waits for the task, with 'Events' still open
struct Alarm : Event {};
template bool stream<Event>(grpc::ServerWriter<Event> *);
template bool stream<Alarm>(grpc::ServerWriter<Alarm> *);

// Never instantiated: nothing is known.
template <typename T> bool never(grpc::ServerWriter<T> *Client) {
  Channel<T> Events(16);
  std::thread Generator([&] {
    T E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
  return true;
}

// In a macro: at its expansion.
#define GENERATE(Into)                                                         \
  std::thread Generator([&] {                                                  \
    Event E;                                                                   \
    while (makeEvent(E))                                                       \
      Into.put(E);                                                             \
    Into.close();                                                              \
  })
void inMacro(Writer *Client) {
  Channel<Event> Events(16);
  GENERATE(Events);
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-6]]:3: warning: 'inMacro' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-6]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-6]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-5]]:13: note: this waits for the task, with 'Events' still open
#define SEND_OR_LEAVE(Client, E)                                               \
  do {                                                                         \
    if (!(Client)->Write(E))                                                   \
      return;                                                                  \
  } while (0)
void leftByMacro(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  }).detach();
  while (auto E = Events->take())
    SEND_OR_LEAVE(Client, *E);
}
// CHECK-MESSAGES: :[[@LINE-6]]:15: warning: 'leftByMacro' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-10]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-5]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: this return leaves 'Events' open
#define CLOSE_AND_LEAVE(Events)                                                \
  do {                                                                         \
    Events->close();                                                           \
    return;                                                                    \
  } while (0)
void closedByMacro(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  }).detach();
  while (auto E = Events->take())
    if (!Client->Write(*E))
      CLOSE_AND_LEAVE(Events);
}

// The handler is a lambda itself.
struct Server {
  void handle(std::function<void(Writer *)> Handler);
};
void registered(Server &S) {
  S.handle([](Writer *Client) {
    Channel<Event> Events(16);
    std::thread Generator([&] {
      Event E;
      while (makeEvent(E))
        Events.put(E);
      Events.close();
    });
    while (auto E = Events.take())
      if (!Client->Write(*E))
        break;
    Generator.join();
  });
  S.handle([](Writer *Client) {
    Channel<Event> Events(16);
    std::thread Generator([&] {
      Event E;
      while (makeEvent(E))
        if (!Events.put(E))
          break;
      Events.close();
    });
    while (auto E = Events.take())
      if (!Client->Write(*E))
        break;
    Events.close();
    Generator.join();
  });
}
// CHECK-MESSAGES: :[[@LINE-24]]:16: warning: the other end can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-28]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-23]]:17: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-23]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-22]]:15: note: this waits for the task, with 'Events' still open

// A wrapper around a channel is one.
class Stream {
public:
  void emit(const Event &E) { Events.put(E); }
  bool next(Event &E) { return Events.take(E); }
  void hangUp() { Events.close(); }

private:
  Channel<Event> Events{16};
};
void wrapped(Writer *Client) {
  Stream Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.emit(E);
    Events.hangUp();
  });
  Event E;
  while (Events.next(E))
    if (!Client->Write(E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-9]]:14: warning: 'wrapped' can leave without closing 'Events': 'emit' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-13]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
void wrappedAndClosed(Writer *Client) {
  Stream Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.emit(E);
    Events.hangUp();
  });
  Event E;
  while (Events.next(E))
    if (!Client->Write(E))
      break;
  Events.hangUp();
  Generator.join();
}

// A method of the channel that locks, waits and notifies in helpers.
class Layered {
public:
  bool put(int Item) {
    std::unique_lock<std::mutex> Lock(Mutex);
    waitForRoom(Lock);
    if (State == Closed)
      return false;
    Buffer[(Head + Count++) % Size] = Item;
    Changed.notify_all();
    return true;
  }
  bool take(int *Item) {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (isEmpty() && State != Closed)
      Changed.wait(Lock);
    if (isEmpty())
      return false;
    *Item = Buffer[Head];
    Head = (Head + 1) % Size;
    --Count;
    Changed.notify_all();
    return true;
  }
  void finish() { setState(Closed); }

private:
  enum Kind { Open, Closed };
  static constexpr int Size = 8;
  bool isEmpty() const { return Count == 0; }
  void waitForRoom(std::unique_lock<std::mutex> &Lock) {
    while (Count == Size && State != Closed)
      Changed.wait(Lock);
  }
  void setState(Kind To) {
    std::lock_guard<std::mutex> Lock(Mutex);
    State = To;
    Changed.notify_all();
  }
  std::mutex Mutex;
  std::condition_variable Changed;
  int Buffer[Size];
  int Head = 0, Count = 0;
  Kind State = Open;
};
bool show(int Value, int Where);
void layered(int Where) {
  Layered Values;
  std::thread Counter([&] {
    for (int I = 0; I < 1000; ++I)
      Values.put(I);
    Values.finish();
  });
  int Value = 0;
  while (Values.take(&Value)) {
    if (show(Value, Where))
      continue;
    break;
  }
  Counter.join();
}
// CHECK-MESSAGES: :[[@LINE-11]]:14: warning: 'layered' can leave without closing 'Values': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-14]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-6]]:11: note: this waits for the task, with 'Values' still open
void layeredAndFinished(int Where) {
  Layered Values;
  std::thread Counter([&] {
    for (int I = 0; I < 1000; ++I)
      Values.put(I);
    Values.finish();
  });
  int Value = 0;
  while (Values.take(&Value)) {
    if (show(Value, Where))
      continue;
    Values.finish();
  }
  Counter.join();
}

// A switch, and a loop that is left in a nested one.
void bySwitch(Writer *Client, int Mode) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take()) {
    switch (Mode) {
    case 0:
      Client->Write(*E);
      break;
    default:
      Generator.join();
      return;
    }
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-15]]:14: warning: 'bySwitch' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-19]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-14]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:5: note: no other case is taken
// CHECK-MESSAGES: :[[@LINE-10]]:17: note: this waits for the task, with 'Events' still open
void bySwitchOnElement(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    do {
      makeEvent(E);
      Events.put(E);
    } while (E.Id != 7);
  });
  for (;;) {
    auto E = Events.take();
    switch (E->Id) {
    case 7:
      Generator.join();
      return;
    default:
      Client->Write(*E);
    }
  }
}

// Both are left together by a function that does not come back.
[[noreturn]] void die(const char *Why);
void dies(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      die("gone");
  Generator.join();
}

// Caught, and closed there.
void caught(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  try {
    while (auto E = Events.take())
      if (!Client->Write(*E))
        throw 1;
  } catch (int) {
    Events.close();
  }
  Generator.join();
}
void caughtAndForgotten(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  try {
    while (auto E = Events.take())
      if (!Client->Write(*E))
        throw 1;
  } catch (int) {
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-11]]:14: warning: 'caughtAndForgotten' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-15]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:17: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-9]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

// A function that takes once is a part of the loop around it.
static bool next(Channel<Event> &From, Event &E) {
  auto Taken = From.take();
  if (!Taken)
    return false;
  E = *Taken;
  return true;
}
void byStep(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  Event E;
  while (next(Events, E))
    Client->Write(E);
  Generator.join();
}
void byStepAndLeft(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  Event E;
  while (next(Events, E))
    if (!Client->Write(E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-9]]:14: warning: 'byStepAndLeft' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-13]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

// Two channels: only the one that is left open.
void twoChannels(Writer *Client) {
  Channel<Event> First(16), Second(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!First.put(E))
        return;
    First.close();
  });
  std::thread Other([&] {
    Event E;
    while (makeEvent(E))
      if (!Second.put(E))
        return;
    Second.close();
  });
  while (auto E = First.take())
    if (!Client->Write(*E))
      break;
  First.close();
  while (auto E = Second.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
  Other.join();
}
// CHECK-MESSAGES: :[[@LINE-14]]:19: warning: 'twoChannels' can leave without closing 'Second': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-18]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-9]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this waits for the task, with 'Second' still open
