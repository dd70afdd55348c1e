// The limits that the page of leash-unbounded-spawn names.
//
// RUN: %check %s leash-unbounded-spawn -std=c++20 -mocks
#include <atomic>
#include <future>
#include <memory>
#include <semaphore>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

void work();
void serve(int);
int nextClient();
std::vector<std::string> addressesOf(const std::string &host);
void dial(const std::string &);

//===--- Missed -----------------------------------------------------------===//

// A number from the wire.
void fromTheWire(int fd) {
  int count = 0;
  read(fd, &count, sizeof count);
  for (int i = 0; i < count; ++i)
    std::thread(work).detach();
}
// Every caller gives the size of something.
void eachOf(const int *items, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    std::thread(serve, items[i]).detach();
}
void allOf(const std::vector<int> &items) { eachOf(&items[0], items.size()); }

// A maximum that is never reached.
constexpr int Huge = 1000000000;
std::atomic<int> Running{0};
void largeMaximum() {
  while (true) {
    if (Running >= Huge)
      continue;
    ++Running;
    std::thread([] {
      serve(nextClient());
      --Running;
    }).detach();
  }
}
// It answers something else.
bool isEnabled();
void asksSomethingElse() {
  while (true) {
    int fd = nextClient();
    if (!isEnabled())
      continue;
    std::thread(serve, fd).detach();
  }
}

void asManyAsThereAre(const std::vector<int> &items) {
  std::counting_semaphore<> slots(static_cast<std::ptrdiff_t>(items.size()));
  for (int each : items) {
    slots.acquire();
    std::thread([each, &slots] {
      serve(each);
      slots.release();
    }).detach();
  }
}
void releasedByTheLoop(std::counting_semaphore<> &slots) {
  while (true) {
    slots.acquire();
    std::thread(serve, nextClient()).detach();
    slots.release();
  }
}

// A method keeps the thread in the object that the turn makes.
class Session {
public:
  explicit Session(int fd) : Fd(fd) {}
  ~Session() { Reader.join(); }
  void start() { Reader = std::thread(serve, Fd); }

private:
  int Fd;
  std::thread Reader;
};
std::vector<std::unique_ptr<Session>> Sessions;
void startedByAMethod() {
  while (true) {
    Sessions.push_back(std::make_unique<Session>(nextClient()));
    Sessions.back()->start();
  }
}
// Each task starts two.
void sortBoth(int *from, int *to) {
  if (from == to)
    return;
  auto left = std::async(std::launch::async, sortBoth, from, from + 1);
  auto right = std::async(std::launch::async, sortBoth, from + 1, to);
  left.get();
  right.get();
}

//===--- False alarm ------------------------------------------------------===//

// A host has few addresses.
void dialAll(const std::string &host) {
  for (const std::string &address : addressesOf(host))
    std::thread(dial, address).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of a range [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
