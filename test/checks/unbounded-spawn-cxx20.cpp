// leash-unbounded-spawn and C++20: stop tokens, std::jthread, semaphores.
//
// RUN: %check %s leash-unbounded-spawn -std=c++20-or-later
#include <chrono>
#include <latch>
#include <semaphore>
#include <stop_token>
#include <sys/socket.h>
#include <thread>
#include <utility>
#include <vector>

void work();
void serve(int);
std::vector<int> load();

//===--- Reported ---------------------------------------------------------===//

void untilStopped(std::stop_token token, int s) {
  while (!token.stop_requested()) {
    int fd = accept(s, nullptr, nullptr);
    std::jthread(serve, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
class Server {
public:
  void start() {
    Acceptor = std::jthread([this](std::stop_token token) {
      for (; !token.stop_requested();) {
        int fd = accept(Socket, nullptr, nullptr);
        std::thread(serve, fd).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-4]]:7: note: the loop is here
      }
    });
  }

private:
  int Socket = -1;
  std::jthread Acceptor;
};
void keptForEver(int s) {
  std::vector<std::jthread> clients;
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    clients.emplace_back(serve, fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
// They are joined, after all of them run.
void joinedByTheContainer(const std::vector<int> &items) {
  std::vector<std::jthread> threads;
  for (int each : items)
    threads.emplace_back(serve, each);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void withInitialisation() {
  for (auto items = load(); int each : items)
    std::thread(serve, each).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

//===--- Silent -----------------------------------------------------------===//

void joinedAtTheEndOfTheTurn(int s) {
  while (true) {
    std::jthread client(serve, accept(s, nullptr, nullptr));
    work();
  }
}
void joinedAtTheSemicolon(int s) {
  while (true)
    std::jthread{serve, accept(s, nullptr, nullptr)};
}
void overwritten(int s) {
  std::jthread client;
  while (true)
    client = std::jthread(serve, accept(s, nullptr, nullptr));
}
void semaphore(int s) {
  std::counting_semaphore<> slots(4);
  while (true) {
    slots.acquire();
    int fd = accept(s, nullptr, nullptr);
    std::thread([&slots, fd] {
      serve(fd);
      slots.release();
    }).detach();
  }
}
void latch() {
  std::latch done(3);
  for (int i = 0; i < 3; ++i)
    std::thread([&done] {
      work();
      done.count_down();
    }).detach();
  done.wait();
}
void latchInTheTurn(int s) {
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    std::latch done(1);
    std::thread([&done, fd] {
      serve(fd);
      done.count_down();
    }).detach();
    done.wait();
  }
}
