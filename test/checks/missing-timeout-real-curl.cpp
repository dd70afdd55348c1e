// leash-missing-timeout with the real header of libcurl and the real standard
// library: also the fix-its.
//
// REQUIRES: curl-headers
// RUN: %check %s leash-missing-timeout -std=c++17,c++23 -fix
#include <curl/curl.h>
#include <memory>
#include <string>
#include <thread>

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

void get(const std::string &url) {
  Handle a(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(a.get(), CURLOPT_URL, url.c_str());
  curl_easy_perform(a.get());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'a' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}
// CHECK-FIXES: {{^  }}curl_easy_setopt(a.get(), CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-NEXT: {{^  }}curl_easy_perform(a.get());
void post(const std::string &event) {
  std::thread([event] {
    CURL *b = curl_easy_init();
    curl_easy_setopt(b, CURLOPT_POSTFIELDS, event.c_str());
    curl_easy_perform(b);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'b' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: runs in the thread started here
    curl_easy_cleanup(b);
  }).join();
}
// CHECK-FIXES: {{^    }}curl_easy_setopt(b, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-NEXT: {{^    }}curl_easy_perform(b);
void getInTime(const std::string &url) {
  Handle c(curl_easy_init(), curl_easy_cleanup);
  curl_easy_setopt(c.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(c.get(), CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(c.get());
}
void ofSomebody(CURL *d) { curl_easy_perform(d); }
