// RUN: %check %s leash-hanging-join -std=c++17-or-later

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <unistd.h>

void work(const char *, long);

// --- Flagged -----------------------------------------------------------------

class Reader {
  int Fd;
  std::atomic<bool> Stop{false};
  std::thread Worker;
  void run() {
    char Buffer[64];
    while (!Stop) {
      long Count = recv(Fd, Buffer, sizeof Buffer, 0);
      if (Count <= 0)
        break;
      work(Buffer, Count);
    }
  }

public:
  explicit Reader(int Fd) : Fd(Fd), Worker(&Reader::run, this) {}
  ~Reader() {
    Stop = true;
    close(Fd);
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' waits in 'recv' on 'Fd', which closing the descriptor does not end; shut it down first: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-8]]:37: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-17]]:20: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: 'Fd' is closed here

class Server {
  int Listener = -1;
  std::atomic<bool> Stop{false};
  std::thread Worker;

public:
  void start() {
    Listener = socket(AF_INET, SOCK_STREAM, 0);
    int On = 1;
    setsockopt(Listener, SOL_SOCKET, SO_REUSEADDR, &On, sizeof On);
    sockaddr_in Address{};
    if (bind(Listener, reinterpret_cast<sockaddr *>(&Address),
             sizeof Address) < 0 ||
        listen(Listener, 8) < 0)
      return;
    Worker = std::thread([this] {
      while (!Stop) {
        int Client = accept(Listener, nullptr, nullptr);
        if (Client >= 0)
          ::close(Client);
      }
    });
  }
  void stop() {
    Stop = true;
    if (Listener >= 0)
      ::close(Listener);
    Listener = -1;
    if (Worker.joinable())
      Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:14: warning: thread 'Worker' waits in 'accept' on 'Listener', which closing the descriptor does not end; shut it down first: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-18]]:14: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-17]]:22: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: 'Listener' is closed here

// The flag alone.
class Flagged {
  int Fd;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    char Buffer[64];
    while (!Stop)
      recv(Fd, Buffer, sizeof Buffer, 0);
  }};

public:
  explicit Flagged(int Fd) : Fd(Fd) {}
  ~Flagged() {
    Stop = true;
    Worker.join();
  }
};
// CHECK-MESSAGES: :[[@LINE-3]]:12: warning: thread 'Worker' is asked to end, but nothing wakes it from its wait for 'Fd': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-14]]:21: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:7: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: this asks the task to end, but it only looks once it is awake

// --- Not flagged -------------------------------------------------------------

class ShutDown {
  int Fd;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    char Buffer[64];
    while (!Stop)
      if (recv(Fd, Buffer, sizeof Buffer, 0) <= 0)
        break;
  }};

public:
  explicit ShutDown(int Fd) : Fd(Fd) {}
  ~ShutDown() {
    Stop = true;
    shutdown(Fd, SHUT_RDWR);
    close(Fd);
    Worker.join();
  }
};

// In a helper, whose parameter it is.
void end(int Fd) {
  shutdown(Fd, SHUT_RDWR);
  close(Fd);
}
class ByHelper {
  int Fd;
  std::thread Worker{[this] {
    char Buffer[64];
    while (recv(Fd, Buffer, sizeof Buffer, 0) > 0)
      ;
  }};

public:
  explicit ByHelper(int Fd) : Fd(Fd) {}
  ~ByHelper() {
    end(Fd);
    Worker.join();
  }
};

// Under another name.
class Copied {
  int Fd;
  std::thread Worker{[this] {
    char Buffer[64];
    while (recv(Fd, Buffer, sizeof Buffer, 0) > 0)
      ;
  }};

public:
  explicit Copied(int Fd) : Fd(Fd) {}
  ~Copied() {
    int Old = Fd;
    Fd = -1;
    shutdown(Old, SHUT_RDWR);
    close(Old);
    Worker.join();
  }
};

