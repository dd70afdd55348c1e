// leash-abandoned-channel in C: a struct with a mutex and condition variables,
// and functions that are given a pointer to it.
//
// RUN: %check %s leash-abandoned-channel -std=gnu11,gnu17

#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct event {
  int id;
  bool last;
};

bool make_event(struct event *e);
int send_event(int fd, const struct event *e);

struct chan {
  pthread_mutex_t lock;
  pthread_cond_t not_full, not_empty;
  struct event items[16];
  int count, head;
  bool closed;
};

static void chan_init(struct chan *c) {
  memset(c, 0, sizeof *c);
  pthread_mutex_init(&c->lock, NULL);
  pthread_cond_init(&c->not_full, NULL);
  pthread_cond_init(&c->not_empty, NULL);
}

static bool chan_put(struct chan *c, const struct event *e) {
  pthread_mutex_lock(&c->lock);
  while (c->count == 16 && !c->closed)
    pthread_cond_wait(&c->not_full, &c->lock);
  bool open = !c->closed;
  if (open) {
    c->items[(c->head + c->count) % 16] = *e;
    c->count++;
    pthread_cond_signal(&c->not_empty);
  }
  pthread_mutex_unlock(&c->lock);
  return open;
}

static bool chan_take(struct chan *c, struct event *e) {
  pthread_mutex_lock(&c->lock);
  while (c->count == 0 && !c->closed)
    pthread_cond_wait(&c->not_empty, &c->lock);
  bool any = c->count > 0;
  if (any) {
    *e = c->items[c->head];
    c->head = (c->head + 1) % 16;
    c->count--;
    pthread_cond_signal(&c->not_full);
  }
  pthread_mutex_unlock(&c->lock);
  return any;
}

static void chan_close(struct chan *c) {
  pthread_mutex_lock(&c->lock);
  c->closed = true;
  pthread_cond_broadcast(&c->not_full);
  pthread_cond_broadcast(&c->not_empty);
  pthread_mutex_unlock(&c->lock);
}

static void chan_destroy(struct chan *c) {
  pthread_cond_destroy(&c->not_full);
  pthread_cond_destroy(&c->not_empty);
  pthread_mutex_destroy(&c->lock);
}

static void *generate(void *argument) {
  struct chan *events = argument;
  struct event e;
  while (make_event(&e))
    if (!chan_put(events, &e))
      return NULL;
  chan_close(events);
  return NULL;
}

// The client is gone.
int stream(int client) {
  struct chan events;
  pthread_t generator;
  struct event e;
  chan_init(&events);
  if (pthread_create(&generator, NULL, generate, &events) != 0)
    return -1;
  while (chan_take(&events, &e))
    if (send_event(client, &e) < 0)
      break;
  pthread_join(generator, NULL);
  chan_destroy(&events);
  return 0;
}
// CHECK-MESSAGES: :[[@LINE-21]]:10: warning: 'stream' can leave without closing 'events': 'chan_put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-10]]:7: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-8]]:3: note: this waits for the task, with 'events' still open

int stream_closed(int client) {
  struct chan events;
  pthread_t generator;
  struct event e;
  chan_init(&events);
  if (pthread_create(&generator, NULL, generate, &events) != 0)
    return -1;
  while (chan_take(&events, &e))
    if (send_event(client, &e) < 0)
      break;
  chan_close(&events);
  pthread_join(generator, NULL);
  chan_destroy(&events);
  return 0;
}

// On the heap, with a detached thread.
static void *generate_more(void *argument) {
  struct chan *events = argument;
  struct event e;
  do {
    make_event(&e);
    chan_put(events, &e);
  } while (!e.last);
  chan_close(events);
  return NULL;
}
int stream_detached(int client) {
  pthread_t generator;
  struct event e;
  struct chan *events = malloc(sizeof *events);
  chan_init(events);
  pthread_create(&generator, NULL, generate_more, events);
  pthread_detach(generator);
  while (chan_take(events, &e))
    if (send_event(client, &e) < 0)
      return -1;
  free(events);
  return 0;
}
// CHECK-MESSAGES: :[[@LINE-18]]:5: warning: 'stream_detached' can leave without closing 'events': 'chan_put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-9]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-8]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-8]]:7: note: this return leaves 'events' open

// In a struct that the task gets.
struct job {
  struct chan events;
  int limit;
};
static void *run_job(void *argument) {
  struct job *job = argument;
  struct event e = {0, false};
  for (int i = 0; i < job->limit; ++i)
    chan_put(&job->events, &e);
  chan_close(&job->events);
  return NULL;
}
int stream_job(int client, int limit) {
  struct job job;
  pthread_t generator;
  struct event e;
  chan_init(&job.events);
  job.limit = limit;
  pthread_create(&generator, NULL, run_job, &job);
  while (chan_take(&job.events, &e)) {
    if (send_event(client, &e) < 0) {
      pthread_join(generator, NULL);
      return -1;
    }
  }
  pthread_join(generator, NULL);
  return 0;
}
// CHECK-MESSAGES: :[[@LINE-20]]:5: warning: 'stream_job' can leave without closing 'events': 'chan_put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-11]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-11]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-11]]:7: note: this waits for the task, with 'events' still open

