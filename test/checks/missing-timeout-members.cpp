// leash-missing-timeout: handles that are members. A limit that any method sets
// counts, whether it is called or not.
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -mocks
#include <boost/asio.hpp>
#include <curl/curl.h>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

void adjust(CURL *);
CURL *somebodys();

//===--- Nobody sets a limit ----------------------------------------------===//

class NoLimit {
public:
  NoLimit() : Curl(curl_easy_init()) {}
  ~NoLimit() { curl_easy_cleanup(Curl); }
  void get(const char *url) {
    curl_easy_setopt(Curl, CURLOPT_URL, url);
    curl_easy_perform(Curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  }

private:
  CURL *Curl;
};
class NoLimitInClass {
public:
  ~NoLimitInClass() { curl_easy_cleanup(Curl); }
  void get(const char *url) {
    curl_easy_setopt(Curl, CURLOPT_URL, url);
    curl_easy_perform(this->Curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  }

private:
  CURL *Curl = curl_easy_init();
};
class NoLimitAssigned {
public:
  NoLimitAssigned() { Curl = curl_easy_init(); }
  ~NoLimitAssigned() { curl_easy_cleanup(Curl); }
  CURLcode get(const char *url);

private:
  CURL *Curl;
};
CURLcode NoLimitAssigned::get(const char *url) {
  curl_easy_setopt(Curl, CURLOPT_URL, url);
  return curl_easy_perform(Curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}
class ConnectingOnly {
public:
  ConnectingOnly() : Curl(curl_easy_init()) {
    curl_easy_setopt(Curl, CURLOPT_CONNECTTIMEOUT, 3L);
  }
  ~ConnectingOnly() { curl_easy_cleanup(Curl); }
  void get() {
    curl_easy_perform(Curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-6]]:5: note: the limit is set here
  }

private:
  CURL *Curl;
};
// Once a function.
class TwoMethods {
public:
  TwoMethods() : Curl(curl_easy_init()) {}
  ~TwoMethods() { curl_easy_cleanup(Curl); }
  void first() {
    curl_easy_perform(Curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    curl_easy_perform(Curl);
  }
  void second() {
    curl_easy_perform(Curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  }

private:
  CURL *Curl;
};
class Owned {
  struct Cleanup {
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
  };

public:
  Owned() : Curl(curl_easy_init()) {}
  void get() {
    curl_easy_perform(Curl.get());
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  }

private:
  std::unique_ptr<CURL, Cleanup> Curl;
};
class Client {
public:
  ~Client() { close(Fd); }
  bool open() {
    Fd = socket(AF_UNIX, SOCK_STREAM, 0);
    return Fd >= 0;
  }
  long get(char *buffer) {
    return recv(Fd, buffer, 64, 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'recv' can wait for ever for the peer: 'Fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
  }

private:
  int Fd = -1;
};
class AsioClient {
public:
  explicit AsioClient(boost::asio::io_context &io) : Socket(io) {}
  void get() {
    char buffer[64];
    boost::asio::read(Socket, boost::asio::buffer(buffer));
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'read' can wait for ever for data: 'Socket' has no time limit; Asio has none for synchronous calls: start the asynchronous one and drive it with io_context::run_for() [leash-missing-timeout]
  }

private:
  boost::asio::ip::tcp::socket Socket;
};

//===--- Somebody does ----------------------------------------------------===//

class InConstructor {
public:
  InConstructor() : Curl(curl_easy_init()) {
    curl_easy_setopt(Curl, CURLOPT_TIMEOUT, 10L);
  }
  ~InConstructor() { curl_easy_cleanup(Curl); }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class InAnotherMethod {
public:
  InAnotherMethod() : Curl(curl_easy_init()) {}
  ~InAnotherMethod() { curl_easy_cleanup(Curl); }
  void setLimit(long seconds) {
    curl_easy_setopt(Curl, CURLOPT_TIMEOUT, seconds);
  }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class InTheSameMethod {
public:
  InTheSameMethod() : Curl(curl_easy_init()) {}
  ~InTheSameMethod() { curl_easy_cleanup(Curl); }
  void get() {
    curl_easy_setopt(Curl, CURLOPT_TIMEOUT, 10L);
    curl_easy_perform(Curl);
  }

private:
  CURL *Curl;
};
class InAHelper {
public:
  InAHelper() : Curl(curl_easy_init()) { setUp(Curl); }
  ~InAHelper() { curl_easy_cleanup(Curl); }
  void get() { curl_easy_perform(Curl); }

private:
  static void setUp(CURL *curl) {
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  }
  CURL *Curl;
};
class HalfInEachMethod {
public:
  HalfInEachMethod() : Curl(curl_easy_init()) {
    curl_easy_setopt(Curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  }
  ~HalfInEachMethod() { curl_easy_cleanup(Curl); }
  void setPatience(long seconds) {
    curl_easy_setopt(Curl, CURLOPT_LOW_SPEED_TIME, seconds);
  }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
CURL *makeLimited() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  return curl;
}
class InTheInitialiser {
public:
  ~InTheInitialiser() { curl_easy_cleanup(Curl); }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl = makeLimited();
};
class LimitedClient {
public:
  bool open() {
    Fd = socket(AF_UNIX, SOCK_STREAM, 0);
    timeval limit = {5, 0};
    return setsockopt(Fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) == 0;
  }
  long get(char *buffer) { return recv(Fd, buffer, 64, 0); }

private:
  int Fd = -1;
};

//===--- Base classes -----------------------------------------------------===//

class Base {
protected:
  Base() : Curl(curl_easy_init()) {}
  ~Base() { curl_easy_cleanup(Curl); }
  void limit() { curl_easy_setopt(Curl, CURLOPT_TIMEOUT, 10L); }
  CURL *Curl;
};
class LimitedByBase : Base {
public:
  LimitedByBase() { limit(); }
  void get() { curl_easy_perform(Curl); }
};
class PlainBase {
protected:
  PlainBase() : Curl(curl_easy_init()) {}
  ~PlainBase() { curl_easy_cleanup(Curl); }
  CURL *Curl;
};
class LimitedByDerived : PlainBase {
public:
  LimitedByDerived() { curl_easy_setopt(Curl, CURLOPT_TIMEOUT, 10L); }
  void get() { curl_easy_perform(Curl); }
};

//===--- Nobody knows -----------------------------------------------------===//

class HiddenMethod {
public:
  HiddenMethod() : Curl(curl_easy_init()) {}
  ~HiddenMethod() { curl_easy_cleanup(Curl); }
  void configure();
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class HiddenConstructor {
public:
  HiddenConstructor();
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class GivenHandle {
public:
  explicit GivenHandle(CURL *curl) : Curl(curl) {}
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class MaybeGivenHandle {
public:
  MaybeGivenHandle() : Curl(curl_easy_init()) {}
  void use(CURL *curl) { Curl = curl; }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class FromElsewhere {
public:
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl = somebodys();
};
class HandsItOut {
public:
  HandsItOut() : Curl(curl_easy_init()) {}
  ~HandsItOut() { curl_easy_cleanup(Curl); }
  CURL *handle() { return Curl; }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class Adjusted {
public:
  Adjusted() : Curl(curl_easy_init()) { adjust(Curl); }
  ~Adjusted() { curl_easy_cleanup(Curl); }
  void get() { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
class Friendly {
public:
  Friendly() : Curl(curl_easy_init()) {}
  ~Friendly() { curl_easy_cleanup(Curl); }
  void get() { curl_easy_perform(Curl); }
  friend void configureFriend(Friendly &);

private:
  CURL *Curl;
};
// Anybody can get at it.
struct Open {
  CURL *Curl = curl_easy_init();
  void get() { curl_easy_perform(Curl); }
};
void limitOpen(Open &open) {
  curl_easy_setopt(open.Curl, CURLOPT_TIMEOUT, 10L);
}
class OfAnotherObject {
public:
  void get(Open &open) { curl_easy_perform(open.Curl); }
};
