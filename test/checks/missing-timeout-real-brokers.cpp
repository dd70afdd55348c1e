// leash-missing-timeout with the real headers of Eclipse Paho for C++, Apache
// Thrift and Boost.Interprocess, and with mocks of the MongoDB C++ driver:
// leaking, limited, and limited in a way that is easy to overlook.
//
// REQUIRES: paho-headers, thrift-headers, boost-headers
// RUN: %check %s leash-missing-timeout -std=c++17,c++20 -- -- -I%S/../api/mocks
// RUN: %check %s leash-missing-timeout -std=c++17 -check-suffix=,OPTIONS -- "--config={CheckOptions: [{key: leash-missing-timeout.AcceptLoops, value: true}, {key: leash-missing-timeout.StrictSockets, value: true}]}" -- -I%S/../api/mocks
#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <boost/interprocess/ipc/message_queue.hpp>
#include <chrono>
#include <memory>
#include <mongocxx/pool.hpp>
#include <mqtt/async_client.h>
#include <mqtt/client.h>
#include <string>
#include <thrift/transport/TBufferTransports.h>
#include <thrift/transport/TSocket.h>

using namespace std::chrono_literals;

//===--- Eclipse Paho: who publishes waits for the broker -----------------===//

void mqttPublishes(mqtt::async_client &client, mqtt::const_message_ptr what) {
  mqtt::delivery_token_ptr token = client.publish(what);
  token->wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'wait' can wait for ever for the broker: 'token' has no time limit; wait_for takes a time limit [leash-missing-timeout]
}
void mqttSubscribes(mqtt::async_client &client) {
  mqtt::token_ptr token = client.subscribe("state", 1);
  token->wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'wait' can wait for ever for the broker: 'token' has no time limit; wait_for takes a time limit [leash-missing-timeout]
}
void mqttPublishesInTime(mqtt::async_client &client,
                         mqtt::const_message_ptr what) {
  if (!client.publish(what)->wait_for(5s))
    client.stop_consuming();
}
// It is complete: nothing to wait for.
void mqttIsComplete(mqtt::async_client &client, mqtt::const_message_ptr what) {
  mqtt::delivery_token_ptr token = client.publish(what);
  if (token->wait_for(std::chrono::seconds(5)))
    token->wait();
}
void mqttAsksFirst(mqtt::async_client &client, mqtt::const_message_ptr what) {
  mqtt::delivery_token_ptr token = client.publish(what);
  if (token->is_complete())
    token->wait();
}
void mqttTokenOfSomebody(mqtt::token_ptr token) { token->wait(); }
// Thirty seconds, unless the options say otherwise.
void mqttConnects(mqtt::async_client &client) { client.connect()->wait(); }
// The blocking client has a time limit of its own.
void mqttBlockingClient(mqtt::const_message_ptr what) {
  mqtt::client client("tcp://broker", "me");
  client.connect();
  client.publish(what);
}
void mqttConsumes() {
  mqtt::async_client client("tcp://broker", "me");
  client.start_consuming();
  while (mqtt::const_message_ptr message = client.consume_message())
    (void)message->to_string();
  // CHECK-MESSAGES-OPTIONS: :[[@LINE-2]]:51: warning: 'consume_message' can wait for ever for a message: 'client' has no time limit; try_consume_message_for takes a time limit [leash-missing-timeout]
}
void mqttConsumesInTime() {
  mqtt::async_client client("tcp://broker", "me");
  client.start_consuming();
  mqtt::const_message_ptr message;
  while (client.try_consume_message_for(&message, 5s))
    (void)message->to_string();
}

//===--- Apache Thrift ----------------------------------------------------===//

namespace transport = apache::thrift::transport;

