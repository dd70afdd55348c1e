/* leash-hanging-join and its neighbours: a semaphore limits the workers, and
 * whoever takes back all of its permits has waited for all of them. */
// RUN: %check %s leash-hanging-join,leash-unjoined-thread,leash-unclosed-pool -std=c99-or-later
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

struct arg {
  sem_t *slots;
  void (*fn)(void *);
  void *item;
};
static void *run(void *given) {
  struct arg a = *(struct arg *)given;
  free(given);
  a.fn(a.item);
  sem_post(a.slots);
  return NULL;
}
enum { N = 4 };
void run_all(void (*fn)(void *), void **items, int n) {
  sem_t slots;
  sem_init(&slots, 0, N);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  for (int i = 0; i < n; i++) {
    sem_wait(&slots);
    struct arg *a = malloc(sizeof *a);
    pthread_t t;
    if (!a) {
      sem_post(&slots);
      continue;
    }
    *a = (struct arg){&slots, fn, items[i]};
    if (pthread_create(&t, &attributes, run, a)) {
      free(a);
      fn(items[i]);
      sem_post(&slots);
    }
  }
  for (int i = 0; i < N; i++)
    sem_wait(&slots);
  pthread_attr_destroy(&attributes);
  sem_destroy(&slots);
}
/* The same, and joined. */
void run_two(struct arg *one, struct arg *two) {
  pthread_t first, second;
  if (pthread_create(&first, NULL, run, one))
    return;
  if (pthread_create(&second, NULL, run, two)) {
    pthread_join(first, NULL);
    return;
  }
  pthread_join(first, NULL);
  pthread_join(second, NULL);
}
