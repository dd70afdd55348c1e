// leash-missing-timeout and macros of the user's: reported at the expansion.
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -mocks
#include <curl/curl.h>
#include <librdkafka/rdkafkacpp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

bool quick();

#define PERFORM(Curl) curl_easy_perform(Curl)
#define SET(Curl, Option, Value) curl_easy_setopt(Curl, CURLOPT_##Option, Value)
#define LIMIT(Curl) SET(Curl, TIMEOUT, 10L)
#define CHECK(Call)                                                            \
  do {                                                                         \
    if ((Call) != CURLE_OK)                                                    \
      return;                                                                  \
  } while (0)
#define SECONDS 5
#define NO_LIMIT 0L
#define FOREVER (-1)
#define NEXT(Consumer) (Consumer).consume(FOREVER)
#define LIMIT_IF(Condition, Curl)                                              \
  if (Condition)                                                               \
  LIMIT(Curl)

void performs(const char *url) {
  CURL *curl = curl_easy_init();
  SET(curl, URL, url);
  PERFORM(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void performsInACheck(const char *url) {
  CURL *curl = curl_easy_init();
  CHECK(SET(curl, URL, url));
  CHECK(curl_easy_perform(curl));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void limited(const char *url) {
  CURL *curl = curl_easy_init();
  SET(curl, URL, url);
  LIMIT(curl);
  PERFORM(curl);
  curl_easy_cleanup(curl);
}
void limitedInACheck(const char *url) {
  CURL *curl = curl_easy_init();
  CHECK(SET(curl, URL, url));
  CHECK(SET(curl, TIMEOUT, SECONDS));
  CHECK(PERFORM(curl));
  curl_easy_cleanup(curl);
}
void limitedOnOnePath(const char *url) {
  CURL *curl = curl_easy_init();
  SET(curl, URL, url);
  LIMIT_IF(quick(), curl);
  PERFORM(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: this condition is false
  curl_easy_cleanup(curl);
}
void zero(const char *url) {
  CURL *curl = curl_easy_init();
  SET(curl, URL, url);
  SET(curl, TIMEOUT, NO_LIMIT);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  curl_easy_cleanup(curl);
}
void connectionPhase(const char *url) {
  CURL *curl = curl_easy_init();
  SET(curl, URL, url);
  SET(curl, CONNECTTIMEOUT, 3L);
  PERFORM(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void next(RdKafka::KafkaConsumer &consumer) {
  delete NEXT(consumer);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void nextInTime(RdKafka::KafkaConsumer &consumer) {
  delete consumer.consume(SECONDS * 1000);
}
void socketLimit(char *buffer) {
  timeval limit = {SECONDS, 0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  recv(fd, buffer, 64, 0);
}
