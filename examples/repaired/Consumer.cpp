// Story 3, repaired: fifty workers that can be stopped
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Channel.h"
#include "Service.h"
#include "StopSignal.h"

#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>

using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

class Consumer : public Part {
public:
  explicit Consumer(Broker &Source) : Source(Source) {
    for (int I = 0; I < Count; ++I)
      Workers.emplace_back([this] { work(); });
    Reader = std::thread([this] { consume(); });
  }

  ~Consumer() override {
    Stop.request();
    Messages.close();
    Reader.join();
    for (std::thread &W : Workers)
      W.join();
  }

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
    while (!Stop.requested()) {
      pollfd Ready{Fd, POLLIN, 0};
      if (poll(&Ready, 1, 100) <= 0)
        continue;
      auto Size = recv(Fd, Text, sizeof Text, MSG_DONTWAIT);
      if (Size <= 0)
        continue;
      if (!Messages.put(std::string(Text, Size)))
        return;
    }
  }

  void work() {
    while (auto Message = Messages.take())
      if (process(*Message))
        ++Committed; // Only what is done is committed.
  }

  /// False when it was stopped, or not done within the limit for a message.
  bool process(const std::string &Message) {
    std::chrono::milliseconds Needed(Json::parse(Message).at("work_ms"));
    if (Stop.waitFor(std::min(Needed, Limit)))
      return false;
    return Needed <= Limit;
  }

  static constexpr int Count = 50;
  static constexpr std::chrono::milliseconds Limit = 500ms;
  Broker &Source;
  int Id = 0;
  std::atomic<int> Committed{0};
  StopSignal Stop;
  Channel<std::string> Messages{2 * Count};
  std::vector<std::thread> Workers;
  std::thread Reader;
};

} // namespace

std::unique_ptr<Part> makeConsumer(World &Outside) {
  return std::make_unique<Consumer>(Outside.Messages);
}
