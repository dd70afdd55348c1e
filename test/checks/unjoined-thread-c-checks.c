/* leash-unjoined-thread in C: a thread that could not be started need not be
   joined. Every usual way to ask. */
// RUN: %check %s leash-unjoined-thread -std=c99-or-later -mocks
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

void *work(void *);
int ready(void);
void complain(int);
_Noreturn void die(const char *);

//===--- Silent: no thread where the call has failed ----------------------===//

int nonZero(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, work, NULL))
    return -1;
  pthread_join(t, NULL);
  return 0;
}
int notZero(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, work, NULL) != 0)
    return -1;
  pthread_join(t, NULL);
  return 0;
}
int zeroFirst(void) {
  pthread_t t;
  if (0 != pthread_create(&t, NULL, work, NULL))
    return -1;
  pthread_join(t, NULL);
  return 0;
}
void isZero(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, work, NULL) == 0)
    pthread_join(t, NULL);
}
void not(void) {
  pthread_t t;
  if (!pthread_create(&t, NULL, work, NULL))
    pthread_join(t, NULL);
}
int negative(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, work, NULL) < 0)
    return -1;
  pthread_join(t, NULL);
  return 0;
}
int variable(void) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, work, NULL);
  if (rc)
    return rc;
  return pthread_join(t, NULL);
}
int variableNotZero(void) {
  pthread_t t;
  int rc;
  rc = pthread_create(&t, NULL, work, NULL);
  if (rc != 0) {
    complain(rc);
    return rc;
  }
  pthread_join(t, NULL);
  return 0;
}
int variableInTheCondition(void) {
  pthread_t t;
  int rc;
  if ((rc = pthread_create(&t, NULL, work, NULL)) != 0) {
    complain(rc);
    return rc;
  }
  pthread_join(t, NULL);
  return 0;
}
int variableInTheConditionAlone(void) {
  pthread_t t;
  int rc;
  if ((rc = pthread_create(&t, NULL, work, NULL)))
    return rc;
  pthread_join(t, NULL);
  return 0;
}
int variableAskedLater(void) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, work, NULL);
  work(NULL);
  if (!rc)
    pthread_join(t, NULL);
  return rc;
}
int variableAskedTwice(void) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, work, NULL);
  if (rc != 0)
    complain(rc);
  work(NULL);
  if (rc == 0)
    pthread_join(t, NULL);
  return rc;
}
int constVariable(void) {
  pthread_t t;
  const int rc = pthread_create(&t, NULL, work, NULL);
  if (rc > 0)
    return rc;
  pthread_join(t, NULL);
  return 0;
}
bool truth(void) {
  pthread_t t;
  bool ok = pthread_create(&t, NULL, work, NULL) == 0;
  if (ok)
    pthread_join(t, NULL);
  return ok;
}
bool truthNegated(void) {
  pthread_t t;
  bool failed = pthread_create(&t, NULL, work, NULL) != 0;
  if (failed)
    return false;
  pthread_join(t, NULL);
  return true;
}
int flag(void) {
  pthread_t t;
  bool started = false;
  if (pthread_create(&t, NULL, work, NULL) == 0)
    started = true;
  work(NULL);
  if (started)
    pthread_join(t, NULL);
  return 0;
}
int flagSetFirst(void) {
  pthread_t t;
  int started = 1;
  if (pthread_create(&t, NULL, work, NULL)) {
    complain(1);
    started = 0;
  }
  if (started)
    pthread_join(t, NULL);
  return 0;
}
int flagOfACondition(int parallel) {
  pthread_t t;
  int started = 0;
  if (parallel && pthread_create(&t, NULL, work, NULL) == 0)
    started = 1;
  work(NULL);
  if (started)
    pthread_join(t, NULL);
  return 0;
}
int shortCircuit(int parallel) {
  pthread_t t;
  if (!parallel || pthread_create(&t, NULL, work, NULL) != 0) {
    work(NULL);
    return 0;
  }
  pthread_join(t, NULL);
  return 1;
}
void dies(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, work, NULL) != 0)
    die("no thread");
  pthread_join(t, NULL);
}
void exits(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, work, NULL)) {
    complain(1);
    exit(1);
  }
  pthread_join(t, NULL);
}
int gotoFailure(void) {
  int rc = 0;
  pthread_t t;
  if ((rc = pthread_create(&t, NULL, work, NULL)) != 0)
    goto fail;
  pthread_join(t, NULL);
fail:
  return rc;
}
int secondFails(void) {
  pthread_t t, u;
  if (pthread_create(&t, NULL, work, NULL) != 0)
    return -1;
  if (pthread_create(&u, NULL, work, NULL) != 0) {
    pthread_join(t, NULL);
    return -1;
  }
  pthread_join(t, NULL);
  pthread_join(u, NULL);
  return 0;
}
void whileItWorks(void) {
  enum { N = 4 };
  pthread_t ts[N];
  int n = 0;
  while (n < N && !pthread_create(&ts[n], NULL, work, NULL))
    n++;
  for (int i = 0; i < n; i++)
    pthread_join(ts[i], NULL);
}
void tryAgain(void) {
  pthread_t t;
  while (pthread_create(&t, NULL, work, NULL) != 0)
    complain(1);
  pthread_join(t, NULL);
}
void switched(void) {
  pthread_t t;
  switch (pthread_create(&t, NULL, work, NULL)) {
  case 0:
    pthread_join(t, NULL);
    break;
  default:
    complain(1);
  }
}
int conditional(void) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, work, NULL);
  return rc ? rc : pthread_join(t, NULL);
}
// Who does not want the handle lets go of it.
int outIfWanted(pthread_t *out) {
  pthread_t t;
  int rc = pthread_create(&t, NULL, work, NULL);
  if (rc == 0 && out != NULL)
    *out = t;
  return rc;
}

//===--- Reported: the thread runs ----------------------------------------===//

int returnsOnSuccess(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (pthread_create(&t, NULL, work, NULL) == 0)
    return 0;
  pthread_join(t, NULL);
  return -1;
}
int startedThenReturns(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the function returns here
  if (pthread_create(&t, NULL, work, NULL) != 0)
    return -1;
  if (ready())
    return -2;
  pthread_join(t, NULL);
  return 0;
}
int neverAfterTheCheck(void) {
  pthread_t t;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:12: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+6]]:3: note: the function returns here
  int rc = pthread_create(&t, NULL, work, NULL);
  if (rc) {
    complain(rc);
    return rc;
  }
  return 0;
}
int secondFailsAndFirstRuns(void) {
  pthread_t t, u;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the function returns here
  if (pthread_create(&t, NULL, work, NULL) != 0)
    return -1;
  if (pthread_create(&u, NULL, work, NULL) != 0)
    return -1;
  pthread_join(t, NULL);
  pthread_join(u, NULL);
  return 0;
}
