/* leash-unjoined-thread in C, real headers: what people write, and what is all
   right. */
// RUN: %check %s leash-unjoined-thread -std=c11,c17 -- -- -D_GNU_SOURCE
#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *work(void *);
int ready(void);
#define N 4
#define CHECK(call)                                                            \
  do {                                                                         \
    int rc_ = (call);                                                          \
    if (rc_ != 0) {                                                            \
      fprintf(stderr, "%s\n", strerror(rc_));                                  \
      exit(1);                                                                 \
    }                                                                          \
  } while (0)

//===--- Checks -----------------------------------------------------------===//

void checkedByAMacro(void) {
  pthread_t t;
  CHECK(pthread_create(&t, NULL, work, NULL));
  CHECK(pthread_join(t, NULL));
}
void asserted(void) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, work, NULL);
  assert(rc == 0);
  void *result;
  rc = pthread_join(t, &result);
  assert(rc == 0);
}
void zeroIsNoThread(void) {
  pthread_t t = 0;
  if (ready())
    pthread_create(&t, NULL, work, NULL);
  if (t)
    pthread_join(t, NULL);
}
int complainsOnly(void) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, work, NULL);
  if (rc != 0)
    printf("no\n");
  else
    printf("yes\n");
  pthread_join(t, NULL);
  return 0;
}
void triesAgain(void) {
  pthread_t t;
  for (int n = 0;;) {
    if (pthread_create(&t, NULL, work, NULL) == 0)
      break;
    if (++n > 3)
      return;
    sleep(1);
  }
  pthread_join(t, NULL);
}
void joinedInTwoPlaces(void) {
  pthread_t t;
  int rc;
  if ((rc = pthread_create(&t, NULL, work, NULL)) == 0 && ready()) {
    pthread_join(t, NULL);
    return;
  }
  if (rc == 0)
    pthread_join(t, NULL);
}
int cleanup(void) {
  int result = -1, have = 0;
  pthread_t t;
  if (!ready())
    goto out;
  if (pthread_create(&t, NULL, work, NULL))
    goto out;
  have = 1;
  if (!ready())
    goto out;
  result = 0;
out:
  if (have)
    pthread_join(t, NULL);
  return result;
}

//===--- Arrays -----------------------------------------------------------===//

int stopsAtTheFirstFailure(void) {
  pthread_t t[N];
  int i, rc;
  for (i = 0; i < N; i++) {
    rc = pthread_create(&t[i], NULL, work, NULL);
    if (rc)
      break;
  }
  for (; i > 0; i--)
    pthread_join(t[i - 1], NULL);
  return rc;
}
int joinsTheStartedOnFailure(void) {
  pthread_t t[N];
  int i;
  for (i = 0; i < N; i++)
    if (pthread_create(&t[i], NULL, work, NULL))
      goto fail;
  for (i = 0; i < N; i++)
    pthread_join(t[i], NULL);
  return 0;
fail:
  while (--i >= 0)
    pthread_join(t[i], NULL);
  return -1;
}
int counts(void) {
  pthread_t ts[N];
  int started = 0;
  for (int i = 0; i < N; i++) {
    if (pthread_create(&ts[i], NULL, work, NULL) != 0)
      break;
    started++;
  }
  for (int i = 0; i < started; i++)
    pthread_join(ts[i], NULL);
  return started == N ? 0 : -1;
}
void onTheHeap(int n) {
  pthread_t *ts = malloc(n * sizeof *ts);
  for (int i = 0; i < n; i++)
    pthread_create(&ts[i], NULL, work, NULL);
  for (int i = 0; i < n; i++)
    pthread_join(ts[i], NULL);
  free(ts);
}
void oneOnTheHeap(void) {
  pthread_t *t = malloc(sizeof *t);
  if (!t)
    return;
  if (pthread_create(t, NULL, work, NULL)) {
    free(t);
    return;
  }
  pthread_join(*t, NULL);
  free(t);
}
pthread_t *returnedFromTheHeap(void) {
  pthread_t *t = malloc(sizeof *t);
  pthread_create(t, NULL, work, NULL);
  return t;
}
void variableLength(int n) {
  pthread_t ts[n];
  for (int i = 0; i < n; i++)
    pthread_create(&ts[i], NULL, work, NULL);
  for (int i = 0; i < n; i++)
    pthread_join(ts[i], NULL);
}
void twoDimensions(void) {
  pthread_t ts[2][N];
  for (int i = 0; i < N; i++) {
    pthread_create(&ts[0][i], NULL, work, NULL);
    pthread_create(&ts[1][i], NULL, work, NULL);
  }
  for (int i = 0; i < N; i++) {
    pthread_join(ts[0][i], NULL);
    pthread_join(ts[1][i], NULL);
  }
}
void walkedOver(void) {
  pthread_t ts[N], *p;
  for (p = ts; p < ts + N; p++)
    pthread_create(p, NULL, work, NULL);
  for (p = ts; p < ts + N; p++)
    pthread_join(*p, NULL);
}
void pointedAt(void) {
  pthread_t a, b;
  pthread_t *ps[2] = {&a, &b};
  for (int i = 0; i < 2; i++)
    pthread_create(ps[i], NULL, work, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
}

//===--- Structs ----------------------------------------------------------===//

struct context {
  pthread_t id;
  int number;
};
void local(void) {
  struct context c;
  memset(&c, 0, sizeof c);
  pthread_create(&c.id, NULL, work, &c);
  pthread_join(c.id, NULL);
}
void locals(void) {
  struct context cs[N];
  for (int i = 0; i < N; i++)
    pthread_create(&cs[i].id, NULL, work, &cs[i]);
  for (int i = 0; i < N; i++)
    pthread_join(cs[i].id, NULL);
}
struct context returned(void) {
  struct context c;
  pthread_create(&c.id, NULL, work, &c);
  return c;
}
static struct {
  pthread_t id;
  int running;
} Singleton;
int once(void) {
  if (Singleton.running)
    return 0;
  if (pthread_create(&Singleton.id, NULL, work, NULL) != 0)
    return -1;
  Singleton.running = 1;
  return 0;
}
void copiedByBytes(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  memcpy(&Singleton.id, &t, sizeof t);
}

//===--- Ends -------------------------------------------------------------===//

void leavesTheThread(void) {
  pthread_t t;
  pthread_create(&t, NULL, work, NULL);
  pthread_exit(NULL);
}
void untilASignal(void) {
  pthread_t t;
  sigset_t set;
  int number;
  sigemptyset(&set);
  pthread_create(&t, NULL, work, NULL);
  while (sigwait(&set, &number) == 0)
    if (number == SIGTERM)
      break;
  pthread_cancel(t);
  pthread_join(t, NULL);
}
