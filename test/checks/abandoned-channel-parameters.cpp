// leash-abandoned-channel: channels that come as parameters, where every caller
// is here and hands over a local of its own.
//
// RUN: %check %s leash-abandoned-channel -std=c++17-or-later

#include "Inputs/abandoned-channel.h"

#include <functional>
#include <memory>
#include <thread>

using Writer = grpc::ServerWriter<Event>;

static bool serve(Channel<Event> &Events, Writer *Client) {
  std::thread Generator([&] {
    Event E;
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
// CHECK-MESSAGES: :[[@LINE-12]]:14: warning: 'serve' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-16]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-10]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: this waits for the task, with 'Events' still open
bool handle(Writer *Client) {
  Channel<Event> Events(16);
  return serve(Events, Client);
}
// What is done after the call comes too late.
bool handleAndClose(Writer *Client) {
  Channel<Event> Events(16);
  bool Good = serve(Events, Client);
  Events.close();
  return Good;
}

// By a pointer.
namespace {
void serveBy(Channel<Event> *Events, Writer *Client) {
  std::thread Generator([=] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  });
  while (auto E = Events->take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-8]]:15: warning: 'serveBy' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
} // namespace
void handleBy(Writer *Client) {
  Channel<Event> Events(16);
  serveBy(&Events, Client);
}

//===--- Silent -----------------------------------------------------------===//

// Closed before it waits.
static void closes(Channel<Event> &Events, Writer *Client) {
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
  Events.close();
  Generator.join();
}
void handleClosed(Writer *Client) {
  Channel<Event> Events(16);
  closes(Events, Client);
}

// Anybody may call it.
void visibleElsewhere(Channel<Event> &Events, Writer *Client) {
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
}
void handleVisible(Writer *Client) {
  Channel<Event> Events(16);
  visibleElsewhere(Events, Client);
}

// One of the callers has it from elsewhere, shares it, or has a thread that
// closes it.
static void fromElsewhere(Channel<Event> &Events, Writer *Client) {
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
}
void handleFirst(Writer *Client) {
  Channel<Event> Events(16);
  fromElsewhere(Events, Client);
}
void handleSecond(Channel<Event> &Events, Writer *Client) {
  fromElsewhere(Events, Client);
}

void watch(Channel<Event> &Events);
static void watched(Channel<Event> &Events, Writer *Client) {
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
}
void handleWatched(Writer *Client) {
  Channel<Event> Events(16);
  watch(Events);
  watched(Events, Client);
}

static void closedByThread(Channel<Event> &Events, Writer *Client) {
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
}
void waitForSignal();
void handleWithThread(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Closer([&] {
    waitForSignal();
    Events.close();
  });
  closedByThread(Events, Client);
  Closer.join();
}

// Its address is taken: who knows who calls it.
static void kept(Channel<Event> &Events, Writer *Client) {
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
}
void handleKept(Writer *Client) {
  Channel<Event> Events(16);
  kept(Events, Client);
}
std::function<void(Channel<Event> &, Writer *)> Keeper = kept;

// Nobody waits: the caller may close.
static void leaves(Channel<Event> &Events, Writer *Client) {
  std::thread([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  }).detach();
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}
void handleLeft(Writer *Client) {
  Channel<Event> Events(16);
  leaves(Events, Client);
  Events.close();
}

// Nobody calls it.
[[maybe_unused]] static void uncalled(Channel<Event> &Events, Writer *Client) {
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
}

// A shared pointer is shared.
static void sharing(std::shared_ptr<Channel<Event>> Events, Writer *Client) {
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  });
  while (auto E = Events->take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
void handleShared(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  sharing(Events, Client);
}
