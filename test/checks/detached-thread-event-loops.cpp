// A thread that runs a catalogued event loop ends when somebody stops the loop.
//
// REQUIRES: boost-headers, httplib-headers
// RUN: %check %s leash-detached-thread -std=c++17
#include <boost/asio/io_context.hpp>
#include <functional>
#include <httplib.h>
#include <memory>
#include <thread>

void work();

void asio(boost::asio::io_context &io) {
  std::thread([&io] { io.run(); }).detach();
  std::thread([&io] {
    work();
    io.run();
  }).detach();
}

class Server {
public:
  void start() {
    std::thread([this] { Http.listen("0.0.0.0", 80); }).detach();
    std::thread([this] { Io->run(); }).detach();
  }
  void stop() {
    Http.stop();
    Io->stop();
  }

private:
  httplib::Server Http;
  std::shared_ptr<boost::asio::io_context> Io;
};

// Near them, and yet nothing runs the loop.
void notTheLoop(boost::asio::io_context &io) {
  std::thread([&io] { io.restart(); work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:48: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  std::thread([&io] { for (;;) { if (io.stopped()) work(); } }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:65: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

// A loop of the user's, out of sight, with a way to stop it: it may obey.
class Loop {
public:
  void run();
  void quit();
};
void users(Loop &loop) {
  std::thread([&loop] { loop.run(); }).detach();
}
