// leash-unbounded-spawn with Boost.Thread, version 2, the default.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14,c++20 -mocks
#include <boost/thread.hpp>
#include <utility>
#include <vector>

void work();
void serve(int);
int nextClient();

void detached() {
  while (true)
    boost::thread([] { serve(nextClient()); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
// Its destructor, unlike that of std::thread, lets the thread go.
void letGoByTheDestructor() {
  while (true) {
    boost::thread client([] { serve(nextClient()); });
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  }
}
void kept(const std::vector<int> &items) {
  std::vector<boost::thread> threads;
  for (int each : items)
    threads.push_back(boost::thread([each] { serve(each); }));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
  for (auto &each : threads)
    each.join();
}

void joined() {
  while (true) {
    boost::thread client([] { serve(nextClient()); });
    client.join();
  }
}
void interrupted() {
  while (true) {
    boost::thread client([] { serve(nextClient()); });
    work();
    client.interrupt();
    client.join();
  }
}
void constant() {
  for (int i = 0; i < 4; ++i)
    boost::thread(work).detach();
  for (unsigned i = 0; i < boost::thread::hardware_concurrency(); ++i)
    boost::thread(work).detach();
}
