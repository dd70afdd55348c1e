// leash-unjoined-thread and members that are one thread: reported on the
// member's declaration, where nothing visible ever closes it.
//
// RUN: %check %s leash-unjoined-thread -std=c++17-or-later -mocks
#include <memory>
#include <optional>
#include <thread>
#include <utility>

void work();
bool ready();

//===--- Started in many places -------------------------------------------===//

class InAMethod {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
};
class InItsInitialiser {
  std::thread Thread{work};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
};
class InItsInitialiserByEquals {
  std::thread Thread = std::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
};
class InItsInitialiserWithALambda {
  std::thread Thread{[this] { run(); }};
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  void run();
};
class InTheConstructorsList {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:29: note: the thread starts here
public:
  InTheConstructorsList() : Thread(work) {}
  explicit InTheConstructorsList(int) {}
};
class InTheConstructor {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:33: note: the thread starts here
public:
  InTheConstructor() { Thread = std::thread(&InTheConstructor::run, this); }
  void run();
};
class InAMethodOutOfLine {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+5]]:12: note: the thread starts here
public:
  void start();
};
void InAMethodOutOfLine::start() {
  Thread = std::thread(work);
}
class ByMove {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:17: note: the thread starts here
public:
  void start() {
    std::thread t(work);
    Thread = std::move(t);
  }
};
class ByAFactory {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:27: note: the thread starts here
  static std::thread make() { return std::thread(work); }
public:
  void start() { Thread = make(); }
};
class ByAHelper {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:18: note: the thread starts here
  static void startInto(std::thread &t) { t = std::thread(work); }
public:
  void start() { startInto(Thread); }
};
class InALambda {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:33: note: the thread starts here
public:
  void start() {
    auto go = [this] { Thread = std::thread(work); };
    go();
  }
};
struct Public {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:42: note: the thread starts here
};
void startPublic(Public &p) { p.Thread = std::thread(work); }

//===--- Kinds of members -------------------------------------------------===//

class Owned {
  std::unique_ptr<std::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::make_unique<std::thread>(work); }
};
class OwnedByReset {
  std::unique_ptr<std::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:35: note: the thread starts here
public:
  void start() { Thread.reset(new std::thread(work)); }
};
class OwnedFromTheStart {
  std::unique_ptr<std::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:36: note: the thread starts here
public:
  OwnedFromTheStart() : Thread(new std::thread(work)) {}
};
class Shared {
  std::shared_ptr<std::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::make_shared<std::thread>(work); }
};
class Optional {
  std::optional<std::thread> Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:18: note: the thread starts here
public:
  void start() { Thread.emplace(work); }
};
class Pointer {
  std::thread *Thread = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread member 'Thread' is never joined: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:31: note: the thread starts here
public:
  void start() { Thread = new std::thread(work); }
};
class PointerThatIsDeleted {
  std::thread *Thread = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread member 'Thread' is never joined: nobody can join it any more [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:31: note: the thread starts here
public:
  void start() { Thread = new std::thread(work); }
  ~PointerThatIsDeleted() { delete Thread; }
};

//===--- Nothing closes it ------------------------------------------------===//

class StopsAndDoesNotJoin {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:27: note: the thread starts here
  bool Stop = false;
public:
  void start() { Thread = std::thread([this] { while (!Stop) work(); }); }
  void stop() { Stop = true; }
  ~StopsAndDoesNotJoin() { stop(); }
};
class OnlyLooks {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
  bool running() const { return Thread.joinable(); }
  std::thread::id id() const { return Thread.get_id(); }
};
class DefaultedDestructor {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  DefaultedDestructor() : Thread(work) {}
  ~DefaultedDestructor() = default;
};
class EmptyDestructor {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
  ~EmptyDestructor() {}
};
class JoinsAnother {
  std::thread Reader;
  std::thread Writer;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Writer' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:14: note: the thread starts here
public:
  void start() {
    Reader = std::thread(work);
    Writer = std::thread(work);
  }
  ~JoinsAnother() { Reader.join(); }
};
struct Base {
  virtual ~Base() {}
  virtual void stop() {}
};
class Derived : public Base {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
  void stop() override {}
};
class Outer {
  struct Inner {
    std::thread Thread;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:29: note: the thread starts here
    void start() { Thread = std::thread(work); }
  } Part;
public:
  void start() { Part.start(); }
};
template <typename T> class Template {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
};
template class Template<int>;
template class Template<long>;
// Once, though started twice: at the first.
class StartedTwice {
  std::thread Thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:27: note: the thread starts here
public:
  void start() { Thread = std::thread(work); }
  void restart() { Thread = std::thread(work); }
};
void local() {
  struct Local {
    std::thread Thread;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: thread member 'Thread' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+1]]:15: note: the thread starts here
    Local() : Thread(work) {}
  };
  Local l;
}
