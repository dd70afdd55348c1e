// Channels of a project's own, and what is at their ends.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

struct Event {
  int Id = 0;
  bool Last = false;
};

bool makeEvent(Event &E);

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

/// Bounded; can be closed from both ends.
template <typename T> class Channel {
public:
  explicit Channel(std::size_t Capacity) : Capacity(Capacity) {}

  bool put(T Item) {
    std::unique_lock<std::mutex> Lock(Mutex);
    NotFull.wait(Lock, [&] { return Closed || Items.size() < Capacity; });
    if (Closed)
      return false;
    Items.push_back(std::move(Item));
    NotEmpty.notify_one();
    return true;
  }

  bool try_put(T Item) {
    std::unique_lock<std::mutex> Lock(Mutex);
    if (Closed || Items.size() >= Capacity)
      return false;
    Items.push_back(std::move(Item));
    NotEmpty.notify_one();
    return true;
  }

  template <typename Duration> bool put_for(T Item, Duration Limit) {
    std::unique_lock<std::mutex> Lock(Mutex);
    if (!NotFull.wait_for(Lock, Limit, [&] {
          return Closed || Items.size() < Capacity;
        }))
      return false;
    Items.push_back(std::move(Item));
    NotEmpty.notify_one();
    return true;
  }

  std::optional<T> take() {
    std::unique_lock<std::mutex> Lock(Mutex);
    NotEmpty.wait(Lock, [&] { return Closed || !Items.empty(); });
    if (Items.empty())
      return std::nullopt;
    std::optional<T> Item(std::move(Items.front()));
    Items.pop_front();
    NotFull.notify_one();
    return Item;
  }

  bool take(T &Item) {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Closed && Items.empty())
      NotEmpty.wait(Lock);
    if (Items.empty())
      return false;
    Item = std::move(Items.front());
    Items.pop_front();
    NotFull.notify_one();
    return true;
  }

  void close() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Closed = true;
    NotFull.notify_all();
    NotEmpty.notify_all();
  }

  bool isClosed() const {
    std::lock_guard<std::mutex> Lock(Mutex);
    return Closed;
  }

private:
  mutable std::mutex Mutex;
  std::condition_variable NotFull, NotEmpty;
  std::deque<T> Items;
  const std::size_t Capacity;
  bool Closed = false;
};

/// Unbuffered: a put waits until its element is taken. Cannot be closed.
class Rendezvous {
public:
  void put(const Event &E) {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (Full)
      Changed.wait(Lock);
    Item = E;
    Full = true;
    Changed.notify_all();
    while (Full)
      Changed.wait(Lock);
  }

  Event take() {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (!Full)
      Changed.wait(Lock);
    Full = false;
    Changed.notify_all();
    return Item;
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  Event Item;
  bool Full = false;
};

/// Closes a channel when it dies.
template <typename T> struct Closer {
  explicit Closer(Channel<T> &Guarded) : Guarded(Guarded) {}
  ~Closer() { Guarded.close(); }
  Channel<T> &Guarded;
};

/// A guard as of GSL or Abseil.
template <typename F> struct Finally {
  explicit Finally(F Action) : Action(Action) {}
  ~Finally() { Action(); }
  F Action;
};
