// leash-detached-thread with Boost.Thread.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-detached-thread -std=c++11,c++17
#include <boost/atomic.hpp>
#include <boost/bind/bind.hpp>
#include <boost/function.hpp>
#include <boost/make_shared.hpp>
#include <boost/ref.hpp>
#include <boost/thread.hpp>
#include <boost/thread/latch.hpp>
#include <boost/thread/scoped_thread.hpp>

void work();
void workOn(int);
int compute();

void detaches(int n) {
  boost::thread t(work);
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:17: note: the thread starts here
  boost::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  boost::thread(workOn, n).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  boost::thread(boost::bind(workOn, n)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:41: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  boost::function<void()> f = work;
  boost::thread(f).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void withAttributes() {
  boost::thread::attributes attributes;
  attributes.set_stack_size(1 << 20);
  boost::thread t(attributes, [] { work(); });
  t.detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:17: note: the thread starts here
}

void unkept() {
  new boost::thread(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nobody keeps the pointer to this new thread: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

void byReference() {
  int n = 0;
  boost::thread([&n] { ++n; }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:19: note: its task refers to 'n', which dangles once 'byReference' returns
}

struct Session {
  void run();
  void start() {
    boost::thread(&Session::run, this).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:34: note: its task uses 'this', and nothing keeps the object alive until the thread ends
    boost::thread(boost::bind(&Session::run, this)).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:53: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-2]]:46: note: its task uses 'this', and nothing keeps the object alive until the thread ends
  }
};

//===--- Cancellable ------------------------------------------------------===//

boost::atomic<bool> Stop(false);
void cancellable() {
  boost::thread([] { while (!Stop) work(); }).detach();
  boost::thread([] { while (!Stop.load()) work(); }).detach();
  boost::thread([] {
    for (;;) {
      work();
      boost::this_thread::interruption_point();
    }
  }).detach();
  boost::thread([] {
    while (!boost::this_thread::interruption_requested())
      work();
  }).detach();
}

void interrupted() {
  boost::thread t(work);
  t.interrupt();
  t.detach();
}

void notCancellable() {
  boost::thread([] { for (;;) { if (Stop) work(); } }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:56: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

class Poller {
public:
  void start() { Thread = boost::thread(&Poller::run, this); }
  void stop() {
    Done = true;
    Thread.detach();
  }

private:
  void run() { while (!Done) work(); }
  boost::atomic<bool> Done{false};
  boost::thread Thread;
};

//===--- Coordinated ------------------------------------------------------===//

void latch() {
  boost::latch done(1);
  boost::thread([&done] { work(); done.count_down(); }).detach();
  done.wait();
}
void latchForgotten() {
  boost::latch done(1);
  boost::thread([&done] { work(); done.count_down(); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:57: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-2]]:19: note: its task refers to 'done', which dangles once 'latchForgotten' returns
}
void barrier() {
  boost::barrier both(2);
  boost::thread([&both] { work(); both.wait(); }).detach();
  both.wait();
}
int promise() {
  auto p = boost::make_shared<boost::promise<int>>();
  boost::unique_future<int> f = p->get_future();
  boost::thread([p] { p->set_value(compute()); }).detach();
  return f.get();
}
void promiseForgotten() {
  auto p = boost::make_shared<boost::promise<int>>();
  boost::thread([p] { p->set_value(compute()); }).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:51: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void condition() {
  boost::mutex m;
  boost::condition_variable cv;
  bool done = false;
  boost::thread([&] {
    work();
    boost::lock_guard<boost::mutex> lock(m);
    done = true;
    cv.notify_one();
  }).detach();
  boost::unique_lock<boost::mutex> lock(m);
  while (!done)
    cv.wait(lock);
}

//===--- Joined -----------------------------------------------------------===//

void joined() {
  boost::thread t(work);
  t.join();
  boost::scoped_thread<> s((boost::thread(work)));
  boost::thread_group group;
  group.create_thread(work);
  group.join_all();
}
void takesItselfOut(boost::thread &t) {
  if (t.get_id() == boost::this_thread::get_id())
    t.detach();
}
