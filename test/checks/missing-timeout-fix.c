// The fix-its of leash-missing-timeout, in C.
//
// RUN: %check %s leash-missing-timeout -std=c99-or-later -mocks -fix
#define _GNU_SOURCE
#include <curl/curl.h>
#include <hiredis/hiredis.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

void get(const char *url) {
  CURL *a = curl_easy_init();
  curl_easy_setopt(a, CURLOPT_URL, url);
  curl_easy_perform(a);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'a' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(a);
}
// CHECK-FIXES: {{^  }}curl_easy_setopt(a, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-NEXT: {{^  }}curl_easy_perform(a);
void ping(void) {
  redisContext *b = redisConnectUnix("/run/cache");
  redisCommand(b, "PING");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisCommand' can wait for ever for the server: 'b' has no time limit; redisSetTimeout limits it [leash-missing-timeout]
  redisFree(b);
}
// CHECK-FIXES: {{^  }}redisSetTimeout(b, (struct timeval){5, 0});
// CHECK-FIXES-NEXT: {{^  }}redisCommand(b, "PING");
long receive(char *buffer) {
  int c = socket(AF_INET, SOCK_DGRAM, 0);
  long count = recv(c, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'recv' can wait for ever for the peer: 'c' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  close(c);
  return count;
}
// CHECK-FIXES: {{^  }}{ struct timeval Limit = {5, 0}; setsockopt(c, SOL_SOCKET, SO_RCVTIMEO, &Limit, sizeof(Limit)); }
// CHECK-FIXES-NEXT: {{^  }}long count = recv(c, buffer, 64, 0);
