/* leash-unclosed-pool in C: fields that point at rows of handles. The one who has
 * the row joins it.
 *
 * RUN: %check %s leash-unclosed-pool -std=c99-or-later -mocks
 */
#include <pthread.h>
#include <stdlib.h>

void *run(void *);

/*===--- Reported ---------------------------------------------------------===*/

struct madeHere {
  pthread_t *workers;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: threads of member 'workers' are never joined: their stacks and statuses stay allocated [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+5]]:5: note: the threads start here
};
void madeHereInit(struct madeHere *m, int n) {
  m->workers = malloc(n * sizeof *m->workers);
  for (int i = 0; i < n; i++)
    pthread_create(&m->workers[i], NULL, run, m);
}

/*===--- Silent -----------------------------------------------------------===*/

struct fromOutside {
  pthread_t *workers;
  int count;
};
void fromOutsideInit(struct fromOutside *f, pthread_t *memory, int n) {
  f->workers = memory;
  f->count = n;
}
void fromOutsideStart(struct fromOutside *f) {
  for (int i = 0; i < f->count; i++)
    pthread_create(&f->workers[i], NULL, run, f);
}
struct ofALocal {
  pthread_t *workers;
};
void useALocal(void) {
  pthread_t all[4];
  struct ofALocal it = {all};
  for (int i = 0; i < 4; i++)
    pthread_create(&it.workers[i], NULL, run, &it);
  for (int i = 0; i < 4; i++)
    pthread_join(all[i], NULL);
}
struct setElsewhere {
  pthread_t *workers;
};
void setElsewhereStart(struct setElsewhere *s) {
  pthread_create(&s->workers[2], NULL, run, s);
}
struct handedOut {
  pthread_t *workers;
};
pthread_t *handedOutInit(struct handedOut *h, int n) {
  pthread_t *own = malloc(n * sizeof *own);
  h->workers = own;
  for (int i = 0; i < n; i++)
    pthread_create(&h->workers[i], NULL, run, h);
  return own;
}