// A connection of its own wakes accept.
class Connects {
  int Listener;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop)
      accept(Listener, nullptr, nullptr);
  }};

public:
  explicit Connects(int Fd) : Listener(Fd) {}
  ~Connects() {
    Stop = true;
    int Self = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in Address{};
    connect(Self, reinterpret_cast<sockaddr *>(&Address), sizeof Address);
    close(Self);
    close(Listener);
    Worker.join();
  }
};

// Nobody says that it should end: the peer does that.
class Until {
  int Fd;
  std::thread Worker{[this] {
    char Buffer[64];
    while (recv(Fd, Buffer, sizeof Buffer, 0) > 0)
      ;
  }};

public:
  explicit Until(int Fd) : Fd(Fd) {}
  ~Until() { Worker.join(); }
};

class Limited {
  int Fd;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    char Buffer[64];
    while (!Stop)
      recv(Fd, Buffer, sizeof Buffer, 0);
  }};

public:
  explicit Limited(int Fd) : Fd(Fd) {
    timeval Second{1, 0};
    setsockopt(Fd, SOL_SOCKET, SO_RCVTIMEO, &Second, sizeof Second);
    setsockopt(this->Fd, SOL_SOCKET, SO_RCVTIMEO, &Second, sizeof Second);
  }
  ~Limited() {
    Stop = true;
    close(Fd);
    Worker.join();
  }
};

class NonBlocking {
  int Fd;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    char Buffer[64];
    while (!Stop)
      recv(Fd, Buffer, sizeof Buffer, 0);
  }};

public:
  explicit NonBlocking(int Given) : Fd(Given) {
    fcntl(Fd, F_SETFL, O_NONBLOCK);
  }
  ~NonBlocking() {
    Stop = true;
    close(Fd);
    Worker.join();
  }
};

class DontWait {
  int Fd;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    char Buffer[64];
    while (!Stop)
      recv(Fd, Buffer, sizeof Buffer, MSG_DONTWAIT);
  }};

public:
  explicit DontWait(int Given) : Fd(Given) {}
  ~DontWait() {
    Stop = true;
    close(Fd);
    Worker.join();
  }
};

class Polls {
  int Fd;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    char Buffer[64];
    while (!Stop) {
      pollfd Wait{Fd, POLLIN, 0};
      if (poll(&Wait, 1, 500) == 1)
        recv(Fd, Buffer, sizeof Buffer, 0);
    }
  }};

public:
  explicit Polls(int Given) : Fd(Given) {}
  ~Polls() {
    Stop = true;
    close(Fd);
    Worker.join();
  }
};

// What the caller gave may not block: the task looks for that.
class Again {
  int Fd;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    char Buffer[64];
    while (!Stop)
      if (recv(Fd, Buffer, sizeof Buffer, 0) < 0 && errno != EAGAIN)
        break;
  }};

public:
  explicit Again(int Given) : Fd(Given) {}
  ~Again() {
    Stop = true;
    close(Fd);
    Worker.join();
  }
};

// Closing the other end wakes it.
void pair() {
  int Ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, Ends) < 0)
    return;
  int Here = Ends[0], There = Ends[1];
  std::atomic<bool> Stop{false};
  std::thread Worker([&] {
    char Buffer[64];
    while (!Stop)
      if (recv(There, Buffer, sizeof Buffer, 0) <= 0)
        break;
  });
  Stop = true;
  close(Here);
  Worker.join();
  close(There);
}

// A server that is woken by the signal that the thread gets.
class Signalled {
  int Listener;
  std::atomic<bool> Stop{false};
  std::thread Worker{[this] {
    while (!Stop)
      accept(Listener, nullptr, nullptr);
  }};

public:
  explicit Signalled(int Given) : Listener(Given) {}
  ~Signalled() {
    Stop = true;
    pthread_kill(Worker.native_handle(), SIGUSR1);
    close(Listener);
    Worker.join();
  }
};
