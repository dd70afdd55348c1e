// The stories that Leash starts from, 5. Streaming RPC: a generator puts events
// on a channel while the handler sends them. When a send fails, the handler
// returns, and the generator stays blocked for ever.
//
// RUN: %check %s "leash-*" -std=c++17
// RUN: %check %s "leash-*" -std=c++20-or-later -check-suffix=,CXX20
#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace grpc {
struct Status {
  static const Status OK;
  static const Status CANCELLED;
};
struct ServerContext {
  bool IsCancelled() const;
};
template <typename T> struct ServerWriter {
  bool Write(const T &Message);
};
} // namespace grpc

struct Event {
  int Id;
};
bool nextEvent(Event &E);

//===--- Unbuffered, and nothing closes it --------------------------------===//

class Unbuffered {
public:
  void put(const Event &E) {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return !Full; });
    Item = E;
    Full = true;
    Changed.notify_all();
    Changed.wait(lock, [this] { return !Full; });
  }
  Event take() {
    std::unique_lock<std::mutex> lock(Mutex);
    Changed.wait(lock, [this] { return Full; });
    Full = false;
    Changed.notify_all();
    return Item;
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  Event Item{};
  bool Full = false;
};

grpc::Status streamLeaky(grpc::ServerContext *context,
                         grpc::ServerWriter<Event> *writer) {
  Unbuffered events;
  std::thread generator([&events] {
    Event event{};
    while (nextEvent(event))
      events.put(event);
    events.put(Event{-1});
  });
  while (true) {
    Event event = events.take();
    if (event.Id < 0)
      break;
    if (!writer->Write(event)) {
      generator.join();
      return grpc::Status::CANCELLED;
    }
  }
  generator.join();
  return grpc::Status::OK;
}
// CHECK-MESSAGES: :[[@LINE-15]]:14: warning: 'streamLeaky' can leave 'events', which has no closed state: 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-19]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:9: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-11]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-11]]:17: note: this waits for the task, with 'events' still open

grpc::Status streamAsyncLeaky(grpc::ServerContext *context,
                              grpc::ServerWriter<Event> *writer) {
  Unbuffered events;
  auto done = std::async(std::launch::async, [&events] {
    Event event{};
    while (nextEvent(event))
      events.put(event);
    events.put(Event{-1});
  });
  while (true) {
    Event event = events.take();
    if (event.Id < 0)
      return grpc::Status::OK;
    if (context->IsCancelled())
      return grpc::Status::CANCELLED;
    writer->Write(event);
  }
}
// CHECK-MESSAGES: :[[@LINE-12]]:14: warning: 'streamAsyncLeaky' can leave 'events', which has no closed state: 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-16]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-8]]:7: note: this return leaves 'events' open

//===--- Buffered, and closed on every exit -------------------------------===//

class Buffered {
public:
  bool put(const Event &E) {
    std::unique_lock<std::mutex> lock(Mutex);
    NotFull.wait(lock, [this] { return Closed || Items.size() < 16; });
    if (Closed)
      return false;
    Items.push_back(E);
    NotEmpty.notify_one();
    return true;
  }
  std::optional<Event> take() {
    std::unique_lock<std::mutex> lock(Mutex);
    NotEmpty.wait(lock, [this] { return Closed || !Items.empty(); });
    if (Items.empty())
      return std::nullopt;
    Event E = Items.front();
    Items.pop_front();
    NotFull.notify_one();
    return E;
  }
  void close() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Closed = true;
    }
    NotFull.notify_all();
    NotEmpty.notify_all();
  }

private:
  std::mutex Mutex;
  std::condition_variable NotFull, NotEmpty;
  std::deque<Event> Items;
  bool Closed = false;
};

struct Closing {
  Buffered &Channel;
  ~Closing() { Channel.close(); }
};

grpc::Status streamRepaired(grpc::ServerContext *context,
                            grpc::ServerWriter<Event> *writer) {
  Buffered events;
  std::thread generator([&events] {
    Event event{};
    while (nextEvent(event) && events.put(event)) {
    }
    events.close();
  });
  grpc::Status status = grpc::Status::OK;
  while (auto event = events.take())
    if (context->IsCancelled() || !writer->Write(*event)) {
      status = grpc::Status::CANCELLED;
      break;
    }
  events.close();
  generator.join();
  return status;
}

