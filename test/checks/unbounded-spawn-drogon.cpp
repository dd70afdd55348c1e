// leash-unbounded-spawn: the functions and controllers of Drogon. Debian 12 has
// no package of Drogon; this is against the mock that resolves the rows.
//
// RUN: %check %s leash-unbounded-spawn -std=c++20-or-later -- -- -isystem %S/../api/mocks
#include <drogon/HttpAppFramework.h>
#include <drogon/HttpController.h>
#include <drogon/HttpFilter.h>
#include <drogon/HttpSimpleController.h>
#include <drogon/WebSocketController.h>
#include <functional>
#include <semaphore>
#include <string>
#include <thread>
#include <trantor/net/EventLoop.h>
#include <utility>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

void post(const std::string &);
std::counting_semaphore<> Slots(8);

//===--- Reported ---------------------------------------------------------===//

void handlers() {
  app().registerHandler("/items", [](const HttpRequestPtr &request,
                                     Callback &&callback) {
    std::thread(post, request->getParameter("item")).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:9: note: the function is registered here
    callback(HttpResponse::newHttpResponse());
  });
  app().registerPostHandlingAdvice(
      [](const HttpRequestPtr &request, const HttpResponsePtr &) {
        std::thread(post, request->getParameter("item")).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-4]]:9: note: the function is registered here
      });
}
void streams() {
  app().registerHandler("/stream", [](const HttpRequestPtr &,
                                      Callback &&callback) {
    callback(HttpResponse::newAsyncStreamResponse([](ResponseStreamPtr stream) {
      std::thread([stream = std::move(stream)] { stream->send("x"); }).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each streamed response, and nothing limits how many run at once [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:28: note: the function is registered here
    }));
  });
}
void ticks(trantor::EventLoop &loop) {
  loop.runEvery(1.0, [] {
    std::thread(post, "tick").detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:8: note: the function is registered here
  });
}
class Items : public HttpController<Items> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(Items::create, "/items", Post);
  ADD_METHOD_TO(Items::list, "/items", Get);
  METHOD_LIST_END

  void create(const HttpRequestPtr &request, Callback &&callback) {
    std::thread(post, request->getParameter("item")).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the function is registered here
    callback(HttpResponse::newHttpResponse());
  }
  void list(const HttpRequestPtr &request, Callback &&) {
    std::jthread poster(post, request->getParameter("item"));
  }
};
class Simple : public HttpSimpleController<Simple> {
public:
  void asyncHandleHttpRequest(const HttpRequestPtr &request,
                              Callback &&callback) override {
    std::thread(post, request->getParameter("item")).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:8: note: this method runs once for each HTTP request
    callback(HttpResponse::newHttpResponse());
  }
};
class Chat : public WebSocketController<Chat> {
public:
  void handleNewMessage(const WebSocketConnectionPtr &, std::string &&text,
                        const WebSocketMessageType &) override {
    std::thread(post, text).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each message, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:8: note: this method runs once for each message
  }
  void handleNewConnection(const HttpRequestPtr &,
                           const WebSocketConnectionPtr &) override {
    std::thread greeter(post, "hello");
    greeter.join();
  }
  void handleConnectionClosed(const WebSocketConnectionPtr &) override {}
};
class Filter : public HttpFilter<Filter> {
public:
  void doFilter(const HttpRequestPtr &request, FilterCallback &&,
                FilterChainCallback &&chain) override {
    std::thread(post, request->getParameter("item")).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:8: note: this method runs once for each HTTP request
    chain();
  }
};

//===--- Silent -----------------------------------------------------------===//

void limited(trantor::EventLoop &loop) {
  app().registerHandler("/tried", [](const HttpRequestPtr &request,
                                     Callback &&callback) {
    callback(HttpResponse::newHttpResponse());
    if (!Slots.try_acquire())
      return;
    std::thread([item = request->getParameter("item")] {
      post(item);
      Slots.release();
    }).detach();
  });
  app().registerHandler("/joined",
                        [](const HttpRequestPtr &request, Callback &&) {
                          std::thread poster(post, request->getParameter("x"));
                          poster.join();
                        });
  loop.runEvery(1.0, [] {
    Slots.acquire();
    std::thread([] {
      post("tick");
      Slots.release();
    }).detach();
  });
  // Once.
  loop.runAfter(1.0, [] { std::thread(post, "start").detach(); });
}
void limitedStreams() {
  auto limited = HttpResponse::newAsyncStreamResponse(
      [](ResponseStreamPtr stream) {
        Slots.acquire();
        std::thread([stream = std::move(stream)] {
          stream->send("x");
          Slots.release();
        }).detach();
      });
  auto joined = HttpResponse::newAsyncStreamResponse(
      [](ResponseStreamPtr stream) {
        std::jthread sender([&stream] { stream->send("x"); });
      });
}
