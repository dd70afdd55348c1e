// leash-missing-timeout in headers: reported where it is written, in the user's
// headers alone, once.
//
// RUN: %check %s leash-missing-timeout -std=c++14-or-later -mocks -headers -- -- -isystem %S/Inputs/missing-timeout-system
#include "Inputs/missing-timeout.h"
#include "Inputs/missing-timeout.h"
#include <vendor/http.h>

// What libraries do is not looked at.
void ofLibrary() {
  vendor::get("a");
  vendor::Client client;
  client.get();
}
// Nor at what only a macro of theirs writes.
void throughTheirMacro() {
  CURL *curl = curl_easy_init();
  VENDOR_PERFORM(curl);
  curl_easy_cleanup(curl);
}
void theirHandle() {
  vendor::Client client;
  curl_easy_perform(client.handle());
  CURL *curl = vendor::make();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
}
void limitedByHeader() {
  CURL *curl = curl_easy_init();
  headerLimit(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void calls() {
  headerGet("a");
  headerGet("b");
  headerGetInTime("c");
}

// clang-tidy prints the headers' last.
// CHECK-MESSAGES: Inputs/missing-timeout.h:11:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
