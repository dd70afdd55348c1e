// leash-missing-timeout with the real headers of SFML and of MySQL Connector/C++:
// leaking, limited, and limited in a way that is easy to overlook.
//
// REQUIRES: sfml-headers, mysqlcppconn-headers
// RUN: %check %s leash-missing-timeout -std=c++14,c++17
// RUN: %check %s leash-missing-timeout -std=c++17 -check-suffix=,LOOPS -- "--config={CheckOptions: [{key: leash-missing-timeout.AcceptLoops, value: true}]}"
#include <SFML/Network.hpp>
#include <cppconn/driver.h>
#include <memory>
#include <mysql_driver.h>

static char buffer[64];

//===--- SFML: sockets ----------------------------------------------------===//

std::size_t tcpReceives(const sf::IpAddress &where) {
  std::size_t size = 0;
  sf::TcpSocket socket;
  socket.connect(where, 4000);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'connect' has no time limit: the system gives up only after about two minutes; its third argument limits it [leash-missing-timeout]
  socket.receive(buffer, 64, size);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'receive' can wait for ever for data: 'socket' has no time limit; a SocketSelector waits with a time limit [leash-missing-timeout]
  return size;
}
std::size_t tcpOnlyConnectsInTime(const sf::IpAddress &where) {
  std::size_t size = 0;
  sf::TcpSocket socket;
  socket.connect(where, 4000, sf::seconds(5));
  socket.receive(buffer, 64, size);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'receive' can wait for ever for data: 'socket' has no time limit; a SocketSelector waits with a time limit [leash-missing-timeout]
  return size;
}
std::size_t tcpReceivesAtOnce(const sf::IpAddress &where) {
  std::size_t size = 0;
  sf::TcpSocket socket;
  socket.setBlocking(false);
  socket.connect(where, 4000);
  socket.receive(buffer, 64, size);
  return size;
}
void tcpBlocks(const sf::IpAddress &where, sf::Packet &packet) {
  sf::TcpSocket socket;
  socket.setBlocking(true);
  socket.connect(where, 4000, sf::milliseconds(500));
  socket.receive(packet);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'receive' can wait for ever for data: 'socket' has no time limit; a SocketSelector waits with a time limit [leash-missing-timeout]
}
void tcpBlocksAgain(const sf::IpAddress &where, sf::Packet &packet) {
  sf::TcpSocket socket;
  socket.setBlocking(false);
  socket.connect(where, 4000);
  socket.setBlocking(true);
  socket.receive(packet);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'receive' can wait for ever for data: 'socket' has no time limit; a SocketSelector waits with a time limit [leash-missing-timeout]
}
void tcpBlocksAsTold(const sf::IpAddress &where, sf::Packet &packet,
                     bool isBlocking) {
  sf::TcpSocket socket;
  socket.setBlocking(isBlocking);
  socket.connect(where, 4000);
  socket.receive(packet);
}
// The selector waits with a limit.
void tcpIsSelected(const sf::IpAddress &where, sf::Packet &packet) {
  sf::TcpSocket socket;
  socket.connect(where, 4000, sf::seconds(5));
  sf::SocketSelector selector;
  selector.add(socket);
  if (selector.wait(sf::seconds(5)) && selector.isReady(socket))
    socket.receive(packet);
}
void tcpReceivesFrom(sf::TcpSocket &socket, sf::Packet &packet) {
  socket.receive(packet);
}
void udpReceives(sf::Packet &packet, sf::IpAddress &from) {
  unsigned short port = 0;
  sf::UdpSocket socket;
  socket.bind(4000);
  socket.receive(packet, from, port);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'receive' can wait for ever for data: 'socket' has no time limit; a SocketSelector waits with a time limit [leash-missing-timeout]
}
void udpReceivesAtOnce(sf::Packet &packet, sf::IpAddress &from) {
  unsigned short port = 0;
  sf::UdpSocket socket;
  socket.bind(4000);
  socket.setBlocking(false);
  socket.receive(packet, from, port);
}

//===--- SFML: servers ----------------------------------------------------===//

