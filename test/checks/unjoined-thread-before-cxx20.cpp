// Before C++20 there is no std::jthread to propose.
//
// RUN: %check %s leash-unjoined-thread -std=c++11,c++14,c++17 -mocks
// RUN: cp %s %t.cpp
// RUN: %clang_tidy --load=%plugin --config={} --checks=-*,leash-unjoined-thread --fix %t.cpp -- -std=c++17 -nostdinc++ -isystem %source/test/mocks/std
// RUN: diff %s %t.cpp

#include <thread>

void work();

void forgotten() {
  std::thread t(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its destructor calls std::terminate [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
