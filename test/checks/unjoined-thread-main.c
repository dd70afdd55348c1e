/* leash-unjoined-thread: in C, what main starts ends with the process. */
// RUN: %check %s leash-unjoined-thread -std=c99-or-later -mocks
#include <glib.h>
#include <pthread.h>
#include <stdlib.h>

void *work(void *);
int ready(void);

int main(int argc, char **argv) {
  pthread_t t, ts[4];
  pthread_create(&t, NULL, work, NULL);
  for (int i = 0; i < 4; i++)
    pthread_create(&ts[i], NULL, work, NULL);
  GThread *g = g_thread_new("worker", work, NULL);
  g_thread_new("worker", work, NULL);
  if (argc > 1)
    return 1;
  g_thread_join(g);
  return 0;
}

// Not main, though it looks like it.
int mainLoop(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the function returns here
  pthread_create(&t, NULL, work, NULL);
  return 0;
}
