// leash-missing-timeout in code that runs in a thread of its own: a note shows
// where that starts, for it is the thread that is stuck.
//
// RUN: %check %s leash-missing-timeout -std=c++17-or-later -mocks
#include <atomic>
#include <curl/curl.h>
#include <functional>
#include <future>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <vector>

void use(const char *, long);

//===--- The body is there ------------------------------------------------===//

void inALambda(std::string event) {
  std::thread([event] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event.c_str());
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: runs in the thread started here
    curl_easy_cleanup(curl);
  }).detach();
}
void inAVariable(std::string event) {
  std::thread poster([event] {
    CURL *curl = curl_easy_init();
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-4]]:15: note: runs in the thread started here
    curl_easy_cleanup(curl);
  });
  poster.join();
}
void inALambdaInTime(std::string event) {
  std::thread([event] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event.c_str());
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }).detach();
}
void post() {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE+4]]:15: note: runs in the thread started here
  curl_easy_cleanup(curl);
}
void starts() {
  std::thread poster(post);
  poster.join();
}
void postDeep() {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE+4]]:15: note: runs in the thread started here
  curl_easy_cleanup(curl);
}
void startsDeep() {
  std::thread poster([] { postDeep(); });
  poster.join();
}
// Of several, the first.
void postOften() {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE+5]]:3: note: runs in the thread started here
  curl_easy_cleanup(curl);
}
void startsOften() {
  std::vector<std::thread> posters;
  posters.emplace_back(postOften);
  posters.emplace_back(postOften);
  for (auto &each : posters)
    each.join();
}
void asynchronous() {
  auto result = std::async(std::launch::async, [] {
    CURL *curl = curl_easy_init();
    CURLcode code = curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-4]]:17: note: runs in the thread started here
    curl_easy_cleanup(curl);
    return code;
  });
  result.get();
}
void *postInC(void *) {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE+6]]:7: note: runs in the thread started here
  curl_easy_cleanup(curl);
  return nullptr;
}
void startsInC() {
  pthread_t poster;
  if (pthread_create(&poster, nullptr, postInC, nullptr) == 0)
    pthread_join(poster, nullptr);
}
class Consumer {
public:
  explicit Consumer(RdKafka::KafkaConsumer &kafka) : Kafka(kafka) {
    Worker = std::thread(&Consumer::run, this);
  }
  ~Consumer() {
    Stop = true;
    Worker.join();
  }

private:
  void run() {
    while (!Stop) {
      std::unique_ptr<RdKafka::Message> message(Kafka.consume(-1));
      // CHECK-MESSAGES: :[[@LINE-1]]:55: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
      // CHECK-MESSAGES: :[[@LINE-12]]:14: note: runs in the thread started here
      use(static_cast<const char *>(message->payload()), 1);
    }
  }
  RdKafka::KafkaConsumer &Kafka;
  std::atomic<bool> Stop{false};
  std::thread Worker;
};
// The path first, then the thread.
void onOnePath(bool quick) {
  std::thread([quick] {
    CURL *curl = curl_easy_init();
    if (quick)
      curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit on this path; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-4]]:9: note: this condition is false
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: runs in the thread started here
    curl_easy_cleanup(curl);
  }).join();
}
// The setter first, then the thread.
void connectingOnly() {
  std::thread([] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 3L);
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has a time limit, but CURLOPT_CONNECTTIMEOUT only limits connecting [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-3]]:5: note: the limit is set here
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: runs in the thread started here
    curl_easy_cleanup(curl);
  }).join();
}
void connects(sockaddr_in to) {
  std::thread([to] {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    connect(fd, reinterpret_cast<const sockaddr *>(&to), sizeof to);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'connect' has no time limit: the kernel gives up only after about two minutes; SO_SNDTIMEO or a non-blocking socket and 'poll' limit it [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: runs in the thread started here
    char buffer[64];
    recv(fd, buffer, sizeof buffer, 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'recv' can wait for ever for the peer: 'fd' has no time limit; SO_RCVTIMEO or a 'poll' with a limit bounds it [leash-missing-timeout]
    // CHECK-MESSAGES: :[[@LINE-8]]:3: note: runs in the thread started here
  }).join();
}

//===--- The body is not there, or is no task -----------------------------===//

void postDirectly() {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void onTheWay() { postDirectly(); }
void onEvent(std::function<void()>);
void handedOn() {
  onEvent([] {
    CURL *curl = curl_easy_init();
    curl_easy_perform(curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
    curl_easy_cleanup(curl);
  });
}

//===--- What the task got from outside -----------------------------------===//

void captured() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  std::thread poster([curl] { curl_easy_perform(curl); });
  poster.join();
  curl_easy_cleanup(curl);
}
void argument() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  std::thread poster([](CURL *it) { curl_easy_perform(it); }, curl);
  poster.join();
  curl_easy_cleanup(curl);
}
void somebodys(CURL *curl) {
  std::thread poster([curl] { curl_easy_perform(curl); });
  poster.join();
}
