/* leash-unbounded-spawn in C, with POSIX threads. */
// RUN: %check %s leash-unbounded-spawn -std=c99-or-later -hosts=tidy,leash-tidy
#define _GNU_SOURCE
#include <dirent.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

void *serve(void *);
int next_job(void **job);

/* --- Reported ----------------------------------------------------------- */

void accept_loop(int s) {
  while (1) {
    int fd = accept(s, NULL, NULL);
    pthread_t thread;
    if (!pthread_create(&thread, NULL, serve, (void *)(long)fd))
      pthread_detach(thread);
      // CHECK-MESSAGES: :[[@LINE-2]]:10: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
void accept_in_the_condition(int s) {
  int fd;
  while ((fd = accept(s, NULL, NULL)) != -1) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, (void *)(long)fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    pthread_detach(thread);
  }
}
void with_attribute(int s) {
  pthread_attr_t detached;
  pthread_attr_init(&detached);
  pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
  for (;;) {
    long fd = accept4(s, NULL, NULL, SOCK_CLOEXEC);
    pthread_t thread;
    pthread_create(&thread, &detached, serve, (void *)fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}
volatile sig_atomic_t stopped;
void until_stopped(int s) {
  while (!stopped) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, (void *)(long)accept(s, NULL, NULL));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    pthread_detach(thread);
  }
}
bool running = true;
void while_running(int s) {
  do {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, (void *)(long)accept(s, NULL, NULL));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    pthread_detach(thread);
  } while (running);
}
struct item {
  struct item *next;
  void *data;
};
void list(struct item *head) {
  for (struct item *i = head; i != NULL; i = i->next) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, i->data);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop walks along a list [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    pthread_detach(thread);
  }
}
void folder(const char *path) {
  DIR *dir = opendir(path);
  struct dirent *entry;
  while ((entry = readdir(dir)) != NULL) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, entry);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    pthread_detach(thread);
  }
  closedir(dir);
}
void lines(FILE *in) {
  char line[80];
  while (fgets(line, sizeof line, in)) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, line);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    pthread_detach(thread);
  }
}
void epoll(int fd) {
  struct epoll_event events[16];
  while (epoll_wait(fd, events, 16, -1) > 0) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, events[0].data.ptr);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    pthread_detach(thread);
  }
}
// As many as there are ready: each of the turns around it brings more.
void all_that_are_ready(int fd) {
  struct epoll_event events[16];
  for (;;) {
    int n = epoll_wait(fd, events, 16, -1);
    for (int i = 0; i < n; i++) {
      pthread_t thread;
      pthread_create(&thread, NULL, serve, events[i].data.ptr);
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
      pthread_detach(thread);
    }
  }
}
void jobs(void) {
  void *job;
  while (next_job(&job) == 0) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, job);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    pthread_detach(thread);
  }
}
static void start(void *data) {
  pthread_t thread;
  if (!pthread_create(&thread, NULL, serve, data))
    pthread_detach(thread);
}
void calls(int s) {
  for (;;)
    start((void *)(long)accept(s, NULL, NULL));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'start' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:8: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
}
// The thread detaches itself.
static void *detaches_itself(void *data) {
  pthread_detach(pthread_self());
  return serve(data);
}
void self(int s) {
  for (;;) {
    long fd = accept(s, NULL, NULL);
    pthread_t thread;
    pthread_create(&thread, NULL, detaches_itself, (void *)fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}

/* --- Silent ------------------------------------------------------------- */

enum { N = 4 };
void constant(void *data) {
  pthread_t threads[N];
  for (int i = 0; i < N; i++)
    pthread_create(&threads[i], NULL, serve, data);
  for (int i = 0; i < N; i++)
    pthread_join(threads[i], NULL);
  for (unsigned i = 0; i < sizeof threads / sizeof threads[0]; i++)
    pthread_create(&threads[i], NULL, serve, data);
  for (pthread_t *t = threads; t < threads + N; t++)
    pthread_join(*t, NULL);
}
void configured(int n, void *data) {
  pthread_t *threads = malloc(n * sizeof *threads);
  for (int i = 0; i < n; i++)
    pthread_create(&threads[i], NULL, serve, data);
  for (int i = 0; i < n; i++)
    pthread_join(threads[i], NULL);
  free(threads);
}
void processors(void *data) {
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  while (n-- > 0) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, data);
    pthread_detach(thread);
  }
}
struct pool {
  int size;
  pthread_t *threads;
};
void pool_start(struct pool *pool) {
  for (int i = 0; i < pool->size; i++)
    pthread_create(&pool->threads[i], NULL, serve, pool);
}
void joined(int s) {
  while (1) {
    long fd = accept(s, NULL, NULL);
    pthread_t thread;
    if (pthread_create(&thread, NULL, serve, (void *)fd))
      continue;
    pthread_join(thread, NULL);
  }
}
void joined_in_a_helper_do(pthread_t *thread) { pthread_join(*thread, NULL); }
void joined_in_a_helper(int s) {
  for (;;) {
    long fd = accept(s, NULL, NULL);
    pthread_t thread;
    if (pthread_create(&thread, NULL, serve, (void *)fd))
      return;
    joined_in_a_helper_do(&thread);
  }
}
// Until it works: one thread.
void retried(void *data) {
  pthread_t thread;
  while (pthread_create(&thread, NULL, serve, data) != 0)
    sleep(1);
  pthread_detach(thread);
}
void retried_in_the_loop(void *data) {
  pthread_t thread;
  for (;;) {
    if (pthread_create(&thread, NULL, serve, data) == 0)
      break;
    sleep(1);
  }
  pthread_join(thread, NULL);
}
void processes(int s) {
  for (;;) {
    int fd = accept(s, NULL, NULL);
    if (fork() == 0)
      _exit(0);
    close(fd);
  }
}
