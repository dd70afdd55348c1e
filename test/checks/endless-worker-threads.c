// leash-endless-worker with the threads of C.
//
// RUN: %check %s leash-endless-worker -std=c11,c17

#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <threads.h>
#include <unistd.h>

void work(void);
int next(void);
void keep(pthread_t);

static void *forEver(void *Unused) {
  (void)Unused;
  for (;;)
    work();
  return NULL;
}
// CHECK-MESSAGES: :[[@LINE-4]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+4]]:3: note: the thread starts here
// CHECK-MESSAGES: :[[@LINE+4]]:3: note: this join hangs
void start(void) {
  pthread_t Thread;
  pthread_create(&Thread, NULL, forEver, NULL);
  pthread_join(Thread, NULL);
}

static int loop(void *Unused) {
  while (1)
    usleep(1000);
}
// CHECK-MESSAGES: :[[@LINE-3]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+3]]:7: note: the thread starts here
void startC11(void) {
  thrd_t Thread;
  if (thrd_create(&Thread, loop, NULL) == thrd_success)
    thrd_detach(Thread);
}

// A flag of this file that nothing sets.
static volatile int Stopping;
static void *untilStopping(void *Unused) {
  while (!Stopping)
    work();
  return Unused;
}
// CHECK-MESSAGES: :[[@LINE-4]]:3: warning: nothing ever sets 'Stopping' to anything but 0: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+11]]:3: note: the thread starts here
static atomic_int Running = 1;
static void *whileRunning(void *Unused) {
  while (atomic_load(&Running))
    work();
  return Unused;
}
// CHECK-MESSAGES: :[[@LINE-4]]:3: warning: nothing ever sets 'Running' to 0: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE+5]]:3: note: the thread starts here
void startFlags(void) {
  pthread_t One, Two;
  pthread_create(&One, NULL, untilStopping, NULL);
  pthread_detach(One);
  pthread_create(&Two, NULL, whileRunning, NULL);
  pthread_detach(Two);
}

// A value that is read once.
struct Context {
  int Running;
};
static void *readsOnce(void *Argument) {
  int Goes = ((struct Context *)Argument)->Running;
  while (Goes)
    work();
  return NULL;
}
// CHECK-MESSAGES: :[[@LINE-4]]:3: warning: 'Goes' is a copy that nobody else can change: this loop and its task run until the process ends [leash-endless-worker]
// CHECK-MESSAGES: :[[@LINE-6]]:7: note: 'Goes' is copied here
// CHECK-MESSAGES: :[[@LINE+3]]:3: note: the thread starts here
void startReadsOnce(struct Context *C) {
  pthread_t Thread;
  pthread_create(&Thread, NULL, readsOnce, C);
  pthread_detach(Thread);
}

//===--- Silent -----------------------------------------------------------===//

static void *breaks(void *Unused) {
  for (;;)
    if (next())
      break;
  return Unused;
}
static void *exits(void *Unused) {
  for (;;)
    if (next())
      pthread_exit(NULL);
  return Unused;
}
static void *dies(void *Unused) {
  while (1)
    if (next())
      abort();
  return Unused;
}
static void *reads(void *Argument) {
  struct Context *C = Argument;
  while (C->Running)
    work();
  return NULL;
}
static sig_atomic_t volatile Interrupted;
static void onSignal(int Number) { Interrupted = Number; }
static void *untilInterrupted(void *Unused) {
  while (!Interrupted)
    work();
  return Unused;
}
static atomic_bool Open = 1;
void closeAll(void) { atomic_store(&Open, 0); }
static void *whileOpen(void *Unused) {
  while (atomic_load(&Open))
    work();
  return Unused;
}
void startSilent(struct Context *C) {
  pthread_t Thread;
  signal(SIGTERM, onSignal);
  pthread_create(&Thread, NULL, breaks, NULL);
  pthread_detach(Thread);
  pthread_create(&Thread, NULL, exits, NULL);
  pthread_detach(Thread);
  pthread_create(&Thread, NULL, dies, NULL);
  pthread_detach(Thread);
  pthread_create(&Thread, NULL, reads, C);
  pthread_detach(Thread);
  pthread_create(&Thread, NULL, untilInterrupted, NULL);
  pthread_detach(Thread);
  pthread_create(&Thread, NULL, whileOpen, NULL);
  pthread_detach(Thread);
}

// Somebody cancels the thread, or may.
static void *cancelled(void *Unused) {
  for (;;)
    sleep(1);
  return Unused;
}
void startCancelled(void) {
  pthread_t Thread;
  pthread_create(&Thread, NULL, cancelled, NULL);
  sleep(10);
  pthread_cancel(Thread);
  pthread_join(Thread, NULL);
}
static void *kept(void *Unused) {
  for (;;)
    sleep(1);
  return Unused;
}
void startKept(void) {
  pthread_t Thread;
  pthread_create(&Thread, NULL, kept, NULL);
  keep(Thread);
}
static void *returned(void *Unused) {
  for (;;)
    sleep(1);
  return Unused;
}
pthread_t startReturned(void) {
  pthread_t Thread;
  pthread_create(&Thread, NULL, returned, NULL);
  return Thread;
}
pthread_t Everybodys;
static void *everybodys(void *Unused) {
  for (;;)
    sleep(1);
  return Unused;
}
void startEverybodys(void) {
  pthread_create(&Everybodys, NULL, everybodys, NULL);
}
static pthread_t Ours[4];
static void *ours(void *Unused) {
  for (;;)
    sleep(1);
  return Unused;
}
void startOurs(void) {
  for (int I = 0; I < 4; ++I)
    pthread_create(&Ours[I], NULL, ours, NULL);
}
void killOurs(void) {
  for (int I = 0; I < 4; ++I) {
    pthread_cancel(Ours[I]);
    pthread_join(Ours[I], NULL);
  }
}
static void *expectsIt(void *Unused) {
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  for (;;)
    work();
  return Unused;
}
static void *asks(void *Unused) {
  for (;;) {
    work();
    pthread_testcancel();
  }
  return Unused;
}
// Signals are served as long as the process lives.
static void *signals(void *Set) {
  for (;;) {
    int Number;
    sigwait(Set, &Number);
    work();
  }
  return NULL;
}
void startExpecting(sigset_t *Set) {
  pthread_t Thread;
  pthread_create(&Thread, NULL, expectsIt, NULL);
  pthread_detach(Thread);
  pthread_create(&Thread, NULL, asks, NULL);
  pthread_detach(Thread);
  pthread_create(&Thread, NULL, signals, Set);
  pthread_detach(Thread);
}
