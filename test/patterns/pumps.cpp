// The stories that Leash starts from, 2. WebSocket pumps: a reader and a writer
// that nobody keeps. A peer that vanishes without a word leaves both blocked.
//
// RUN: %check %s "leash-*" -std=c++17-or-later -mocks
#include <atomic>
#include <boost/beast.hpp>
#include <chrono>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace net = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Stream = websocket::stream<beast::tcp_stream>;
using namespace std::chrono_literals;

void use(const beast::flat_buffer &);
void use(const char *, long);

//===--- Beast ------------------------------------------------------------===//

void subscribeLeaky() {
  std::thread([] {
    net::io_context io;
    Stream socket(io);
    beast::flat_buffer buffer;
    socket.handshake("service", "/events");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'handshake' can wait for ever for the peer's handshake: 'socket' has no time limit; Beast has none for synchronous calls: use the asynchronous one after set_option() with a stream_base::timeout [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: runs in the thread started here
    while (true) {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-9]]:3: note: the thread starts here
      socket.read(buffer);
      use(buffer);
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-15]]:3: note: the thread starts here
}
// The limit is for asynchronous reads, and these are not.
class Pumps {
public:
  explicit Pumps(net::io_context &io) : Socket(io) {
    websocket::stream_base::timeout limit{30s, 60s, true};
    Socket.set_option(limit);
    Reader = std::thread([this] { read(); });
  }
  ~Pumps() { Reader.join(); }

private:
  void read() {
    beast::flat_buffer buffer;
    while (true) {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-9]]:14: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-8]]:21: note: this join hangs
      Socket.read(buffer);
      // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'read' can wait for ever for a message: 'Socket' has a time limit, but it counts for asynchronous operations only [leash-missing-timeout]
      // CHECK-MESSAGES: :[[@LINE-14]]:12: note: the limit is set here
      // CHECK-MESSAGES: :[[@LINE-14]]:14: note: runs in the thread started here
      use(buffer);
    }
  }
  Stream Socket;
  std::thread Reader;
};
class RepairedPumps {
public:
  explicit RepairedPumps(net::io_context &io) : Io(io), Socket(io) {
    websocket::stream_base::timeout limit{30s, 60s, true};
    Socket.set_option(limit);
    read();
    Reader = std::thread([this] { Io.run(); });
  }
  ~RepairedPumps() {
    Io.stop();
    Reader.join();
  }

private:
  void read() {
    Socket.async_read(Buffer, [this](beast::error_code error, std::size_t) {
      if (error)
        return;
      use(Buffer);
      read();
    });
  }
  net::io_context &Io;
  Stream Socket;
  beast::flat_buffer Buffer;
  std::thread Reader;
};

//===--- Sockets ----------------------------------------------------------===//

void handleLeaky(int listener) {
  std::thread([listener] {
    char message[256];
    int client = accept(listener, nullptr, nullptr);
    while (true) {
      // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the thread starts here
      long count = recv(client, message, sizeof message, 0);
      // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'recv' can wait for ever for the peer: 'client' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
      // CHECK-MESSAGES: :[[@LINE-8]]:3: note: runs in the thread started here
      use(message, count);
    }
  }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-13]]:3: note: the thread starts here
}
// Closing the socket does not wake the reader.
class ClosesOnly {
public:
  explicit ClosesOnly(int client) : Client(client) {}
  ~ClosesOnly() {
    Stop = true;
    close(Client);
    Reader.join();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 'Reader' waits in 'recv' on 'Client', which closing the descriptor does not end; shut it down first: this join hangs [leash-hanging-join]
    // CHECK-MESSAGES: :[[@LINE+5]]:14: note: the task starts here
    // CHECK-MESSAGES: :[[@LINE+11]]:20: note: its task waits here
    // CHECK-MESSAGES: :[[@LINE-5]]:5: note: 'Client' is closed here
  }
  void start() {
    Reader = std::thread([this] { read(); });
  }

private:
  void read() {
    char message[256];
    while (!Stop)
      use(message, recv(Client, message, sizeof message, 0));
  }
  int Client;
  std::atomic<bool> Stop{false};
  std::thread Reader;
};
class ShutsDown {
public:
  explicit ShutsDown(int client) : Client(client) {}
  ~ShutsDown() {
    Stop = true;
    shutdown(Client, SHUT_RDWR);
    Reader.join();
    close(Client);
  }
  void start() {
    Reader = std::thread([this] { read(); });
  }

private:
  void read() {
    char message[256];
    while (!Stop)
      use(message, recv(Client, message, sizeof message, 0));
  }
  int Client;
  std::atomic<bool> Stop{false};
  std::thread Reader;
};
// The handler reads itself, with a limit that each pong renews, and either
// side's end stops the other.
void handleRepaired(int listener) {
  std::atomic<bool> stop{false};
  int client = accept(listener, nullptr, nullptr);
  std::thread writer([&] {
    while (!stop) {
      send(client, "ping", 4, MSG_NOSIGNAL);
      std::this_thread::sleep_for(1s);
    }
  });
  char message[256];
  pollfd ready = {client, POLLIN, 0};
  while (!stop && poll(&ready, 1, 60000) > 0) {
    long count = recv(client, message, sizeof message, 0);
    if (count <= 0)
      break;
    use(message, count);
  }
  stop = true;
  writer.join();
  close(client);
}
