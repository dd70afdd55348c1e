// A mock of what moodycamel.yaml speaks of: the signatures of
// blockingconcurrentqueue.h.
#pragma once

#include <cstddef>
#include <cstdint>

namespace moodycamel {

struct ConcurrentQueueDefaultTraits {};

template <typename T, typename Traits = ConcurrentQueueDefaultTraits>
class BlockingConcurrentQueue {
public:
  explicit BlockingConcurrentQueue(std::size_t Capacity = 192);
  bool enqueue(const T &Item);
  bool enqueue(T &&Item);
  template <typename It> bool enqueue_bulk(It First, std::size_t Count);
  bool try_enqueue(const T &Item);
  bool try_enqueue(T &&Item);
  template <typename U> bool try_dequeue(U &Item);
  template <typename It> std::size_t try_dequeue_bulk(It First, std::size_t Max);
  template <typename U> void wait_dequeue(U &Item);
  template <typename U>
  bool wait_dequeue_timed(U &Item, std::int64_t Microseconds);
  template <typename It>
  std::size_t wait_dequeue_bulk(It First, std::size_t Max);
  std::size_t size_approx() const;
};

} // namespace moodycamel