struct other_job {
  struct chan *events;
  int limit;
};
static void *run_other_job(void *argument) {
  struct other_job *job = argument;
  struct event e = {0, false};
  for (int i = 0; i < job->limit; ++i)
    chan_put(job->events, &e);
  chan_close(job->events);
  return NULL;
}
int stream_other_job(int client, int limit) {
  struct chan events;
  struct other_job job;
  pthread_t generator;
  struct event e;
  chan_init(&events);
  job.events = &events;
  job.limit = limit;
  pthread_create(&generator, NULL, run_other_job, &job);
  while (chan_take(&events, &e))
    if (send_event(client, &e) < 0)
      goto out;
out:
  pthread_join(generator, NULL);
  return 0;
}
// CHECK-MESSAGES: :[[@LINE-20]]:5: warning: 'stream_other_job' can leave without closing 'events': 'chan_put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-9]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this waits for the task, with 'events' still open

// Who gives up closes; who is cancelled does not wait; whoever else has it may
// close it.
static void *run_closed_job(void *argument) {
  struct job *job = argument;
  struct event e = {0, false};
  for (int i = 0; i < job->limit; ++i)
    if (!chan_put(&job->events, &e))
      break;
  chan_close(&job->events);
  return NULL;
}
int stream_goto(int client, int limit) {
  struct job job;
  pthread_t generator;
  struct event e;
  chan_init(&job.events);
  job.limit = limit;
  pthread_create(&generator, NULL, run_closed_job, &job);
  while (chan_take(&job.events, &e))
    if (send_event(client, &e) < 0)
      goto out;
out:
  chan_close(&job.events);
  pthread_join(generator, NULL);
  return 0;
}
int stream_cancelled(int client, int limit) {
  struct job job;
  pthread_t generator;
  struct event e;
  chan_init(&job.events);
  job.limit = limit;
  pthread_create(&generator, NULL, run_closed_job, &job);
  while (chan_take(&job.events, &e))
    if (send_event(client, &e) < 0) {
      pthread_cancel(generator);
      break;
    }
  pthread_join(generator, NULL);
  return 0;
}
void keep(struct job *job);
int stream_kept(int client, int limit) {
  struct job job;
  pthread_t generator;
  struct event e;
  chan_init(&job.events);
  job.limit = limit;
  keep(&job);
  pthread_create(&generator, NULL, run_closed_job, &job);
  while (chan_take(&job.events, &e))
    if (send_event(client, &e) < 0)
      break;
  pthread_join(generator, NULL);
  return 0;
}

// Bounded by semaphores.
struct ring {
  sem_t free, used;
  void *items[8];
  unsigned in, out;
};
static void ring_put(struct ring *r, void *item) {
  sem_wait(&r->free);
  r->items[r->in++ % 8] = item;
  sem_post(&r->used);
}
static void *ring_take(struct ring *r) {
  sem_wait(&r->used);
  void *item = r->items[r->out++ % 8];
  sem_post(&r->free);
  return item;
}
static void *fill(void *argument) {
  struct ring *ring = argument;
  struct event e;
  while (make_event(&e)) {
    struct event *copy = malloc(sizeof *copy);
    *copy = e;
    ring_put(ring, copy);
  }
  ring_put(ring, NULL);
  return NULL;
}
static void ring_init(struct ring *r) {
  sem_init(&r->free, 0, 8);
  sem_init(&r->used, 0, 0);
  r->in = r->out = 0;
}
int empty(int client) {
  struct ring ring;
  pthread_t filler;
  struct event *e;
  int result = 0;
  ring_init(&ring);
  pthread_create(&filler, NULL, fill, &ring);
  while ((e = ring_take(&ring)) != NULL) {
    result = send_event(client, e);
    free(e);
    if (result < 0)
      break;
  }
  pthread_join(filler, NULL);
  return result;
}
// CHECK-MESSAGES: :[[@LINE-26]]:5: warning: 'empty' can leave 'ring', which has no closed state: 'ring_put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-11]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-11]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-9]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this waits for the task, with 'ring' still open
int empty_all(int client) {
  struct ring ring;
  pthread_t filler;
  struct event *e;
  int result = 0;
  ring_init(&ring);
  pthread_create(&filler, NULL, fill, &ring);
  while ((e = ring_take(&ring)) != NULL) {
    if (result == 0)
      result = send_event(client, e);
    free(e);
  }
  pthread_join(filler, NULL);
  return result;
}

// A worker that is to handle what is put, and told when that is all.
static void *work(void *argument) {
  struct ring *ring = argument;
  struct event *e;
  while ((e = ring_take(ring)) != NULL)
    free(e);
  return NULL;
}
int feed(int count) {
  struct ring ring;
  pthread_t worker;
  ring_init(&ring);
  pthread_create(&worker, NULL, work, &ring);
  for (int i = 0; i < count; ++i) {
    struct event *e = malloc(sizeof *e);
    if (!e)
      return -1;
    ring_put(&ring, e);
  }
  ring_put(&ring, NULL);
  pthread_join(worker, NULL);
  return 0;
}
// CHECK-MESSAGES: :[[@LINE-19]]:15: warning: 'feed' can leave 'ring', which has no closed state: 'ring_take' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:3: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:19: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-11]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-11]]:7: note: this return leaves 'ring' open
int feed_all(int count) {
  struct ring ring;
  pthread_t worker;
  int result = 0;
  ring_init(&ring);
  pthread_create(&worker, NULL, work, &ring);
  for (int i = 0; i < count; ++i) {
    struct event *e = malloc(sizeof *e);
    if (!e) {
      result = -1;
      break;
    }
    ring_put(&ring, e);
  }
  ring_put(&ring, NULL);
  pthread_join(worker, NULL);
  return result;
}
