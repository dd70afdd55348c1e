// leash-unbounded-spawn with the real headers of cpp-httplib, the C++ REST SDK
// and Paho.
//
// REQUIRES: httplib-headers, cpprest-headers, paho-headers
// RUN: %check %s leash-unbounded-spawn -std=c++17
#include <atomic>
#include <cpprest/http_listener.h>
#include <httplib.h>
#include <mqtt/async_client.h>
#include <string>
#include <thread>

using web::http::http_request;
using web::http::experimental::listener::http_listener;

void post(const std::string &);
void answer(http_request);
std::atomic<int> Running{0};

//===--- cpp-httplib ------------------------------------------------------===//

void httplibServer(httplib::Server &server) {
  server.Get("/items", [](const httplib::Request &request, httplib::Response &) {
    std::thread(post, request.body).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the function is registered here
  });
  server.set_logger([](const httplib::Request &request,
                       const httplib::Response &) {
    std::thread(post, request.path).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:10: note: the function is registered here
  });
  server.Put("/counted", [](const httplib::Request &request,
                            httplib::Response &response) {
    if (Running >= 8) {
      response.status = 503;
      return;
    }
    ++Running;
    std::thread([body = request.body] {
      post(body);
      --Running;
    }).detach();
  });
  server.Delete("/joined", [](const httplib::Request &request,
                              httplib::Response &) {
    std::thread poster(post, request.body);
    poster.join();
  });
}

//===--- C++ REST SDK -----------------------------------------------------===//

class Api {
public:
  void open() {
    Listener.support([](http_request request) {
      std::thread(answer, request).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:14: note: the function is registered here
    });
    Listener.support(web::http::methods::POST,
                     [this](http_request request) { create(request); });
    Listener.support(web::http::methods::PUT, [this](http_request request) {
      std::thread(answer, request).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:14: note: the function is registered here
    });
    Listener.support(web::http::methods::DEL, [](http_request request) {
      std::thread answering(answer, request);
      answering.join();
    });
  }

private:
  void create(http_request request) {
    if (Running >= 8) {
      request.reply(web::http::status_codes::ServiceUnavailable);
      return;
    }
    ++Running;
    std::thread([request] {
      answer(request);
      --Running;
    }).detach();
  }
  http_listener Listener;
};

//===--- Paho -------------------------------------------------------------===//

class Messages : public virtual mqtt::callback {
public:
  void message_arrived(mqtt::const_message_ptr message) override {
    std::thread(post, message->to_string()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each message, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:8: note: this method runs once for each message
  }
};
class Limited : public virtual mqtt::callback {
public:
  void message_arrived(mqtt::const_message_ptr message) override {
    if (Running >= 8)
      return;
    ++Running;
    std::thread([text = message->to_string()] {
      post(text);
      --Running;
    }).detach();
  }
};
void subscribes(mqtt::async_client &client, mqtt::async_client &other) {
  client.set_message_callback([](mqtt::const_message_ptr message) {
    std::thread(post, message->to_string()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each message, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the function is registered here
  });
  other.set_message_callback([](mqtt::const_message_ptr message) {
    std::thread poster(post, message->to_string());
    poster.join();
  });
}
