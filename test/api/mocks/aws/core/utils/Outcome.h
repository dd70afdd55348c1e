//===--- Outcome.h - a mock of the header -----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_MOCK_AWS_OUTCOME
#define LEASH_API_MOCK_AWS_OUTCOME

namespace Aws {
namespace Utils {
template <typename R, typename E> class Outcome {
public:
  bool IsSuccess() const;
};
} // namespace Utils
} // namespace Aws

#endif // LEASH_API_MOCK_AWS_OUTCOME