void accepts(sf::TcpSocket &client) {
  sf::TcpListener listener;
  listener.listen(4000);
  listener.accept(client);
  // CHECK-MESSAGES-LOOPS: :[[@LINE-1]]:12: warning: 'accept' can wait for ever for a connection: 'listener' has no time limit; a SocketSelector waits with a time limit [leash-missing-timeout]
}
void acceptsWhoIsThere(sf::TcpSocket &client) {
  sf::TcpListener listener;
  listener.listen(4000);
  listener.setBlocking(false);
  listener.accept(client);
}
bool selects(sf::SocketSelector &selector) { return selector.wait(); }
  // CHECK-MESSAGES-LOOPS: :[[@LINE-1]]:62: warning: 'wait' is given no time limit: 'Zero' means wait for ever [leash-missing-timeout]
bool selectsForEver(sf::SocketSelector &selector) {
  return selector.wait(sf::Time::Zero);
  // CHECK-MESSAGES-LOOPS: :[[@LINE-1]]:19: warning: 'wait' is given no time limit: 'Zero' means wait for ever [leash-missing-timeout]
}
bool selectsInTime(sf::SocketSelector &selector) {
  return selector.wait(sf::milliseconds(20));
}

//===--- SFML: HTTP -------------------------------------------------------===//

sf::Http::Response httpAsks(const sf::Http::Request &request) {
  sf::Http http("http://service");
  return http.sendRequest(request);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'sendRequest' can wait for ever for the answer: 'http' has no time limit; its second argument limits connecting only [leash-missing-timeout]
}
sf::Http::Response httpAsksExplicitly(const sf::Http::Request &request) {
  sf::Http http("http://service");
  return http.sendRequest(request, sf::Time::Zero);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'sendRequest' can wait for ever for the answer: 'http' has no time limit; its second argument limits connecting only [leash-missing-timeout]
}
// The time is given to the socket's connect() only.
sf::Http::Response httpOnlyConnectsInTime(const sf::Http::Request &request) {
  sf::Http http("http://service");
  return http.sendRequest(request, sf::seconds(5));
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'sendRequest' can wait for ever for the answer: a time limit is given, but it limits the connection phase only [leash-missing-timeout]
}
sf::Http::Response httpOfSomebody(sf::Http &http,
                                  const sf::Http::Request &request) {
  return http.sendRequest(request);
}
sf::IpAddress findsMe() { return sf::IpAddress::getPublicAddress(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:49: warning: 'getPublicAddress' is given no time limit: 'Zero' means wait for ever [leash-missing-timeout]
sf::IpAddress findsMeInTime() {
  return sf::IpAddress::getPublicAddress(sf::seconds(5));
}

//===--- MySQL Connector/C++ ----------------------------------------------===//

std::unique_ptr<sql::Connection> mysqlConnects() {
  sql::mysql::MySQL_Driver *driver = sql::mysql::get_mysql_driver_instance();
  return std::unique_ptr<sql::Connection>(
      driver->connect("tcp://db:3306", "me", "secret"));
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'connect' can wait for ever for the server: no time limit is given; OPT_CONNECT_TIMEOUT among the options of the other connect limits it, and OPT_READ_TIMEOUT the queries [leash-missing-timeout]
}
std::unique_ptr<sql::Connection> mysqlConnectsInTime() {
  sql::ConnectOptionsMap options;
  options["hostName"] = sql::SQLString("tcp://db:3306");
  options["OPT_CONNECT_TIMEOUT"] = 5;
  options["OPT_READ_TIMEOUT"] = 5;
  auto *driver = sql::mysql::get_mysql_driver_instance();
  return std::unique_ptr<sql::Connection>(driver->connect(options));
}
// The limits may be among the options.
sql::Connection *mysqlConnectsAsTold(sql::ConnectOptionsMap options) {
  return sql::mysql::get_mysql_driver_instance()->connect(options);
}
// It may be another library's driver, which has limits of its own.
sql::Connection *mysqlOfSomebody(sql::Driver &driver) {
  return driver.connect("tcp://db:3306", "me", "secret");
}
