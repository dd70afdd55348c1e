// leash-unbounded-spawn: the functions of Crow's routes. Debian 12 has no
// package of Crow; this is against the mock that resolves the rows.
//
// RUN: %check %s leash-unbounded-spawn -std=c++17-or-later -- -- -isystem %S/../api/mocks
#include <atomic>
#include <crow.h>
#include <string>
#include <thread>

void post(const std::string &);
std::atomic<int> Running{0};

//===--- Reported ---------------------------------------------------------===//

void routes(crow::SimpleApp &app) {
  CROW_ROUTE(app, "/items")
  ([](const crow::request &request) {
    std::thread(post, request.body).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the function is registered here
    return crow::response(202);
  });
  CROW_ROUTE(app, "/jobs").methods(crow::HTTPMethod::Post)([](const crow::request &request) {
    std::thread poster(post, request.body);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:59: note: the function is registered here
    poster.detach();
    return crow::response(202);
  });
}
void sockets(crow::SimpleApp &app) {
  CROW_WEBSOCKET_ROUTE(app, "/ws")
      .onopen([](crow::websocket::connection &) { post("open"); })
      .onmessage([](crow::websocket::connection &, const std::string &text, bool) {
        std::thread(post, text).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each message, and nothing limits how many run at once [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-3]]:8: note: the function is registered here
      });
}

//===--- Silent -----------------------------------------------------------===//

void limited(crow::SimpleApp &app) {
  CROW_ROUTE(app, "/counted")
  ([](const crow::request &request) {
    if (Running >= 8)
      return crow::response(503);
    ++Running;
    std::thread([body = request.body] {
      post(body);
      --Running;
    }).detach();
    return crow::response(202);
  });
  CROW_ROUTE(app, "/joined")
  ([](const crow::request &request) {
    std::thread poster(post, request.body);
    poster.join();
    return crow::response(200);
  });
  CROW_WEBSOCKET_ROUTE(app, "/ws")
      .onmessage([](crow::websocket::connection &, const std::string &text, bool) {
        if (Running.fetch_add(1) >= 8) {
          --Running;
          return;
        }
        std::thread([text] {
          post(text);
          --Running;
        }).detach();
      });
}
// Beside the server.
void beside(crow::SimpleApp &app) {
  std::thread ticker(post, "tick");
  app.port(80).multithreaded().run();
  ticker.join();
}
