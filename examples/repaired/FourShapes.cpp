// Story 7, repaired: four shapes that do not leak
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Pause.h"
#include "Service.h"

#include <curl/curl.h>
#include <latch>
#include <semaphore>
#include <string>
#include <thread>

using namespace std::chrono_literals;

namespace {

void warmCache() { std::this_thread::sleep_for(10ms); }
void notifyUser(int) { std::this_thread::sleep_for(20ms); }
std::vector<int> readUsers() { return std::vector<int>(40); }

/// Shape 2, a call under a deadline.
void fetchSettings(const std::string &Url) {
  CURL *Handle = curl_easy_init();
  curl_easy_setopt(Handle, CURLOPT_URL, Url.c_str());
  curl_easy_setopt(Handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(Handle, CURLOPT_TIMEOUT_MS, 100L);
  curl_easy_perform(Handle);
  curl_easy_cleanup(Handle);
}

class FourShapes : public Part {
public:
  explicit FourShapes(std::string Url) : Url(std::move(Url)) {}

  void tick() override {
    if (++Ticks % 10 != 0)
      return;
    warmCaches();
    fetchSettings(Url);
    notifyAll(readUsers());
  }

private:
  /// Shape 1, a counter that is waited for.
  void warmCaches() {
    std::latch Warm(Caches);
    std::vector<std::jthread> Tasks;
    for (int I = 0; I < Caches; ++I)
      Tasks.emplace_back([&Warm] {
        warmCache();
        Warm.count_down();
      });
    Warm.wait();
  }

  /// Shape 3, a semaphore around each start: ten users at a time.
  static void notifyAll(const std::vector<int> &Users) {
    std::counting_semaphore<10> Free(10);
    std::vector<std::jthread> Tasks;
    for (int User : Users) {
      Free.acquire();
      Tasks.emplace_back([&Free, User] {
        notifyUser(User);
        Free.release();
      });
    }
  }

  /// Shape 4, a task that consults its stop signal.
  static void watchSettings(std::stop_token Stop) {
    while (!Stop.stop_requested())
      pause(Stop, 100ms);
  }

  static constexpr int Caches = 3;
  const std::string Url;
  int Ticks = 0;
  std::jthread Watcher{watchSettings};
};

} // namespace

std::unique_ptr<Part> makeFourShapes(World &Outside) {
  return std::make_unique<FourShapes>(Outside.Silent.url());
}
