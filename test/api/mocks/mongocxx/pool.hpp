//===--- pool.hpp - mock of the MongoDB C++ driver --------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian 12 has no package of mongocxx. It declares what
// checks/api/mongocxx.yaml names, as version 4 does.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_MONGOCXX_POOL
#define LEASH_MOCK_MONGOCXX_POOL

#include <string>

namespace mongocxx {
namespace v_noabi {

class uri {
public:
  static const std::string k_default_uri;
  explicit uri(const std::string &Text = k_default_uri);
};

namespace options {
class pool {};
} // namespace options

class pool {
public:
  class entry {};

  explicit pool(const uri &Uri = uri(),
                const options::pool &Options = options::pool());
  entry acquire();
};

} // namespace v_noabi

using v_noabi::pool;
using v_noabi::uri;
} // namespace mongocxx

#endif // LEASH_MOCK_MONGOCXX_POOL
