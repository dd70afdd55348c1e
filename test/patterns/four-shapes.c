// The stories that Leash starts from, 7. Four shapes that leak, and four that
// do not, in C.
//
// RUN: %check %s "leash-*" -std=c99-or-later -mocks
#define _GNU_SOURCE
#include <curl/curl.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

struct item {
  struct item *next;
  int id;
};
void *process(void *item);
void refresh(void);
void use(const char *, long);
extern volatile bool Stopping;

/*===--- Leaky: a task that nobody coordinates ----------------------------===*/

void nobodyWaits(struct item *item) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, process, item) == 0)
    pthread_detach(thread);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the thread starts here
}
void nobodyJoins(struct item *item) {
  pthread_t thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 'thread' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:1: note: 'thread' goes out of scope here
  pthread_create(&thread, NULL, process, item);
}

/*===--- Leaky: a call without a limit ------------------------------------===*/

void getWithoutLimit(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://prices/today");
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void readWithoutLimit(void) {
  char answer[256];
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, -1) > 0)
    use(answer, recv(fd, answer, sizeof answer, MSG_DONTWAIT));
    // CHECK-MESSAGES: :[[@LINE-2]]:7: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
  close(fd);
}

/*===--- Leaky: a task per item -------------------------------------------===*/

static void *processOne(void *item) {
  process(item);
  return NULL;
}
void onePerItem(struct item *items) {
  for (struct item *item = items; item; item = item->next) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, processOne, item) == 0)
      pthread_detach(thread);
      // CHECK-MESSAGES: :[[@LINE-2]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop walks along a list [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
      // CHECK-MESSAGES: :[[@LINE-3]]:7: warning: thread 'thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-5]]:9: note: the thread starts here
  }
}

/*===--- Leaky: a loop without a way out ----------------------------------===*/

static void *refreshForEver(void *unused) {
  while (1) {
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
    // CHECK-MESSAGES: :[[@LINE+9]]:7: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE+9]]:5: note: this join hangs
    refresh();
    sleep(1);
  }
  return unused;
}
void refreshesForEver(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, refreshForEver, NULL) == 0)
    pthread_join(thread, NULL);
}

/*===--- Repaired: a task that consults its stop signal -------------------===*/

static void *refreshUntilStopped(void *unused) {
  while (!Stopping) {
    refresh();
    sleep(1);
  }
  return unused;
}
void refreshes(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, refreshUntilStopped, NULL) == 0)
    pthread_detach(thread);
}

/*===--- Repaired: a call under a deadline --------------------------------===*/

void getWithLimit(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://prices/today");
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 2000L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void readWithLimit(void) {
  char answer[256];
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, 2000) > 0)
    use(answer, recv(fd, answer, sizeof answer, 0));
  close(fd);
}

/*===--- Repaired: four at once -------------------------------------------===*/

static sem_t Slots;

static void *processAndRelease(void *item) {
  process(item);
  sem_post(&Slots);
  return NULL;
}
void fourAtOnce(struct item *items) {
  sem_init(&Slots, 0, 4);
  for (struct item *item = items; item; item = item->next) {
    pthread_t thread;
    sem_wait(&Slots);
    if (pthread_create(&thread, NULL, processAndRelease, item) != 0) {
      sem_post(&Slots);
      continue;
    }
    pthread_detach(thread);
  }
  for (int i = 0; i < 4; i++)
    sem_wait(&Slots);
}

/*===--- Repaired: a counter that is waited for ---------------------------===*/

static pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t Changed = PTHREAD_COND_INITIALIZER;
static int Running;

static void *processCounted(void *item) {
  process(item);
  pthread_mutex_lock(&Mutex);
  Running--;
  pthread_cond_signal(&Changed);
  pthread_mutex_unlock(&Mutex);
  return NULL;
}
void waitsForAll(struct item *item) {
  for (int i = 0; i < 4; i++) {
    pthread_t thread;
    pthread_mutex_lock(&Mutex);
    if (pthread_create(&thread, NULL, processCounted, item) == 0) {
      pthread_detach(thread);
      Running++;
    }
    pthread_mutex_unlock(&Mutex);
  }
  pthread_mutex_lock(&Mutex);
  while (Running > 0)
    pthread_cond_wait(&Changed, &Mutex);
  pthread_mutex_unlock(&Mutex);
}
