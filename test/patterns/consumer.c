// The stories that Leash starts from, 3. Message consumer, in C: it reads for
// ever and starts a thread per message.
//
// RUN: %check %s "leash-*" -std=c99-or-later -mocks
#include <librdkafka/rdkafka.h>
#include <pthread.h>
#include <stddef.h>

void process(rd_kafka_message_t *);
extern volatile int Stopping;

static void *processOne(void *message) {
  process(message);
  rd_kafka_message_destroy(message);
  return NULL;
}

/*===--- Leaky ------------------------------------------------------------===*/

void consumeForEver(rd_kafka_t *kafka) {
  for (;;) {
    pthread_t worker;
    rd_kafka_message_t *message = rd_kafka_consumer_poll(kafka, -1);
    // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'rd_kafka_consumer_poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    if (pthread_create(&worker, NULL, processOne, message) == 0)
      pthread_detach(worker);
      // CHECK-MESSAGES: :[[@LINE-2]]:9: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
      // CHECK-MESSAGES: :[[@LINE-3]]:7: warning: thread 'worker' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
      // CHECK-MESSAGES: :[[@LINE-5]]:9: note: the thread starts here
  }
}
static void *readForEver(void *kafka) {
  while (!Stopping) {
    rd_kafka_message_t *message = rd_kafka_consumer_poll(kafka, -1);
    // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'rd_kafka_consumer_poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE+8]]:7: note: runs in the thread started here
    if (message)
      processOne(message);
  }
  return NULL;
}
void startsReader(rd_kafka_t *kafka) {
  pthread_t reader;
  if (pthread_create(&reader, NULL, readForEver, kafka) == 0)
    pthread_join(reader, NULL);
}

/*===--- Repaired ---------------------------------------------------------===*/

static void *readInTime(void *kafka) {
  while (!Stopping) {
    rd_kafka_message_t *message = rd_kafka_consumer_poll(kafka, 100);
    if (!message)
      continue;
    process(message);
    rd_kafka_commit_message(kafka, message, 0);
    rd_kafka_message_destroy(message);
  }
  rd_kafka_consumer_close(kafka);
  return NULL;
}
void startsRepaired(rd_kafka_t *kafka) {
  pthread_t readers[4];
  int count = 0;
  while (count < 4 &&
         pthread_create(&readers[count], NULL, readInTime, kafka) == 0)
    count++;
  while (count > 0)
    pthread_join(readers[--count], NULL);
}
