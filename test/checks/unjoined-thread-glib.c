/* leash-unjoined-thread with GLib: a GThread pointer, which may be null. */
// RUN: %check %s leash-unjoined-thread -std=c99,c17 -mocks
#include <glib.h>
#include <stddef.h>

gpointer work(gpointer);
int ready(void);
void elsewhere(GThread *);

//===--- Reported ---------------------------------------------------------===//

void forgotten(void) {
  GThread *t = g_thread_new("worker", work, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenLater(void) {
  GThread *t = NULL;
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 't' goes out of scope here
  t = g_thread_new("worker", work, NULL);
}
void ignored(void) {
  g_thread_new("worker", work, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its stack and status stay allocated [leash-unjoined-thread]
  (void)g_thread_new("worker", work, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this thread is never joined: its stack and status stay allocated [leash-unjoined-thread]
}
int earlyReturn(void) {
  GThread *t = g_thread_new("worker", work, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return -1;
  g_thread_join(t);
  return 0;
}
int forgottenAfterTheCheck(void) {
  GThread *t = g_thread_try_new("worker", work, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the function returns here
  if (t == NULL)
    return -1;
  return 0;
}
int wrongWayRound(void) {
  GThread *t = g_thread_try_new("worker", work, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (t != NULL)
    return 0;
  g_thread_join(t);
  return -1;
}
void assignedOver(void) {
  GThread *t = g_thread_new("worker", work, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread 't' is not joined before it is assigned another: the first one can no longer be joined [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:3: note: 't' is given another one here
  t = g_thread_new("worker", work, NULL);
  g_thread_join(t);
}
struct server {
  GThread *thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread member 'thread' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:15: note: the thread starts here
};
void serverStart(struct server *s) {
  s->thread = g_thread_new("worker", work, s);
}

//===--- Silent -----------------------------------------------------------===//

void joined(void) {
  GThread *t = g_thread_new("worker", work, NULL);
  g_thread_join(t);
  g_thread_join(g_thread_new("worker", work, NULL));
}
// leash-detached-thread's.
void unreferenced(void) {
  GThread *t = g_thread_new("worker", work, NULL);
  g_thread_unref(t);
  g_thread_unref(g_thread_new("worker", work, NULL));
}
int nullIsNoThread(void) {
  GThread *t = g_thread_try_new("worker", work, NULL, NULL);
  if (!t)
    return -1;
  g_thread_join(t);
  return 0;
}
int nullIsNoThreadCompared(void) {
  GThread *t = g_thread_try_new("worker", work, NULL, NULL);
  if (t == NULL)
    return -1;
  g_thread_join(t);
  return 0;
}
void onlyIfThere(void) {
  GThread *t = g_thread_try_new("worker", work, NULL, NULL);
  work(NULL);
  if (t)
    g_thread_join(t);
}
void assignedInTheCondition(void) {
  GThread *t;
  if ((t = g_thread_try_new("worker", work, NULL, NULL)) != NULL)
    g_thread_join(t);
}
void perhaps(void) {
  GThread *t = NULL;
  if (ready())
    t = g_thread_new("worker", work, NULL);
  if (t)
    g_thread_join(t);
}
int withAnError(void) {
  GError *error = NULL;
  GThread *t = g_thread_try_new("worker", work, NULL, &error);
  if (error)
    return -1;
  g_thread_join(t);
  return 0;
}
GThread *returned(void) {
  GThread *t = g_thread_new("worker", work, NULL);
  return t;
}
GThread *returnedAtOnce(void) { return g_thread_new("worker", work, NULL); }
void handedOn(void) {
  GThread *t = g_thread_new("worker", work, NULL);
  elsewhere(t);
  elsewhere(g_thread_new("worker", work, NULL));
}
void restarted(void) {
  GThread *t = g_thread_new("worker", work, NULL);
  g_thread_join(t);
  t = g_thread_new("worker", work, NULL);
  g_thread_join(t);
}
void array(void) {
  GThread *ts[4];
  for (int i = 0; i < 4; i++)
    ts[i] = g_thread_new("worker", work, NULL);
  for (int i = 0; i < 4; i++)
    g_thread_join(ts[i]);
}
GThread *Global;
void toAGlobal(void) {
  Global = g_thread_new("worker", work, NULL);
}
struct client {
  GThread *thread;
};
void clientStart(struct client *c) {
  c->thread = g_thread_new("worker", work, c);
}
void clientStop(struct client *c) { g_thread_join(c->thread); }
