// The stories that Leash starts from, 5. Streaming RPC, with Boost: a bounded
// queue, and a channel between threads, whose taker leaves when a send fails.
//
// REQUIRES: boost-headers
// RUN: %check %s "leash-*" -std=c++17
#include <boost/fiber/unbuffered_channel.hpp>
#include <boost/smart_ptr/make_shared.hpp>
#include <boost/thread.hpp>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <boost/thread/scoped_thread.hpp>

namespace grpc {
struct Status {
  static const Status OK;
  static const Status CANCELLED;
};
template <typename T> struct ServerWriter {
  bool Write(const T &Message);
};
} // namespace grpc

struct Event {
  int Id;
};
bool nextEvent(Event &E);

using Queue = boost::sync_bounded_queue<Event>;
using boost::queue_op_status;
using boost::fibers::channel_op_status;

//===--- Leaky ------------------------------------------------------------===//

grpc::Status streamLeaky(grpc::ServerWriter<Event> *writer) {
  Queue events(16);
  boost::thread generator([&events] {
    Event event{};
    while (nextEvent(event))
      if (events.wait_push_back(event) != queue_op_status::success)
        return;
    events.close();
  });
  Event event{};
  while (events.wait_pull_front(event) == queue_op_status::success)
    if (!writer->Write(event)) {
      generator.join();
      return grpc::Status::CANCELLED;
    }
  generator.join();
  return grpc::Status::OK;
}
// CHECK-MESSAGES: :[[@LINE-13]]:18: warning: 'streamLeaky' can leave without closing 'events': 'wait_push_back' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-17]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-10]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-10]]:17: note: this waits for the task, with 'events' still open

// Between threads, a channel of fibers is one like any other.
grpc::Status streamUnbufferedLeaky(grpc::ServerWriter<Event> *writer) {
  boost::fibers::unbuffered_channel<Event> events;
  boost::thread generator([&events] {
    Event event{};
    while (nextEvent(event) &&
           events.push(event) == channel_op_status::success) {
    }
    events.close();
  });
  bool good = true;
  Event event{};
  while (good && events.pop(event) == channel_op_status::success)
    good = writer->Write(event);
  generator.join();
  return good ? grpc::Status::OK : grpc::Status::CANCELLED;
}
// CHECK-MESSAGES: :[[@LINE-11]]:19: warning: 'streamUnbufferedLeaky' can leave without closing 'events': 'push' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-15]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:18: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-8]]:10: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-7]]:13: note: this waits for the task, with 'events' still open

// The queue is the object's, and nothing but this function comes to it.
class Streamer {
public:
  grpc::Status stream(grpc::ServerWriter<Event> *writer) {
    boost::thread generator([this] { generate(); });
    grpc::Status status = grpc::Status::OK;
    Event event{};
    while (Events.wait_pull_front(event) == queue_op_status::success)
      if (!writer->Write(event)) {
        status = grpc::Status::CANCELLED;
        break;
      }
    generator.join();
    return status;
  }

private:
  void generate() {
    Event event{};
    while (nextEvent(event))
      Events.push_back(event);
    Events.close();
  }
  Queue Events{16};
};
// CHECK-MESSAGES: :[[@LINE-5]]:14: warning: 'stream' can leave without closing 'Events': 'push_back' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-22]]:19: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-20]]:12: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-20]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-17]]:15: note: this waits for the task, with 'Events' still open

// Nobody waits for it, and it stays for ever.
grpc::Status streamLetGo(grpc::ServerWriter<Event> *writer) {
  auto events = boost::make_shared<Queue>(16);
  boost::thread([events] {
    Event event{};
    while (nextEvent(event))
      if (events->wait_push_back(event) != queue_op_status::success)
        return;
    events->close();
  }).detach();
  Event event{};
  while (events->wait_pull_front(event) == queue_op_status::success)
    if (!writer->Write(event))
      return grpc::Status::CANCELLED;
  return grpc::Status::OK;
}
// CHECK-MESSAGES: :[[@LINE-10]]:19: warning: 'streamLetGo' can leave without closing 'events': 'wait_push_back' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-14]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-7]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-7]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:7: note: this return leaves 'events' open

//===--- Repaired ---------------------------------------------------------===//

grpc::Status streamRepaired(grpc::ServerWriter<Event> *writer) {
  Queue events(16);
  boost::thread generator([&events] {
    Event event{};
    while (nextEvent(event))
      if (events.wait_push_back(event) != queue_op_status::success)
        return;
    events.close();
  });
  grpc::Status status = grpc::Status::OK;
  Event event{};
  while (events.wait_pull_front(event) == queue_op_status::success)
    if (!writer->Write(event)) {
      status = grpc::Status::CANCELLED;
      break;
    }
  events.close();
  generator.join();
  return status;
}

struct Closing {
  boost::fibers::unbuffered_channel<Event> &Channel;
  ~Closing() { Channel.close(); }
};
grpc::Status streamUnbufferedRepaired(grpc::ServerWriter<Event> *writer) {
  boost::fibers::unbuffered_channel<Event> events;
  boost::scoped_thread<> generator(boost::thread([&events] {
    Event event{};
    while (nextEvent(event) &&
           events.push(event) == channel_op_status::success) {
    }
    events.close();
  }));
  Closing closing{events};
  Event event{};
  while (events.pop(event) == channel_op_status::success)
    if (!writer->Write(event))
      return grpc::Status::CANCELLED;
  return grpc::Status::OK;
}

// What waits in a queue of Boost.Thread's can be interrupted.
grpc::Status streamInterrupted(grpc::ServerWriter<Event> *writer) {
  Queue events(16);
  boost::thread generator([&events] {
    Event event{};
    while (nextEvent(event))
      events.push_back(event);
    events.close();
  });
  grpc::Status status = grpc::Status::OK;
  Event event{};
  while (events.wait_pull_front(event) == queue_op_status::success)
    if (!writer->Write(event)) {
      status = grpc::Status::CANCELLED;
      break;
    }
  generator.interrupt();
  generator.join();
  return status;
}

class RepairedStreamer {
public:
  grpc::Status stream(grpc::ServerWriter<Event> *writer) {
    boost::thread generator([this] { generate(); });
    grpc::Status status = grpc::Status::OK;
    Event event{};
    while (Events.wait_pull_front(event) == queue_op_status::success)
      if (!writer->Write(event)) {
        status = grpc::Status::CANCELLED;
        break;
      }
    Events.close();
    generator.join();
    return status;
  }

private:
  void generate() {
    Event event{};
    while (nextEvent(event))
      if (Events.wait_push_back(event) != queue_op_status::success)
        return;
    Events.close();
  }
  Queue Events{16};
};
