//===--- cpr/cpr.h - a mock of the header -----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_CPR
#define LEASH_MOCK_CPR

#include <chrono>
#include <cstdint>
#include <string>

namespace cpr {

class Url {
public:
  Url(const char *);
};
class Body {
public:
  Body(const char *);
};
class Timeout {
public:
  Timeout(const std::chrono::milliseconds &);
  Timeout(const std::int32_t &);
};
class ConnectTimeout : public Timeout {
public:
  ConnectTimeout(const std::chrono::milliseconds &);
  ConnectTimeout(const std::int32_t &);
};
class LowSpeed {
public:
  LowSpeed(std::int32_t limit, std::chrono::seconds time);
};
class Response {
public:
  long status_code;
};

template <typename... Ts> Response Get(Ts &&...) { return {}; }
template <typename... Ts> Response Post(Ts &&...) { return {}; }

class Session {
public:
  Session();
  void SetUrl(const Url &);
  void SetTimeout(const Timeout &);
  void SetConnectTimeout(const ConnectTimeout &);
  Response Get();
  Response Post();
};

} // namespace cpr

#endif // LEASH_MOCK_CPR
