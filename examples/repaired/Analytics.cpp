// Story 1, repaired: ten workers, a bounded queue, a deadline
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Channel.h"
#include "Service.h"

#include <curl/curl.h>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using httplib::Request, httplib::Response;

namespace {

void postEvent(const std::string &Url, const std::string &Event) {
  CURL *Handle = curl_easy_init();
  curl_easy_setopt(Handle, CURLOPT_URL, Url.c_str());
  curl_easy_setopt(Handle, CURLOPT_POSTFIELDS, Event.c_str());
  curl_easy_setopt(Handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(Handle, CURLOPT_TIMEOUT_MS, 300L);
  curl_easy_perform(Handle);
  curl_easy_cleanup(Handle);
}

void writeAudit(const std::string &) { std::this_thread::sleep_for(5ms); }

class Analytics : public Part {
public:
  explicit Analytics(std::string Url) : Url(std::move(Url)) {
    for (int I = 0; I < Workers; ++I)
      Posters.emplace_back([this] { postEvents(); });
    Server.Get("/order", [this](const Request &, Response &Reply) {
      std::string Event = nlohmann::json{{"event", "order"}}.dump();
      // An event is worth less than the service: when the queue is full it is
      // dropped.
      Events.tryPut(Event);
      // The request waits for its audit, and now it says so.
      writeAudit(Event);
      Reply.set_content("ordered\n", "text/plain");
    });
    Port = Server.bind_to_any_port("127.0.0.1");
    Listener = std::thread([this] { Server.listen_after_bind(); });
    while (!Server.is_running())
      std::this_thread::sleep_for(1ms);
  }

  ~Analytics() override {
    Server.stop();
    Listener.join();
    Events.close();
    for (std::thread &P : Posters)
      P.join();
  }

  void tick() override { httplib::Client("127.0.0.1", Port).Get("/order"); }

private:
  void postEvents() {
    while (auto Event = Events.take())
      postEvent(Url, *Event);
  }

  static constexpr int Workers = 10;
  const std::string Url;
  Channel<std::string> Events{1000};
  std::vector<std::thread> Posters;
  httplib::Server Server;
  int Port;
  std::thread Listener;
};

} // namespace

std::unique_ptr<Part> makeAnalytics(World &Outside) {
  return std::make_unique<Analytics>(Outside.Silent.url());
}