void thriftReads(uint8_t *to) {
  transport::TSocket socket("service", 9090);
  socket.open();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'open' has no time limit: the kernel gives up after about two minutes; setConnTimeout limits it [leash-missing-timeout]
  socket.read(to, 64);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read' can wait for ever for data: 'socket' has no time limit; setRecvTimeout limits it [leash-missing-timeout]
}
void thriftReadsInTime(uint8_t *to) {
  transport::TSocket socket("service", 9090);
  socket.setConnTimeout(500);
  socket.setRecvTimeout(2000);
  socket.open();
  socket.read(to, 64);
}
void thriftOnlyConnectsInTime(uint8_t *to) {
  auto socket = std::make_shared<transport::TSocket>("service", 9090);
  socket->setConnTimeout(500);
  socket->open();
  socket->read(to, 64);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'read' can wait for ever for data: 'socket' has a time limit, but it limits the connection phase only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:11: note: the limit is set here
}
void thriftOnlySendsInTime(uint8_t *to) {
  transport::TSocket socket("service", 9090);
  socket.setSendTimeout(500);
  socket.open();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'open' has no time limit: the kernel gives up after about two minutes; 'socket' has a time limit, but it limits sending only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the limit is set here
  socket.write(to, 64);
  if (socket.peek())
    socket.read(to, 64);
  // CHECK-MESSAGES: :[[@LINE-2]]:14: warning: 'peek' can wait for ever for data: 'socket' has a time limit, but it limits sending only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-8]]:10: note: the limit is set here
}
void thriftWaitsForEver(uint8_t *to) {
  transport::TSocket socket("/run/service");
  socket.setConnTimeout(500);
  socket.setRecvTimeout(0);
  socket.open();
  socket.read(to, 64);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read' can wait for ever for data: the time limit of 'socket' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:10: note: it is set here
}
void thriftWrites(const uint8_t *from) {
  transport::TSocket socket("service", 9090);
  socket.setConnTimeout(500);
  socket.open();
  socket.write(from, 64);
  // CHECK-MESSAGES-OPTIONS: :[[@LINE-1]]:10: warning: 'write' can wait for ever: 'socket' has a time limit, but it limits the connection phase only [leash-missing-timeout]
  // CHECK-MESSAGES-OPTIONS: :[[@LINE-4]]:10: note: the limit is set here
}
// Whoever holds it may limit it.
std::shared_ptr<transport::TTransport> thriftIsLayered() {
  auto socket = std::make_shared<transport::TSocket>("service", 9090);
  auto layered = std::make_shared<transport::TBufferedTransport>(socket);
  layered->open();
  return layered;
}
void thriftReadsFrom(transport::TSocket &socket, uint8_t *to) {
  socket.open();
  socket.read(to, 64);
}

//===--- Boost.Interprocess -----------------------------------------------===//

namespace ipc = boost::interprocess;

std::size_t ipcReceives(char *to) {
  ipc::message_queue queue(ipc::open_only, "jobs");
  ipc::message_queue::size_type size = 0;
  unsigned priority = 0;
  queue.receive(to, 64, size, priority);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'receive' can wait for ever for another process: 'queue' has no time limit; timed_receive takes a time limit [leash-missing-timeout]
  return size;
}
std::size_t ipcReceivesInTime(char *to, boost::posix_time::ptime until) {
  ipc::message_queue queue(ipc::open_only, "jobs");
  ipc::message_queue::size_type size = 0;
  unsigned priority = 0;
  if (!queue.timed_receive(to, 64, size, priority, until))
    return 0;
  return size;
}
// What is there already is not waited for.
std::size_t ipcDrains(char *to) {
  ipc::message_queue queue(ipc::open_only, "jobs");
  ipc::message_queue::size_type size = 0;
  unsigned priority = 0;
  while (queue.try_receive(to, 64, size, priority))
    ++to;
  return size;
}
void ipcReceivesFrom(ipc::message_queue &queue, char *to) {
  ipc::message_queue::size_type size = 0;
  unsigned priority = 0;
  queue.receive(to, 64, size, priority);
}
void ipcSends(const char *from) {
  ipc::message_queue queue(ipc::open_or_create, "jobs", 16, 64);
  queue.send(from, 64, 0);
  // CHECK-MESSAGES-OPTIONS: :[[@LINE-1]]:9: warning: 'send' can wait for ever for another process: 'queue' has no time limit; timed_send takes a time limit [leash-missing-timeout]
}

//===--- mongocxx: waiting for a client -----------------------------------===//

void mongoAcquires() {
  mongocxx::uri where;
  mongocxx::pool pool(where);
  auto client = pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'acquire' can wait for ever for a client that is free: 'pool' has no time limit; waitQueueTimeoutMS in its URI limits it, try_acquire does not wait [leash-missing-timeout]
}
void mongoAcquiresInTime() {
  mongocxx::pool pool{
      mongocxx::uri{"mongodb://db/?maxPoolSize=4&waitQueueTimeoutMS=500"}};
  auto client = pool.acquire();
}
// It may be among the options.
void mongoAcquiresAsConfigured(const std::string &text) {
  mongocxx::uri where{text};
  mongocxx::pool pool{where};
  auto client = pool.acquire();
}
void mongoAcquiresWhatIsFree() {
  mongocxx::uri where;
  mongocxx::pool pool(where);
  if (auto client = pool.try_acquire())
    (void)**client;
}
void mongoAcquiresFrom(mongocxx::pool &pool) { auto client = pool.acquire(); }
