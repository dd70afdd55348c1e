// Story 1: an HTTP endpoint that posts an event per request
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include <curl/curl.h>
#include <future>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using httplib::Request, httplib::Response;

namespace {

void postEvent(std::string Url, std::string Event) {
  CURL *Handle = curl_easy_init();
  curl_easy_setopt(Handle, CURLOPT_URL, Url.c_str());
  curl_easy_setopt(Handle, CURLOPT_POSTFIELDS, Event.c_str());
  curl_easy_setopt(Handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(Handle, CURLOPT_CONNECTTIMEOUT, 3L);
  // leak: missing-timeout
  // The limit above is for the connection only. The analytics service accepts
  // it and then says nothing, and the transfer waits for ever.
  curl_easy_perform(Handle);
  curl_easy_cleanup(Handle);
}

void writeAudit(std::string) { std::this_thread::sleep_for(5ms); }

class Analytics : public Part {
public:
  explicit Analytics(std::string Url) {
    Server.Get("/order", [Url](const Request &, Response &Reply) {
      std::string Event = nlohmann::json{{"event", "order"}}.dump();
      // leak: detached-thread, unbounded-spawn
      // One thread a request, and nobody waits for it. When the posts hang,
      // 1,000 requests a second leave 1,000 threads a second behind: in
      // production the memory was gone after 25 minutes.
      std::thread(postEvent, Url, Event).detach();
      // leak: discarded-future
      // Meant to run in the background. The future's destructor waits for the
      // audit, so that each request takes as long as the disk.
      (void)std::async(std::launch::async, writeAudit, Event);
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
  }

  void tick() override { httplib::Client("127.0.0.1", Port).Get("/order"); }

private:
  httplib::Server Server;
  int Port;
  std::thread Listener;
};

} // namespace

std::unique_ptr<Part> makeAnalytics(World &Outside) {
  return std::make_unique<Analytics>(Outside.Silent.url());
}
