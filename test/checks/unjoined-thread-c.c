/* leash-unjoined-thread in C: the local pthread_t. */
// REQUIRES: llvm-at-least-19
// RUN: %check %s leash-unjoined-thread -std=c99-or-later -mocks
#include <pthread.h>
#include <stdlib.h>

void *work(void *);
int ready(void);
void elsewhere(pthread_t *);
void elsewhereByValue(pthread_t);
void *detachesItself(void *p) {
  pthread_detach(pthread_self());
  return work(p);
}

//===--- Never joined -----------------------------------------------------===//

void forgotten(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  pthread_create(&t, NULL, work, NULL);
}
void forgottenInVoid(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:9: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  (void)pthread_create(&t, NULL, work, NULL);
}
int forgottenReturned(void *p) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:10: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: the function returns here
  return pthread_create(&t, NULL, work, p);
}
void forgottenInAnInnerScope(void) {
  if (ready()) {
    pthread_t t;
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
    // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE+2]]:3: note: 't' goes out of scope here
    pthread_create(&t, NULL, work, NULL);
  }
}
void onlyKilled(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  pthread_create(&t, NULL, work, NULL);
  pthread_kill(t, 9);
}
void onlyCancelled(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 't' goes out of scope here
  pthread_create(&t, NULL, work, NULL);
  pthread_cancel(t);
}
void oneVariableForAll(int n) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined before it is assigned another: the first one can no longer be joined [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop goes on
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: 't' is given another one here
  for (int i = 0; i < n; i++)
    pthread_create(&t, NULL, work, NULL);
  pthread_join(t, NULL);
}
void secondInTheSameVariable(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined before it is assigned another: the first one can no longer be joined [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: 't' is given another one here
  pthread_create(&t, NULL, work, NULL);
  pthread_create(&t, NULL, work, NULL);
  pthread_join(t, NULL);
}
void arrayForgotten(void) {
  pthread_t ts[4];
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: threads of 'ts' are never joined: their stacks and statuses stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (int i = 0; i < 4; i++)
    pthread_create(&ts[i], NULL, work, NULL);
}
void arrayForgottenByPointer(void) {
  pthread_t ts[4];
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: threads of 'ts' are never joined: their stacks and statuses stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (int i = 0; i < 4; i++)
    pthread_create(ts + i, NULL, work, NULL);
}
void allocatedForgotten(int n) {
  pthread_t *ts = malloc(n * sizeof *ts);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: threads of 'ts' are never joined: their stacks and statuses stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: it is destroyed here
  for (int i = 0; i < n; i++)
    pthread_create(&ts[i], NULL, work, NULL);
  free(ts);
}

//===--- Not joined on every path -----------------------------------------===//

int earlyReturn(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  pthread_create(&t, NULL, work, NULL);
  if (ready())
    return -1;
  pthread_join(t, NULL);
  return 0;
}
int cleanupForgotten(void) {
  int result = -1;
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+7]]:3: note: the function returns here
  pthread_create(&t, NULL, work, NULL);
  if (!ready())
    goto out;
  pthread_join(t, NULL);
  result = 0;
out:
  return result;
}
int restartedAndForgotten(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:3: note: the function returns here
  pthread_create(&t, NULL, work, NULL);
  pthread_join(t, NULL);
  pthread_create(&t, NULL, work, NULL);
  return 0;
}
int arrayEarlyReturn(void) {
  pthread_t ts[4];
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: threads of 'ts' are not joined on every path: their stacks and statuses stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+5]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the function returns here
  for (int i = 0; i < 4; i++)
    pthread_create(&ts[i], NULL, work, NULL);
  if (ready())
    return -1;
  for (int i = 0; i < 4; i++)
    pthread_join(ts[i], NULL);
  return 0;
}

//===--- Joined, let go, handed on ----------------------------------------===//

void joined(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  pthread_join(t, NULL);
}
void letGo(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  pthread_detach(t);
}
void joinedOnEachPath(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  if (ready()) {
    pthread_join(t, NULL);
    return;
  }
  pthread_cancel(t);
  pthread_join(t, NULL);
}
void cleanup(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  if (!ready())
    goto out;
  work(NULL);
out:
  pthread_join(t, NULL);
}
void tried(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  if (pthread_tryjoin_np(t, NULL) != 0)
    pthread_detach(t);
}
void restarted(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  pthread_join(t, NULL);
  pthread_create(&t, NULL, work, NULL);
  pthread_join(t, NULL);
}
void inEachTurn(int n) {
  for (int i = 0; i < n; i++) {
    pthread_t t;
    pthread_create(&t, NULL, work, NULL);
    pthread_join(t, NULL);
  }
}
void array(void) {
  pthread_t ts[4];
  for (int i = 0; i < 4; i++)
    pthread_create(&ts[i], NULL, work, NULL);
  for (int i = 0; i < 4; i++)
    pthread_join(ts[i], NULL);
}
void allocated(int n) {
  pthread_t *ts = malloc(n * sizeof *ts);
  for (int i = 0; i < n; i++)
    pthread_create(ts + i, NULL, work, NULL);
  for (int i = 0; i < n; i++)
    pthread_join(*(ts + i), NULL);
  free(ts);
}
pthread_t returned(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  return t;
}
int out(pthread_t *t) { return pthread_create(t, NULL, work, NULL); }
void outByCopy(pthread_t *result) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  *result = t;
}
pthread_t Global;
void toAGlobal(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  Global = t;
}
void handedOn(void) {
  pthread_t t, u;
  pthread_create(&t, NULL, work, NULL);
  elsewhere(&t);
  pthread_create(&u, NULL, work, NULL);
  elsewhereByValue(u);
}
void copied(void) {
  pthread_t t, u;
  pthread_create(&t, NULL, work, NULL);
  u = t;
  pthread_join(u, NULL);
}
void letsGoOfItself(void) {
  pthread_t t;
  pthread_create(&t, NULL, detachesItself, NULL);
}
void startedDetached(void) {
  pthread_attr_t a;
  pthread_t t;
  pthread_attr_init(&a);
  pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED);
  pthread_create(&t, &a, work, NULL);
  pthread_attr_destroy(&a);
}
void startedWithTheCallersAttribute(pthread_attr_t *a) {
  pthread_t t;
  pthread_create(&t, a, work, NULL);
}
void neverReturns(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  exit(1);
}
void endsTheThread(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  for (;;)
    work(NULL);
}
void neverStarted(void) {
  pthread_t t, ts[4];
}
