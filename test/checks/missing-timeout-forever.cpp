// leash-missing-timeout: time limits that say "for ever" at the call, whoever
// owns the handle.
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -mocks
#include <atomic>
#include <chrono>
#include <echo.grpc.pb.h>
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <zmq.h>

//===--- Spellings --------------------------------------------------------===//

#define FOREVER -1
#define FOREVER_IN_PARENTHESES (-1)
constexpr int Infinite = -1;
const int ConstInfinite = -1;
static const int StaticInfinite = -1;
enum { EnumInfinite = -1 };
enum class Wait : int { Forever = -1, Short = 100 };
int Setting = -1;
const int Read = Setting;

void literal(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void macro(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(FOREVER);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void parentheses(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(FOREVER_IN_PARENTHESES);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void constant(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(Infinite);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void constConstant(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(ConstInfinite);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void staticConstant(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(StaticInfinite);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void enumerator(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(EnumInfinite);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void scopedEnumerator(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(static_cast<int>(Wait::Forever));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void computed(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(1 - 2);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void notConstant(RdKafka::KafkaConsumer &consumer, int limit) {
  consumer.consume(Setting);
  consumer.consume(Read);
  consumer.consume(limit);
  consumer.consume(limit > 0 ? limit : -1);
}
void finite(RdKafka::KafkaConsumer &consumer) {
  consumer.consume(0);
  consumer.consume(100);
  consumer.consume(static_cast<int>(Wait::Short));
  consumer.consume(-2);
}
void inALoop(RdKafka::KafkaConsumer &consumer, std::atomic<bool> &stop) {
  while (!stop)
    std::unique_ptr<RdKafka::Message> message(consumer.consume(-1));
    // CHECK-MESSAGES: :[[@LINE-1]]:56: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void inALoopWithLimit(RdKafka::KafkaConsumer &consumer,
                      std::atomic<bool> &stop) {
  while (!stop)
    std::unique_ptr<RdKafka::Message> message(consumer.consume(100));
}
// Each call says it anew.
void twice(RdKafka::KafkaConsumer &consumer, RdKafka::Producer &producer) {
  consumer.consume(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
  producer.flush(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'flush' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}

//===--- librdkafka -------------------------------------------------------===//

void kafkaInC(rd_kafka_t *kafka) {
  rd_kafka_consumer_poll(kafka, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'rd_kafka_consumer_poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void kafkaInCWithLimit(rd_kafka_t *kafka) {
  rd_kafka_consumer_poll(kafka, 100);
  rd_kafka_poll(kafka, 0);
  rd_kafka_flush(kafka, 10000);
}
// Here it means what is left of the transaction's time, and is recommended.
void transactions(RdKafka::Producer *producer, rd_kafka_t *kafka) {
  producer->init_transactions(-1);
  producer->commit_transaction(-1);
  producer->abort_transaction(-1);
  rd_kafka_init_transactions(kafka, -1);
  rd_kafka_commit_transaction(kafka, -1);
  rd_kafka_abort_transaction(kafka, -1);
}

//===--- Descriptors ------------------------------------------------------===//

// For whom it waits is not known: several, with a way to stop among them?
void ofSomebody(int fd, fd_set &set) {
  select(fd + 1, &set, nullptr, nullptr, nullptr);
}
void nullInCxx(int fd) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  select(fd + 1, &set, nullptr, nullptr, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'select' is given no time limit: a null pointer means wait for ever [leash-missing-timeout]
}
void nullMacro(int fd) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  select(fd + 1, &set, NULL, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'select' is given no time limit: a null pointer means wait for ever [leash-missing-timeout]
}
void nullZero(int fd) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  select(fd + 1, &set, 0, 0, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'select' is given no time limit: a null pointer means wait for ever [leash-missing-timeout]
}
void zeroIsNotNull(int fd, fd_set &set) {
  timeval none = {0, 0};
  select(fd + 1, &set, nullptr, nullptr, &none);
}
void anyNegative(pollfd &fd) {
  poll(&fd, 1, -1000);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' is given no time limit: -1000 means wait for ever [leash-missing-timeout]
}
void zeroPolls(pollfd &fd) { poll(&fd, 1, 0); }

//===--- Points in time and constants of libraries ------------------------===//

void never(grpc::Channel &channel) {
  channel.WaitForConnected(std::chrono::system_clock::time_point::max());
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'WaitForConnected' is given no time limit: 'max' means wait for ever [leash-missing-timeout]
}
void neverInC(grpc::Channel &channel) {
  channel.WaitForConnected(gpr_inf_future(GPR_CLOCK_REALTIME));
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'WaitForConnected' is given no time limit: 'gpr_inf_future' means wait for ever [leash-missing-timeout]
}
void soon(grpc::Channel &channel) {
  channel.WaitForConnected(std::chrono::system_clock::now() +
                           std::chrono::seconds(5));
  channel.WaitForConnected(gpr_now(GPR_CLOCK_REALTIME));
}
bool deadlineNever(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::time_point::max());
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Say' can wait for ever for the server: the time limit of 'context' is 'max', which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:11: note: it is set here
}
bool deadlineSoon(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() +
                       std::chrono::seconds(5));
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
}
bool deadlineOfTheServer(demo::Echo::Stub &stub,
                         const grpc::ServerContext &call) {
  grpc::ClientContext context;
  context.set_deadline(call.deadline());
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
}

//===--- Setters with for-ever values -------------------------------------===//

void zmqForEver() {
  void *socket = zmq_socket(zmq_ctx_new(), ZMQ_REQ);
  int limit = -1;
  zmq_setsockopt(socket, ZMQ_RCVTIMEO, &limit, sizeof limit);
  char reply[64];
  zmq_send(socket, "?", 1, ZMQ_DONTWAIT);
  zmq_recv(socket, reply, sizeof reply, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'zmq_recv' can wait for ever for a message: the time limit of 'socket' is -1, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-5]]:3: note: it is set here
  zmq_close(socket);
}
void zmqInTime() {
  void *socket = zmq_socket(zmq_ctx_new(), ZMQ_REQ);
  int limit = 5000;
  zmq_setsockopt(socket, ZMQ_RCVTIMEO, &limit, sizeof limit);
  char reply[64];
  zmq_send(socket, "?", 1, ZMQ_DONTWAIT);
  zmq_recv(socket, reply, sizeof reply, 0);
  zmq_close(socket);
}
void zmqPolls(zmq_pollitem_t &item) {
  zmq_poll(&item, 1, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'zmq_poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void zmqPollsInTime(zmq_pollitem_t &item) {
  zmq_poll(&item, 1, 1000);
  zmq_poll(&item, 1, 0);
}

//===--- Default arguments ------------------------------------------------===//

// A wrapper of ours: what it passes on is not constant.
struct Consumer {
  RdKafka::KafkaConsumer *Kafka;
  RdKafka::Message *next(int limit = -1) { return Kafka->consume(limit); }
};
void defaultOfAWrapper(Consumer &consumer) { consumer.next(); }
