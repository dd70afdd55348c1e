// leash-unclosed-pool: the fix-its.
//
// RUN: %check %s leash-unclosed-pool -std=c++11-or-later -mocks -fix
// RUN: %check %s leash-unclosed-pool -std=c++17 -mocks -fix -check-suffix=,STRICT -- --config='{CheckOptions: [{key: leash-unclosed-pool.RequireDestructor, value: true}]}' -- -DSTRICT
#include <array>
#include <memory>
#include <thread>
#include <vector>

void work();

// A destructor that is written out gets the loop that joins.
class Pool {
public:
  Pool() { Workers.emplace_back(work); }
  ~Pool() {
    Stopping = true;
  }
  // CHECK-FIXES:      {{^}}  ~Pool() {
  // CHECK-FIXES-NEXT: {{^}}    Stopping = true;
  // CHECK-FIXES-NEXT: {{^}}  for (auto &each : Workers) if (each.joinable()) each.join(); }

private:
  bool Stopping = false;
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-12]]:12: note: the threads start here
};

class EmptyDestructor {
public:
  EmptyDestructor() { Workers[0] = std::thread(work); }
  ~EmptyDestructor() {}
  // CHECK-FIXES: {{^}}  ~EmptyDestructor() {for (auto &each : Workers) if (each.joinable()) each.join(); }

private:
  std::array<std::thread, 2> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-7]]:36: note: the threads start here
};

// In another place than the class.
class OutOfLine {
public:
  OutOfLine();
  ~OutOfLine();

private:
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:26: note: the threads start here
};
OutOfLine::OutOfLine() { Workers.emplace_back(work); }
OutOfLine::~OutOfLine() {
  work();
}
// CHECK-FIXES:      {{^}}OutOfLine::~OutOfLine() {
// CHECK-FIXES-NEXT: {{^}}  work();
// CHECK-FIXES-NEXT: {{^}}for (auto &each : Workers) if (each.joinable()) each.join(); }

#ifdef STRICT
// The destructor calls what is there.
class Stopped {
public:
  Stopped() { Workers.emplace_back(work); }
  ~Stopped() {
    Stopping = true;
  }
  // CHECK-FIXES-STRICT:      {{^}}  ~Stopped() {
  // CHECK-FIXES-STRICT-NEXT: {{^}}    Stopping = true;
  // CHECK-FIXES-STRICT-NEXT: {{^}}  stop(); }
  void stop() {
    for (auto &each : Workers)
      if (each.joinable())
        each.join();
  }

private:
  bool Stopping = false;
  std::vector<std::thread> Workers;
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:28: warning: threads of member 'Workers' are not joined by the destructor of 'Stopped' [leash-unclosed-pool]
  // CHECK-MESSAGES-STRICT: :[[@LINE-7]]:9: note: they are joined here, in 'stop', which the destructor does not call
};
#endif
