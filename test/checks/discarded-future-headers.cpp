// Defects in headers of the user's are shown with the header, once however many
// instantiations there are; those of system headers never. (clang-tidy sorts by
// absolute path: the order of the two files is not the point.)
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -check-suffix=MAIN
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -headers -check-suffix=HEADERS,MAIN

#include "Inputs/discarded-future-header.h"
#include "Inputs/discarded-future-header.h"
#include "Inputs/discarded-future-system.h"

int work();
struct Functor {
  int operator()() const;
};

// CHECK-MESSAGES-HEADERS-DAG: Inputs/discarded-future-header.h:16:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
// CHECK-MESSAGES-HEADERS-DAG: Inputs/discarded-future-header.h:20:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
// CHECK-MESSAGES-HEADERS-DAG: Inputs/discarded-future-header.h:29:23: warning: the future that 'start' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
// CHECK-MESSAGES-HEADERS-DAG: Inputs/discarded-future-header.h:28:43: note: the future is made here

void flagged(Starter<Functor> S, Starter<int (*)()> P) {
  drops();
  dropsTemplate(work);
  dropsTemplate(Functor());
  S.drop(Functor());
  P.drop(work);
  start();
  // CHECK-MESSAGES-MAIN-DAG: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES-MAIN-DAG: Inputs/discarded-future-header.h:24:10: note: the future is made here
  S.start(Functor());
  // CHECK-MESSAGES-MAIN-DAG: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES-MAIN-DAG: Inputs/discarded-future-header.h:28:43: note: the future is made here
  startElsewhere();
  // CHECK-MESSAGES-MAIN-DAG: :[[@LINE-1]]:3: warning: the future that 'startElsewhere' returns is discarded: if an asynchronous call made it, its destructor waits; if not, its result and exceptions are lost [leash-discarded-future]
}

void silent(Starter<Functor> S) {
  waits();
  hands(work).get();
  start().get();
  auto F = S.start(Functor());
  F.wait();
  // Functions of a library: a row would say what their futures do.
  vendor::drops();
  vendor::dropsLater(work);
  vendor::request(1);
  vendor::start();
  vendor::startLater(work);
}
