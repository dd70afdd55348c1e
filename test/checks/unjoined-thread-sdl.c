/* leash-unjoined-thread with SDL: a pointer, null where there is no thread. */
// REQUIRES: sdl-headers
// RUN: %check %s leash-unjoined-thread -std=c99,c17 -- -- -I/usr/include/SDL2 -D_REENTRANT
#include <SDL.h>

int SDLCALL work(void *);
int ready(void);
void elsewhere(SDL_Thread *);

//===--- Reported ---------------------------------------------------------===//

void forgotten(void) {
  SDL_Thread *t = SDL_CreateThread(work, "worker", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void forgottenWithAStack(void) {
  SDL_Thread *t = SDL_CreateThreadWithStackSize(work, "worker", 1 << 16, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 't' goes out of scope here
}
void ignored(void) {
  SDL_CreateThread(work, "worker", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is never joined: its stack and status stay allocated [leash-unjoined-thread]
}
int earlyReturn(void) {
  SDL_Thread *t = SDL_CreateThread(work, "worker", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is not joined on every path: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+2]]:5: note: the function returns here
  if (ready())
    return -1;
  SDL_WaitThread(t, NULL);
  return 0;
}
int forgottenAfterTheCheck(void) {
  SDL_Thread *t = SDL_CreateThread(work, "worker", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread 't' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:3: note: the function returns here
  if (!t)
    return -1;
  return 0;
}
struct server {
  SDL_Thread *thread;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: thread member 'thread' is never joined: its stack and status stay allocated [leash-unjoined-thread]
  // CHECK-MESSAGES: :[[@LINE+3]]:15: note: the thread starts here
};
void serverStart(struct server *s) {
  s->thread = SDL_CreateThread(work, "worker", s);
}

//===--- Silent -----------------------------------------------------------===//

void joined(void) {
  SDL_Thread *t = SDL_CreateThread(work, "worker", NULL);
  SDL_WaitThread(t, NULL);
}
int nullIsNoThread(void) {
  SDL_Thread *t = SDL_CreateThread(work, "worker", NULL);
  if (t == NULL) {
    SDL_Log("no thread: %s", SDL_GetError());
    return -1;
  }
  SDL_WaitThread(t, NULL);
  return 0;
}
void onlyIfThere(void) {
  SDL_Thread *t = SDL_CreateThread(work, "worker", NULL);
  if (t)
    SDL_WaitThread(t, NULL);
}
void letGo(void) {
  SDL_Thread *t = SDL_CreateThread(work, "worker", NULL);
  SDL_DetachThread(t);
  SDL_DetachThread(SDL_CreateThread(work, "worker", NULL));
}
SDL_Thread *returned(void) { return SDL_CreateThread(work, "worker", NULL); }
void handedOn(void) {
  SDL_Thread *t = SDL_CreateThread(work, "worker", NULL);
  elsewhere(t);
}
struct client {
  SDL_Thread *thread;
};
void clientStart(struct client *c) {
  c->thread = SDL_CreateThread(work, "worker", c);
}
void clientStop(struct client *c) { SDL_WaitThread(c->thread, NULL); }
