// The rows of together.cpp, and of docs/usage/who-reports-what.md, that look
// different in C, with all checks on. Each has its repaired twin, which is
// silent.
//
// RUN: %check %s "leash-*" -std=c99-or-later -mocks
#define _GNU_SOURCE
#include <curl/curl.h>
#include <librdkafka/rdkafka.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

void *work(void *);
void *serve(void *client);
void use(const char *, long);
void *handle(void *message);
bool failed(void);
extern volatile bool Stopping;

/*===--- Row 1: a thread that is started and let go -----------------------===*/

void fireAndForget(void) {
  pthread_t thread;
  pthread_attr_t attribute;
  pthread_attr_init(&attribute);
  pthread_attr_setdetachstate(&attribute, PTHREAD_CREATE_DETACHED);
  pthread_create(&thread, &attribute, work, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the thread starts detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the attribute is set here
  pthread_attr_destroy(&attribute);
}

void fireAndForgetRepaired(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, work, NULL) == 0)
    pthread_join(thread, NULL);
}

/*===--- Row 2: a detached thread per connection --------------------------===*/

void acceptLoop(int listener) {
  pthread_t thread;
  for (;;) {
    long client = accept(listener, NULL, NULL);
    if (pthread_create(&thread, NULL, serve, (void *)client) == 0)
      pthread_detach(thread);
      // CHECK-MESSAGES: :[[@LINE-2]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
      // CHECK-MESSAGES: :[[@LINE-3]]:7: warning: thread 'thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-5]]:9: note: the thread starts here
  }
}

static pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t Ended = PTHREAD_COND_INITIALIZER;
static int Running;

static void *serveCounted(void *client) {
  serve(client);
  pthread_mutex_lock(&Mutex);
  Running--;
  pthread_cond_signal(&Ended);
  pthread_mutex_unlock(&Mutex);
  return NULL;
}
void acceptLoopRepaired(int listener) {
  while (!Stopping) {
    pthread_t thread;
    long client = accept(listener, NULL, NULL);
    pthread_mutex_lock(&Mutex);
    while (Running >= 64)
      pthread_cond_wait(&Ended, &Mutex);
    Running++;
    pthread_mutex_unlock(&Mutex);
    if (pthread_create(&thread, NULL, serveCounted, (void *)client) == 0)
      pthread_detach(thread);
  }
  pthread_mutex_lock(&Mutex);
  while (Running > 0)
    pthread_cond_wait(&Ended, &Mutex);
  pthread_mutex_unlock(&Mutex);
}

/*===--- Row 5: a thread that one path does not join ----------------------===*/

int joinsOnOnePath(void) {
  pthread_t thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 'thread' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the function returns here
  if (pthread_create(&thread, NULL, work, NULL) != 0)
    return -1;
  if (failed())
    return -1;
  pthread_join(thread, NULL);
  return 0;
}

int joinsOnOnePathRepaired(void) {
  pthread_t thread;
  int result = 0;
  if (pthread_create(&thread, NULL, work, NULL) != 0)
    return -1;
  if (failed())
    result = -1;
  pthread_join(thread, NULL);
  return result;
}

/*===--- Row 10: a worker without a way out, joined -----------------------===*/

static void *forEver(void *unused) {
  for (;;)
    sleep(1);
    // CHECK-MESSAGES: :[[@LINE-2]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
    // CHECK-MESSAGES: :[[@LINE+6]]:7: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE+6]]:5: note: this join hangs
  return unused;
}
void joinsForEver(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, forEver, NULL) == 0)
    pthread_join(thread, NULL);
}

static void *untilStopped(void *unused) {
  while (!Stopping)
    sleep(1);
  return unused;
}
void joinsForEverRepaired(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, untilStopped, NULL) == 0)
    pthread_join(thread, NULL);
}

/*===--- Row 14: a flag is set, and nobody wakes the worker ---------------===*/

