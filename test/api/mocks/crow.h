//===--- crow.h - mock of Crow ----------------------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mock: Debian 12 has no package of Crow. It declares what
// checks/api/crow.yaml names, as version 1.2 does.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#define CROW_ROUTE(app, url) app.template route<url[0]>(url)
#define CROW_WEBSOCKET_ROUTE(app, url)                                         \
  app.template route<url[0]>(url)                                              \
      .template websocket<std::remove_reference_t<decltype(app)>>(&app)
#define CROW_CATCHALL_ROUTE(app) app.catchall_route()

namespace crow {

enum class HTTPMethod { Delete, Get, Head, Post, Put };

struct request {
  std::string body;
};

struct response {
  response(int Code);
  response(std::string Body);
  response(const char *Body);
  void end();
};

namespace websocket {
struct connection {
  void send_text(std::string Message);
};
enum WebSocketCloseStatusCode : uint16_t { NormalClosure = 1000 };
} // namespace websocket

class CatchallRule {
public:
  template <typename Func> void operator()(Func &&f) {}
};

template <typename App> class WebSocketRule {
  using self_t = WebSocketRule;

public:
  template <typename Func> self_t &onopen(Func f) { return *this; }
  template <typename Func> self_t &onmessage(Func f) { return *this; }
  template <typename Func> self_t &onclose(Func f) { return *this; }
  template <typename Func> self_t &onerror(Func f) { return *this; }
  template <typename Func> self_t &onaccept(Func f) { return *this; }
};

template <typename T> struct RuleParameterTraits {
  using self_t = T;
  template <typename App> WebSocketRule<App> &websocket(App *app);
  self_t &name(std::string name) noexcept;
  template <typename... MethodArgs>
  self_t &methods(HTTPMethod method, MethodArgs... args_method) {
    return static_cast<self_t &>(*this);
  }
};

class DynamicRule : public RuleParameterTraits<DynamicRule> {
public:
  template <typename Func> void operator()(Func f) {}
};

template <typename... Args>
class TaggedRule : public RuleParameterTraits<TaggedRule<Args...>> {
public:
  template <typename Func> void operator()(Func &&f) {}
};

template <typename... Middlewares> class Crow {
public:
  DynamicRule &route_dynamic(const std::string &rule);
  // The real one computes the types of the arguments from the tag.
  template <uint64_t Tag> TaggedRule<> &route(const std::string &rule);
  CatchallRule &catchall_route();
  Crow &port(uint16_t port);
  Crow &multithreaded();
  void run();
};

template <typename... Middlewares> using App = Crow<Middlewares...>;
using SimpleApp = Crow<>;

} // namespace crow
