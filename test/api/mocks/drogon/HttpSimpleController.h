//===--- HttpSimpleController.h - mock of Drogon ----------------*- C++ -*-===//
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

class HttpSimpleControllerBase {
public:
  virtual void asyncHandleHttpRequest(
      const HttpRequestPtr &req,
      std::function<void(const HttpResponsePtr &)> &&callback) = 0;
  virtual ~HttpSimpleControllerBase() {}
};

template <typename T, bool AutoCreation = true>
class HttpSimpleController : public HttpSimpleControllerBase {};

} // namespace drogon