static pthread_mutex_t Sleeping = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t Wake = PTHREAD_COND_INITIALIZER;
static bool Stop;

static void *waits(void *unused) {
  pthread_mutex_lock(&Sleeping);
  while (!Stop)
    pthread_cond_wait(&Wake, &Sleeping);
  pthread_mutex_unlock(&Sleeping);
  return unused;
}
void neverWakes(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, waits, NULL) != 0)
    return;
  use("", 0);
  pthread_mutex_lock(&Sleeping);
  Stop = true;
  pthread_mutex_unlock(&Sleeping);
  pthread_join(thread, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 'thread' is asked to end, but nothing wakes it from its wait for 'Wake': this join hangs [leash-hanging-join]
  // CHECK-MESSAGES: :[[@LINE-8]]:7: note: the task starts here
  // CHECK-MESSAGES: :[[@LINE-15]]:5: note: its task waits here
  // CHECK-MESSAGES: :[[@LINE-6]]:3: note: this asks the task to end, but it only looks once it is awake
}

static pthread_mutex_t SleepingWell = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t WakeWell = PTHREAD_COND_INITIALIZER;
static bool StopWell;

static void *waitsWell(void *unused) {
  pthread_mutex_lock(&SleepingWell);
  while (!StopWell)
    pthread_cond_wait(&WakeWell, &SleepingWell);
  pthread_mutex_unlock(&SleepingWell);
  return unused;
}
void neverWakesRepaired(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, waitsWell, NULL) != 0)
    return;
  use("", 0);
  pthread_mutex_lock(&SleepingWell);
  StopWell = true;
  pthread_cond_signal(&WakeWell);
  pthread_mutex_unlock(&SleepingWell);
  pthread_join(thread, NULL);
}

/*===--- Row 15: a detached reader without a time limit -------------------===*/

static void *reads(void *unused) {
  char buffer[256];
  long count;
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  while ((count = recv(fd, buffer, sizeof buffer, 0)) > 0)
    use(buffer, count);
    // CHECK-MESSAGES: :[[@LINE-2]]:19: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE+6]]:7: note: runs in the thread started here
  close(fd);
  return unused;
}
void detachedReader(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, reads, NULL) == 0)
    pthread_detach(thread);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the thread starts here
}

static void *readsInTime(void *unused) {
  char buffer[256];
  long count;
  struct timeval limit = {60, 0};
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  while ((count = recv(fd, buffer, sizeof buffer, 0)) > 0)
    use(buffer, count);
  close(fd);
  return unused;
}
void detachedReaderRepaired(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, readsInTime, NULL) == 0)
    pthread_join(thread, NULL);
}

/*===--- Row 16: a transfer without a time limit --------------------------===*/

void transfers(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://analytics/events");
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}

void transfersRepaired(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://analytics/events");
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 10000L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

/*===--- Row 17: a thread per message, read without a limit ---------------===*/

void consumes(rd_kafka_t *kafka) {
  for (;;) {
    pthread_t thread;
    rd_kafka_message_t *message = rd_kafka_consumer_poll(kafka, -1);
    // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'rd_kafka_consumer_poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    if (pthread_create(&thread, NULL, handle, message) == 0)
      pthread_detach(thread);
      // CHECK-MESSAGES: :[[@LINE-2]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
      // CHECK-MESSAGES: :[[@LINE-3]]:7: warning: thread 'thread' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-5]]:9: note: the thread starts here
  }
}

void consumesRepaired(rd_kafka_t *kafka) {
  pthread_t threads[50];
  while (!Stopping) {
    int count = 0;
    for (int i = 0; i < 50; i++) {
      rd_kafka_message_t *message = rd_kafka_consumer_poll(kafka, 100);
      if (message &&
          pthread_create(&threads[count], NULL, handle, message) == 0)
        count++;
    }
    for (int i = 0; i < count; i++)
      pthread_join(threads[i], NULL);
  }
}
