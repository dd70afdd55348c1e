// leash-unclosed-pool in code that is being typed: nothing is said about a
// class or a function that does not compile, and what does compile is still
// looked at.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks -expect-errors
#include <memory>
#include <thread>
#include <vector>

void work();
using Threads = std::vector<std::thread>;

class Pool {
public:
  Pool() { Workers.emplace_back(work); }
  ~Pool() {
    for (auto &each : Workers)
      each.join();
  }
  void submit(void (*job)()) { job(); }

private:
  Threads Workers;
};

class Complete {
public:
  Complete() { Workers.emplace_back(work); }

private:
  Threads Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:16: note: the threads start here
};
void complete() {
  Pool *pool = new Pool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Pool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}

void undeclaredClose() {
  Pool *pool = new Pool;
  closeIt(pool);
}
void errorElsewhere() {
  Pool *pool = new Pool;
  pool->submit(work);
  undeclared(1);
}
void noSuchMember() {
  Pool *pool = new Pool;
  pool->shutDown();
}
void noSuchArgument() { Pool *pool = new Pool(missing); }
void noSuchClass() { Missing *pool = new Missing; }

class ErrorInDestructor {
public:
  ErrorInDestructor() { Workers.emplace_back(work); }
  ~ErrorInDestructor() {
    for (auto &each : Wrokers)
      each.join();
  }

private:
  Threads Workers;
};
class ErrorInStop {
public:
  ErrorInStop() { Workers.emplace_back(work); }
  void stop() { joinAll(Workers); }

private:
  Threads Workers;
};
class ErrorInMember {
public:
  ErrorInMember() { Workers.emplace_back(work); }

private:
  Missing Value;
  Threads Workers;
};
class Incomplete;
class HoldsIncomplete {
public:
  HoldsIncomplete() { Workers.emplace_back(work); }

private:
  std::unique_ptr<Incomplete> Pimpl;
  Incomplete Value;
  Threads Workers;
};
class MethodIsMissing {
public:
  MethodIsMissing() { Workers.emplace_back(work); }
  void stop(;

private:
  Threads Workers;
};

class CompleteAgain {
public:
  CompleteAgain() { Workers.emplace_back(work); }

private:
  Threads Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:21: note: the threads start here
};

// From here on the parser is lost, and whatever it makes of the rest must not
// crash the check.
void missingInitialiser() { Pool *pool = new ; }
void missingParenthesis() {
  Pool *pool = new Pool(;
  if (pool
    delete pool;
}
template <typename T> class BrokenTemplate {
public:
  BrokenTemplate() { Workers.emplace_back( }
  ~BrokenTemplate() { for (auto &each : ) each.join(); }

private:
  std::vector<T, > Workers;
};
class Unfinished {
public:
  Unfinished() { Workers.emplace_back(work); }
  ~Unfinished() {
    for (auto &each : Workers) {
      each.
