// leash-unbounded-spawn with the real headers of the standard library.
//
// RUN: %check %s leash-unbounded-spawn -std=c++17-or-later
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

void work();
void serve(int);
void handle(const std::string &);

//===--- Reported ---------------------------------------------------------===//

void lines(std::istream &in) {
  std::string line;
  while (std::getline(in, line))
    std::thread(handle, line).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void words(std::istream &in) {
  for (std::string word; std::getline(in, word, ' ');)
    std::thread([word] { handle(word); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void files(const std::filesystem::path &folder) {
  for (const auto &entry : std::filesystem::directory_iterator(folder)) {
    std::string name = entry.path().string();
    std::thread(handle, name).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of a range [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void pairs(const std::map<int, std::string> &names) {
  for (const auto &[key, name] : names)
    std::thread(handle, name).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'names' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void pairsWithoutBindings(const std::unordered_map<int, std::string> &names) {
  for (const auto &each : names)
    std::thread(handle, each.second).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'names' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void containers(std::deque<int> &deque, std::set<int> &set, std::string &text) {
  for (int each : deque)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'deque' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (int each : set)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'set' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (char each : text)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'text' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void freeBeginAndEnd(std::list<int> &items) {
  for (auto i = std::begin(items); i != std::end(items); i = std::next(i))
    std::thread(serve, *i).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void freeSize(const std::vector<int> &items) {
  for (std::size_t i = 0; i < std::size(items); ++i)
    std::thread(serve, items[i]).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void cbegin(std::vector<int> &items) {
  for (auto i = items.cbegin(); i != items.cend(); ++i)
    std::thread(serve, *i).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void backwards(std::vector<int> &items) {
  for (auto i = items.rbegin(); i != items.rend(); ++i)
    std::thread(serve, *i).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void forEach(std::vector<int> &items) {
  std::for_each(items.begin(), items.end(), [](int each) {
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:8: note: the loop is here
  });
  std::vector<std::future<void>> futures;
  std::for_each(items.cbegin(), items.cend(), [&futures](int each) {
    futures.push_back(std::async(std::launch::async, serve, each));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:8: note: the loop is here
  });
}
std::atomic<bool> Stop{false};
void ticks() {
  while (!Stop) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void joinedAfterAll(const std::vector<std::string> &names) {
  std::vector<std::thread> threads;
  threads.reserve(names.size());
  for (const auto &name : names)
    threads.emplace_back(handle, name);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'names' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (auto &each : threads)
    each.join();
}
int sum(const std::vector<std::vector<int>> &rows) {
  std::vector<std::future<int>> futures;
  for (const auto &row : rows)
    futures.push_back(std::async([&row] {
      int result = 0;
      for (int each : row)
        result += each;
      return result;
    }));
    // CHECK-MESSAGES: :[[@LINE-6]]:23: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'rows' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
  int result = 0;
  for (auto &each : futures)
    result += each.get();
  return result;
}
// What is ready is thrown away; nobody waits for what is not.
void reaped(std::istream &in) {
  std::list<std::future<void>> running;
  std::string line;
  while (std::getline(in, line)) {
    running.push_back(std::async(std::launch::async, handle, line));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    for (auto i = running.begin(); i != running.end();)
      if (i->wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        i = running.erase(i);
      else
        ++i;
  }
}

//===--- Silent -----------------------------------------------------------===//

void generateConstant() {
  std::vector<std::thread> threads;
  std::generate_n(std::back_inserter(threads), 4,
                  [] { return std::thread(work); });
  std::for_each(threads.begin(), threads.end(),
                std::mem_fn(&std::thread::join));
}
void generateConfigured(int n) {
  std::vector<std::thread> threads;
  std::generate_n(std::back_inserter(threads), n,
                  [] { return std::thread(work); });
  for (auto &each : threads)
    each.join();
}
void generateIntoThemselves(int n) {
  std::vector<std::thread> threads(n);
  std::generate(threads.begin(), threads.end(),
                [] { return std::thread(work); });
  for (auto &each : threads)
    each.join();
}
void forEachHandle(int n) {
  std::vector<std::thread> threads(n);
  std::for_each(threads.begin(), threads.end(),
                [](std::thread &each) { each = std::thread(work); });
  for (auto &each : threads)
    each.join();
}
void forEachConstant() {
  const std::array<int, 2> ports{80, 443};
  std::for_each(ports.begin(), ports.end(),
                [](int port) { std::thread(serve, port).detach(); });
  int local[] = {1, 2, 3};
  std::for_each(std::begin(local), std::end(local),
                [](int each) { std::thread(serve, each).detach(); });
}
void constants() {
  for (int port : {80, 443})
    std::thread(serve, port).detach();
  int local[4] = {};
  for (std::size_t i = 0; i < std::size(local); ++i)
    std::thread(serve, local[i]).detach();
  static const std::map<int, std::string> names{{1, "one"}, {2, "two"}};
  for (const auto &[key, name] : names)
    std::thread(handle, name).detach();
}
void capped(const std::vector<int> &items, std::size_t max) {
  for (std::size_t i = 0; i < std::min(items.size(), max); ++i)
    std::thread(serve, items[i]).detach();
  std::size_t n = std::min<std::size_t>(
      items.size(), std::thread::hardware_concurrency());
  for (std::size_t i = 0; i < n; ++i)
    std::thread(serve, items[i]).detach();
}
void joinedInTheTurn(std::istream &in) {
  std::string line;
  while (std::getline(in, line)) {
    std::thread reader(handle, line);
    work();
    reader.join();
  }
}
void waitedForInTheTurn(std::istream &in) {
  std::string line;
  while (std::getline(in, line)) {
    auto done = std::async(std::launch::async, handle, line);
    work();
    done.get();
  }
}
// A few threads for a part each.
void parallelFor(std::vector<int> &items, const std::function<void(int &)> &f) {
  const std::size_t count = std::max(1u, std::thread::hardware_concurrency());
  const std::size_t part = (items.size() + count - 1) / count;
  std::vector<std::thread> threads;
  for (std::size_t from = 0; from < items.size(); from += part)
    threads.emplace_back([&items, &f, from, part] {
      for (std::size_t i = from; i < std::min(from + part, items.size()); ++i)
        f(items[i]);
    });
  for (auto &each : threads)
    each.join();
}
// As many as the machine has, all of them on the same list.
void fromOneList(std::vector<int> &items) {
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    threads.emplace_back([&] {
      for (std::size_t mine; (mine = next++) < items.size();)
        serve(items[mine]);
    });
  for (auto &each : threads)
    each.join();
}
