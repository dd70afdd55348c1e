// leash-unbounded-spawn: handles in members of objects that the turn makes, in
// macros, templates, lambdas and headers, and in classes that do not compile.
//
// RUN: %check %s leash-unbounded-spawn -std=c++17-or-later -mocks -headers -expect-errors
#include "Inputs/unbounded-spawn-objects.h"
#include <future>
#include <map>
#include <memory>
#include <vector>

int nextClient();
bool stopped();
std::map<int, Client> ByFd;
std::list<Client> All;

//===--- Macros -----------------------------------------------------------===//

#define READER(fd) ByFd[fd].Reader
#define START_CLIENT(list)                                                     \
  do {                                                                         \
    (list).emplace_back();                                                     \
    (list).back().Reader = std::thread(serve, nextClient());                   \
  } while (0)
#define WAIT_FOR_EACH(items)                                                   \
  for (int each : items) {                                                     \
    std::vector<std::future<void>> parts;                                      \
    parts.push_back(std::async(std::launch::async, serve, each));              \
    parts.push_back(std::async(std::launch::async, serve, -each));             \
  }

void byMacro() {
  while (true) {
    int fd = nextClient();
    READER(fd) = std::thread(serve, fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
// Where all of it stands in one macro, it is not known what comes first.
void inAMacro() {
  while (true)
    START_CLIENT(All);
}
// The container dies with the turn.
void innerInAMacro(const std::vector<int> &items) {
  WAIT_FOR_EACH(items)
}

//===--- Templates --------------------------------------------------------===//

template <typename T> class Server {
public:
  void run() {
    while (!stopped()) {
      int fd = nextClient();
      auto client = std::make_shared<Client>();
      client->Reader = std::thread(serve, fd);
      // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:5: note: the loop is here
      Clients[fd] = client;
    }
  }
  void runLimited() {
    while (!stopped()) {
      int fd = nextClient();
      if (Clients.size() >= 8)
        continue;
      auto client = std::make_shared<Client>();
      client->Reader = std::thread(serve, fd);
      Clients[fd] = client;
    }
  }

private:
  std::map<T, std::shared_ptr<Client>> Clients;
};
template class Server<int>;
// It depends on the parameter.
template <typename T> void never(std::map<int, T> &clients) {
  while (true) {
    int fd = nextClient();
    clients[fd].Reader = std::thread(serve, fd);
  }
}

//===--- Lambdas ----------------------------------------------------------===//

void inALambda() {
  auto loop = [] {
    while (true) {
      Client client;
      client.Reader = std::thread(serve, nextClient());
      // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the loop is here
      All.push_back(std::move(client));
    }
  };
  loop();
}
void laterInALambda() {
  while (true) {
    Client client;
    client.Reader = std::thread(serve, nextClient());
    auto keep = [&client] { All.push_back(std::move(client)); };
    keep();
  }
}

//===--- In the header, and across ----------------------------------------===//

void callsTheHeader() {
  while (true)
    addClient(All, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'addClient' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: Inputs/unbounded-spawn-objects.h:14:27: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}

//===--- Half typed -------------------------------------------------------===//

struct Unfinished {
  Missing Kind;
  std::thread Reader;
};
void ofAnUnfinishedClass() {
  while (true) {
    Unfinished client;
    client.Reader = std::thread(serve, nextClient());
    client.Kind.close();
  }
}
void noSuchContainer() {
  while (true) {
    Client client;
    client.Reader = std::thread(serve, nextClient());
    noSuch.push_back(std::move(client));
  }
}
void noSuchMember() {
  while (true) {
    int fd = nextClient();
    ByFd[fd].Missing = std::thread(serve, fd);
  }
}
void noSuchKey() {
  while (true)
    ByFd[noSuch].Reader = std::thread(serve, nextClient());
}

// clang-tidy prints the headers' last.
// CHECK-MESSAGES: Inputs/unbounded-spawn-objects.h:20:29: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'fds' [leash-unbounded-spawn]
// CHECK-MESSAGES: Inputs/unbounded-spawn-objects.h:18:3: note: the loop is here
