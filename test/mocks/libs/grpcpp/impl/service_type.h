//===--- grpcpp/impl/service_type.h - a mock of the header ------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_GRPCPP_SERVICE_TYPE
#define LEASH_MOCK_GRPCPP_SERVICE_TYPE

namespace grpc {

class Service {
public:
  Service();
  virtual ~Service();
};

} // namespace grpc

#endif // LEASH_MOCK_GRPCPP_SERVICE_TYPE
