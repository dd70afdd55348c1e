// boost::async: a dropped boost::future does not wait, so the message is another,
// and no fix is offered.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include <boost/thread/future.hpp>
#include <tuple>

int work();
void log();
bool more();
boost::future<int> start() { return boost::async(work); }
boost::future<int> elsewhere();

void flagged() {
  boost::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  boost::async(boost::launch::async, work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  (void)boost::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  std::ignore = boost::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  log(), boost::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  start();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-16]]:37: note: the future is made here
  boost::future<int> Last;
  while (more())
    Last = boost::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: this overwrites the future of the previous turn, which nobody has waited for: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
  auto Unused = boost::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: future 'Unused' dies unused at the end of this scope: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
}
template <typename F> void never(F Task) {
  boost::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'boost::async' call is discarded: its task runs on with nobody to wait for it or to see its exceptions [leash-discarded-future]
}

boost::future<int> silent() {
  boost::async(work).get();
  boost::async(work).wait();
  elsewhere();
  auto Kept = start();
  log();
  Kept.get();
  boost::future<int> Turn;
  while (more()) {
    Turn = boost::async(work);
    Turn.wait();
  }
  return boost::async(work);
}
