/* leash-unjoined-thread with C11's threads. */
// RUN: %check %s leash-unjoined-thread -std=c11-or-later -mocks
#include <stddef.h>
#include <threads.h>

int work(void *);
int ready(void);
void elsewhere(thrd_t);

//===--- Reported ---------------------------------------------------------===//

void forgotten(void) {
  thrd_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  thrd_create(&t, work, NULL);
}
int earlyReturn(void) {
  thrd_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+3]]:5: note: the function returns here
  thrd_create(&t, work, NULL);
  if (ready())
    return -1;
  thrd_join(t, NULL);
  return 0;
}
int forgottenAfterTheCheck(void) {
  thrd_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the function returns here
  if (thrd_create(&t, work, NULL) != thrd_success)
    return -1;
  return 0;
}
int returnsOnSuccess(void) {
  thrd_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (thrd_create(&t, work, NULL) == thrd_success)
    return 0;
  thrd_join(t, NULL);
  return -1;
}
void array(void) {
  thrd_t ts[4];
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: threads of 'ts' are never joined: their stacks and statuses stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:19: note: the loop ends
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'ts' goes out of scope here
  for (int i = 0; i < 4; i++)
    thrd_create(&ts[i], work, NULL);
}
struct server {
  thrd_t thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: thread member 'thread' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:10: note: the thread starts here
};
int serverStart(struct server *s) {
  return thrd_create(&s->thread, work, s);
}

//===--- Silent -----------------------------------------------------------===//

void joined(void) {
  thrd_t t;
  thrd_create(&t, work, NULL);
  thrd_join(t, NULL);
}
void letGo(void) {
  thrd_t t;
  thrd_create(&t, work, NULL);
  thrd_detach(t);
}
int notSuccess(void) {
  thrd_t t;
  if (thrd_create(&t, work, NULL) != thrd_success)
    return -1;
  thrd_join(t, NULL);
  return 0;
}
void success(void) {
  thrd_t t;
  if (thrd_create(&t, work, NULL) == thrd_success)
    thrd_join(t, NULL);
}
void successFirst(void) {
  thrd_t t;
  if (thrd_success == thrd_create(&t, work, NULL))
    thrd_join(t, NULL);
}
int errors(void) {
  thrd_t t;
  int rc = thrd_create(&t, work, NULL);
  if (rc == thrd_error || rc == thrd_nomem)
    return -1;
  thrd_join(t, NULL);
  return 0;
}
int switched(void) {
  thrd_t t;
  switch (thrd_create(&t, work, NULL)) {
  case thrd_success:
    break;
  case thrd_nomem:
    return -1;
  default:
    return -2;
  }
  thrd_join(t, NULL);
  return 0;
}
int variable(void) {
  thrd_t t;
  int rc = thrd_create(&t, work, NULL);
  if (rc != thrd_success)
    return -1;
  thrd_join(t, NULL);
  return 0;
}
thrd_t returned(void) {
  thrd_t t;
  thrd_create(&t, work, NULL);
  return t;
}
void handedOn(void) {
  thrd_t t;
  thrd_create(&t, work, NULL);
  elsewhere(t);
}
void arrayJoined(void) {
  thrd_t ts[4];
  for (int i = 0; i < 4; i++)
    thrd_create(&ts[i], work, NULL);
  for (int i = 0; i < 4; i++)
    thrd_join(ts[i], NULL);
}
struct client {
  thrd_t thread;
};
int clientStart(struct client *c) {
  return thrd_create(&c->thread, work, c);
}
void clientStop(struct client *c) { thrd_join(c->thread, NULL); }
