// Story 5: a streaming RPC that sends events as they come
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
    auto Events = std::make_shared<Channel<int>>(1);
    std::thread Generator([Events] {
      // leak: endless-worker
      // The generator makes events until somebody stops it, and nobody can.
      for (int Event = 0;; ++Event)
        // leak: abandoned-channel
        // Once the handler has left nobody takes from the channel: it is
        // full, and the generator waits in this put for ever.
        Events->put(Event);
    });
    // leak: detached-thread
    // One generator a call is left behind, blocked, with all that it holds.
    Generator.detach();
    while (true)
      if (!Caller.send(Events->take()))
        return;
  }

  int Ticks = 0;
};

} // namespace

std::unique_ptr<Part> makeStream() { return std::make_unique<Stream>(); }
