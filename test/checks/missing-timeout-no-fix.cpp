// leash-missing-timeout: where no fix-it would be right, none is offered: the
// file is the same afterwards.
//
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks
// RUN: cp %s %t.cpp
// RUN: %leash_tidy --checks=-*,leash-missing-timeout --config={} --fix %t.cpp -- -std=c++17 -nostdinc++ -isystem %source/test/mocks/std -isystem %source/test/mocks/libs
// RUN: diff %s %t.cpp
#include <curl/curl.h>
#include <librdkafka/rdkafkacpp.h>
#include <poll.h>

bool quick();

// It would overwrite the limit of the other paths.
void onOnePath() {
  CURL *curl = curl_easy_init();
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is false
}
// There is no room for a second statement.
void withoutBraces() {
  CURL *curl = curl_easy_init();
  if (quick())
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void inACase(int n) {
  CURL *curl = curl_easy_init();
  switch (n)
  case 0:
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
// Nothing stands before an initialiser.
class InAnInitialiser {
public:
  InAnInitialiser() : Curl(curl_easy_init()), Code(curl_easy_perform(Curl)) {}
  // CHECK-MESSAGES: :[[@LINE-1]]:52: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]

private:
  CURL *Curl;
  CURLcode Code;
};
// The handle is not there before.
void madeInTheCondition() {
  if (CURL *curl = curl_easy_init(); curl_easy_perform(curl) == CURLE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:38: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    curl_easy_cleanup(curl);
}
#define PERFORM(Curl) curl_easy_perform(Curl)
void inAMacro() {
  CURL *curl = curl_easy_init();
  PERFORM(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}
// Which limit is right only the author knows.
void explicitly(RdKafka::KafkaConsumer &consumer, pollfd &fd) {
  delete consumer.consume(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
  poll(&fd, 1, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
