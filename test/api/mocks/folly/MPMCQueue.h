// A mock of what folly.yaml speaks of: the signatures of folly/MPMCQueue.h.
#pragma once

#include <chrono>
#include <cstddef>

namespace folly {

template <typename T> class MPMCQueue {
public:
  MPMCQueue() = default;
  explicit MPMCQueue(std::size_t Capacity);
  template <typename... Args> void blockingWrite(Args &&...args) noexcept;
  template <typename... Args> bool write(Args &&...args) noexcept;
  template <typename... Args> bool writeIfNotFull(Args &&...args) noexcept;
  template <class Clock, typename... Args>
  bool tryWriteUntil(const std::chrono::time_point<Clock> &When,
                     Args &&...args) noexcept;
  void blockingRead(T &Element) noexcept;
  bool read(T &Element) noexcept;
  bool readIfNotEmpty(T &Element) noexcept;
  template <class Clock>
  bool tryReadUntil(const std::chrono::time_point<Clock> &When,
                    T &Element) noexcept;
  std::ptrdiff_t size() const noexcept;
};

} // namespace folly
