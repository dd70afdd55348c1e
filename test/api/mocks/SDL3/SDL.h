//===--- SDL.h - mock of SDL 3 ---------------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian 12 has SDL 2 only. It declares what checks/api/sdl.yaml names
// of SDL 3.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct SDL_Thread SDL_Thread;
typedef struct SDL_Mutex SDL_Mutex;
typedef struct SDL_Semaphore SDL_Semaphore;
typedef struct SDL_Condition SDL_Condition;
typedef struct SDL_AtomicInt {
  int value;
} SDL_AtomicInt;
typedef int (*SDL_ThreadFunction)(void *data);
typedef void (*SDL_FunctionPointer)(void);

SDL_Thread *SDL_CreateThreadRuntime(SDL_ThreadFunction fn, const char *name,
                                    void *data, SDL_FunctionPointer begin,
                                    SDL_FunctionPointer end);
uint64_t SDL_GetCurrentThreadID(void);
void SDL_WaitThread(SDL_Thread *thread, int *status);
void SDL_DetachThread(SDL_Thread *thread);

void SDL_SignalCondition(SDL_Condition *cond);
void SDL_BroadcastCondition(SDL_Condition *cond);
void SDL_WaitCondition(SDL_Condition *cond, SDL_Mutex *mutex);
bool SDL_WaitConditionTimeout(SDL_Condition *cond, SDL_Mutex *mutex,
                              int32_t timeout);
void SDL_SignalSemaphore(SDL_Semaphore *sem);
void SDL_WaitSemaphore(SDL_Semaphore *sem);
bool SDL_TryWaitSemaphore(SDL_Semaphore *sem);
bool SDL_WaitSemaphoreTimeout(SDL_Semaphore *sem, int32_t timeout);

int SDL_GetAtomicInt(SDL_AtomicInt *a);
uint64_t SDL_GetTicks(void);
uint64_t SDL_GetTicksNS(void);
uint64_t SDL_GetPerformanceCounter(void);

#ifdef __cplusplus
}
#endif
