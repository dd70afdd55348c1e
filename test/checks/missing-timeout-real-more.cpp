// leash-missing-timeout with the real headers of more libraries in C++, and of
// GIO: leaking, limited, and limited in a way that is easy to overlook.
//
// REQUIRES: poco-headers, cppzmq-headers, pqxx-headers, glib-headers, newest-llvm
// RUN: %check %s leash-missing-timeout -std=c++17 -- -- -I%S/../api/mocks -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <Poco/Net/DatagramSocket.h>
#include <Poco/Net/StreamSocket.h>
#include <gio/gio.h>
#include <pqxx/pqxx>
#include <sw/redis++/redis++.h>
#include <zmq.hpp>

static char buffer[64];

//===--- POCO -------------------------------------------------------------===//

void pocoReceives(const Poco::Net::SocketAddress &to) {
  Poco::Net::StreamSocket socket(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'StreamSocket' has no time limit: the kernel gives up only after about two minutes; connect() takes a time as its second argument [leash-missing-timeout]
  socket.receiveBytes(buffer, 64);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'receiveBytes' can wait for ever for data: 'socket' has no time limit; setReceiveTimeout() limits it [leash-missing-timeout]
}
void pocoReceivesInTime(const Poco::Net::SocketAddress &to) {
  Poco::Net::StreamSocket socket(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'StreamSocket' has no time limit: the kernel gives up only after about two minutes; connect() takes a time as its second argument [leash-missing-timeout]
  socket.setReceiveTimeout(Poco::Timespan(5, 0));
  socket.receiveBytes(buffer, 64);
}
void pocoReceivesWhenReady(const Poco::Net::SocketAddress &to) {
  Poco::Net::StreamSocket socket(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'StreamSocket' has no time limit: the kernel gives up only after about two minutes; connect() takes a time as its second argument [leash-missing-timeout]
  if (socket.poll(Poco::Timespan(5, 0), Poco::Net::Socket::SELECT_READ))
    socket.receiveBytes(buffer, 64);
}
void pocoReceivesFrom(Poco::Net::StreamSocket &socket) {
  socket.receiveBytes(buffer, 64);
}

//===--- cppzmq -----------------------------------------------------------===//

void zmqAsks(zmq::context_t &context) {
  zmq::socket_t socket(context, zmq::socket_type::req);
  zmq::message_t answer;
  (void)socket.recv(answer);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'recv' can wait for ever for a message: 'socket' has no time limit; the socket option rcvtimeo limits it [leash-missing-timeout]
}
void zmqAsksInTime(zmq::context_t &context) {
  zmq::socket_t socket(context, zmq::socket_type::req);
  socket.set(zmq::sockopt::rcvtimeo, 5000);
  zmq::message_t answer;
  (void)socket.recv(answer);
}
void zmqAsksAtOnce(zmq::context_t &context) {
  zmq::socket_t socket(context, zmq::socket_type::req);
  zmq::message_t answer;
  (void)socket.recv(answer, zmq::recv_flags::dontwait);
}
void zmqServes(zmq::context_t &context) {
  zmq::socket_t socket(context, zmq::socket_type::rep);
  zmq::message_t question;
  (void)socket.recv(question);
}

//===--- libpqxx ----------------------------------------------------------===//

void pqConnects() { pqxx::connection connection("host=db"); }
  // CHECK-MESSAGES: :[[@LINE-1]]:38: warning: 'basic_connection_base' can wait for ever for the server: no time limit is given; connect_timeout in the connection string limits it [leash-missing-timeout]
void pqConnectsInTime() {
  pqxx::connection connection("host=db connect_timeout=5");
}
void pqConnectsAsConfigured(const std::string &where) {
  pqxx::connection connection(where);
}
void pqListens(pqxx::connection &connection) {
  connection.await_notification();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'await_notification' can wait for ever for a notification: no time limit is given; await_notification(seconds, microseconds) takes a limit [leash-missing-timeout]
}
void pqListensInTime(pqxx::connection &connection) {
  connection.await_notification(5, 0);
}

//===--- redis-plus-plus --------------------------------------------------===//

void redisAsks() {
  sw::redis::ConnectionOptions options;
  options.host = "cache";
  sw::redis::Redis redis(options);
  redis.get("key");
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'get' can wait for ever for the server: 'redis' has no time limit; socket_timeout of its ConnectionOptions limits it [leash-missing-timeout]
}
void redisAsksInTime() {
  sw::redis::ConnectionOptions options;
  options.socket_timeout = std::chrono::milliseconds(200);
  sw::redis::Redis redis(options);
  redis.get("key");
}
void redisOnlyConnectsInTime() {
  sw::redis::ConnectionOptions options;
  options.connect_timeout = std::chrono::milliseconds(200);
  sw::redis::Redis redis(options);
  redis.get("key");
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'get' can wait for ever for the server: 'redis' has a time limit, but connect_timeout only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:27: note: the limit is set here
}

//===--- GIO --------------------------------------------------------------===//

void gioReceives(GError **error) {
  GSocket *socket = g_socket_new(G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                 G_SOCKET_PROTOCOL_UDP, error);
  g_socket_receive(socket, buffer, 64, nullptr, error);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'g_socket_receive' can wait for ever for data: 'socket' has no time limit; g_socket_set_timeout limits it [leash-missing-timeout]
}
void gioReceivesInTime(GError **error) {
  GSocket *socket = g_socket_new(G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                 G_SOCKET_PROTOCOL_UDP, error);
  g_socket_set_timeout(socket, 5);
  g_socket_receive(socket, buffer, 64, nullptr, error);
}
void gioReceivesUntilCancelled(GCancellable *cancel, GError **error) {
  GSocket *socket = g_socket_new(G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                 G_SOCKET_PROTOCOL_UDP, error);
  g_socket_receive(socket, buffer, 64, cancel, error);
}
