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
// CHECK-MESSAGES: :[[@LINE-11]]:14: warning: 'tbbBounded' can leave without closing 'Events': 'push' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-15]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-8]]:22: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
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
// CHECK-MESSAGES: :[[@LINE-9]]:14: warning: 'boostBounded' can leave without closing 'Events': 'push_back' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-13]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
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
// CHECK-MESSAGES: :[[@LINE-8]]:19: warning: 'boostConsumer' can leave without closing 'Events': 'wait_pull' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-11]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-6]]:10: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: this waits for the task, with 'Events' still open
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
// CHECK-MESSAGES: :[[@LINE-9]]:14: warning: 'fiberBuffered' can leave without closing 'Events': 'push' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-13]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
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
// CHECK-MESSAGES: :[[@LINE-9]]:14: warning: 'fiberUnbuffered' can leave without closing 'Events': 'push' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-13]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open
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
// CHECK-MESSAGES: :[[@LINE-13]]:14: warning: 'follyBounded' can leave 'Events', which has no closed state: 'blockingWrite' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-17]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:3: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: this waits for the task, with 'Events' still open
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
// CHECK-MESSAGES: :[[@LINE-17]]:14: warning: 'moodycamelConsumer' can leave 'Events', which has no closed state: 'wait_dequeue' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-21]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-12]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-12]]:14: note: this waits for the task, with 'Events' still open
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
