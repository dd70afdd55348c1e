//===--- AWSClient.h - a mock of the header ---------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_MOCK_AWS_CLIENT
#define LEASH_API_MOCK_AWS_CLIENT

#include <aws/core/client/ClientConfiguration.h>

namespace Aws {
namespace Client {
class AWSClient {
public:
  explicit AWSClient(const ClientConfiguration &);
  virtual ~AWSClient();
};
} // namespace Client
} // namespace Aws

#endif // LEASH_API_MOCK_AWS_CLIENT
