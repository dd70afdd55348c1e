// RUN: %check %s leash-hanging-join -std=gnu11,gnu17

#include <netinet/in.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void work(void);

// --- Flagged -----------------------------------------------------------------

struct server {
  int fd;
  volatile int stop;
  pthread_t thread;
};

static void *serve(void *arg) {
  struct server *s = arg;
  while (!s->stop) {
    int client = accept(s->fd, NULL, NULL);
    if (client >= 0)
      close(client);
  }
  return NULL;
}

int server_start(struct server *s) {
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  s->fd = socket(AF_INET, SOCK_STREAM, 0);
  s->stop = 0;
  if (bind(s->fd, (struct sockaddr *)&address, sizeof address) < 0 ||
      listen(s->fd, 8) < 0)
    return -1;
  return pthread_create(&s->thread, NULL, serve, s);
}

void server_stop(struct server *s) {
  s->stop = 1;
  close(s->fd);
  pthread_join(s->thread, NULL);
}
// CHECK-MESSAGES: :[[@LINE-2]]:3: warning: thread 'thread' waits in 'accept' on 'fd', which closing the descriptor does not end; shut it down first: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-9]]:10: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-25]]:18: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: 'fd' is closed here

struct queue {
  pthread_mutex_t mutex;
  pthread_cond_t wake;
  int *items;
  int length;
  bool closed;
  int count;
  pthread_t threads[8];
};

static void *worker(void *arg) {
  struct queue *q = arg;
  pthread_mutex_lock(&q->mutex);
  for (;;) {
    while (!q->length && !q->closed)
      pthread_cond_wait(&q->wake, &q->mutex);
    if (!q->length)
      break;
    q->length--;
    work();
  }
  pthread_mutex_unlock(&q->mutex);
  return NULL;
}

int queue_start(struct queue *q) {
  pthread_mutex_init(&q->mutex, NULL);
  pthread_cond_init(&q->wake, NULL);
  return pthread_create(&q->threads[0], NULL, worker, q);
}

void queue_put(struct queue *q) {
  pthread_mutex_lock(&q->mutex);
  q->length++;
  pthread_cond_signal(&q->wake);
  pthread_mutex_unlock(&q->mutex);
}

void queue_stop(struct queue *q) {
  pthread_mutex_lock(&q->mutex);
  q->closed = true;
  pthread_mutex_unlock(&q->mutex);
  for (int i = 0; i < q->count; i++)
    pthread_join(q->threads[i], NULL);
  pthread_cond_destroy(&q->wake);
  pthread_mutex_destroy(&q->mutex);
  free(q->items);
}
// CHECK-MESSAGES: :[[@LINE-5]]:5: warning: a thread of 'threads' is asked to end, but nothing wakes it from its wait for 'wake': this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-21]]:10: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-35]]:7: note: its task waits here
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: this asks the task to end, but it only looks once it is awake

static sem_t go;
static void *on_go(void *arg) {
  sem_wait(&go);
  work();
  return arg;
}
void never_goes(void) {
  pthread_t thread;
  sem_init(&go, 0, 0);
  if (pthread_create(&thread, NULL, on_go, NULL) == 0)
    pthread_join(thread, NULL);
}
// CHECK-MESSAGES: :[[@LINE-2]]:5: warning: thread 'thread' waits for 'go', and nothing ever wakes it: this join hangs [leash-hanging-join]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:3: note: its task waits here

// --- Not flagged -------------------------------------------------------------

struct pool {
  pthread_mutex_t mutex;
  pthread_cond_t wake;
  int length;
  bool closed;
  pthread_t thread;
};

static void *pool_worker(void *arg) {
  struct pool *p = arg;
  pthread_mutex_lock(&p->mutex);
  for (;;) {
    while (!p->length && !p->closed)
      pthread_cond_wait(&p->wake, &p->mutex);
    if (!p->length)
      break;
    p->length--;
  }
  pthread_mutex_unlock(&p->mutex);
  return NULL;
}

int pool_start(struct pool *p) {
  return pthread_create(&p->thread, NULL, pool_worker, p);
}

void pool_stop(struct pool *p) {
  pthread_mutex_lock(&p->mutex);
  p->closed = true;
  pthread_cond_broadcast(&p->wake);
  pthread_mutex_unlock(&p->mutex);
  pthread_join(p->thread, NULL);
}

struct ticker {
  pthread_mutex_t mutex;
  pthread_cond_t wake;
  bool stop;
  pthread_t thread;
};

static void *tick(void *arg) {
  struct ticker *t = arg;
  struct timespec until = {0, 0};
  pthread_mutex_lock(&t->mutex);
  while (!t->stop) {
    until.tv_sec++;
    pthread_cond_timedwait(&t->wake, &t->mutex, &until);
  }
  pthread_mutex_unlock(&t->mutex);
  return NULL;
}

void ticker_run(struct ticker *t) {
  pthread_create(&t->thread, NULL, tick, t);
  t->stop = true;
  pthread_join(t->thread, NULL);
}

// Cancelled, or interrupted by a signal.
struct reader {
  int fd;
  volatile int stop;
  pthread_t thread;
};

static void *read_all(void *arg) {
  struct reader *r = arg;
  char buffer[64];
  while (!r->stop)
    recv(r->fd, buffer, sizeof buffer, 0);
  return NULL;
}

int reader_start(struct reader *r) {
  return pthread_create(&r->thread, NULL, read_all, r);
}

void reader_cancel(struct reader *r) {
  r->stop = 1;
  pthread_cancel(r->thread);
  close(r->fd);
  pthread_join(r->thread, NULL);
}

void reader_stop(struct reader *r) {
  r->stop = 1;
  shutdown(r->fd, SHUT_RDWR);
  close(r->fd);
  pthread_join(r->thread, NULL);
}

// The semaphore holds a permit.
static sem_t permit;
static void *on_permit(void *arg) {
  sem_wait(&permit);
  work();
  return arg;
}
void has_permit(void) {
  pthread_t thread;
  sem_init(&permit, 0, 1);
  if (pthread_create(&thread, NULL, on_permit, NULL) == 0)
    pthread_join(thread, NULL);
}

// A wake-up through a callback.
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
static int ended;
static void *until_ended(void *arg) {
  pthread_mutex_lock(&mutex);
  while (!ended)
    pthread_cond_wait(&wake, &mutex);
  pthread_mutex_unlock(&mutex);
  return arg;
}
static void on_end(void) { pthread_cond_broadcast(&wake); }
void register_handler(void (*)(void));
void with_callback(void) {
  pthread_t thread;
  register_handler(on_end);
  pthread_create(&thread, NULL, until_ended, NULL);
  ended = 1;
  pthread_join(thread, NULL);
}
