// leash-unbounded-spawn: handles in members of objects that the turn makes.
//
// RUN: %check %s leash-unbounded-spawn -std=c++17-or-later -mocks
#include <atomic>
#include <deque>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <pthread.h>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void work();
void serve(int);
void *run(void *);
int nextClient();
bool stopped();

struct Client {
  int Fd = 0;
  std::thread Reader;
  std::thread *Writer = nullptr;
  std::future<void> Done;
  pthread_t Posix;
  Client *Next = nullptr;
  void start();
};
void takeOver(Client *);
void look(const Client &);

std::map<int, Client> ByFd;
std::map<int, std::shared_ptr<Client>> Shared;
std::list<Client> All;
std::vector<std::unique_ptr<Client>> Owned;
std::vector<Client *> Pointers;

//===--- Let go -----------------------------------------------------------===//

void detachedInANewObject(int) {
  while (!stopped()) {
    auto *client = new Client;
    client->Fd = nextClient();
    client->Writer = new std::thread(serve, client->Fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
    client->Writer->detach();
  }
}
void detachedInASharedObject() {
  while (true) {
    auto client = std::make_shared<Client>();
    client->Reader = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    client->Reader.detach();
  }
}
class Server {
public:
  void detachesEachTurn() {
    while (true) {
      Last = std::thread(serve, nextClient());
      // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the loop is here
      Last.detach();
    }
  }
  void newEachTurn() {
    while (true) {
      Pointer = new std::thread(serve, nextClient());
      // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the loop is here
      Pointer->detach();
    }
  }
  // The one of the turn before is joined first.
  void joinsFirst() {
    while (true) {
      if (Last.joinable())
        Last.join();
      Last = std::thread(serve, nextClient());
    }
  }
  void joinsAtTheEnd() {
    while (true) {
      Last = std::thread(serve, nextClient());
      work();
      Last.join();
    }
  }

private:
  std::thread Last;
  std::thread *Pointer = nullptr;
};

//===--- Kept in a container ----------------------------------------------===//

void newElementOfAMap() {
  while (true) {
    int fd = nextClient();
    ByFd[fd].Reader = std::thread(serve, fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void referenceToANewElement() {
  while (true) {
    int fd = nextClient();
    Client &client = ByFd[fd];
    client.Fd = fd;
    client.Reader = std::thread(serve, fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
void lastElement() {
  while (true) {
    All.emplace_back();
    All.back().Reader = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void pushedElement() {
  while (true) {
    All.push_back(Client());
    All.back().Reader = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void emplacedElement() {
  while (true) {
    auto &client = All.emplace_back();
    client.Reader = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void pointerElement() {
  while (true) {
    Owned.push_back(std::make_unique<Client>());
    Owned.back()->Reader = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void taskInAnElement() {
  while (true) {
    All.emplace_back();
    All.back().Done = std::async(std::launch::async, serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a task is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
void posixInAnElement() {
  while (true) {
    int fd = nextClient();
    pthread_create(&ByFd[fd].Posix, nullptr, run, &ByFd[fd]);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}

//===--- Put into a container ---------------------------------------------===//

void movedAfterwards() {
  while (true) {
    Client client;
    client.Reader = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    All.push_back(std::move(client));
  }
}
void movedBySubscript() {
  while (true) {
    Client client;
    int fd = nextClient();
    client.Reader = std::thread(serve, fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
    ByFd[fd] = std::move(client);
  }
}
void emplacedWithAKey() {
  while (true) {
    auto client = std::make_shared<Client>();
    client->Fd = nextClient();
    client->Reader = std::thread(serve, client->Fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
    Shared.emplace(client->Fd, client);
  }
}
void newAndPushed() {
  while (true) {
    auto *client = new Client();
    client->Reader = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    Pointers.push_back(client);
  }
}
void ownedAndMoved() {
  for (;;) {
    std::unique_ptr<Client> client(new Client);
    client->Reader = std::thread(serve, nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    Owned.push_back(std::move(client));
  }
}
// Nobody but the thread has it.
void forTheTaskAlone() {
  while (true) {
    auto *client = new Client;
    client->Fd = nextClient();
    if (client->Fd < 0)
      continue;
    client->Reader = std::thread([client] { serve(client->Fd); });
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
  }
}
void overData(const std::vector<int> &fds) {
  for (int fd : fds) {
    All.emplace_back();
    All.back().Reader = std::thread(serve, fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'fds' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
  }
}
// A function that keeps the object is as good as a spawn.
void add(int fd) {
  All.emplace_back();
  All.back().Reader = std::thread(serve, fd);
}
void callsIt() {
  while (true)
    add(nextClient());
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'add' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE-6]]:23: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}

//===--- Silent: joined, or gone with the turn ----------------------------===//

struct Joined {
  std::thread Reader;
  ~Joined() {
    if (Reader.joinable())
      Reader.join();
  }
};
void diesInTheTurn() {
  while (true) {
    Joined client;
    client.Reader = std::thread(serve, nextClient());
    work();
  }
}
void ownerDiesInTheTurn() {
  while (true) {
    auto client = std::make_unique<Joined>();
    client->Reader = std::thread(serve, nextClient());
    work();
  }
}
void joinedInTheTurn() {
  while (true) {
    auto client = std::make_shared<Client>();
    client->Reader = std::thread(serve, nextClient());
    Shared[nextClient()] = client;
    client->Reader.join();
  }
}
void joinedThroughTheContainer() {
  while (true) {
    All.emplace_back();
    All.back().Reader = std::thread(serve, nextClient());
    for (auto &each : All)
      each.Reader.join();
    All.clear();
  }
}
void deletedInTheTurn() {
  while (true) {
    auto *client = new Joined;
    client->Reader = std::thread(serve, nextClient());
    delete client;
  }
}
// The one before is joined.
void joinedFirst() {
  while (true) {
    int fd = nextClient();
    if (ByFd[fd].Reader.joinable())
      ByFd[fd].Reader.join();
    ByFd[fd].Reader = std::thread(serve, fd);
  }
}
void innerContainer() {
  while (true) {
    std::list<Joined> clients;
    clients.emplace_back();
    clients.back().Reader = std::thread(serve, nextClient());
  }
}

//===--- Silent: it is not known ------------------------------------------===//

void takenOver() {
  while (true) {
    auto *client = new Client;
    client->Reader = std::thread(serve, nextClient());
    takeOver(client);
  }
}
void methodOutOfSight() {
  while (true) {
    auto *client = new Client;
    client->Reader = std::thread(serve, nextClient());
    client->start();
  }
}
Client *find(int fd);
void somebodyElses() {
  while (true) {
    Client *client = find(nextClient());
    client->Reader = std::thread(serve, client->Fd);
  }
}
Client *Head;
void inAList() {
  while (true) {
    auto *client = new Client;
    client->Reader = std::thread(serve, nextClient());
    client->Next = Head;
    Head = client;
  }
}
// Only the number goes into the container.
std::vector<int> Numbers;
void onlyANumber() {
  while (true) {
    Joined client;
    client.Reader = std::thread(serve, nextClient());
    Numbers.push_back(nextClient());
  }
}

//===--- Silent: there are only so many -----------------------------------===//

void onceForEachKey() {
  while (true) {
    int fd = nextClient();
    if (ByFd.find(fd) != ByFd.end())
      continue;
    ByFd[fd].Reader = std::thread(serve, fd);
  }
}
void whenThereIsNone() {
  while (true) {
    int fd = nextClient();
    if (!ByFd[fd].Reader.joinable())
      ByFd[fd].Reader = std::thread(serve, fd);
  }
}
void atMost() {
  while (true) {
    int fd = nextClient();
    if (All.size() >= 64)
      continue;
    All.emplace_back();
    All.back().Reader = std::thread(serve, fd);
  }
}
struct Slot {
  std::thread Worker;
};
void slots() {
  std::vector<Slot> all(8);
  for (auto &each : all)
    each.Worker = std::thread(work);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].Worker = std::thread(work);
  for (auto &each : all)
    each.Worker.join();
}
// A map of fixed configuration.
std::map<std::string, Slot> ByName;
void configured(const std::vector<std::string> &names) {
  for (const auto &name : names)
    ByName[name].Worker = std::thread(work);
  for (auto &[name, slot] : ByName)
    slot.Worker = std::thread(work);
}
struct Entry {
  const std::string &name() const;
};
void configuredByIndex(const std::vector<std::string> &names,
                       const std::vector<Entry> &entries) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto name = names[i];
    ByName[name].Worker = std::thread(work);
    ByName[names[i]].Worker = std::thread(work);
  }
  for (const Entry &each : entries) {
    const std::string &name = each.name();
    ByName[name].Worker = std::thread(work);
    ByName[each.name()].Worker = std::thread(work);
  }
}
int freeSlot();
void oneOfTheSlots() {
  std::vector<Slot> all(8);
  while (true)
    all[freeSlot()].Worker = std::thread(work);
}
void alwaysTheSame() {
  while (true) {
    ByFd[0].Reader = std::thread(work);
    All.front().Reader = std::thread(work);
  }
}
void addedIfEmpty() {
  while (true) {
    if (All.empty())
      All.emplace_back();
    All.back().Reader = std::thread(work);
  }
}

//===--- Threads that constructors keep -----------------------------------===//

class Connection {
public:
  explicit Connection(int fd) : Reader(serve, fd) {}
  Connection(Connection &&) = default;
  ~Connection() {
    if (Reader.joinable())
      Reader.join();
  }

private:
  std::thread Reader;
};
std::vector<std::unique_ptr<Connection>> Connections;
std::list<Connection> Others;
std::map<int, std::shared_ptr<Connection>> ConnectionOf;

void madeEachTurn() {
  while (true)
    Connections.push_back(std::make_unique<Connection>(nextClient()));
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'Connection' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE-18]]:33: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
void madeInPlace() {
  while (!stopped()) {
    int fd = nextClient();
    Others.emplace_back(fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'Connection' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-26]]:33: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}
void madeAndMoved() {
  while (true) {
    Connection connection(nextClient());
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Connection' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-34]]:33: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    Others.push_back(std::move(connection));
  }
}
void nobodys() {
  while (true)
    new Connection(nextClient());
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Connection' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE-43]]:33: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
void keep(int fd) { Connections.emplace_back(new Connection(fd)); }
void keepsEachTurn() {
  while (true)
    keep(nextClient());
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'keep' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE-51]]:33: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}

// It dies with the turn, and joins.
void diesEachTurn() {
  while (true) {
    Connection connection(nextClient());
    work();
  }
}
void ownerDiesEachTurn() {
  while (true) {
    auto connection = std::make_unique<Connection>(nextClient());
    std::unique_ptr<Connection> other(new Connection(nextClient()));
    std::vector<std::unique_ptr<Connection>> few;
    few.push_back(std::make_unique<Connection>(nextClient()));
  }
}
// One for each part of the configuration.
void configuredConnections(const std::vector<int> &fds) {
  for (int fd : fds) {
    Connections.push_back(std::make_unique<Connection>(fd));
    keep(fd);
  }
}
void fewConnections() {
  while (Connections.size() < 4)
    Connections.push_back(std::make_unique<Connection>(nextClient()));
  while (true) {
    int fd = nextClient();
    if (Connections.size() >= 64)
      continue;
    Connections.push_back(std::make_unique<Connection>(fd));
  }
}
void onePerKey() {
  while (true) {
    int fd = nextClient();
    if (ConnectionOf.find(fd) != ConnectionOf.end())
      continue;
    ConnectionOf[fd] = std::make_shared<Connection>(fd);
  }
}
void replaced(std::unique_ptr<Connection> &last) {
  while (true)
    last = std::make_unique<Connection>(nextClient());
}
// It waits in its constructor.
class Waits {
public:
  explicit Waits(int fd) : Reader(serve, fd) { Reader.join(); }

private:
  std::thread Reader;
};
std::list<Waits> Waiting;
void waits() {
  while (true)
    Waiting.emplace_back(nextClient());
}
// Which constructor it is decides.
class MayStart {
public:
  MayStart() = default;
  MayStart(MayStart &&) = default;
  explicit MayStart(int fd) : Reader(serve, fd) {}
  MayStart(int fd, int) : Reader(serve, fd) {}
  MayStart(int fd, const char *) : Reader(serve, fd) {}

private:
  std::thread Reader;
};
std::list<MayStart> Maybe;
void mayStart() {
  while (true) {
    Maybe.emplace_back();
    Maybe.emplace_back(nextClient(), 1);
    Maybe.push_back(MayStart());
  }
}
