// A task that waits on a channel that its other end abandons is
// leash-abandoned-channel's alone; one that is asked to end and not woken is
// leash-hanging-join's alone.
//
// RUN: %check %s leash-abandoned-channel,leash-hanging-join -std=c++17-or-later

#include "Inputs/abandoned-channel.h"

#include <atomic>
#include <thread>

using Writer = grpc::ServerWriter<Event>;

void abandoned(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}

// The flag that it sets does not end the take, either.
void consume(const Event &E);
bool readEvent(Event &E);
class Inbox {
public:
  void put(const Event &E) {
    std::lock_guard<std::mutex> Lock(Mutex);
    Items.push_back(E);
    NotEmpty.notify_one();
  }
  Event take() {
    std::unique_lock<std::mutex> Lock(Mutex);
    NotEmpty.wait(Lock, [&] { return !Items.empty(); });
    Event E = Items.front();
    Items.pop_front();
    return E;
  }

private:
  std::mutex Mutex;
  std::condition_variable NotEmpty;
  std::deque<Event> Items;
};
void stopped() {
  Inbox Events;
  std::atomic<bool> Stop{false};
  std::thread Worker([&] {
    while (!Stop)
      consume(Events.take());
  });
  Event E;
  while (readEvent(E))
    Events.put(E);
  Stop = true;
  Worker.join();
}

// Nothing of a channel.
class Poller {
  std::mutex Mutex;
  std::condition_variable Wake;
  bool Stop = false;
  std::thread Worker{[this] {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Stop)
      Wake.wait(Lock);
  }};

public:
  ~Poller() {
    Stop = true;
    Worker.join();
  }
};
