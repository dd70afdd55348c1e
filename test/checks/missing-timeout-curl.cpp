// leash-missing-timeout: libcurl, in C++.
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -mocks
#include <curl/curl.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

bool quick();
void adjust(CURL *);

//===--- unique_ptr -------------------------------------------------------===//

struct Cleanup {
  void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};
using Handle = std::unique_ptr<CURL, Cleanup>;
using PlainHandle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

void owned(const std::string &url) {
  Handle curl(curl_easy_init());
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_perform(curl.get());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}
void ownedByFunction(const std::string &url) {
  PlainHandle curl(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_perform(curl.get());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}
void ownedWithBraces(const std::string &url) {
  Handle curl{curl_easy_init()};
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 3L);
  curl_easy_perform(curl.get());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
}
void ownedInTime(const std::string &url) {
  Handle curl(curl_easy_init());
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl.get());
}
void ownedByFunctionInTime(const std::string &url) {
  PlainHandle curl(curl_easy_init(), &curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, 10000L);
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  if (curl)
    curl_easy_perform(curl.get());
}
void ownedAfterwards(const std::string &url) {
  CURL *curl = curl_easy_init();
  PlainHandle owner(curl, curl_easy_cleanup);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(owner.get(), CURLOPT_URL, url.c_str());
  curl_easy_perform(owner.get());
}
void ownedAndSetThroughBoth(const std::string &url) {
  PlainHandle owner(curl_easy_init(), curl_easy_cleanup);
  CURL *curl = owner.get();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(owner.get(), CURLOPT_URL, url.c_str());
  curl_easy_perform(owner.get());
}
void ownedByParameter(Handle curl) { curl_easy_perform(curl.get()); }
void movedHere(Handle other) {
  Handle curl = std::move(other);
  curl_easy_perform(curl.get());
}
void movedInTime() {
  Handle first(curl_easy_init());
  curl_easy_setopt(first.get(), CURLOPT_TIMEOUT, 10L);
  Handle second = std::move(first);
  curl_easy_perform(second.get());
}
void ownedAndAdjusted() {
  Handle curl(curl_easy_init());
  adjust(curl.get());
  curl_easy_perform(curl.get());
}
void sharedInTime() {
  std::shared_ptr<CURL> curl(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl.get());
}

//===--- Aliases and references -------------------------------------------===//

void alias(const char *url) {
  CURL *curl = curl_easy_init();
  CURL *same = curl;
  curl_easy_setopt(same, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(same, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void aliasWithoutLimit(const char *url) {
  CURL *curl = curl_easy_init();
  CURL *same = curl;
  curl_easy_setopt(same, CURLOPT_URL, url);
  curl_easy_perform(same);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'same' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void reference(const char *url) {
  CURL *curl = curl_easy_init();
  CURL *&same = curl;
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(same, CURLOPT_URL, url);
  curl_easy_perform(same);
  curl_easy_cleanup(curl);
}
void withAuto(const char *url) {
  auto curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void inAnIf(const char *url) {
  if (CURL *curl = curl_easy_init()) {
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    curl_easy_cleanup(curl);
  }
}
void inAnIfInTime(const char *url) {
  if (CURL *curl = curl_easy_init()) {
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}
// Handles of which several names are about are not judged when one leaves.
std::vector<CURL *> Idle;
void kept() {
  CURL *curl = curl_easy_init();
  Idle.push_back(curl);
  curl_easy_perform(curl);
}
void fromAContainer() {
  CURL *curl = Idle.back();
  curl_easy_perform(curl);
  curl_easy_perform(Idle[0]);
  for (CURL *each : Idle)
    curl_easy_perform(each);
}
CURL *Shared = curl_easy_init();
void global() { curl_easy_perform(Shared); }

//===--- Lambdas as callbacks ---------------------------------------------===//

void callback(const char *url) {
  Handle curl(curl_easy_init());
  auto abort = [](void *, curl_off_t, curl_off_t, curl_off_t,
                  curl_off_t) -> int { return quick(); };
  int (*function)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t) =
      abort;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, function);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_perform(curl.get());
}
void noCallback(const char *url) {
  Handle curl(curl_easy_init());
  curl_easy_setopt(curl.get(), CURLOPT_URL, url);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, nullptr);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_perform(curl.get());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}

//===--- Tables of options ------------------------------------------------===//

void table(const std::vector<std::pair<CURLoption, long>> &options) {
  Handle curl(curl_easy_init());
  for (const auto &each : options)
    curl_easy_setopt(curl.get(), each.first, each.second);
  curl_easy_perform(curl.get());
}
void tableAndMore(const std::vector<std::pair<CURLoption, long>> &options,
                  const char *url) {
  Handle curl(curl_easy_init());
  for (unsigned i = 0; i < options.size(); ++i)
    curl_easy_setopt(curl.get(), options[i].first, options[i].second);
  curl_easy_setopt(curl.get(), CURLOPT_URL, url);
  curl_easy_perform(curl.get());
}
