//===--- AmazonWebServiceRequest.h - a mock of the header -------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_MOCK_AWS_REQUEST
#define LEASH_API_MOCK_AWS_REQUEST

namespace Aws {
class AmazonWebServiceRequest {
public:
  virtual ~AmazonWebServiceRequest();
};
} // namespace Aws

#endif // LEASH_API_MOCK_AWS_REQUEST
