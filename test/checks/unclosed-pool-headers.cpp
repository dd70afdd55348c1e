// leash-unclosed-pool in headers: reported where it is written, in the user's
// headers alone, once.
//
// RUN: %check %s leash-unclosed-pool -std=c++14-or-later -mocks -headers -- -- -isystem %S/Inputs/unclosed-pool-system
#include "Inputs/unclosed-pool.h"
#include "Inputs/unclosed-pool.h"
#include <vendor/pool.h>

// Not the user's to mend: a class of a library that never closes its workers.
void ofLibrary() {
  vendor::OpenPool open;
  vendor::OpenPool *leaked = new vendor::OpenPool;
}

// But this is.
void leaks() {
  auto *pool = new HeaderPool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: pool 'pool' of class 'HeaderPool' is never closed: its threads run on [leash-unclosed-pool]
  pool->submit(work);
  auto *other = new vendor::JoiningPool;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: pool 'other' of class 'JoiningPool' is never closed: its threads run on [leash-unclosed-pool]
  other->submit(work);
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
// CHECK-MESSAGES: Inputs/unclosed-pool.h:30:28: warning: threads of member 'Workers' are never joined: their destructors call std::terminate [leash-unclosed-pool]
// CHECK-MESSAGES: Inputs/unclosed-pool.h:27:22: note: the threads start here
// CHECK-MESSAGES: Inputs/unclosed-pool.h:44:9: warning: pool 'pool' of class 'HeaderPool' is never closed: its threads run on [leash-unclosed-pool]
