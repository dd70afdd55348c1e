// leash-missing-timeout with the real header of libcurl, in C.
//
// REQUIRES: curl-headers
// RUN: %check %s leash-missing-timeout -std=c99,c2x
// RUN: %check %s leash-missing-timeout -std=c11 -- -- -fgnuc-version=4.4.0
#include <curl/curl.h>

int get(const char *url) {
  CURL *curl = curl_easy_init();
  CURLcode code;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  code = curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
  return code != CURLE_OK;
}
void getInTime(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void getWhenConnected(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 3L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void getWhileItMoves(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 30L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
