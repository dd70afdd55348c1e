// leash-missing-timeout: what it is known to miss. A report here is progress,
// and wants this file and the page changed.
//
// RUN: %check %s leash-missing-timeout -std=c++17-or-later -mocks
#include <boost/asio.hpp>
#include <curl/curl.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

bool quick();
void adjust(CURL *);

// Whoever gets the handle may have set a limit, and has not.
void trusted() {
  CURL *curl = curl_easy_init();
  adjust(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// A value that is not constant may be no limit.
void fromOutside(long limit) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, limit);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// A helper that sets a limit on some paths counts as setting it.
void limitSometimes(CURL *curl) {
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
}
void helpedSometimes() {
  CURL *curl = curl_easy_init();
  limitSometimes(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// A method that sets a limit and that nobody calls.
class NeverCalled {
public:
  NeverCalled() : Curl(curl_easy_init()) {}
  ~NeverCalled() { curl_easy_cleanup(Curl); }
  void setLimit() { curl_easy_setopt(Curl, CURLOPT_TIMEOUT, 10L); }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
// Handles in structures that are passed around.
struct Request {
  CURL *Curl;
  const char *Url;
};
void send(Request &request) { curl_easy_perform(request.Curl); }
void sendOne() {
  Request request{curl_easy_init(), "a"};
  send(request);
}
// The read after the next: poll() spoke of the first only.
long readsTwice(char *buffer) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, 5000) <= 0)
    return -1;
  recv(fd, buffer, 64, 0);
  return recv(fd, buffer, 64, 0);
}
// Made non-blocking, connected, and made blocking again.
void blockingAgain(const sockaddr *to, socklen_t size, char *buffer) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  int flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  connect(fd, to, size);
  fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
  recv(fd, buffer, 64, 0);
  close(fd);
}
// Through a pointer to the function.
void throughPointer() {
  CURLcode (*perform)(CURL *) = curl_easy_perform;
  CURL *curl = curl_easy_init();
  perform(curl);
  curl_easy_cleanup(curl);
}
// Many handles that are waited for in a loop of our own.
void multi(const std::vector<CURL *> &handles) {
  CURLM *multi = curl_multi_init();
  for (CURL *each : handles)
    curl_multi_add_handle(multi, each);
  int running = 1;
  while (running)
    curl_multi_perform(multi, &running);
  curl_multi_cleanup(multi);
}
// A peer that sends a byte now and then is in time for a limit between bytes.
void slowly(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 3600L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
