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

#include <optional>
#include <string>

namespace bsoncxx {
namespace v_noabi {
namespace string {

class view_or_value {
public:
  view_or_value(const char *Text);
  view_or_value(const std::string &Text);
};

} // namespace string
} // namespace v_noabi
} // namespace bsoncxx

namespace mongocxx {
namespace v_noabi {

class client {};

class uri {
public:
  static const std::string k_default_uri;
  explicit uri(bsoncxx::v_noabi::string::view_or_value Text = k_default_uri);
};

namespace options {
class pool {};
} // namespace options

class pool {
public:
  class entry {
  public:
    client &operator*() const &;
    client *operator->() const &;
  };

  explicit pool(const uri &Uri = uri(),
                const options::pool &Options = options::pool());
  entry acquire();
  std::optional<entry> try_acquire();
};

} // namespace v_noabi

using v_noabi::pool;
using v_noabi::uri;
} // namespace mongocxx

#endif // LEASH_MOCK_MONGOCXX_POOL
