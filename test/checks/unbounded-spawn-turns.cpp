// leash-unbounded-spawn: what a turn asks that says nothing of the turns before
// it, and what ends all turns.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14-or-later
#include <csignal>
#include <memory>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

void work();
bool failed();
void handle(int);
void *serve(void *);

//===--- A call that never comes back -------------------------------------===//

static void serveForever() {
  std::thread(work).detach();
  while (true)
    work();
}
static void serveOnce() {
  std::thread(work).detach();
  work();
}
static void turnsForever() {
  for (;;)
    work();
}
static void mayComeBack() {
  std::thread(work).detach();
  while (true)
    if (failed())
      return;
}
void comesBack() {
  while (true)
    serveOnce();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'serveOnce' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-17]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
void comesBackAtTimes() {
  while (true)
    mayComeBack();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'mayComeBack' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-16]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
// Silent.
void neverNextTurn() {
  while (true) {
    work();
    serveForever();
  }
}
void neverAfterAll() {
  while (true)
    if (failed())
      serveForever();
}
void staysAfterwards() {
  while (true) {
    std::thread(work).detach();
    turnsForever();
  }
}

//===--- Set anew in each turn --------------------------------------------===//

void lengthInCondition(int s) {
  sockaddr_in address;
  socklen_t length;
  while (true) {
    length = sizeof(address);
    int fd;
    if ((fd = accept(s, (sockaddr *)&address, &length)) < 0)
      continue;
    std::thread(handle, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
  }
}
struct Arguments {
  int fd;
};
void checksNew(int s) {
  pthread_t thread;
  Arguments *given;
  while (true) {
    given = new Arguments();
    if (!given)
      continue;
    given->fd = accept(s, nullptr, nullptr);
    pthread_create(&thread, nullptr, serve, given);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
  }
}
void setTwice(int s) {
  Arguments data;
  while (true) {
    data.fd = -1;
    data.fd = accept(s, nullptr, nullptr);
    if (data.fd < 0)
      continue;
    std::thread(handle, data.fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
  }
}
void handedOver(int s) {
  int fd;
  while (true) {
    if ((fd = accept(s, nullptr, nullptr)) < 0)
      continue;
    std::thread(handle, fd).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
    fd = -1;
  }
}
// Silent: it says whether something has started, or what a loop came upon.
void startsOnce() {
  bool started = false;
  while (true) {
    if (started)
      continue;
    started = true;
    std::thread(work).detach();
  }
}
void looksForIt(std::vector<int> &known, int s) {
  bool found;
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    found = false;
    for (int each : known)
      if (each == fd)
        found = true;
    if (found)
      continue;
    known.push_back(fd);
    std::thread(handle, fd).detach();
  }
}
void setAtTimes(int s) {
  int fd;
  bool skip = true;
  while (true) {
    if (failed())
      skip = false;
    if (skip)
      continue;
    fd = accept(s, nullptr, nullptr);
    skip = true;
    std::thread(handle, fd).detach();
  }
}
void look(int, bool *);
void asksAnother(int s) {
  bool found;
  while (true) {
    int fd = accept(s, nullptr, nullptr);
    found = false;
    look(fd, &found);
    if (found)
      continue;
    std::thread(handle, fd).detach();
  }
}
void copied(bool &known) {
  bool was;
  while (true) {
    was = known;
    if (was)
      continue;
    known = true;
    std::thread(work).detach();
  }
}
class Service {
public:
  void run() {
    while (true) {
      Busy = false;
      if (Busy)
        continue;
      std::thread(work).detach();
    }
  }

private:
  bool Busy = false;
};
void inAnInnerLoop(int s) {
  bool busy;
  while (true) {
    busy = false;
    for (int i = 0; i < 2; ++i) {
      if (busy)
        continue;
      busy = true;
      int fd = accept(s, nullptr, nullptr);
      std::thread(handle, fd).detach();
    }
  }
}

//===--- The loop's own index ---------------------------------------------===//

struct Peer;
class Raft {
public:
  void add(std::shared_ptr<Peer> peer) { Peers.push_back(peer); }
  void skipsItself() {
    for (unsigned i = 0; i < Peers.size(); i++) {
      if (i == Self)
        continue;
      std::thread(&Raft::send, this, i).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'Peers' [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:5: note: the loop is here
    }
  }
  void allButItself() {
    for (unsigned i = 0; i < Peers.size(); i++)
      if (Self != i)
        std::thread(&Raft::send, this, i).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'Peers' [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the loop is here
  }
  void skipsTheFirst() {
    for (unsigned i = 0; i < Peers.size(); i++)
      if (i == 0)
        continue;
      else
        std::thread(&Raft::send, this, i).detach();
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'Peers' [leash-unbounded-spawn]
        // CHECK-MESSAGES: :[[@LINE-6]]:5: note: the loop is here
  }
  // Silent: one, no more than so many, or one may wait for the others.
  void oneWaits() {
    for (unsigned i = 0; i < Peers.size(); i++)
      if (i == Self)
        work();
      else
        std::thread(&Raft::send, this, i).detach();
  }
  void onlyItself() {
    for (unsigned i = 0; i < Peers.size(); i++)
      if (i == Self)
        std::thread(&Raft::send, this, i).detach();
  }
  void noMoreThan(unsigned most) {
    for (unsigned i = 0; i < Peers.size(); i++) {
      if (i == most)
        break;
      std::thread(&Raft::send, this, i).detach();
    }
  }
  void below(unsigned most) {
    for (unsigned i = 0; i < Peers.size(); i++)
      if (i < most)
        std::thread(&Raft::send, this, i).detach();
  }
  void anotherCount() {
    for (unsigned i = 0; i < Peers.size(); i++) {
      if (Running == Self)
        continue;
      ++Running;
      std::thread(&Raft::send, this, i).detach();
    }
  }

private:
  std::vector<std::shared_ptr<Peer>> Peers;
  unsigned Self = 0;
  unsigned Running = 0;
  void send(unsigned);
};

//===--- Flags that are numbers -------------------------------------------===//

static volatile sig_atomic_t Caught = 0;
void onSignal(int) { Caught = 1; }
int acceptOne();
void untilCaught() {
  while (Caught == 0)
    std::thread(handle, acceptOne()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void whileNotOne() {
  while (Caught != 1)
    std::thread(handle, acceptOne()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
class Server {
public:
  void stop() { Running = 0; }
  void run() {
    while (Running == 1)
      std::thread(handle, acceptOne()).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the loop is here
  }

private:
  int Running = 1;
};
// Silent: the loop brings a number down to nothing, or compares how many.
void countsDown(int left) {
  while (left != 0) {
    std::thread(handle, left).detach();
    left = left - 1;
  }
}
void countsDownInSteps(int left) {
  while (left != 0) {
    std::thread(handle, left).detach();
    --left;
  }
}
extern int Wanted;
void thatMany() {
  while (Wanted == 8)
    std::thread(work).detach();
}
void asLongAsThereAreSome() {
  while (Wanted > 0)
    std::thread(work).detach();
}

//===--- Names of templates -----------------------------------------------===//

template <typename Function> void startFor(int each, Function run) {
  std::thread(run, each).detach();
}
void named(const std::vector<int> &items) {
  for (int each : items)
    startFor(each, [](int) { work(); });
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'startFor' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
