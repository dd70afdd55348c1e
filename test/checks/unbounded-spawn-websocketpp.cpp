// leash-unbounded-spawn with the real headers of WebSocket++.
//
// REQUIRES: websocketpp-headers, boost-headers
// RUN: %check %s leash-unbounded-spawn -std=c++17
#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

using Server = websocketpp::server<websocketpp::config::asio>;
using websocketpp::connection_hdl;

void post(const std::string &);
void serve(connection_hdl);
std::atomic<int> Running{0};

//===--- Reported ---------------------------------------------------------===//

void messages(Server &server) {
  server.set_message_handler([](connection_hdl, Server::message_ptr message) {
    std::thread(post, message->get_payload()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each message, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the function is registered here
  });
}
class Chat {
public:
  Chat() {
    Endpoint.set_open_handler(
        std::bind(&Chat::open, this, std::placeholders::_1));
    Endpoint.set_http_handler([this](connection_hdl to) { http(to); });
    Endpoint.set_close_handler([this](connection_hdl to) { close(to); });
  }

private:
  void open(connection_hdl to) {
    std::thread(serve, to).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each connection, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-10]]:14: note: the function is registered here
  }
  void http(connection_hdl to) {
    std::thread server(serve, to);
    server.join();
  }
  void close(connection_hdl to) {
    if (Running >= 4)
      return;
    ++Running;
    std::thread([to] {
      serve(to);
      --Running;
    }).detach();
  }
  Server Endpoint;
};
void oneConnection(Server::connection_ptr connection) {
  connection->set_message_handler(
      [](connection_hdl, Server::message_ptr message) {
        std::thread(post, message->get_payload()).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each message, and nothing limits how many run at once [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-4]]:15: note: the function is registered here
      });
}

//===--- Silent -----------------------------------------------------------===//

void limited(Server &server) {
  server.set_message_handler([](connection_hdl, Server::message_ptr message) {
    if (Running >= 8)
      return;
    ++Running;
    std::thread([text = message->get_payload()] {
      post(text);
      --Running;
    }).detach();
  });
  server.set_open_handler([](connection_hdl to) {
    std::thread greeter(serve, to);
    greeter.join();
  });
}
void beside(Server &server) {
  std::thread runner([&server] { server.run(); });
  runner.join();
}
