//===--- greeter.grpc.pb.h - what protoc would make -------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_GREETER_GRPC
#define LEASH_MOCK_GREETER_GRPC

#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/service_type.h>

namespace demo {
class HelloRequest {
public:
  const std::string &name() const;
};
class HelloReply {
public:
  void set_message(const std::string &);
};

class Greeter final {
public:
  class Service : public ::grpc::Service {
  public:
    Service();
    virtual ~Service();
    virtual ::grpc::Status SayHello(::grpc::ServerContext *context,
                                    const HelloRequest *request,
                                    HelloReply *response);
    virtual ::grpc::Status SayGoodbye(::grpc::ServerContext *context,
                                      const HelloRequest *request,
                                      HelloReply *response);
  };
};
} // namespace demo

#endif // LEASH_MOCK_GREETER_GRPC
