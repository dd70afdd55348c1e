//===--- httplib.h - a mock of the header -----------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_HTTPLIB
#define LEASH_MOCK_HTTPLIB

#include <chrono>
#include <functional>
#include <string>

namespace httplib {

class Result {
public:
  explicit operator bool() const;
};
struct Request {};
class Response {
public:
  void set_content(const std::string &, const std::string &);
};

class Client {
public:
  explicit Client(const std::string &host);
  Client(const std::string &host, int port);
  ~Client();
  Result Get(const std::string &path);
  Result Post(const std::string &path, const std::string &body,
              const std::string &content_type);
  void set_connection_timeout(long sec, long usec = 0);
  void set_read_timeout(long sec, long usec = 0);
  template <typename Rep, typename Period>
  void set_read_timeout(const std::chrono::duration<Rep, Period> &) {}
  void set_write_timeout(long sec, long usec = 0);
};

class Server {
public:
  using Handler = std::function<void(const Request &, Response &)>;
  Server();
  ~Server();
  Server &Get(const std::string &pattern, Handler handler);
  Server &Post(const std::string &pattern, Handler handler);
  bool listen(const std::string &host, int port);
  void stop();
};

} // namespace httplib

#endif // LEASH_MOCK_HTTPLIB
