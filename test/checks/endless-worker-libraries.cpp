// leash-endless-worker with Boost.
//
// REQUIRES: boost-headers
// RUN: %check %s leash-endless-worker -std=c++17
#include <boost/asio/io_context.hpp>
#include <boost/chrono.hpp>
#include <boost/thread.hpp>
#include <thread>
#include <vector>

void work();
void keep(boost::thread &);

// Nobody interrupts it.
void joined() {
  boost::thread Worker([] {
    while (true)
      boost::this_thread::sleep_for(boost::chrono::seconds(1));
  });
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-7]]:17: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE-4]]:10: note: this join hangs
void detached() {
  boost::thread([] {
    for (;;)
      work();
  }).detach();
}
// CHECK-MESSAGES: :[[@LINE-4]]:5: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here

//===--- Silent -----------------------------------------------------------===//

void interrupted() {
  boost::thread Worker([] {
    while (true)
      boost::this_thread::sleep_for(boost::chrono::seconds(1));
  });
  Worker.interrupt();
  Worker.join();
}
void interruptedInContainer() {
  std::vector<boost::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([] {
      while (true)
        boost::this_thread::sleep_for(boost::chrono::seconds(1));
    });
  for (auto &Worker : Workers) {
    Worker.interrupt();
    Worker.join();
  }
}
void handedOut() {
  boost::thread Worker([] {
    while (true)
      boost::this_thread::sleep_for(boost::chrono::seconds(1));
  });
  keep(Worker);
}
void asks() {
  boost::thread([] {
    while (true) {
      work();
      boost::this_thread::interruption_point();
    }
  }).detach();
}
void serves(boost::asio::io_context &Io) {
  std::thread([&Io] {
    while (true)
      Io.run();
  }).detach();
}
