// Threads that are meant to live as long as the process.
//
// RUN: %check %s leash-detached-thread -std=c++11-or-later -mocks
// RUN: %check %s leash-detached-thread -std=c++11,c++20 -mocks -check-suffix=SERVER -- -- -DSERVER
// RUN: %check %s leash-detached-thread -std=c++11,c++20 -mocks -check-suffix=ACCEPT -- -- -DACCEPT
// RUN: %check %s leash-detached-thread -std=c++11,c++20 -mocks -check-suffix=SHORT -- -- -DSHORT
#include <functional>
#include <memory>
#include <signal.h>
#include <thread>
#include <unistd.h>
#include <vector>

void work();
void elsewhere();
int accept();
void serve(int);

static void forEver() {
  for (;;)
    work();
}

#if defined(SERVER)
// main starts it, and it ends with the process.
int main() {
  std::thread(forEver).detach();
  std::thread([] { while (true) work(); }).detach();
  // main itself never ends: so do these.
  std::thread(elsewhere).detach();
  for (;;)
    work();
}
#elif defined(ACCEPT)
// main never ends, but the threads are started for ever.
int main() {
  for (;;) {
    int connection = accept();
    std::thread(serve, connection).detach();
    // CHECK-MESSAGES-ACCEPT: :[[@LINE-1]]:36: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
}
#elif defined(SHORT)
// main ends while the thread may still be at work.
int main() {
  std::thread([] { work(); }).detach();
  // CHECK-MESSAGES-SHORT: :[[@LINE-1]]:31: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  work();
}
#else

// Not main: somebody may want to stop this one.
void notMain() {
  std::thread(forEver).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- Signals ----------------------------------------------------------===//

void signals(sigset_t *set) {
  std::thread([set] {
    for (;;) {
      int signal;
      sigwait(set, &signal);
      work();
    }
  }).detach();
  std::thread([] { while (true) pause(); }).detach();
}

//===--- Singletons that are never destroyed ------------------------------===//

class Leaked {
public:
  static Leaked &instance() {
    static Leaked *It = new Leaked;
    return *It;
  }
  void start() {
    std::thread([this] { forEver(); }).detach();
    std::thread(&Leaked::run, this).detach();
    std::thread(std::bind(&Leaked::run, this)).detach();
  }

private:
  void run();
};
class LeakedReference {
public:
  static LeakedReference &instance() {
    static LeakedReference &It = *new LeakedReference;
    return It;
  }
  void start() { std::thread([this] { run(); }).detach(); }

private:
  void run();
};
class LeakedInConstructor {
public:
  static LeakedInConstructor &instance() {
    static auto *It = new LeakedInConstructor();
    return *It;
  }

private:
  LeakedInConstructor() { std::thread([this] { run(); }).detach(); }
  void run();
};

// Destroyed when the process ends, while the thread runs on.
class Destroyed {
public:
  static Destroyed &instance() {
    static Destroyed It;
    return It;
  }
  void start() { std::thread([this] { run(); }).detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:49: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:31: note: its task uses 'this', and nothing keeps the object alive until the thread ends

private:
  void run();
};
// One of many.
class Local {
public:
  void start() { std::thread([this] { run(); }).detach(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:49: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:31: note: its task uses 'this', and nothing keeps the object alive until the thread ends

private:
  void run();
};
void uses() {
  Local *l = new Local;
  l->start();
}
// Never destroyed, and yet it refers to a local.
class LeakedWithLocal {
public:
  static LeakedWithLocal &instance() {
    static LeakedWithLocal *It = new LeakedWithLocal;
    return *It;
  }
  void start() {
    int local = 0;
    std::thread([this, &local] { run(local); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:49: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:25: note: its task refers to 'local', which dangles once 'start' returns
    // CHECK-MESSAGES: :[[@LINE-3]]:18: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }

private:
  void run(int &);
};

//===--- Watchdogs --------------------------------------------------------===//

// They end with the process, because they end it.
void sleepFor(int seconds);
[[noreturn]] void die();
void watchdogs() {
  std::thread([] { sleepFor(10); _exit(1); }).detach();
  std::thread([] { sleepFor(10); die(); }).detach();
}
void notAWatchdog(bool bad) {
  std::thread([bad] { if (bad) die(); work(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:50: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

//===--- A thread that lets go of its own handle --------------------------===//

struct Self {
  std::thread Thread;
  void leave() {
    if (Thread.get_id() == std::this_thread::get_id())
      Thread.detach();
    else
      Thread.join();
  }
  void leaveByVariable() {
    bool isSelf = Thread.get_id() == std::this_thread::get_id();
    if (isSelf)
      Thread.detach();
    else
      Thread.join();
  }
};

// The thread has asked to be let go, by its id.
struct Crew {
  std::vector<std::thread> Threads;
  void letGo(std::thread::id id) {
    for (auto &t : Threads)
      if (t.get_id() == id)
        t.detach();
  }
};

// The task lets go of the handle that its owner would otherwise join.
class LetsItselfGo {
public:
  void start() {
    Thread = std::thread([this] {
      work();
      Thread.detach();
    });
  }

private:
  std::thread Thread;
};
class LetsItselfGoDeep {
public:
  void start() { Thread = std::thread(&LetsItselfGoDeep::run, this); }

private:
  void run() {
    work();
    leave();
  }
  void leave() { Thread.detach(); }
  std::thread Thread;
};
// Its twin lets go of a thread that it has just started.
class LetsOthersGo {
public:
  void start() { Thread = std::thread(&LetsOthersGo::run, this); }
  ~LetsOthersGo() { Thread.join(); }

private:
  void run() {
    std::thread other(work);
    other.detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: thread 'other' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:17: note: the thread starts here
  }
  std::thread Thread;
};
#endif
