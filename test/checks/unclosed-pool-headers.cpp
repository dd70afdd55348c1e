// leash-unclosed-pool in headers: reported where it is written, in the user's
// headers alone, once.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks -headers -- -- -isystem %S/Inputs/unclosed-pool-system
#include "Inputs/unclosed-pool.h"
#include "Inputs/unclosed-pool.h"
#include <vendor/pool.h>

// What classes of libraries do is not looked at.
void ofLibrary() {
  vendor::OpenPool open;
  vendor::OpenPool *leaked = new vendor::OpenPool;
  auto *other = new vendor::JoiningPool;
  other->submit(work);
}

// But this is.
void leaks() {
  auto *pool = new HeaderPool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'HeaderPool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'pool' goes out of scope here
  pool->submit(work);
}
void closes() {
  HeaderPool pool;
  vendor::JoiningPool other;
  auto *third = new HeaderPool;
  delete third;
}

// Another file may define what the header declares.
SplitPool::SplitPool() { Workers.emplace_back(work); }

// clang-tidy prints the headers' last.
// CHECK-MESSAGES: Inputs/unclosed-pool.h:29:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
// CHECK-MESSAGES: Inputs/unclosed-pool.h:26:22: note: the threads start here
// CHECK-MESSAGES: Inputs/unclosed-pool.h:43:9: warning: 'HeaderPool' pool 'pool' is never closed: its threads run on [leash-unclosed-pool]
// CHECK-MESSAGES: Inputs/unclosed-pool.h:45:1: note: 'pool' goes out of scope here
