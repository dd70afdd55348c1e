// leash-abandoned-channel with catalogued queues: oneTBB, Boost, and mocks of
// Folly and moodycamel.
//
// REQUIRES: boost-headers, tbb-headers
// RUN: %check %s leash-abandoned-channel -std=c++17 -- -- -isystem %S/../api/mocks

#include <blockingconcurrentqueue.h>
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>
#include <boost/thread.hpp>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <boost/thread/concurrent_queues/sync_queue.hpp>
#include <folly/MPMCQueue.h>
#include <oneapi/tbb/concurrent_queue.h>
#include <thread>

bool makeEvent(int &Event);
bool sendEvent(int Socket, int Event);
bool readEvent(int Socket, int &Event);
void consume(int Event);

// oneTBB: bounded once it is given a capacity.
void tbbBounded(int Socket) {
  tbb::concurrent_bounded_queue<int> Events;
  Events.set_capacity(16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.push(Event);
    Events.push(-1);
  });
  int Event;
  while (true) {
    Events.pop(Event);
    if (Event < 0 || !sendEvent(Socket, Event))
      break;
  }
  Generator.join();
}
void tbbAborted(int Socket) {
  tbb::concurrent_bounded_queue<int> Events;
  Events.set_capacity(16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.push(Event);
    Events.push(-1);
  });
  int Event;
  while (true) {
    Events.pop(Event);
    if (Event < 0 || !sendEvent(Socket, Event))
      break;
  }
  Events.abort();
  Generator.join();
}
void tbbUnbounded(int Socket) {
  tbb::concurrent_bounded_queue<int> Events;
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.push(Event);
    Events.push(-1);
  });
  int Event;
  while (true) {
    Events.pop(Event);
    if (Event < 0 || !sendEvent(Socket, Event))
      break;
  }
  Generator.join();
}
void tbbTried(int Socket) {
  tbb::concurrent_bounded_queue<int> Events;
  Events.set_capacity(16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.try_push(Event);
    Events.try_push(-1);
  });
  int Event;
  while (true) {
    Events.pop(Event);
    if (Event < 0 || !sendEvent(Socket, Event))
      break;
  }
  Generator.join();
}

// Boost.Thread.
void boostBounded(int Socket) {
  boost::sync_bounded_queue<int> Events(16);
  boost::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.push_back(Event);
    Events.close();
  });
  int Event;
  while (Events.wait_pull_front(Event) == boost::queue_op_status::success)
    if (!sendEvent(Socket, Event))
      break;
  Generator.join();
}
void boostBoundedClosed(int Socket) {
  boost::sync_bounded_queue<int> Events(16);
  boost::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      if (Events.wait_push_back(Event) != boost::queue_op_status::success)
        return;
    Events.close();
  });
  int Event;
  while (Events.wait_pull_front(Event) == boost::queue_op_status::success)
    if (!sendEvent(Socket, Event))
      break;
  Events.close();
  Generator.join();
}
void boostInterrupted(int Socket) {
  boost::sync_bounded_queue<int> Events(16);
  boost::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.push_back(Event);
    Events.close();
  });
  int Event;
  while (Events.wait_pull_front(Event) == boost::queue_op_status::success)
    if (!sendEvent(Socket, Event))
      break;
  Generator.interrupt();
  Generator.join();
}
void boostConsumer(int Socket) {
  boost::sync_queue<int> Events;
  boost::thread Worker([&] {
    int Event;
    while (Events.wait_pull(Event) == boost::queue_op_status::success)
      consume(Event);
  });
  int Event;
  while (readEvent(Socket, Event))
    Events.push(Event);
  Worker.join();
}
void boostConsumerClosed(int Socket) {
  boost::sync_queue<int> Events;
  boost::thread Worker([&] {
    int Event;
    while (Events.wait_pull(Event) == boost::queue_op_status::success)
      consume(Event);
  });
  int Event;
  while (readEvent(Socket, Event))
    Events.push(Event);
  Events.close();
  Worker.join();
}

// Boost.Fiber: between threads, too.
void fiberBuffered(int Socket) {
  boost::fibers::buffered_channel<int> Events(16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.push(Event);
    Events.close();
  });
  int Event;
  while (Events.pop(Event) == boost::fibers::channel_op_status::success)
    if (!sendEvent(Socket, Event))
      break;
  Generator.join();
}
void fiberUnbuffered(int Socket) {
  boost::fibers::unbuffered_channel<int> Events;
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.push(Event);
    Events.close();
  });
  int Event;
  while (Events.pop(Event) == boost::fibers::channel_op_status::success)
    if (!sendEvent(Socket, Event))
      break;
  Generator.join();
}
void fiberClosed(int Socket) {
  boost::fibers::unbuffered_channel<int> Events;
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      if (Events.push(Event) != boost::fibers::channel_op_status::success)
        return;
    Events.close();
  });
  int Event;
  while (Events.pop(Event) == boost::fibers::channel_op_status::success)
    if (!sendEvent(Socket, Event))
      break;
  Events.close();
  Generator.join();
}

// Folly.
void follyBounded(int Socket) {
  folly::MPMCQueue<int> Events(16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.blockingWrite(Event);
    Events.blockingWrite(-1);
  });
  for (;;) {
    int Event;
    Events.blockingRead(Event);
    if (Event < 0)
      break;
    if (!sendEvent(Socket, Event))
      break;
  }
  Generator.join();
}
void follyDrained(int Socket) {
  folly::MPMCQueue<int> Events(16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.blockingWrite(Event);
    Events.blockingWrite(-1);
  });
  bool Good = true;
  for (;;) {
    int Event;
    Events.blockingRead(Event);
    if (Event < 0)
      break;
    Good = Good && sendEvent(Socket, Event);
  }
  Generator.join();
}

// moodycamel: unbounded, and told to end by an element.
void moodycamelConsumer(int Socket, int Most) {
  moodycamel::BlockingConcurrentQueue<int> Events;
  std::thread Worker([&] {
    int Event;
    for (;;) {
      Events.wait_dequeue(Event);
      if (Event < 0)
        return;
      consume(Event);
    }
  });
  int Event;
  while (readEvent(Socket, Event)) {
    if (Event > Most) {
      Worker.join();
      return;
    }
    Events.enqueue(Event);
  }
  Events.enqueue(-1);
  Worker.join();
}
void moodycamelTold(int Socket, int Most) {
  moodycamel::BlockingConcurrentQueue<int> Events;
  std::thread Worker([&] {
    int Event;
    for (;;) {
      Events.wait_dequeue(Event);
      if (Event < 0)
        return;
      consume(Event);
    }
  });
  int Event;
  while (readEvent(Socket, Event)) {
    if (Event > Most)
      break;
    Events.enqueue(Event);
  }
  Events.enqueue(-1);
  Worker.join();
}
