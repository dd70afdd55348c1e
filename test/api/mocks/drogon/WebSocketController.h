//===--- WebSocketController.h - mock of Drogon -----------------*- C++ -*-===//
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

#include <drogon/HttpAppFramework.h>

namespace drogon {

class WebSocketConnection;
using WebSocketConnectionPtr = std::shared_ptr<WebSocketConnection>;
enum class WebSocketMessageType { Text, Binary, Ping, Pong, Close, Unknown };

class WebSocketControllerBase {
public:
  virtual void handleNewMessage(const WebSocketConnectionPtr &, std::string &&,
                                const WebSocketMessageType &) = 0;
  virtual void handleNewConnection(const HttpRequestPtr &,
                                   const WebSocketConnectionPtr &) = 0;
  virtual void handleConnectionClosed(const WebSocketConnectionPtr &) = 0;
  virtual ~WebSocketControllerBase() {}
};

template <typename T, bool AutoCreation = true>
class WebSocketController : public WebSocketControllerBase {};

} // namespace drogon
