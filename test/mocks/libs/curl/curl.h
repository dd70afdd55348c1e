//===--- curl/curl.h - a mock of the header -----------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_CURL
#define LEASH_MOCK_CURL

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// A pointer to it is a void pointer, as in C++ and in curl 8.
typedef void CURL;
typedef void CURLM;
typedef long curl_off_t;
struct curl_slist;

typedef enum {
  CURLE_OK = 0,
  CURLE_OPERATION_TIMEDOUT = 28,
  CURLE_BAD_FUNCTION_ARGUMENT = 43
} CURLcode;
typedef enum { CURLM_OK } CURLMcode;

typedef enum {
  CURLOPT_WRITEDATA = 10001,
  CURLOPT_URL = 10002,
  CURLOPT_WRITEFUNCTION = 20011,
  CURLOPT_TIMEOUT = 13,
  CURLOPT_POSTFIELDS = 10015,
  CURLOPT_LOW_SPEED_LIMIT = 19,
  CURLOPT_LOW_SPEED_TIME = 20,
  CURLOPT_HTTPHEADER = 10023,
  CURLOPT_NOPROGRESS = 43,
  CURLOPT_FOLLOWLOCATION = 52,
  CURLOPT_PROGRESSFUNCTION = 20056,
  CURLOPT_XFERINFODATA = 10057,
#define CURLOPT_PROGRESSDATA CURLOPT_XFERINFODATA
  CURLOPT_CONNECTTIMEOUT = 78,
  CURLOPT_NOSIGNAL = 99,
  CURLOPT_SERVER_RESPONSE_TIMEOUT = 112,
#define CURLOPT_FTP_RESPONSE_TIMEOUT CURLOPT_SERVER_RESPONSE_TIMEOUT
  CURLOPT_CONNECT_ONLY = 141,
  CURLOPT_TIMEOUT_MS = 155,
  CURLOPT_CONNECTTIMEOUT_MS = 156,
  CURLOPT_TCP_KEEPALIVE = 213,
  CURLOPT_XFERINFOFUNCTION = 20219
} CURLoption;

CURL *curl_easy_init(void);
CURLcode curl_easy_setopt(CURL *curl, CURLoption option, ...);
CURLcode curl_easy_perform(CURL *curl);
void curl_easy_cleanup(CURL *curl);
CURL *curl_easy_duphandle(CURL *curl);
void curl_easy_reset(CURL *curl);
const char *curl_easy_strerror(CURLcode);
char *curl_easy_escape(CURL *handle, const char *string, int length);

CURLM *curl_multi_init(void);
CURLMcode curl_multi_add_handle(CURLM *multi_handle, CURL *curl_handle);
CURLMcode curl_multi_perform(CURLM *multi_handle, int *running_handles);
CURLMcode curl_multi_cleanup(CURLM *multi_handle);

#ifdef LEASH_MOCK_CURL_TYPECHECK
// What a C compiler that calls itself GCC 4.3 or later gets to see.
void leash_mock_curl_easy_setopt_err(void);
#define curl_easy_setopt(handle, option, value)                                \
  __extension__({                                                              \
    CURLoption _curl_opt = (option);                                           \
    if (__builtin_constant_p(_curl_opt)) {                                     \
      if (0 < (_curl_opt) && (_curl_opt) < 10000 &&                            \
          sizeof(value) > sizeof(long))                                        \
        leash_mock_curl_easy_setopt_err();                                     \
    }                                                                          \
    curl_easy_setopt(handle, _curl_opt, value);                                \
  })
#else
#define curl_easy_setopt(handle, opt, param)                                   \
  curl_easy_setopt(handle, opt, param)
#endif

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_CURL
