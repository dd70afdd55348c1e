// leash-abandoned-channel in code that is being typed: what closes the channel
// may be in what does not compile.
//
// RUN: %check %s leash-abandoned-channel -std=c++17-or-later -expect-errors

#include "Inputs/abandoned-channel.h"

#include <thread>

using Writer = grpc::ServerWriter<Event>;

void dropped(Writer *Client) {
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
  Events.
  Generator.join();
}

void misspelt(Writer *Client) {
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
  Events.clos();
  Generator.join();
}

void unknownTask(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (fetch(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}

void whole(Writer *Client) {
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
}
// CHECK-MESSAGES: :[[@LINE-8]]:14: warning: 'whole' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
