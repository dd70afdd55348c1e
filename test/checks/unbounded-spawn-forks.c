// leash-unbounded-spawn: what a forked child starts is another process's, and
// so is the loop that it ends up in.
//
// RUN: %check %s leash-unbounded-spawn -std=c11-or-later
#include <pthread.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

void work(void);
void *serve(void *);
int next(int s);

static void child_once(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, serve, NULL);
  pthread_detach(thread);
  work();
}

//===--- Reported ---------------------------------------------------------===//

void the_childs_own_loop(int s) {
  if (fork() == 0)
    while (1) {
      int fd = next(s);
      pthread_t thread;
      pthread_create(&thread, NULL, serve, &fd);
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-5]]:5: note: the loop is here
    }
}
void the_parent(int s) {
  while (1) {
    int fd = next(s);
    pid_t pid = fork();
    if (pid == 0)
      _exit(0);
    child_once();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'child_once' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-25]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
    close(fd);
  }
}
void the_parents_branch(void) {
  while (1)
    if (fork() > 0)
      child_once();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'child_once' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-35]]:3: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
    else
      _exit(0);
}
void either(void) {
  while (1) {
    pid_t pid = fork();
    if (pid == -1)
      child_once();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'child_once' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-46]]:3: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the loop is here
  }
}
void all_cases(void) {
  while (1)
    switch (fork()) {
    case 0:
      _exit(0);
    default:
      child_once();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'child_once' starts a thread and does not wait for it, for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-58]]:3: note: the thread starts here
      // CHECK-MESSAGES: :[[@LINE-8]]:3: note: the loop is here
    }
}
// A daemon: what goes on is the child, and its loop is its own.
void daemon_loop(int s) {
  if (fork() > 0)
    _exit(0);
  while (1) {
    int fd = next(s);
    pthread_t thread;
    pthread_create(&thread, NULL, serve, &fd);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
  }
}

//===--- Silent -----------------------------------------------------------===//

void equals_zero(void) {
  while (1)
    if (fork() == 0)
      child_once();
}
void zero_equals(void) {
  while (1)
    if (0 == fork())
      child_once();
}
void negated(void) {
  while (1)
    if (!fork())
      child_once();
}
void directly(void) {
  while (1)
    if (fork() == 0) {
      pthread_t thread;
      pthread_create(&thread, NULL, serve, NULL);
    }
}
void by_variable(void) {
  for (;;) {
    pid_t pid = fork();
    if (pid == 0)
      child_once();
  }
}
void by_assignment(void) {
  pid_t pid;
  for (;;)
    if ((pid = fork()) == 0)
      child_once();
}
void by_else(void) {
  for (;;) {
    pid_t pid = fork();
    if (pid < 0)
      work();
    else if (pid > 0)
      work();
    else
      child_once();
  }
}
void by_truth(void) {
  for (;;) {
    pid_t pid = fork();
    if (pid)
      work();
    else
      child_once();
  }
}
void with_more(int wanted) {
  for (;;)
    if (wanted && fork() == 0)
      child_once();
}
void after_the_parent(void) {
  for (;;) {
    pid_t pid = fork();
    if (pid != 0) {
      work();
      continue;
    }
    child_once();
  }
}
void by_case(void) {
  for (;;)
    switch (fork()) {
    case -1:
      work();
      break;
    case 0:
      child_once();
      _exit(0);
    default:
      work();
    }
}
struct peer {
  pid_t pid;
};
void by_field(struct peer *peers) {
  for (int i = 0;; i++) {
    peers[i].pid = fork();
    if (peers[i].pid == 0)
      child_once();
  }
}
