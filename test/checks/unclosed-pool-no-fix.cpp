// leash-unclosed-pool: where no fix-it would be right, none is offered: the
// file is the same afterwards.
//
// RUN: %check %s leash-unclosed-pool -std=c++17 -mocks
// RUN: cp %s %t.cpp
// RUN: %leash_tidy --checks=-*,leash-unclosed-pool --config={} --fix %t.cpp -- -std=c++17 -nostdinc++ -isystem %source/test/mocks/std
// RUN: diff %s %t.cpp
#include <memory>
#include <thread>
#include <vector>

void work();

// No destructor is written.
class NoDestructor {
public:
  NoDestructor() { Workers.emplace_back(work); }

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:20: note: the threads start here
};
class Defaulted {
public:
  Defaulted() { Workers.emplace_back(work); }
  ~Defaulted() = default;

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:17: note: the threads start here
};

// Which of the ways out should close?
class SeveralWaysOut {
public:
  SeveralWaysOut() { Workers.emplace_back(work); }
  ~SeveralWaysOut() {
    if (Quick)
      return;
    work();
  }

private:
  bool Quick = false;
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-11]]:22: note: the threads start here
};

// In a macro, the text is not there to be changed.
#define WITH_DESTRUCTOR(Class) ~Class() {}
class ByMacro {
public:
  ByMacro() { Workers.emplace_back(work); }
  WITH_DESTRUCTOR(ByMacro)

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:15: note: the threads start here
};

// The pointers' threads would have to be deleted, too.
class Pointers {
public:
  Pointers() { Workers.push_back(new std::thread(work)); }
  ~Pointers() {}

private:
  std::vector<std::thread *> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of member 'Workers' are never joined: nobody can join them any more [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-6]]:38: note: the threads start here
};