grpc::Status streamAsyncRepaired(grpc::ServerContext *context,
                                 grpc::ServerWriter<Event> *writer) {
  Buffered events;
  auto done = std::async(std::launch::async, [&events] {
    Event event{};
    while (nextEvent(event) && events.put(event)) {
    }
    events.close();
  });
  Closing closing{events};
  while (auto event = events.take())
    if (context->IsCancelled() || !writer->Write(*event))
      return grpc::Status::CANCELLED;
  return grpc::Status::OK;
}

// The channel is right, and nobody closes it.
grpc::Status streamUnclosed(grpc::ServerWriter<Event> *writer) {
  Buffered events;
  std::thread generator([&events] {
    Event event{};
    while (nextEvent(event) && events.put(event)) {
    }
    events.close();
  });
  grpc::Status status = grpc::Status::OK;
  while (auto event = events.take())
    if (!writer->Write(*event)) {
      status = grpc::Status::CANCELLED;
      break;
    }
  generator.join();
  return status;
}
// CHECK-MESSAGES: :[[@LINE-13]]:39: warning: 'streamUnclosed' can leave without closing 'events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-16]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-10]]:15: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: this waits for the task, with 'events' still open

// Closing would not end a generator that does not ask what became of its put.
grpc::Status streamForEver(grpc::ServerWriter<Event> *writer) {
  Buffered events;
  std::thread generator([&events] {
    Event event{};
    while (true) {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE+12]]:13: note: this join hangs
      nextEvent(event);
      events.put(event);
    }
  });
  grpc::Status status = grpc::Status::OK;
  while (auto event = events.take())
    if (!writer->Write(*event)) {
      status = grpc::Status::CANCELLED;
      break;
    }
  events.close();
  generator.join();
  return status;
}

//===--- C++20: a put that watches the call's cancellation ----------------===//

#if __cplusplus >= 202002L
class Stoppable {
public:
  bool put(const Event &E, std::stop_token token) {
    std::unique_lock lock(Mutex);
    if (!Changed.wait(lock, token, [this] { return Items.size() < 16; }))
      return false;
    Items.push_back(E);
    Changed.notify_all();
    return true;
  }
  std::optional<Event> take() {
    std::unique_lock lock(Mutex);
    Changed.wait(lock, [this] { return Ended || !Items.empty(); });
    if (Items.empty())
      return std::nullopt;
    Event E = Items.front();
    Items.pop_front();
    Changed.notify_all();
    return E;
  }
  void end() {
    std::scoped_lock lock(Mutex);
    Ended = true;
    Changed.notify_all();
  }

private:
  std::mutex Mutex;
  std::condition_variable_any Changed;
  std::deque<Event> Items;
  bool Ended = false;
};

grpc::Status streamStoppable(grpc::ServerWriter<Event> *writer) {
  Stoppable events;
  std::jthread generator([&events](std::stop_token token) {
    Event event{};
    while (nextEvent(event) && events.put(event, token)) {
    }
    events.end();
  });
  while (auto event = events.take())
    if (!writer->Write(*event))
      return grpc::Status::CANCELLED;
  return grpc::Status::OK;
}

grpc::Status streamJoining(grpc::ServerWriter<Event> *writer) {
  Buffered events;
  std::jthread generator([&events] {
    Event event{};
    while (nextEvent(event) && events.put(event)) {
    }
    events.close();
  });
  while (auto event = events.take())
    if (!writer->Write(*event))
      return grpc::Status::CANCELLED;
  return grpc::Status::OK;
}
// CHECK-MESSAGES-CXX20: :[[@LINE-9]]:39: warning: 'streamJoining' can leave without closing 'events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES-CXX20: :[[@LINE-12]]:16: note: the task starts here
// CHECK-MESSAGES-CXX20: :[[@LINE-7]]:15: note: the loop goes on
// CHECK-MESSAGES-CXX20: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES-CXX20: :[[@LINE-7]]:7: note: this return leaves 'events' open
#endif
