// The options of leash-missing-timeout; those of sockets are in
// missing-timeout-sockets.c, DefaultTimeoutMs in missing-timeout-fix.cpp.
//
// RUN: %check %s leash-missing-timeout -std=c++14-or-later -mocks -check-suffix=,KERNEL
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks -- "--config={CheckOptions: [{key: leash-missing-timeout.KernelBounded, value: false}]}"
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks -check-suffix=,KERNEL,STRICT -- "--config={CheckOptions: [{key: leash-missing-timeout.StrictSockets, value: true}]}"
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks -check-suffix=,KERNEL,ACCEPT -- "--config={CheckOptions: [{key: leash-missing-timeout.AcceptLoops, value: true}]}"
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks -check-suffix=,KERNEL,RESOLVE -- "--config={CheckOptions: [{key: leash-missing-timeout.Resolvers, value: true}]}"
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks -check-suffix=,KERNEL,API -- "--config={CheckOptions: [{key: leash-missing-timeout.ApiFiles, value: %S/Inputs/missing-timeout-api.yaml}]}"
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks -check-suffix=,KERNEL,API -- "--config={CheckOptions: [{key: ApiFiles, value: %S/Inputs/missing-timeout-api.yaml}]}"
#include <boost/asio.hpp>
#include <chrono>
#include <curl/curl.h>
#include <string>
#include <zmq.h>

namespace net = boost::asio;
using tcp = net::ip::tcp;

void serve(tcp::socket);

//===--- Always reported --------------------------------------------------===//

void get(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}

//===--- KernelBounded ----------------------------------------------------===//

void connects(net::io_context &io, const tcp::endpoint &to) {
  tcp::socket socket(io);
  socket.connect(to);
  // CHECK-MESSAGES-KERNEL: :[[@LINE-1]]:10: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; start async_connect() and drive it with io_context::run_for() [leash-missing-timeout]
}
void connectsSomebodys(tcp::socket &socket, const tcp::endpoint &to) {
  socket.connect(to);
}

//===--- StrictSockets ----------------------------------------------------===//

void writes(net::io_context &io, const std::string &text) {
  tcp::socket socket(io);
  net::write(socket, net::buffer(text));
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:8: warning: 'write' can wait for ever for the peer to read: 'socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]
}
void writesSome(net::io_context &io, const std::string &text) {
  tcp::socket socket(io);
  socket.write_some(net::buffer(text));
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:10: warning: 'write_some' can wait for ever for the peer to read: 'socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]
}
void writesWithoutWaiting(net::io_context &io, const std::string &text) {
  tcp::socket socket(io);
  socket.non_blocking(true);
  socket.write_some(net::buffer(text));
}
void writesInTime(const std::string &text) {
  void *socket = zmq_socket(zmq_ctx_new(), ZMQ_REQ);
  int limit = 1000;
  zmq_setsockopt(socket, ZMQ_SNDTIMEO, &limit, sizeof limit);
  zmq_send(socket, text.data(), text.size(), 0);
}
void writesToZmq(const std::string &text) {
  void *socket = zmq_socket(zmq_ctx_new(), ZMQ_REQ);
  zmq_send(socket, text.data(), text.size(), 0);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'zmq_send' can wait for ever for the peer: 'socket' has no time limit; ZMQ_SNDTIMEO limits it [leash-missing-timeout]
}

//===--- AcceptLoops ------------------------------------------------------===//

void accepts(net::io_context &io, const tcp::endpoint &at) {
  tcp::acceptor acceptor(io, at);
  while (true)
    serve(acceptor.accept());
    // CHECK-MESSAGES-ACCEPT: :[[@LINE-1]]:20: warning: 'accept' can wait for ever for a connection: 'acceptor' has no time limit; Asio has none for synchronous calls: start async_accept() and drive it with io_context::run_for() [leash-missing-timeout]
}
void acceptsSomebodys(tcp::acceptor &acceptor) {
  while (true)
    serve(acceptor.accept());
}
// A server's socket waits for requests by design.
void answers() {
  char request[64];
  void *socket = zmq_socket(zmq_ctx_new(), ZMQ_REP);
  zmq_bind(socket, "tcp://*:5555");
  while (zmq_recv(socket, request, sizeof request, 0) >= 0)
    zmq_send(socket, request, 1, 0);
  zmq_close(socket);
}

//===--- Resolvers --------------------------------------------------------===//

void resolves(tcp::resolver &resolver) {
  resolver.resolve("cache", "http");
  // CHECK-MESSAGES-RESOLVE: :[[@LINE-1]]:12: warning: 'resolve' can wait for ever for the resolver: no time limit is given; start async_resolve() and drive it with io_context::run_for() [leash-missing-timeout]
}

//===--- ApiFiles ---------------------------------------------------------===//

namespace acme {
class RpcClient {
public:
  explicit RpcClient(const char *Address);
  void setConnectLimit(int Milliseconds);
  void setDeadline(int Milliseconds);
  std::string call(const std::string &Request);
  bool waitForEvent(int Milliseconds = -1);
};
} // namespace acme

void calls() {
  acme::RpcClient client("backend");
  client.call("ping");
  // CHECK-MESSAGES-API: :[[@LINE-1]]:10: warning: 'call' can wait for ever for the answer: 'client' has no time limit; setDeadline limits it [leash-missing-timeout]
}
void callsWhenConnected() {
  acme::RpcClient client("backend");
  client.setConnectLimit(500);
  client.call("ping");
  // CHECK-MESSAGES-API: :[[@LINE-1]]:10: warning: 'call' can wait for ever for the answer: 'client' has a time limit, but it limits the connection phase only [leash-missing-timeout]
  // CHECK-MESSAGES-API: :[[@LINE-3]]:10: note: the limit is set here
}
void callsPatiently() {
  acme::RpcClient client("backend");
  client.setDeadline(-1);
  client.call("ping");
  // CHECK-MESSAGES-API: :[[@LINE-1]]:10: warning: 'call' can wait for ever for the answer: the time limit of 'client' is -1, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES-API: :[[@LINE-3]]:10: note: it is set here
}
void callsInTime() {
  acme::RpcClient client("backend");
  client.setDeadline(2000);
  client.call("ping");
}
void callsSomebodys(acme::RpcClient &client) { client.call("ping"); }
void waits(acme::RpcClient &client) {
  client.waitForEvent();
  // CHECK-MESSAGES-API: :[[@LINE-1]]:10: warning: 'waitForEvent' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void waitsInTime(acme::RpcClient &client) { client.waitForEvent(100); }
