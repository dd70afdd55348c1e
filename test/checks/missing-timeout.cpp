// leash-missing-timeout: the sentences of docs/checks/missing-timeout.md.
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -mocks -hosts=tidy,leash-tidy
#include <curl/curl.h>
#include <functional>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <unistd.h>

bool quick();
bool running();
void serve(int);
void configure(CURL *);
CURL *fromPool();

//===--- Flagged: nothing limits the call ---------------------------------===//

void post(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}

void postOnSomePaths(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: this condition is false
  curl_easy_cleanup(curl);
}

//===--- Flagged: the limit says "for ever" -------------------------------===//

void waits(int fd) {
  pollfd ready = {fd, POLLIN, 0};
  poll(&ready, 1, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}

void zeroIsNoLimit(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 0L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  curl_easy_cleanup(curl);
}

//===--- Flagged: a limit that limits nothing -----------------------------===//

void connectionPhaseOnly(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 3L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
  curl_easy_cleanup(curl);
}

void refused(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, -1L);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is -1, which is refused [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  curl_easy_cleanup(curl);
}

void takenBack(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is taken back [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the limit is set here
  // CHECK-MESSAGES: :[[@LINE-5]]:3: note: it is taken back here
  curl_easy_cleanup(curl);
}

//===--- Flagged: connections ---------------------------------------------===//

int dial(const sockaddr_in &to) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, reinterpret_cast<const sockaddr *>(&to), sizeof to);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
  return fd;
}

//===--- Flagged: in a thread ---------------------------------------------===//

void postInBackground(const char *event) {
  std::thread poster([event] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-5]]:15: note: runs in the thread started here
    curl_easy_cleanup(curl);
  });
  poster.join();
}

//===--- Not flagged: something limits the call ---------------------------===//

void postInTime(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void postOnAllPaths(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  if (quick())
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
  else
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void limit(CURL *curl) { curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L); }
void limitedByHelper(const char *event) {
  CURL *curl = curl_easy_init();
  limit(curl);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

class Poster {
public:
  Poster() : Curl(curl_easy_init()) {
    curl_easy_setopt(Curl, CURLOPT_TIMEOUT, 10L);
  }
  ~Poster() { curl_easy_cleanup(Curl); }
  void post(const char *event) {
    curl_easy_setopt(Curl, CURLOPT_POSTFIELDS, event);
    curl_easy_perform(Curl);
  }

private:
  CURL *Curl;
};

void slowPeersAreGivenUp(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 30L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

long readWhenReady(char *buffer) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, 5000) <= 0)
    return -1;
  return recv(fd, buffer, 64, 0);
}

long readWithoutWaiting(char *buffer) {
  int fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
  return recv(fd, buffer, 64, 0);
}

//===--- Not flagged: what cannot be seen ---------------------------------===//

void somebodysHandle(CURL *curl) { curl_easy_perform(curl); }
void fromElsewhere(const char *event) {
  CURL *curl = fromPool();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_perform(curl);
}
void configuredElsewhere() {
  CURL *curl = curl_easy_init();
  configure(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void limitFromElsewhere(long limit) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, limit);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

//===--- Not flagged: servers ---------------------------------------------===//

void acceptAll(const sockaddr_in &at) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, reinterpret_cast<const sockaddr *>(&at), sizeof at);
  listen(listener, 8);
  while (running())
    serve(accept(listener, nullptr, nullptr));
  close(listener);
}
void dispatch(pollfd *fds, nfds_t count) {
  while (running()) {
    poll(fds, count, -1);
    for (nfds_t i = 0; i < count; ++i)
      serve(fds[i].fd);
  }
}

//===--- Meant ------------------------------------------------------------===//

void meant(const char *event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_perform(curl); // NOLINT(leash-missing-timeout): the peer is ours
  curl_easy_cleanup(curl);
}
