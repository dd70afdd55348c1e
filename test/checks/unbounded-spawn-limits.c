/* leash-unbounded-spawn: limits in C. */
// RUN: %check %s leash-unbounded-spawn -std=c11-or-later
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { Max = 8 };
sem_t slots;
void serve(int);
int use(void *);

static void *client(void *given) {
  serve(*(int *)given);
  free(given);
  sem_post(&slots);
  return NULL;
}
static int *boxed(int fd) {
  int *box = malloc(sizeof *box);
  if (box)
    *box = fd;
  return box;
}

/* --- Silent ------------------------------------------------------------- */

void waits(int s) {
  while (1) {
    sem_wait(&slots);
    pthread_t thread;
    int fd = accept(s, NULL, NULL);
    if (pthread_create(&thread, NULL, client, boxed(fd)))
      sem_post(&slots);
    else
      pthread_detach(thread);
  }
}
void tries(int s) {
  for (;;) {
    int fd = accept(s, NULL, NULL);
    if (sem_trywait(&slots) == -1) {
      close(fd);
      continue;
    }
    pthread_t thread;
    pthread_create(&thread, NULL, client, boxed(fd));
    pthread_detach(thread);
  }
}
static void wait_for_a_slot(void) { sem_wait(&slots); }
void helper_waits(int s) {
  for (;;) {
    wait_for_a_slot();
    pthread_t thread;
    pthread_create(&thread, NULL, client, boxed(accept(s, NULL, NULL)));
    pthread_detach(thread);
  }
}

static atomic_int running;
static void *counted(void *given) {
  serve(*(int *)given);
  free(given);
  atomic_fetch_sub(&running, 1);
  return NULL;
}
void counter(int s) {
  for (;;) {
    int fd = accept(s, NULL, NULL);
    if (atomic_load(&running) >= Max) {
      close(fd);
      continue;
    }
    atomic_fetch_add(&running, 1);
    pthread_t thread;
    pthread_create(&thread, NULL, counted, boxed(fd));
    pthread_detach(thread);
  }
}

struct server {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  int active, max;
  volatile bool stop;
};
static void *member(void *given) {
  struct server *server = given;
  use(server);
  pthread_mutex_lock(&server->mutex);
  server->active--;
  pthread_cond_signal(&server->changed);
  pthread_mutex_unlock(&server->mutex);
  return NULL;
}
void slot_in_a_struct(struct server *server) {
  while (!server->stop) {
    pthread_mutex_lock(&server->mutex);
    while (server->active >= server->max)
      pthread_cond_wait(&server->changed, &server->mutex);
    server->active++;
    pthread_mutex_unlock(&server->mutex);
    pthread_t thread;
    pthread_create(&thread, NULL, member, server);
    pthread_detach(thread);
  }
}

void batches(void **items, int n) {
  for (int i = 0; i < n; i += Max) {
    pthread_t threads[Max];
    int started = 0;
    for (int k = i; k < n && k < i + Max; k++)
      if (!pthread_create(&threads[started], NULL, client, items[k]))
        started++;
    for (int k = 0; k < started; k++)
      pthread_join(threads[k], NULL);
  }
}
void batches_of_a_stream(int s) {
  pthread_t threads[Max];
  int n = 0;
  for (;;) {
    int fd = accept(s, NULL, NULL);
    if (n == Max) {
      for (int k = 0; k < n; k++)
        pthread_join(threads[k], NULL);
      n = 0;
    }
    if (!pthread_create(&threads[n], NULL, client, boxed(fd)))
      n++;
  }
}
void fan_out(void *data) {
  enum { N = 4 };
  pthread_t threads[N];
  int n = 0;
  while (n < N && !pthread_create(&threads[n], NULL, client, data))
    n++;
  for (int i = 0; i < n; i++)
    pthread_join(threads[i], NULL);
}

/* --- Reported ----------------------------------------------------------- */

static void *waits_late(void *given) {
  sem_wait(&slots);
  return client(given);
}
void too_late(int s) {
  for (;;) {
    pthread_t thread;
    pthread_create(&thread, NULL, waits_late, boxed(accept(s, NULL, NULL)));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-9]]:3: note: the task acquires 'slots' only once it runs, which is too late to limit how many start
    pthread_detach(thread);
  }
}
void not_compared(int s) {
  for (;;) {
    int fd = accept(s, NULL, NULL);
    atomic_fetch_add(&running, 1);
    pthread_t thread;
    pthread_create(&thread, NULL, counted, boxed(fd));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
    pthread_detach(thread);
  }
}
void no_count(int s) {
  for (;;) {
    int fd = accept(s, NULL, NULL);
    if (fd < 0)
      continue;
    int *box = boxed(fd);
    if (!box)
      continue;
    pthread_t thread;
    if (pthread_create(&thread, NULL, client, box) != 0) {
      // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-10]]:3: note: the loop is here
      close(fd);
      free(box);
      continue;
    }
    pthread_detach(thread);
  }
}
