// leash-missing-timeout: functions on the way from where a handle is made to
// where it waits.
//
// RUN: %check %s leash-missing-timeout -std=c++14-or-later -mocks
#include <curl/curl.h>
#include <functional>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <utility>
#include <vector>

bool quick();
void adjust(CURL *);
void adjustAll(CURL *, ...);
CURL *somebodys();
void run(std::function<void()>);

//===--- A helper that sets the limit -------------------------------------===//

void limit(CURL *curl) { curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L); }
void limitTo(CURL *curl, long limit) {
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, limit);
}
void limitThroughAnother(CURL *curl, const char *url) {
  curl_easy_setopt(curl, CURLOPT_URL, url);
  limit(curl);
}
void address(CURL *curl, const char *url) {
  curl_easy_setopt(curl, CURLOPT_URL, url);
}
void limitConnecting(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 3L);
}
void limitSometimes(CURL *curl) {
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
}
void takeBack(CURL *curl) { curl_easy_reset(curl); }
bool limitOrFail(CURL *curl) {
  return curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L) == CURLE_OK;
}

void helped(const char *url) {
  CURL *curl = curl_easy_init();
  address(curl, url);
  limit(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void helpedTo(long most) {
  CURL *curl = curl_easy_init();
  limitTo(curl, most);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void helpedToSome() {
  CURL *curl = curl_easy_init();
  limitTo(curl, 10);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void helpedThroughAnother(const char *url) {
  CURL *curl = curl_easy_init();
  limitThroughAnother(curl, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void helpedToCheck() {
  CURL *curl = curl_easy_init();
  if (limitOrFail(curl))
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// A helper that sets it on some paths has its reasons.
void helpedSometimes() {
  CURL *curl = curl_easy_init();
  limitSometimes(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void helpedWithSomethingElse(const char *url) {
  CURL *curl = curl_easy_init();
  address(curl, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void helpedToConnect() {
  CURL *curl = curl_easy_init();
  limitConnecting(curl);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-61]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}
void helpedOnOnePath() {
  CURL *curl = curl_easy_init();
  if (quick())
    limit(curl);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is false
  curl_easy_cleanup(curl);
}
void helpedTooLate() {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  limit(curl);
  curl_easy_cleanup(curl);
}
void helpedToTakeBack() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  takeBack(curl);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is taken back [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the limit is set here
  // CHECK-MESSAGES: :[[@LINE-81]]:29: note: it is taken back here
  curl_easy_cleanup(curl);
}

//===--- A lambda that sets the limit -------------------------------------===//

void limitedByLambda() {
  CURL *curl = curl_easy_init();
  auto set = [curl] { curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L); };
  set();
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void limitedByLambdaWithParameter() {
  CURL *curl = curl_easy_init();
  auto set = [](CURL *it) { curl_easy_setopt(it, CURLOPT_TIMEOUT, 10L); };
  set(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void limitedByGenericLambda() {
  CURL *curl = curl_easy_init();
  auto set = [&](auto option, long value) {
    curl_easy_setopt(curl, option, value);
  };
  set(CURLOPT_TIMEOUT, 10);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void capturedBySomebody() {
  CURL *curl = curl_easy_init();
  run([&] { adjust(curl); });
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void performedInALambda(const char *url) {
  auto get = [url] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    curl_easy_cleanup(curl);
  };
  get();
}
// What the lambda captures was limited outside.
void limitedOutside(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  auto get = [&] {
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_perform(curl);
  };
  get();
  curl_easy_cleanup(curl);
}

//===--- A function that makes the handle ---------------------------------===//

CURL *makeLimited() {
  CURL *curl = curl_easy_init();
  if (curl)
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  return curl;
}
CURL *makePlain(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  return curl;
}
struct Cleanup {
  void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};
using Handle = std::unique_ptr<CURL, Cleanup>;
Handle makeOwned() {
  Handle curl(curl_easy_init());
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 10L);
  return curl;
}
void madeLimited(const char *url) {
  CURL *curl = makeLimited();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void madeOwned(const char *url) {
  Handle curl = makeOwned();
  curl_easy_setopt(curl.get(), CURLOPT_URL, url);
  curl_easy_perform(curl.get());
}
void madeElsewhere(const char *url) {
  CURL *curl = somebodys();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
}
void madePlain(const char *url) {
  CURL *curl = makePlain(url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void madePlainAndLimited(const char *url) {
  CURL *curl = makePlain(url);
  limit(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

//===--- A function that waits --------------------------------------------===//

// Everybody may call it, with any handle.
CURLcode perform(CURL *curl) { return curl_easy_perform(curl); }

// All callers of a static function are here.
static CURLcode performLimited(CURL *curl) { return curl_easy_perform(curl); }
void callsWithLimit(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  performLimited(curl);
  curl_easy_cleanup(curl);
}
static CURLcode performBare(CURL *curl) {
  return curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE+5]]:3: note: it comes from here
}
void callsWithoutLimit(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  performBare(curl);
  curl_easy_cleanup(curl);
}
static CURLcode performSomebodys(CURL *curl) { return curl_easy_perform(curl); }
void callsWithSomebodys() { performSomebodys(somebodys()); }
void callsWithParameter(CURL *curl) { performSomebodys(curl); }

// Its address is taken: there may be others.
static CURLcode performLater(CURL *curl) { return curl_easy_perform(curl); }
extern CURLcode (*Later)(CURL *);
void keepsTheFunction() { Later = performLater; }

//===--- Functions that are not visible -----------------------------------===//

void handedOn() {
  CURL *curl = curl_easy_init();
  adjust(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void handedOnAsAnArgument() {
  CURL *curl = curl_easy_init();
  adjustAll(curl, 1, 2);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void handedOnThroughAHelper() {
  CURL *curl = curl_easy_init();
  auto forward = [](CURL *it) { adjust(it); };
  forward(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void handedOnByPointer(void (*set)(CURL **)) {
  CURL *curl = curl_easy_init();
  set(&curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void handedOnByFunctionPointer(void (*set)(CURL *)) {
  CURL *curl = curl_easy_init();
  set(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void handedOnToFunctionObject(const std::function<void(CURL *)> &set) {
  CURL *curl = curl_easy_init();
  set(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// After the call it is too late.
void handedOnAfterwards() {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  adjust(curl);
  curl_easy_cleanup(curl);
}
// The library's own functions set no limit unless a row says so.
void libraryLooksAtIt(const char *url) {
  CURL *curl = curl_easy_init();
  char *escaped = curl_easy_escape(curl, url, 0);
  curl_easy_setopt(curl, CURLOPT_URL, escaped);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}

//===--- Readiness in a helper --------------------------------------------===//

bool waitReadable(int fd) {
  pollfd ready = {fd, POLLIN, 0};
  return poll(&ready, 1, 5000) > 0;
}
long readWhenReady(char *buffer) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  if (!waitReadable(fd))
    return -1;
  return recv(fd, buffer, 64, 0);
}
long readAtOnce(char *buffer) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  return recv(fd, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
}

//===--- Handles in containers --------------------------------------------===//

void many() {
  std::vector<CURL *> all;
  all.push_back(curl_easy_init());
  curl_easy_perform(all[0]);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'all[0]' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_perform(all.back());
}
void manyInTime() {
  std::vector<CURL *> all;
  all.push_back(curl_easy_init());
  for (CURL *each : all)
    curl_easy_setopt(each, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(all[0]);
}
void manyHandedOn() {
  std::vector<CURL *> all;
  all.push_back(curl_easy_init());
  adjust(all[0]);
  curl_easy_perform(all[0]);
}
