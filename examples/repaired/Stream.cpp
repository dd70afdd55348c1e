// Story 5, repaired: a call that closes its channel
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Channel.h"
#include "Service.h"

#include <thread>

namespace {

/// A client that hangs up after three events.
class Client {
public:
  bool send(int) { return ++Sent <= 3; }

private:
  int Sent = 0;
};

/// The events of one call, and the thread that makes them. However the call
/// ends, the destructor closes the channel and waits for the generator.
class Call {
public:
  Call() : Generator([this] { generate(); }) {}

  ~Call() {
    Events.close();
    Generator.join();
  }

  std::optional<int> next() { return Events.take(); }

private:
  void generate() {
    int Event = 0;
    while (Events.put(Event))
      ++Event;
  }

  Channel<int> Events{16};
  std::thread Generator;
};

class Stream : public Part {
public:
  void tick() override {
    if (++Ticks % 5 != 0)
      return;
    Client Caller;
    handleCall(Caller);
  }

private:
  void handleCall(Client &Caller) {
    Call Current;
    while (auto Event = Current.next())
      if (!Caller.send(*Event))
        return;
  }

  int Ticks = 0;
};

} // namespace

std::unique_ptr<Part> makeStream() { return std::make_unique<Stream>(); }
