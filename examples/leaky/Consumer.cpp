// Story 3: a message consumer with a task per message
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include <nlohmann/json.hpp>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>

using Json = nlohmann::json;

namespace {

void process(std::string Message) {
  int Needed = Json::parse(Message).at("work_ms");
  std::this_thread::sleep_for(std::chrono::milliseconds(Needed));
}

class Consumer : public Part {
public:
  explicit Consumer(Broker &Source)
      : Source(Source), Reader([this] { consume(); }) {}

  /// Every second message is 30 seconds of work.
  void tick() override {
    ++Id;
    int Needed = Id % 2 ? 100 : 30000;
    Source.publish(Json{{"id", Id}, {"work_ms", Needed}}.dump());
  }

private:
  void consume() {
    int Fd = Source.consumerEnd();
    char Text[512];
    // leak: endless-worker
    // Nothing can tell this loop that the service is to stop, or that after a
    // rebalance the messages are somebody else's.
    for (;;) {
      pollfd Ready{Fd, POLLIN, 0};
      // leak: missing-timeout
      // The classic read(-1): without a message the consumer never looks up.
      poll(&Ready, 1, -1);
      auto Size = recv(Fd, Text, sizeof Text, MSG_DONTWAIT);
      if (Size <= 0)
        continue;
      std::string Message(Text, Size);
      // leak: detached-thread, unbounded-spawn
      // A thread a message: they come faster than 30 seconds of work are
      // done, and the old ones go on after the messages are taken away.
      std::thread(process, Message).detach();
    }
  }

  Broker &Source;
  int Id = 0;
  // leak: unjoined-thread
  // Nobody joins the reader: destroying the consumer ends the whole process.
  std::thread Reader;
};

} // namespace

std::unique_ptr<Part> makeConsumer(World &Outside) {
  return std::make_unique<Consumer>(Outside.Messages);
}
