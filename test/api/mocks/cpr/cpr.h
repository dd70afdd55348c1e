//===--- cpr.h - mock of cpr ------------------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian has no package of cpr. It declares what checks/api/cpr.yaml
// names, as release 1.10 does.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <utility>

namespace cpr {

class Url {
public:
  Url(std::string Text);
};

class Response {};
class AsyncResponse {};

class Timeout {
public:
  Timeout(const std::chrono::milliseconds &Duration);
  Timeout(const std::chrono::seconds &Duration);
  Timeout(const std::int32_t &Milliseconds);
};

class ConnectTimeout : public Timeout {
public:
  ConnectTimeout(const std::chrono::milliseconds &Duration);
  ConnectTimeout(const std::int32_t &Milliseconds);
};

class LowSpeed {
public:
  LowSpeed(std::int32_t Limit, std::chrono::seconds Time);
};

class ProgressCallback {
public:
  ProgressCallback(std::function<bool(std::int64_t)> Callback,
                   std::intptr_t UserData = 0);
};

class Session {
public:
  void SetUrl(const Url &Target);
  void SetTimeout(const Timeout &Limit);
  void SetConnectTimeout(const ConnectTimeout &Limit);
  void SetLowSpeed(const LowSpeed &Limit);
  void SetProgressCallback(const ProgressCallback &Progress);
  void SetOption(const Url &Target);
  void SetOption(const Timeout &Limit);
  void SetOption(const ConnectTimeout &Limit);
  void SetOption(const LowSpeed &Limit);
  void SetOption(const ProgressCallback &Progress);
  Response Get();
  Response Post();
  Response Put();
  Response Patch();
  Response Delete();
  Response Head();
  Response Options();
  Response Download(std::ofstream &File);
};

template <typename... Ts> Response Get(Ts &&...Options);
template <typename... Ts> Response Post(Ts &&...Options);
template <typename... Ts> Response Put(Ts &&...Options);
template <typename... Ts> Response Patch(Ts &&...Options);
template <typename... Ts> Response Delete(Ts &&...Options);
template <typename... Ts> Response Head(Ts &&...Options);
template <typename... Ts> Response Options(Ts &&...All);
template <typename... Ts>
Response Download(std::ofstream &File, Ts &&...Options);

template <typename... Ts> AsyncResponse GetAsync(Ts... Options);
template <typename... Ts> AsyncResponse PostAsync(Ts... Options);
template <typename... Ts> AsyncResponse PutAsync(Ts... Options);
template <typename... Ts> AsyncResponse PatchAsync(Ts... Options);
template <typename... Ts> AsyncResponse DeleteAsync(Ts... Options);
template <typename... Ts> AsyncResponse HeadAsync(Ts... Options);
template <typename... Ts> AsyncResponse OptionsAsync(Ts... Options);
template <typename... Ts>
AsyncResponse DownloadAsync(std::string Path, Ts... Options);

template <typename Then, typename... Ts>
AsyncResponse GetCallback(Then Next, Ts... Options);
template <typename Then, typename... Ts>
AsyncResponse PostCallback(Then Next, Ts... Options);
template <typename Then, typename... Ts>
AsyncResponse PutCallback(Then Next, Ts... Options);
template <typename Then, typename... Ts>
AsyncResponse PatchCallback(Then Next, Ts... Options);
template <typename Then, typename... Ts>
AsyncResponse DeleteCallback(Then Next, Ts... Options);
template <typename Then, typename... Ts>
AsyncResponse HeadCallback(Then Next, Ts... Options);
template <typename Then, typename... Ts>
AsyncResponse OptionsCallback(Then Next, Ts... Options);

} // namespace cpr
