// Story 7: four shapes that leak
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include <curl/curl.h>
#include <stop_token>
#include <string>
#include <thread>

using namespace std::chrono_literals;

namespace {

void warmCache() { std::this_thread::sleep_for(30s); }
void notifyUser(int) { std::this_thread::sleep_for(20ms); }
std::vector<int> readUsers() { return std::vector<int>(40); }

void fetchSettings(std::string Url) {
  CURL *Handle = curl_easy_init();
  curl_easy_setopt(Handle, CURLOPT_URL, Url.c_str());
  curl_easy_setopt(Handle, CURLOPT_NOSIGNAL, 1L);
  // leak: missing-timeout
  // Shape 2, a network get without a limit. The server is up and silent, and
  // curl's own limit for a transfer is none.
  curl_easy_perform(Handle);
  curl_easy_cleanup(Handle);
}

class FourShapes : public Part {
public:
  explicit FourShapes(std::string Url) : Url(std::move(Url)) {}

  void tick() override {
    if (++Ticks % 10 != 0)
      return;
    // leak: detached-thread
    // Shape 1, a task that nobody coordinates: it may run for a second or for
    // a day, and the program cannot know.
    std::thread(warmCache).detach();
    // leak: detached-thread
    // The same shape around the get below: now the wait has no owner either.
    std::thread(fetchSettings, Url).detach();
    notifyAll(readUsers());
  }

private:
  static void notifyAll(const std::vector<int> &Users) {
    std::vector<std::thread> Tasks;
    for (int User : Users)
      // leak: unbounded-spawn
      // Shape 3, a task per item: all of them run at once, and the number of
      // users is not ours to choose. Joining them later limits nothing.
      Tasks.emplace_back(notifyUser, User);
    for (std::thread &T : Tasks)
      T.join();
  }

  static void watchSettings(std::stop_token) {
    // leak: endless-worker
    // Shape 4, a loop with no way out. The stop token is there, and nobody
    // looks at it: the destructor of the std::jthread waits for ever.
    while (true)
      std::this_thread::sleep_for(100ms);
  }

  const std::string Url;
  int Ticks = 0;
  std::jthread Watcher{watchSettings};
};

} // namespace

std::unique_ptr<Part> makeFourShapes(World &Outside) {
  return std::make_unique<FourShapes>(Outside.Silent.url());
}
