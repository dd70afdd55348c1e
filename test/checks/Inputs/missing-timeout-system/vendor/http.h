// A library's header: included by missing-timeout-headers.cpp.

#ifndef VENDOR_HTTP_H
#define VENDOR_HTTP_H

#include <curl/curl.h>

namespace vendor {

inline void get(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

class Client {
public:
  Client() : Curl(curl_easy_init()) {}
  ~Client() { curl_easy_cleanup(Curl); }
  void get() { curl_easy_perform(Curl); }
  CURL *handle() { return Curl; }

private:
  CURL *Curl;
};

inline CURL *make() { return curl_easy_init(); }

} // namespace vendor

#define VENDOR_PERFORM(Curl) curl_easy_perform(Curl)

#endif // VENDOR_HTTP_H
