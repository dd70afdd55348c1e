//===--- ClientConfiguration.h - a mock of the header -----------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_MOCK_AWS_CONFIGURATION
#define LEASH_API_MOCK_AWS_CONFIGURATION

namespace Aws {
namespace Client {
struct ClientConfiguration {
  ClientConfiguration();
  long httpRequestTimeoutMs = 0;
  long requestTimeoutMs = 0;
  long connectTimeoutMs = 1000;
};
} // namespace Client
} // namespace Aws

#endif // LEASH_API_MOCK_AWS_CONFIGURATION
