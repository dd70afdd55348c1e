//===--- SDL2/SDL_thread.h - a mock of the header -----------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_SDL_THREAD
#define LEASH_MOCK_SDL_THREAD

#ifdef __cplusplus
extern "C" {
#endif

typedef struct SDL_Thread SDL_Thread;
typedef int (*SDL_ThreadFunction)(void *);

SDL_Thread *SDL_CreateThread(SDL_ThreadFunction, const char *, void *);
void SDL_WaitThread(SDL_Thread *, int *);
void SDL_DetachThread(SDL_Thread *);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_SDL_THREAD
