// Included by missing-timeout-headers.cpp.

#ifndef MISSING_TIMEOUT_H
#define MISSING_TIMEOUT_H

#include <curl/curl.h>

inline void headerGet(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
inline void headerGetInTime(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
inline void headerLimit(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
}

// Another file may define the constructor, and set a limit there.
class HeaderClient {
public:
  HeaderClient();
  ~HeaderClient() { curl_easy_cleanup(Curl); }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};

#endif // MISSING_TIMEOUT_H
