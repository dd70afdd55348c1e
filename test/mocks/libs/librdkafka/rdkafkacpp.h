//===--- librdkafka/rdkafkacpp.h - a mock of the header ---------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_RDKAFKACPP
#define LEASH_MOCK_RDKAFKACPP

#include <string>
#include <vector>

namespace RdKafka {

enum ErrorCode { ERR__TIMED_OUT = -185, ERR_NO_ERROR = 0 };
class Error;

class Message {
public:
  virtual ~Message() = 0;
  virtual ErrorCode err() const = 0;
  virtual void *payload() const = 0;
  virtual std::size_t len() const = 0;
};

class ConsumeCb {
public:
  virtual void consume_cb(Message &message, void *opaque) = 0;
  virtual ~ConsumeCb() {}
};

class Handle {
public:
  virtual ~Handle();
  virtual int poll(int timeout_ms) = 0;
};

class KafkaConsumer : public virtual Handle {
public:
  virtual ErrorCode subscribe(const std::vector<std::string> &) = 0;
  virtual Message *consume(int timeout_ms) = 0;
  virtual ErrorCode commitSync(Message *) = 0;
  virtual ErrorCode close() = 0;
};

class Producer : public virtual Handle {
public:
  virtual ErrorCode flush(int timeout_ms) = 0;
  virtual Error *init_transactions(int timeout_ms) = 0;
  virtual Error *commit_transaction(int timeout_ms) = 0;
  virtual Error *abort_transaction(int timeout_ms) = 0;
};

} // namespace RdKafka

#endif // LEASH_MOCK_RDKAFKACPP
