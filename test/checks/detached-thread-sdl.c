// leash-detached-thread with SDL.
//
// REQUIRES: sdl-headers
// RUN: %check %s leash-detached-thread -std=c99,c11 -- -- -I/usr/include/SDL2 -D_REENTRANT
#include <SDL.h>

void work(void);

static int body(void *data) {
  (void)data;
  work();
  return 0;
}

void detaches(void) {
  SDL_Thread *t = SDL_CreateThread(body, "worker", NULL);
  SDL_DetachThread(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-3]]:19: note: the thread starts here
  SDL_DetachThread(SDL_CreateThread(body, "worker", NULL));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  SDL_DetachThread(
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:7: note: the thread starts here
      SDL_CreateThreadWithStackSize(body, "worker", 1 << 16, NULL));
}

void parameter(SDL_Thread *t) {
  SDL_DetachThread(t);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 't' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

static SDL_atomic_t Stop;
static int untilStop(void *data) {
  (void)data;
  while (!SDL_AtomicGet(&Stop))
    work();
  return 0;
}
static int untilEnd(void *data) {
  Uint32 end = *(Uint32 *)data;
  while (SDL_GetTicks() < end)
    work();
  return 0;
}
static int forEver(void *data) {
  (void)data;
  for (;;)
    if (SDL_AtomicGet(&Stop))
      work();
}
void stopped(Uint32 *end) {
  SDL_DetachThread(SDL_CreateThread(untilStop, "flag", NULL));
  SDL_DetachThread(SDL_CreateThread(untilEnd, "deadline", end));
}
void notStopped(void) {
  SDL_DetachThread(SDL_CreateThread(forEver, "flag", NULL));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}

static int posts(void *data) {
  work();
  SDL_SemPost((SDL_sem *)data);
  return 0;
}
void waits(void) {
  SDL_sem *done = SDL_CreateSemaphore(0);
  SDL_DetachThread(SDL_CreateThread(posts, "awaited", done));
  SDL_SemWait(done);
  SDL_DestroySemaphore(done);
}

void joined(void) {
  SDL_Thread *t = SDL_CreateThread(body, "worker", NULL);
  SDL_WaitThread(t, NULL);
}
