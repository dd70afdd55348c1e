/* Included by unclosed-pool-c.c. */

#ifndef UNCLOSED_POOL_C_H
#define UNCLOSED_POOL_C_H

#include <pthread.h>

struct inHeader {
  pthread_t workers[4];
};

#endif
