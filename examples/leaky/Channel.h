// A bounded channel that cannot be closed
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef LEASH_EXAMPLES_LEAKY_CHANNEL_H
#define LEASH_EXAMPLES_LEAKY_CHANNEL_H

#include <condition_variable>
#include <deque>
#include <mutex>

template <typename T> class Channel {
public:
  explicit Channel(size_t Limit) : Limit(Limit) {}

  /// Waits for room.
  void put(T Item) {
    std::unique_lock<std::mutex> Lock(Mutex);
    Taken.wait(Lock, [this] { return Items.size() < Limit; });
    Items.push_back(std::move(Item));
    Added.notify_one();
  }

  /// Waits for an item.
  T take() {
    std::unique_lock<std::mutex> Lock(Mutex);
    Added.wait(Lock, [this] { return !Items.empty(); });
    T Item = std::move(Items.front());
    Items.pop_front();
    Taken.notify_one();
    return Item;
  }

private:
  const size_t Limit;
  std::mutex Mutex;
  std::condition_variable Added;
  std::condition_variable Taken;
  std::deque<T> Items;
};

#endif
