//===--- grpcpp/grpcpp.h - a mock of the header -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_GRPCPP
#define LEASH_MOCK_GRPCPP

#include <chrono>
#include <memory>
#include <string>

extern "C" {
typedef enum { GPR_CLOCK_MONOTONIC, GPR_CLOCK_REALTIME } gpr_clock_type;
typedef struct gpr_timespec {
  long tv_sec;
  int tv_nsec;
  gpr_clock_type clock_type;
} gpr_timespec;
gpr_timespec gpr_inf_future(gpr_clock_type);
gpr_timespec gpr_now(gpr_clock_type);
}

namespace grpc {

class Status {
public:
  bool ok() const;
};
class ServerContext {
public:
  std::chrono::system_clock::time_point deadline() const;
};
class ClientContext {
public:
  ClientContext();
  ~ClientContext();
  ClientContext(const ClientContext &) = delete;
  static std::unique_ptr<ClientContext> FromServerContext(const ServerContext &);
  template <typename T> void set_deadline(const T &) {}
  void set_wait_for_ready(bool);
  void AddMetadata(const std::string &, const std::string &);
  void TryCancel();
};

class ChannelInterface {
public:
  virtual ~ChannelInterface();
  template <typename T> bool WaitForConnected(T) { return true; }
};
using Channel = ChannelInterface;

#define GRPC_ARG_KEEPALIVE_TIME_MS "grpc.keepalive_time_ms"
#define GRPC_ARG_MAX_SEND_MESSAGE_LENGTH "grpc.max_send_message_length"
class ChannelCredentials {};
std::shared_ptr<ChannelCredentials> InsecureChannelCredentials();
class ChannelArguments {
public:
  ChannelArguments();
  void SetInt(const std::string &Key, int Value);
};
std::shared_ptr<Channel>
CreateCustomChannel(const std::string &Target,
                    const std::shared_ptr<ChannelCredentials> &,
                    const ChannelArguments &);

template <typename R> class ClientReader {
public:
  bool Read(R *);
  Status Finish();
};

} // namespace grpc

#endif // LEASH_MOCK_GRPCPP
