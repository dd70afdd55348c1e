// The stories that Leash starts from, 1. Analytics per request, in C: a handler
// posts an event to another service, in a thread that nobody keeps, with no
// limit on the time.
//
// RUN: %check %s "leash-*" -std=c99-or-later -mocks
#define _GNU_SOURCE
#include <curl/curl.h>
#include <hiredis/hiredis.h>
#include <pthread.h>
#include <stdlib.h>

const char *takeEvent(void);
extern volatile int Stopping;

/*===--- Leaky ------------------------------------------------------------===*/

static void *postEvent(void *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE+6]]:7: note: runs in the thread started here
  curl_easy_cleanup(curl);
  return NULL;
}
void handle(char *event) {
  pthread_t poster;
  if (pthread_create(&poster, NULL, postEvent, event) == 0)
    pthread_detach(poster);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'poster' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the thread starts here
}
/* It can reach the cache in time, and then waits for ever for its answer. */
static void *countEvent(void *event) {
  struct timeval limit = {1, 0};
  redisContext *redis = redisConnectWithTimeout("cache", 6379, limit);
  redisCommand(redis, "INCR %s", (char *)event);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisCommand' can wait for ever for the server: 'redis' has a time limit, but it only limits connecting; redisSetTimeout is for commands [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:25: note: the limit is set here
  // CHECK-MESSAGES: :[[@LINE+6]]:7: note: runs in the thread started here
  redisFree(redis);
  return NULL;
}
void handleCounting(char *event) {
  pthread_t counter;
  if (pthread_create(&counter, NULL, countEvent, event) == 0)
    pthread_detach(counter);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'counter' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-3]]:7: note: the thread starts here
}

/*===--- Repaired: ten workers, and a limit on each call ------------------===*/

static void *work(void *unused) {
  CURL *curl = curl_easy_init();
  struct timeval limit = {1, 0};
  redisContext *redis = redisConnectWithTimeout("cache", 6379, limit);
  redisSetTimeout(redis, limit);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 100L);
  while (!Stopping) {
    const char *event = takeEvent();
    if (!event)
      break;
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
    curl_easy_perform(curl);
    redisCommand(redis, "INCR %s", event);
  }
  redisFree(redis);
  curl_easy_cleanup(curl);
  return unused;
}
void serve(void) {
  pthread_t workers[10];
  int count = 0;
  while (count < 10 && pthread_create(&workers[count], NULL, work, NULL) == 0)
    count++;
  while (count > 0)
    pthread_join(workers[--count], NULL);
}
