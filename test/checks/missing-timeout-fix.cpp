// The fix-its of leash-missing-timeout: one statement before the call, with a
// limit from the option DefaultTimeoutMs.
//
// RUN: %check %s leash-missing-timeout -std=c++11-or-later -mocks -fix -check-suffix=,LONG
// RUN: %check %s leash-missing-timeout -std=c++17 -mocks -fix -check-suffix=,SHORT -- "--config={CheckOptions: [{key: leash-missing-timeout.DefaultTimeoutMs, value: 1500}]}"
#include <curl/curl.h>
#include <echo.grpc.pb.h>
#include <hiredis/hiredis.h>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <zmq.h>

void use(CURLcode);

//===--- libcurl ----------------------------------------------------------===//

void plain() {
  CURL *a = curl_easy_init();
  curl_easy_perform(a);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'a' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(a);
}
// CHECK-FIXES-LONG: curl_easy_setopt(a, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}curl_easy_perform(a);
// CHECK-FIXES-SHORT: curl_easy_setopt(a, CURLOPT_TIMEOUT_MS, 1500L);
// CHECK-FIXES-SHORT-NEXT: {{^  }}curl_easy_perform(a);
CURLcode inAReturn() {
  CURL *b = curl_easy_init();
  return curl_easy_perform(b);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'curl_easy_perform' can wait for ever for the transfer: 'b' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(b, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}return curl_easy_perform(b);
void inADeclaration() {
  CURL *c = curl_easy_init();
  CURLcode code = curl_easy_perform(c);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'curl_easy_perform' can wait for ever for the transfer: 'c' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  use(code);
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}CURLcode code = curl_easy_perform(c);
void inACondition() {
  CURL *d = curl_easy_init();
  if (curl_easy_perform(d) != CURLE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'curl_easy_perform' can wait for ever for the transfer: 'd' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    use(CURLE_OPERATION_TIMEDOUT);
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(d, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}if (curl_easy_perform(d) != CURLE_OK)
void inALoop() {
  CURL *e = curl_easy_init();
  while (curl_easy_perform(e) != CURLE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'curl_easy_perform' can wait for ever for the transfer: 'e' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    use(CURLE_OPERATION_TIMEDOUT);
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(e, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}while (curl_easy_perform(e) != CURLE_OK)
void asAnArgument() {
  CURL *f = curl_easy_init();
  use(curl_easy_perform(f));
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'curl_easy_perform' can wait for ever for the transfer: 'f' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(f, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}use(curl_easy_perform(f));
struct Cleanup {
  void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};
void owned() {
  std::unique_ptr<CURL, Cleanup> g(curl_easy_init());
  curl_easy_perform(g.get());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'g' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(g.get(), CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}curl_easy_perform(g.get());
class Member {
public:
  Member() : H(curl_easy_init()) {}
  ~Member() { curl_easy_cleanup(H); }
  void get() {
    curl_easy_perform(H);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'H' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  }

private:
  CURL *H;
};
// CHECK-FIXES-LONG: {{^    }}curl_easy_setopt(H, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^    }}curl_easy_perform(H);

// The limit that is there limits nothing.
void connectingOnly() {
  CURL *i = curl_easy_init();
  curl_easy_setopt(i, CURLOPT_CONNECTTIMEOUT, 3L);
  curl_easy_perform(i);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'i' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the limit is set here
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(i, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}curl_easy_perform(i);
void zero() {
  CURL *j = curl_easy_init();
  curl_easy_setopt(j, CURLOPT_TIMEOUT, 0L);
  curl_easy_perform(j);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'j' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(j, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}curl_easy_perform(j);
void takenBack() {
  CURL *k = curl_easy_init();
  curl_easy_setopt(k, CURLOPT_TIMEOUT, 10L);
  curl_easy_reset(k);
  curl_easy_perform(k);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'k' is taken back [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the limit is set here
  // CHECK-MESSAGES: :[[@LINE-4]]:3: note: it is taken back here
}
// CHECK-FIXES-LONG: {{^  }}curl_easy_setopt(k, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^  }}curl_easy_perform(k);
void inAThread() {
  std::thread([] {
    CURL *l = curl_easy_init();
    curl_easy_perform(l);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'l' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: runs in the thread started here
  }).join();
}
// CHECK-FIXES-LONG: {{^    }}curl_easy_setopt(l, CURLOPT_TIMEOUT_MS, 5000L);
// CHECK-FIXES-LONG-NEXT: {{^    }}curl_easy_perform(l);

//===--- hiredis, gRPC, sockets, ZeroMQ -----------------------------------===//

void redis() {
  redisContext *m = redisConnectUnix("/run/cache");
  redisCommand(m, "PING");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'redisCommand' can wait for ever for the server: 'm' has no time limit; redisSetTimeout limits it [leash-missing-timeout]
  redisFree(m);
}
// CHECK-FIXES-LONG: {{^  }}redisSetTimeout(m, timeval{5, 0});
// CHECK-FIXES-LONG-NEXT: {{^  }}redisCommand(m, "PING");
// CHECK-FIXES-SHORT: {{^  }}redisSetTimeout(m, timeval{1, 500000});
// CHECK-FIXES-SHORT-NEXT: {{^  }}redisCommand(m, "PING");
bool say(demo::Echo::Stub &stub) {
  grpc::ClientContext n;
  demo::Reply reply;
  return stub.Say(&n, demo::Request(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Say' can wait for ever for the server: 'n' has no time limit; set_deadline() limits it [leash-missing-timeout]
}
// CHECK-FIXES-LONG: {{^  }}n.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(5000));
// CHECK-FIXES-LONG-NEXT: {{^  }}return stub.Say(&n, demo::Request(), &reply).ok();
// CHECK-FIXES-SHORT: {{^  }}n.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(1500));
bool sayOwned(demo::Echo::Stub &stub) {
  std::unique_ptr<grpc::ClientContext> o(new grpc::ClientContext);
  demo::Reply reply;
  return stub.Say(o.get(), demo::Request(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Say' can wait for ever for the server: 'o' has no time limit; set_deadline() limits it [leash-missing-timeout]
}
// CHECK-FIXES-LONG: {{^  }}o->set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(5000));
// CHECK-FIXES-LONG-NEXT: {{^  }}return stub.Say(o.get(), demo::Request(), &reply).ok();
long receive(char *buffer) {
  int p = socket(AF_INET, SOCK_DGRAM, 0);
  return recv(p, buffer, 64, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'recv' can wait for ever for the peer: 'p' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
}
// CHECK-FIXES-LONG: {{^  }}{ struct timeval Limit = {5, 0}; setsockopt(p, SOL_SOCKET, SO_RCVTIMEO, &Limit, sizeof(Limit)); }
// CHECK-FIXES-LONG-NEXT: {{^  }}return recv(p, buffer, 64, 0);
// CHECK-FIXES-SHORT: {{^  }}{ struct timeval Limit = {1, 500000}; setsockopt(p, SOL_SOCKET, SO_RCVTIMEO, &Limit, sizeof(Limit)); }
void dial(const sockaddr *to, socklen_t size) {
  int q = socket(AF_INET, SOCK_STREAM, 0);
  connect(q, to, size);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
}
// CHECK-FIXES-LONG: {{^  }}{ struct timeval Limit = {5, 0}; setsockopt(q, SOL_SOCKET, SO_SNDTIMEO, &Limit, sizeof(Limit)); }
// CHECK-FIXES-LONG-NEXT: {{^  }}connect(q, to, size);
void zmq() {
  void *r = zmq_socket(zmq_ctx_new(), ZMQ_REQ);
  char reply[64];
  zmq_recv(r, reply, sizeof reply, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'zmq_recv' can wait for ever for a message: 'r' has no time limit; ZMQ_RCVTIMEO limits it [leash-missing-timeout]
  zmq_close(r);
}
// CHECK-FIXES-LONG: {{^  }}{ int TimeLimit = 5000; zmq_setsockopt(r, ZMQ_RCVTIMEO, &TimeLimit, sizeof TimeLimit); }
// CHECK-FIXES-LONG-NEXT: {{^  }}zmq_recv(r, reply, sizeof reply, 0);
