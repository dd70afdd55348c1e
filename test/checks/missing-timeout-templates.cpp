// leash-missing-timeout in templates: reported once, however often they are
// instantiated; what depends on a parameter is not known.
//
// RUN: %check %s leash-missing-timeout -std=c++14-or-later -mocks
#include <boost/asio.hpp>
#include <curl/curl.h>
#include <librdkafka/rdkafkacpp.h>
#include <memory>

//===--- Function templates -----------------------------------------------===//

// Instantiated twice, reported once.
template <typename T> void post(const T &event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
void posts() {
  post("event");
  post(nullptr);
}
template <typename T> void postInTime(const T &event) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, event);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void postsInTime() {
  postInTime("event");
  postInTime(nullptr);
}
// Nothing instantiates it here, and nothing in the call depends on T.
template <typename T> void neverInstantiated(const T &) {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
}
template <typename T> void neverInstantiatedInTime(const T &) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// A limit that depends on a parameter: one instantiation has none.
template <long Limit> void limitedBy() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, Limit);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: the time limit of 'curl' is 0, which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-3]]:3: note: it is set here
  curl_easy_cleanup(curl);
}
void limits() {
  limitedBy<10>();
  limitedBy<0>();
}
template <long Limit> void limitedByMore() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, Limit);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void limitsMore() {
  limitedByMore<10>();
  limitedByMore<20>();
}
template <long Limit> void limitedByUnknown() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, Limit);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

//===--- What depends on a parameter --------------------------------------===//

template <typename Socket> void reads(Socket &socket) {
  char buffer[64];
  boost::asio::read(socket, boost::asio::buffer(buffer));
}
void readsSomebodys(boost::asio::ip::tcp::socket &socket) { reads(socket); }
template <typename Consumer> void takes(Consumer &consumer) {
  delete consumer.consume(-1);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
}
void takesFromKafka(RdKafka::KafkaConsumer &consumer) { takes(consumer); }
// Whose consume() that is nobody knows.
template <typename Consumer> void takesFromAnything(Consumer &consumer) {
  delete consumer.consume(-1);
}
struct OtherConsumer {
  int *consume(int);
};
void takesFromAnother(OtherConsumer &consumer) { takesFromAnything(consumer); }

//===--- Class templates --------------------------------------------------===//

template <typename T> class Poster {
public:
  Poster() : Curl(curl_easy_init()) {}
  ~Poster() { curl_easy_cleanup(Curl); }
  void post(const T &) {
    curl_easy_perform(Curl);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'curl_easy_perform' can wait for ever for the transfer: 'Curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  }

private:
  CURL *Curl;
};
void posters() {
  Poster<int>().post(1);
  Poster<long>().post(1);
}
template <typename T> class LimitedPoster {
public:
  LimitedPoster() : Curl(curl_easy_init()) {
    curl_easy_setopt(Curl, CURLOPT_TIMEOUT, 10L);
  }
  ~LimitedPoster() { curl_easy_cleanup(Curl); }
  void post(const T &) { curl_easy_perform(Curl); }

private:
  CURL *Curl;
};
void limitedPosters() {
  LimitedPoster<int>().post(1);
  LimitedPoster<long>().post(1);
}
template <typename Derived> class Configured {
protected:
  explicit Configured(CURL *curl) {
    static_cast<Derived *>(this)->configure(curl);
  }
};
class Configures : public Configured<Configures> {
public:
  Configures() : Configured(curl_easy_init()) {}
  void configure(CURL *curl) {
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    curl_easy_perform(curl);
  }
};
auto Generic = [](auto url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'curl_easy_perform' can wait for ever for the transfer: 'curl' has no time limit; CURLOPT_TIMEOUT_MS limits it, or CURLOPT_LOW_SPEED_TIME together with CURLOPT_LOW_SPEED_LIMIT [leash-missing-timeout]
  curl_easy_cleanup(curl);
};
void generics() {
  Generic("a");
  Generic(nullptr);
}
