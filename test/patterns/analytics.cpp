// The stories that Leash starts from, 1. Analytics per request: a handler posts
// an event to another service, in a thread that nobody keeps, with no limit on
// the time. The service slows down, and the threads pile up.
//
// RUN: %check %s "leash-*" -std=c++17 -mocks
// RUN: %check %s "leash-*" -std=c++20-or-later -mocks -check-suffix=,CXX20
#include <chrono>
#include <condition_variable>
#include <curl/curl.h>
#include <deque>
#include <echo.grpc.pb.h>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

struct Request {
  std::string event() const;
};
struct Response {
  void ok();
};
struct Cleanup {
  void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};
using Handle = std::unique_ptr<CURL, Cleanup>;

//===--- Leaky: libcurl ---------------------------------------------------===//

void handle(const Request &request, Response &response) {
  std::string event = request.event();
  std::thread([event] {
    Handle curl(curl_easy_init());
    curl_easy_setopt(curl.get(), CURLOPT_URL, "http://analytics/events");
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, event.c_str());
    curl_easy_perform(curl.get());
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: runs in the thread started here
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-9]]:3: note: the thread starts here
  response.ok();
}

// The author has thought of a limit: of another one.
void handleConnecting(const Request &request, Response &response) {
  std::string event = request.event();
  std::thread([event] {
    Handle curl(curl_easy_init());
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, event.c_str());
    curl_easy_perform(curl.get());
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the limit is set here
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: runs in the thread started here
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-10]]:3: note: the thread starts here
  response.ok();
}

//===--- Leaky: gRPC ------------------------------------------------------===//

void say(demo::Echo::Stub &stub, const std::string &event) {
  grpc::ClientContext context;
  demo::Request message;
  demo::Reply reply;
  message.set_text(event);
  stub.Say(&context, message, &reply);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Say' can wait for ever for the server: 'context' has no time limit; set_deadline() limits it [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE+5]]:3: note: runs in the thread started here
}
void handleByRpc(demo::Echo::Stub &stub, const Request &request,
                 Response &response) {
  std::string event = request.event();
  std::thread([&stub, event] { say(stub, event); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:53: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  response.ok();
}

//===--- Leaky: a thread per request, seen where it is registered ---------===//

void routes(httplib::Server &server, demo::Echo::Stub &stub) {
  server.Post("/items", [&](const httplib::Request &, httplib::Response &) {
    std::thread([&stub] {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the function is registered here
      grpc::ClientContext context;
      demo::Request message;
      demo::Reply reply;
      stub.Say(&context, message, &reply);
      // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'Say' can wait for ever for the server: 'context' has no time limit; set_deadline() limits it [leash-missing-timeout]
      // CHECK-MESSAGES: :[[@LINE-8]]:5: note: runs in the thread started here
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-11]]:5: note: the thread starts here
  });
}
static void onItem(const httplib::Request &, httplib::Response &response) {
  std::thread poster([] {
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE+11]]:55: note: the function is registered here
    httplib::Client analytics("analytics");
    analytics.set_connection_timeout(0, 100000);
    analytics.set_read_timeout(0, 100000);
    analytics.Post("/events", "item", "text/plain");
  });
  poster.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 'poster' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-10]]:15: note: the thread starts here
  response.set_content("ok", "text/plain");
}
void routesFunction(httplib::Server &server) { server.Post("/items", onItem); }

//===--- Repaired: a limit, and workers with a bounded queue --------------===//

void post(const std::string &event) {
  Handle curl(curl_easy_init());
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, 100L);
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, event.c_str());
  curl_easy_perform(curl.get());
}
void sayInTime(demo::Echo::Stub &stub, const std::string &event) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + 100ms);
  demo::Request message;
  demo::Reply reply;
  message.set_text(event);
  stub.Say(&context, message, &reply);
}

// With condition variables.
class Poster {
public:
  explicit Poster(demo::Echo::Stub &stub) : Stub(stub) {
    for (int i = 0; i < 10; ++i)
      Workers.emplace_back([this] { run(); });
  }
  ~Poster() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
    }
    Changed.notify_all();
    for (auto &each : Workers)
      each.join();
  }
  // Drops the event when the queue is full.
  bool offer(std::string event) {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      if (Events.size() >= 1000)
        return false;
      Events.push_back(std::move(event));
    }
    Changed.notify_one();
    return true;
  }

private:
  void run() {
    while (true) {
      std::string event;
      {
        std::unique_lock<std::mutex> lock(Mutex);
        Changed.wait(lock, [this] { return Stopping || !Events.empty(); });
        if (Stopping)
          return;
        event = Events.front();
        Events.pop_front();
      }
      post(event);
      sayInTime(Stub, event);
    }
  }
  demo::Echo::Stub &Stub;
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  std::deque<std::string> Events;
  std::vector<std::thread> Workers;
};
void handleRepaired(Poster &poster, const Request &request,
                    Response &response) {
  (void)poster.offer(request.event());
  response.ok();
}

void routesRepaired(httplib::Server &server, Poster &poster) {
  server.Post("/items",
              [&poster](const httplib::Request &, httplib::Response &response) {
                (void)poster.offer("item");
                response.set_content("ok", "text/plain");
              });
}

#if __cplusplus >= 202002L
// The same with stop tokens.
class StoppablePoster {
public:
  StoppablePoster() {
    for (int i = 0; i < 10; ++i)
      Workers.emplace_back([this](std::stop_token stop) {
        std::string event;
        while (!stop.stop_requested())
          if (take(event))
            post(event);
      });
  }

private:
  bool take(std::string &event);
  std::vector<std::jthread> Workers;
};
// And the leak that std::jthread alone does not mend.
class StuckPoster {
public:
  void start() {
    Worker = std::jthread([this](std::stop_token stop) {
      while (!stop.stop_requested())
        postSlowly();
    });
  }

private:
  void postSlowly() {
    Handle curl(curl_easy_init());
    curl_easy_perform(curl.get());
    // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES-CXX20: :[[@LINE-11]]:14: note: runs in the thread started here
  }
  std::jthread Worker;
};
#endif
