// leash-missing-timeout with the real headers of gRPC. The stub is written as
// protoc's plugin would.
//
// REQUIRES: grpc-headers, newest-llvm
// RUN: %check %s leash-missing-timeout -std=c++17 -fix
#include <chrono>
#include <grpcpp/grpcpp.h>
#include <memory>

struct Query {};
struct Reply {};
class Echo final {
public:
  class Stub {
  public:
    ::grpc::Status Say(::grpc::ClientContext *Context, const Query &, Reply *);
    std::unique_ptr<::grpc::ClientReader<Reply>>
    Listen(::grpc::ClientContext *Context, const Query &);
  };
  static std::unique_ptr<Stub>
  NewStub(const std::shared_ptr<::grpc::ChannelInterface> &);
};

bool say(Echo::Stub &stub) {
  grpc::ClientContext a;
  Reply reply;
  return stub.Say(&a, Query(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Say' can wait for ever for the server: 'a' has no time limit; set_deadline() limits it [leash-missing-timeout]
}
// CHECK-FIXES: {{^  }}a.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(5000));
// CHECK-FIXES-NEXT: {{^  }}return stub.Say(&a, Query(), &reply).ok();
bool sayInTime(Echo::Stub &stub) {
  grpc::ClientContext b;
  b.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
  Reply reply;
  return stub.Say(&b, Query(), &reply).ok();
}
bool sayForEver(Echo::Stub &stub) {
  grpc::ClientContext c;
  c.set_deadline(std::chrono::system_clock::time_point::max());
  Reply reply;
  return stub.Say(&c, Query(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Say' can wait for ever for the server: the time limit of 'c' is 'max', which means for ever [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is set here
}
// CHECK-FIXES: {{^  }}c.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(5000));
// CHECK-FIXES-NEXT: {{^  }}return stub.Say(&c, Query(), &reply).ok();
bool keptAlive() {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 5000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 10000);
  auto stub = Echo::NewStub(grpc::CreateCustomChannel(
      "service:1", grpc::InsecureChannelCredentials(), arguments));
  grpc::ClientContext d;
  Reply reply;
  return stub->Say(&d, Query(), &reply).ok();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Say' can wait for ever for the server: 'd' has no time limit, and the keepalive of its channel only finds dead servers, not handlers that hang; set_deadline() limits it [leash-missing-timeout]
  // CHECK-MESSAGES: :[[@LINE-7]]:13: note: it is set here
}
// CHECK-FIXES: {{^  }}d.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(5000));
// CHECK-FIXES-NEXT: {{^  }}return stub->Say(&d, Query(), &reply).ok();
bool inherits(Echo::Stub &stub, const grpc::ServerContext &call) {
  auto context = grpc::ClientContext::FromServerContext(call);
  Reply reply;
  return stub.Say(context.get(), Query(), &reply).ok();
}
