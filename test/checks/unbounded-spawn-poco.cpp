// leash-unbounded-spawn with the real headers of POCO.
//
// REQUIRES: poco-headers
// RUN: %check %s leash-unbounded-spawn -std=c++17
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Semaphore.h>
#include <Poco/Timer.h>
#include <Poco/Util/TimerTask.h>
#include <string>
#include <thread>

using namespace Poco::Net;

void post(const std::string &);
Poco::Semaphore Slots(8);

//===--- Reported ---------------------------------------------------------===//

class Items : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request,
                     HTTPServerResponse &) override {
    std::thread(post, request.getURI()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:8: note: this method runs once for each HTTP request
  }
};
class Factory : public HTTPRequestHandlerFactory {
public:
  HTTPRequestHandler *
  createRequestHandler(const HTTPServerRequest &request) override {
    std::thread(post, request.getURI()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: this method runs once for each HTTP request
    return new Items;
  }
};
class Connection : public TCPServerConnection {
public:
  using TCPServerConnection::TCPServerConnection;
  void run() override {
    std::thread(post, "connection").detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each connection, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:8: note: this method runs once for each connection
  }
};
class Tick : public Poco::Util::TimerTask {
public:
  void run() override {
    std::thread(post, "tick").detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:8: note: this method runs once for each timer tick
  }
};
class Poller {
public:
  void start() {
    Timer.start(Poco::TimerCallback<Poller>(*this, &Poller::poll));
    Other.start(Poco::TimerCallback<Poller>(*this, &Poller::pollJoined));
  }

private:
  void poll(Poco::Timer &) {
    std::thread(post, "tick").detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each timer tick, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-8]]:11: note: the function is registered here
  }
  void pollJoined(Poco::Timer &) {
    std::thread poster(post, "tick");
    poster.join();
  }
  Poco::Timer Timer{0, 1000};
  Poco::Timer Other{0, 1000};
};

//===--- Silent -----------------------------------------------------------===//

class Limited : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request,
                     HTTPServerResponse &) override {
    Slots.wait();
    std::thread([uri = request.getURI()] {
      post(uri);
      Slots.set();
    }).detach();
  }
};
class Tried : public HTTPRequestHandler {
public:
  void handleRequest(HTTPServerRequest &request,
                     HTTPServerResponse &) override {
    if (!Slots.tryWait(10))
      return;
    std::thread([uri = request.getURI()] {
      post(uri);
      Slots.set();
    }).detach();
  }
};
class Joined : public TCPServerConnection {
public:
  using TCPServerConnection::TCPServerConnection;
  void run() override {
    std::thread reader(post, "connection");
    post("writes");
    reader.join();
  }
};
class LimitedTick : public Poco::Util::TimerTask {
public:
  void run() override {
    Slots.wait();
    std::thread([] {
      post("tick");
      Slots.set();
    }).detach();
  }
  // Its own, which POCO does not know.
  void warmUp() { std::thread(post, "start").detach(); }
};
