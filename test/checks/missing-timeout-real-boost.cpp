// leash-missing-timeout with the real headers of Asio and Beast.
//
// REQUIRES: boost-headers, newest-llvm
// RUN: %check %s leash-missing-timeout -std=c++17
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/beast/websocket.hpp>
#include <sys/socket.h>
#include <sys/time.h>

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = net::ip::tcp;
using Message = http::response<http::string_body>;

void receiveTimeout(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  timeval limit = {5, 0};
  setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  net::read(socket, net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'read' can wait for ever for data: 'socket' has a time limit, but Asio polls for ever after the SO_RCVTIMEO of the descriptor [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
}
using ReceiveLimit =
    net::detail::socket_option::integer<SOL_SOCKET, SO_RCVTIMEO>;
void receiveTimeoutAsOption(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  socket.set_option(ReceiveLimit{200});
  socket.read_some(net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read_some' can wait for ever for data: 'socket' has a time limit, but Asio polls for ever after the SO_RCVTIMEO of the descriptor [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the limit is set here
}
void otherOption(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  socket.set_option(tcp::no_delay(true));
  socket.read_some(net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read_some' can wait for ever for data: 'socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]
}
void nothing(net::io_context &io) {
  char buffer[64];
  tcp::socket socket(io);
  socket.read_some(net::buffer(buffer));
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read_some' can wait for ever for data: 'socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]
}
void nonBlocking(net::io_context &io) {
  char buffer[64];
  boost::system::error_code error;
  tcp::socket socket(io);
  socket.non_blocking(true);
  socket.read_some(net::buffer(buffer), error);
}
void connects(net::io_context &io, const tcp::endpoint &to) {
  tcp::socket socket(io);
  socket.connect(to);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; start async_connect() and drive it with io_context::run_for() [leash-missing-timeout]
}
void expiresAfter(net::io_context &io) {
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  Message message;
  beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(30));
  http::read(stream, buffer, message);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'read' can wait for ever for the message: 'stream' has a time limit, but it counts for asynchronous operations only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:35: note: the limit is set here
}
void expiresAsynchronously(net::io_context &io) {
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  Message message;
  stream.expires_after(std::chrono::seconds(30));
  http::async_read(stream, buffer, message,
                   [](beast::error_code, std::size_t) {});
  io.run();
}
void websocketTimeout(net::io_context &io) {
  websocket::stream<beast::tcp_stream> socket(io);
  beast::flat_buffer buffer;
  socket.set_option(
      websocket::stream_base::timeout::suggested(beast::role_type::client));
  socket.read(buffer);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'read' can wait for ever for a message: 'socket' has a time limit, but it counts for asynchronous operations only [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:10: note: the limit is set here
}
void ofSomebody(tcp::socket &socket) {
  char buffer[64];
  net::read(socket, net::buffer(buffer));
}
