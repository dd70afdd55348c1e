// leash-missing-timeout in code that is being typed: nothing is said about a
// function that does not compile, and what does compile is still looked at.
//
// RUN: %check %s leash-missing-timeout -std=c++14-or-later -mocks -expect-errors
#include <curl/curl.h>
#include <memory>
#include <thread>

void complete(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void completeInTime(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void undeclaredHelper() {
  CURL *curl = curl_easy_init();
  limitIt(curl);
  curl_easy_perform(curl);
}
void undeclaredValue() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, limit);
  curl_easy_perform(curl);
}
void undeclaredOption() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_SECONDS, 10L);
  curl_easy_perform(curl);
}
void errorElsewhere() {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  undeclared(1);
}
void noSuchHandle() { curl_easy_perform(curl); }
void noSuchType() {
  Curl *curl = curl_easy_init();
  curl_easy_perform(curl);
}
class ErrorInConstructor {
public:
  ErrorInConstructor() : Curl(curl_easy_init()) {
    curl_easy_setopt(Crul, CURLOPT_TIMEOUT, 10L);
  }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class ErrorInMember {
public:
  ErrorInMember() : Curl(curl_easy_init()) {}
  void get() { curl_easy_perform(Curl); }

private:
  Missing Value;
  CURL *Curl;
};

void completeAgain(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}

// From here on the parser is lost, and whatever it makes of the rest must not
// crash the check.
void missingArgument() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, );
  curl_easy_perform(curl);
}
void missingParenthesis() {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl;
}
void missingInitialiser() {
  CURL *curl = ;
  curl_easy_perform(curl);
}
void unfinished() {
  std::thread poster([] {
    CURL *curl = curl_easy_init();
    curl_easy_perform(
