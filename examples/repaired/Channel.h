// A bounded channel whose ends can both be told to leave
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef LEASH_EXAMPLES_REPAIRED_CHANNEL_H
#define LEASH_EXAMPLES_REPAIRED_CHANNEL_H

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

template <typename T> class Channel {
public:
  explicit Channel(size_t Limit) : Limit(Limit) {}

  /// Waits for room. False when the channel is closed.
  bool put(T Item) {
    std::unique_lock<std::mutex> Lock(Mutex);
    Taken.wait(Lock, [this] { return Closed || Items.size() < Limit; });
    return add(std::move(Item));
  }

  /// Never waits. False when the channel is full or closed.
  bool tryPut(T Item) {
    std::lock_guard<std::mutex> Lock(Mutex);
    return Items.size() < Limit && add(std::move(Item));
  }

  /// Waits for an item. Nothing when the channel is closed.
  std::optional<T> take() {
    std::unique_lock<std::mutex> Lock(Mutex);
    Added.wait(Lock, [this] { return Closed || !Items.empty(); });
    if (Closed)
      return std::nullopt;
    std::optional<T> Item = std::move(Items.front());
    Items.pop_front();
    Taken.notify_one();
    return Item;
  }

  /// Wakes everybody at both ends; what is still inside is dropped.
  void close() {
    {
      std::lock_guard<std::mutex> Lock(Mutex);
      Closed = true;
    }
    Added.notify_all();
    Taken.notify_all();
  }

private:
  bool add(T Item) {
    if (Closed)
      return false;
    Items.push_back(std::move(Item));
    Added.notify_one();
    return true;
  }

  const size_t Limit;
  std::mutex Mutex;
  std::condition_variable Added;
  std::condition_variable Taken;
  std::deque<T> Items;
  bool Closed = false;
};

#endif
