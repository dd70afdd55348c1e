// C has no futures: names that look alike say nothing, and nothing crashes.
//
// RUN: %check %s leash-discarded-future -std=c99-or-later

#include <pthread.h>

struct future {
  int value;
};
struct future make(void);
int async(int (*task)(void));
int work(void);

void silent(void) {
  async(work);
  (void)async(work);
  make();
  struct future last = make();
  for (;;)
    last = make();
}
