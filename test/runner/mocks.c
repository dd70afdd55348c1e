// RUN: %check %s misc-definitions-in-headers -std=c11,c23 -mocks

#include <SDL2/SDL.h>
#include <glib.h>
#include <process.h>
#include <pthread.h>
#include <threads.h>
#include <windows.h>
pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t c = PTHREAD_COND_INITIALIZER;
