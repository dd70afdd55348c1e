// Where no text of one kind repairs it, none is offered: --fix leaves the file
// as it is.
//
// RUN: %check %s leash-discarded-future -std=c++17-or-later -mocks -- -- -Wno-unused
// RUN: cp %s %t.cpp
// RUN: %clang_tidy --load=%plugin --config={} --checks=-*,leash-discarded-future --fix %t.cpp -- -std=c++17 -nostdinc++ -isystem %source/test/mocks/std -isystem %source/test/mocks/libs -Wno-unused
// RUN: diff %s %t.cpp

#include <boost/thread/future.hpp>
#include <future>
#include <tuple>

int work();
void log();
bool more();
std::future<int> elsewhere();
#define RUN(Task) std::async(Task)
#define IGNORE(X) (void)(X)

void noFix(bool B, std::launch Given) {
  // Only the macro could be mended.
  RUN(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  IGNORE(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // The type of the whole is a future.
  B ? std::async(work) : std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-2]]:26: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::future<int>(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  static_cast<std::future<int>>(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::shared_future<int>(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  std::async(work).share();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // Other spellings are for the writer to choose.
  std::ignore = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // It does not wait today.
  boost::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  elsewhere();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'elsewhere' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
  // It does not run today.
  std::async(std::launch::deferred, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its task is deferred and never runs [leash-discarded-future]
  std::future<int> Last;
  while (more())
    Last = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  auto Unused = std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
// A throw would end the program where the exception is swallowed today.
struct Service {
  ~Service() { std::async(work); }
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
};
void cannotThrow() noexcept {
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
}
