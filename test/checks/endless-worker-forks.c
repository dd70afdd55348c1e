// leash-endless-worker: the loop that a forked child ends up in belongs to
// another process.
//
// RUN: %check %s leash-endless-worker -std=c11-or-later
#include <pthread.h>
#include <unistd.h>

void work(void);
int ask(void);

static void child(void) {
  while (1)
    work();
}

//===--- Reported ---------------------------------------------------------===//

static void *monitor(void *unused) {
  (void)unused;
  while (1) {
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
  // CHECK-MESSAGES: :[[@LINE+20]]:3: note: the thread starts here
    if (fork() == 0)
      child();
    work();
  }
}
static void in_the_parent(void) {
  while (1)
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: nothing leaves this loop, and nothing can ask its task to stop: it runs until the process ends [leash-endless-worker]
  // CHECK-MESSAGES: :[[@LINE+13]]:3: note: the thread starts here
    work();
}
static void *parent(void *unused) {
  (void)unused;
  if (fork() > 0)
    in_the_parent();
  return NULL;
}
void start(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, monitor, NULL);
  pthread_detach(thread);
  pthread_create(&thread, NULL, parent, NULL);
  pthread_detach(thread);
}

//===--- Silent -----------------------------------------------------------===//

static void *forks(void *unused) {
  (void)unused;
  while (ask())
    if (fork() == 0)
      child();
  return NULL;
}
static void *forks_and_tests(void *unused) {
  (void)unused;
  while (ask()) {
    pid_t pid = fork();
    if (pid > 0)
      continue;
    while (1)
      work();
  }
  return NULL;
}
static void *forks_and_switches(void *unused) {
  (void)unused;
  switch (fork()) {
  case 0:
    child();
  }
  return NULL;
}
void start_silent(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, forks, NULL);
  pthread_detach(thread);
  pthread_create(&thread, NULL, forks_and_tests, NULL);
  pthread_detach(thread);
  pthread_create(&thread, NULL, forks_and_switches, NULL);
  pthread_detach(thread);
}
