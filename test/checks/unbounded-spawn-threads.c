/* leash-unbounded-spawn in C, with the threads of C11. */
// RUN: %check %s leash-unbounded-spawn -std=c11-or-later -mocks
#include <stddef.h>
#include <threads.h>

int serve(void *);
void *next(void);

void detached(void) {
  while (1) {
    thrd_t thread;
    if (thrd_create(&thread, serve, next()) == thrd_success)
      thrd_detach(thread);
      // CHECK-MESSAGES: :[[@LINE-2]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}
void next_in_the_condition(void) {
  void *item;
  while ((item = next()) != NULL) {
    thrd_t thread;
    thrd_create(&thread, serve, item);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    thrd_detach(thread);
  }
}
void kept(thrd_t *threads) {
  size_t n = 0;
  for (;;)
    thrd_create(&threads[n++], serve, next());
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

mtx_t mutex;
cnd_t changed;
int running;
enum { Max = 8 };
static int counted(void *item) {
  int result = serve(item);
  mtx_lock(&mutex);
  running--;
  cnd_signal(&changed);
  mtx_unlock(&mutex);
  return result;
}
void limited(void) {
  for (;;) {
    mtx_lock(&mutex);
    while (running >= Max)
      cnd_wait(&changed, &mutex);
    running++;
    mtx_unlock(&mutex);
    thrd_t thread;
    thrd_create(&thread, counted, next());
    thrd_detach(thread);
  }
}
void joined(void) {
  for (;;) {
    thrd_t thread;
    if (thrd_create(&thread, serve, next()) == thrd_success)
      thrd_join(thread, NULL);
  }
}
void constant(void *item) {
  thrd_t threads[Max];
  for (int i = 0; i < Max; i++)
    thrd_create(&threads[i], serve, item);
  for (int i = 0; i < Max; i++)
    thrd_join(threads[i], NULL);
}
