// The stories that Leash starts from, 3. Message consumer: it reads for ever and
// starts a thread per message; after a rebalance the old ones go on.
//
// RUN: %check %s "leash-*" -std=c++17 -mocks
// RUN: %check %s "leash-*" -std=c++20-or-later -mocks -check-suffix=,CXX20
#include <atomic>
#include <condition_variable>
#include <deque>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

using Message = std::shared_ptr<RdKafka::Message>;
void process(const Message &);

//===--- Leaky ------------------------------------------------------------===//

void consumeForEver(RdKafka::KafkaConsumer &kafka) {
  while (true) {
    Message message(kafka.consume(-1));
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
    std::thread([message] { process(message); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-5]]:3: note: the loop is here
    // CHECK-MESSAGES: :[[@LINE-3]]:50: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  }
}
// The flag is not looked at while nothing arrives.
class Consumer {
public:
  explicit Consumer(RdKafka::KafkaConsumer &kafka) : Kafka(kafka) {
    Reader = std::thread([this] { read(); });
  }
  ~Consumer() {
    Stop = true;
    Reader.join();
  }

private:
  void read() {
    while (!Stop) {
      Message message(Kafka.consume(-1));
      // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
      // CHECK-MESSAGES: :[[@LINE-12]]:14: note: runs in the thread started here
      process(message);
    }
  }
  RdKafka::KafkaConsumer &Kafka;
  std::atomic<bool> Stop{false};
  std::thread Reader;
};

//===--- Repaired ---------------------------------------------------------===//

// Fifty workers, a queue of twice that, reads of 100 ms.
class RepairedConsumer {
public:
  explicit RepairedConsumer(RdKafka::KafkaConsumer &kafka) : Kafka(kafka) {
    for (int i = 0; i < 50; ++i)
      Workers.emplace_back([this] { work(); });
  }
  ~RepairedConsumer() {
    stop();
    for (auto &each : Workers)
      each.join();
  }
  void stop() {
    {
      std::lock_guard<std::mutex> lock(Mutex);
      Stopping = true;
    }
    Changed.notify_all();
  }
  void run() {
    while (true) {
      Message message(Kafka.consume(100));
      std::unique_lock<std::mutex> lock(Mutex);
      Changed.wait(lock, [this] { return Stopping || Messages.size() < 100; });
      if (Stopping)
        return;
      Messages.push_back(message);
      Changed.notify_all();
    }
  }

private:
  void work() {
    while (true) {
      Message message;
      {
        std::unique_lock<std::mutex> lock(Mutex);
        Changed.wait(lock, [this] { return Stopping || !Messages.empty(); });
        if (Stopping)
          return;
        message = Messages.front();
        Messages.pop_front();
      }
      Changed.notify_all();
      process(message);
      Kafka.commitSync(message.get());
    }
  }
  RdKafka::KafkaConsumer &Kafka;
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Stopping = false;
  std::deque<Message> Messages;
  std::vector<std::thread> Workers;
};

#if __cplusplus >= 202002L
class StoppableConsumer {
public:
  void start() {
    Reader = std::jthread([this](std::stop_token stop) {
      while (!stop.stop_requested()) {
        Message message(Kafka->consume(100));
        process(message);
      }
    });
  }

private:
  RdKafka::KafkaConsumer *Kafka = nullptr;
  std::jthread Reader;
};
class StuckConsumer {
public:
  void start() {
    Reader = std::jthread([this](std::stop_token stop) {
      while (!stop.stop_requested()) {
        Message message(Kafka->consume(-1));
        // CHECK-MESSAGES-CXX20: :[[@LINE-1]]:32: warning: 'consume' is given no time limit: -1 means wait for ever [leash-missing-timeout]
        // CHECK-MESSAGES-CXX20: :[[@LINE-4]]:14: note: runs in the thread started here
        process(message);
      }
    });
  }

private:
  RdKafka::KafkaConsumer *Kafka = nullptr;
  std::jthread Reader;
};
#endif
