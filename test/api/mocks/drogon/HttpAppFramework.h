//===--- HttpAppFramework.h - mock of Drogon --------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian 12 has no package of Drogon. It declares what
// checks/api/drogon.yaml names, as version 1.9 does.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace trantor {
class InetAddress;
} // namespace trantor

namespace drogon {

class HttpRequest;
class HttpResponse;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
using AdviceCallback = std::function<void(const HttpResponsePtr &)>;
using AdviceChainCallback = std::function<void()>;
using DefaultHandler = std::function<void(
    const HttpRequestPtr &, std::function<void(const HttpResponsePtr &)> &&)>;

enum HttpMethod { Get = 0, Post, Head, Put, Delete, Options, Patch };

class HttpRequest {
public:
  std::string getParameter(const std::string &Key) const;
};

class ResponseStream {
public:
  bool send(const std::string &data);
  void close();
};
using ResponseStreamPtr = std::unique_ptr<ResponseStream>;

class HttpResponse {
public:
  static HttpResponsePtr newHttpResponse();
  static HttpResponsePtr newAsyncStreamResponse(
      const std::function<void(ResponseStreamPtr)> &callback,
      bool disableKickoffTimeout = false);
  void setBody(std::string Body);
};

namespace internal {
class HttpConstraint {
public:
  HttpConstraint(HttpMethod Method);
  HttpConstraint(const std::string &FilterName);
  HttpConstraint(const char *FilterName);
};
} // namespace internal

class HttpAppFramework {
public:
  virtual ~HttpAppFramework() = default;
  static HttpAppFramework &instance();
  virtual void run() = 0;
  virtual void quit() = 0;

  template <typename FUNCTION>
  HttpAppFramework &registerHandler(
      const std::string &pathPattern, FUNCTION &&function,
      const std::vector<internal::HttpConstraint> &filtersAndMethods = {},
      const std::string &handlerName = "") {
    return *this;
  }
  template <typename FUNCTION>
  HttpAppFramework &registerHandlerViaRegex(
      const std::string &regExp, FUNCTION &&function,
      const std::vector<internal::HttpConstraint> &filtersAndMethods = {},
      const std::string &handlerName = "") {
    return *this;
  }
  virtual HttpAppFramework &setDefaultHandler(DefaultHandler handler) = 0;

  virtual HttpAppFramework &registerNewConnectionAdvice(
      const std::function<bool(const trantor::InetAddress &,
                               const trantor::InetAddress &)> &advice) = 0;
  virtual HttpAppFramework &registerSyncAdvice(
      const std::function<HttpResponsePtr(const HttpRequestPtr &)> &advice) = 0;
  virtual HttpAppFramework &registerPreRoutingAdvice(
      const std::function<void(const HttpRequestPtr &, AdviceCallback &&,
                               AdviceChainCallback &&)> &advice) = 0;
  virtual HttpAppFramework &registerPreRoutingAdvice(
      const std::function<void(const HttpRequestPtr &)> &advice) = 0;
  virtual HttpAppFramework &registerPostRoutingAdvice(
      const std::function<void(const HttpRequestPtr &, AdviceCallback &&,
                               AdviceChainCallback &&)> &advice) = 0;
  virtual HttpAppFramework &registerPostRoutingAdvice(
      const std::function<void(const HttpRequestPtr &)> &advice) = 0;
  virtual HttpAppFramework &registerPreHandlingAdvice(
      const std::function<void(const HttpRequestPtr &, AdviceCallback &&,
                               AdviceChainCallback &&)> &advice) = 0;
  virtual HttpAppFramework &registerPreHandlingAdvice(
      const std::function<void(const HttpRequestPtr &)> &advice) = 0;
  virtual HttpAppFramework &registerPostHandlingAdvice(
      const std::function<void(const HttpRequestPtr &, const HttpResponsePtr &)>
          &advice) = 0;
  virtual HttpAppFramework &registerPreSendingAdvice(
      const std::function<void(const HttpRequestPtr &, const HttpResponsePtr &)>
          &advice) = 0;
};

inline HttpAppFramework &app() { return HttpAppFramework::instance(); }

} // namespace drogon
