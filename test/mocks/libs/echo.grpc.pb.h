//===--- echo.grpc.pb.h - what protoc would make ----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_ECHO_GRPC
#define LEASH_MOCK_ECHO_GRPC

#include <grpcpp/grpcpp.h>

namespace demo {
class Request {
public:
  void set_text(const std::string &);
};
class Reply {
public:
  const std::string &text() const;
};

class Echo final {
public:
  class StubInterface {
  public:
    virtual ~StubInterface() {}
    virtual ::grpc::Status Say(::grpc::ClientContext *Context,
                               const Request &, Reply *) = 0;
  };
  class Stub final : public StubInterface {
  public:
    explicit Stub(const std::shared_ptr<::grpc::ChannelInterface> &);
    ::grpc::Status Say(::grpc::ClientContext *Context, const Request &,
                       Reply *) override;
    std::unique_ptr<::grpc::ClientReader<Reply>>
    Listen(::grpc::ClientContext *Context, const Request &);
  };
  static std::unique_ptr<Stub>
  NewStub(const std::shared_ptr<::grpc::ChannelInterface> &);
};
} // namespace demo

#endif // LEASH_MOCK_ECHO_GRPC
