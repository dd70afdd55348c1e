// leash-missing-timeout: libraries of C++ that no other file is about.
//
// RUN: %check %s leash-missing-timeout -std=c++14-or-later -mocks
#include <boost/asio.hpp>
#include <cpr/cpr.h>
#include <echo.grpc.pb.h>
#include <httplib.h>
#include <librdkafka/rdkafkacpp.h>
#include <memory>

namespace net = boost::asio;
using namespace std::chrono_literals;

//===--- cpp-httplib has limits of its own --------------------------------===//

bool http() {
  httplib::Client client("service", 8080);
  return static_cast<bool>(client.Get("/"));
}
bool httpInTime() {
  httplib::Client client("service", 8080);
  client.set_read_timeout(5s);
  client.set_read_timeout(5, 0);
  return static_cast<bool>(client.Get("/"));
}
bool httpForEver() {
  httplib::Client client("service", 8080);
  client.set_read_timeout(-1);
  return static_cast<bool>(client.Get("/"));
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'Get' can wait for ever for the server: the time limit of 'client' is -1, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: it is set here
}
bool httpOfSomebody(httplib::Client &client) {
  return static_cast<bool>(client.Get("/"));
}
void httpServes(httplib::Server &server) { server.listen("*", 80); }

//===--- gRPC -------------------------------------------------------------===//

bool unary(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Say' can wait for ever for the server: 'context' has no time limit; set_deadline() limits it [leash-missing-timeout]
}
bool unaryThroughInterface(demo::Echo::StubInterface &stub) {
  grpc::ClientContext context;
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Say' can wait for ever for the server: 'context' has no time limit; set_deadline() limits it [leash-missing-timeout]
}
bool unaryThroughPointer(const std::unique_ptr<demo::Echo::Stub> &stub) {
  grpc::ClientContext context;
  demo::Reply reply;
  grpc::Status status = stub->Say(&context, demo::Request(), &reply);
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'Say' can wait for ever for the server: 'context' has no time limit; set_deadline() limits it [leash-missing-timeout]
  return status.ok();
}
bool unaryInTime(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + 5s);
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
}
void limit(grpc::ClientContext &context) {
  context.set_deadline(std::chrono::system_clock::now() + 5s);
}
bool unaryHelped(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  limit(context);
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
}
void elsewhere(grpc::ClientContext *);
bool unaryAdjusted(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  elsewhere(&context);
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
}
bool unaryOfSomebody(demo::Echo::Stub &stub, grpc::ClientContext &context) {
  demo::Reply reply;
  return stub.Say(&context, demo::Request(), &reply).ok();
}
void stream(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  auto reader = stub.Listen(&context, demo::Request());
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'Listen' can wait for ever for the server: 'context' has no time limit; set_deadline() limits it [leash-missing-timeout]
  demo::Reply reply;
  while (reader->Read(&reply)) {
  }
}
void streamInTime(demo::Echo::Stub &stub) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + 60s);
  auto reader = stub.Listen(&context, demo::Request());
  demo::Reply reply;
  while (reader->Read(&reply)) {
  }
}
// A method of ours that only looks like one of theirs.
class Facade {
public:
  void say(grpc::ClientContext *context);
};
void facade(Facade &facade) {
  grpc::ClientContext context;
  facade.say(&context);
}

//===--- Asio: datagrams --------------------------------------------------===//

void datagram(net::io_context &io) {
  char buffer[64];
  net::ip::udp::socket socket(io);
  net::ip::udp::endpoint from;
  socket.receive_from(net::buffer(buffer), from);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'receive_from' can wait for ever for data: 'socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]
}
void datagramOfSomebody(net::ip::udp::socket &socket) {
  char buffer[64];
  net::ip::udp::endpoint from;
  socket.receive_from(net::buffer(buffer), from);
}
void datagramWithoutWaiting(net::io_context &io) {
  char buffer[64];
  net::ip::udp::socket socket(io);
  net::ip::udp::endpoint from;
  socket.non_blocking(true);
  socket.receive_from(net::buffer(buffer), from);
}

//===--- librdkafka -------------------------------------------------------===//

void producer(RdKafka::Producer &kafka) {
  kafka.flush(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'flush' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void producerInTime(RdKafka::Producer &kafka) {
  kafka.poll(0);
  kafka.flush(10000);
  kafka.commit_transaction(-1);
}
void poller(RdKafka::KafkaConsumer &kafka) {
  kafka.poll(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
