//===--- boost/beast.hpp - a mock of the header -----------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BOOST_BEAST
#define LEASH_MOCK_BOOST_BEAST

#include <boost/asio.hpp>

namespace boost {
namespace beast {
using boost::system::error_code;

enum class role_type { client, server };
class flat_buffer {};
class unlimited_rate_policy {};

template <typename Protocol, typename Executor = asio::any_io_executor,
          typename RatePolicy = unlimited_rate_policy>
class basic_stream {
public:
  using socket_type = asio::basic_stream_socket<Protocol, Executor>;
  using endpoint_type = typename Protocol::endpoint;

  explicit basic_stream(asio::io_context &);
  explicit basic_stream(socket_type &&);
  socket_type &socket() noexcept;
  void expires_after(std::chrono::nanoseconds);
  void expires_at(std::chrono::steady_clock::time_point);
  void expires_never();
  void connect(const endpoint_type &);
  void connect(const asio::ip::basic_resolver_results<Protocol> &);
  template <typename Buffers> std::size_t read_some(const Buffers &) {
    return 0;
  }
  template <typename Buffers> std::size_t write_some(const Buffers &) {
    return 0;
  }
  template <typename Token>
  void async_connect(const endpoint_type &, Token &&) {}
};
using tcp_stream = basic_stream<asio::ip::tcp>;

namespace http {
struct string_body {};
template <typename Body> class request {};
template <typename Body> class response {};
template <typename Stream, typename Message>
std::size_t read(Stream &, flat_buffer &, Message &) {
  return 0;
}
template <typename Stream, typename Message>
std::size_t read(Stream &, flat_buffer &, Message &, error_code &) {
  return 0;
}
template <typename Stream, typename Message>
std::size_t write(Stream &, const Message &) {
  return 0;
}
template <typename Stream, typename Message, typename Token>
void async_read(Stream &, flat_buffer &, Message &, Token &&) {}
} // namespace http

namespace websocket {
struct stream_base {
  struct timeout {
    std::chrono::steady_clock::duration handshake_timeout;
    std::chrono::steady_clock::duration idle_timeout;
    bool keep_alive_pings;
    static timeout suggested(role_type) noexcept;
  };
};
template <typename NextLayer> class stream : public stream_base {
public:
  explicit stream(asio::io_context &);
  explicit stream(NextLayer &&);
  NextLayer &next_layer() noexcept;
  template <typename Option> void set_option(Option) {}
  void handshake(const std::string &Host, const std::string &Target);
  void accept();
  std::size_t read(flat_buffer &);
  std::size_t read(flat_buffer &, error_code &);
  template <typename Buffers> std::size_t write(const Buffers &) { return 0; }
  void close(int Reason);
  template <typename Token> void async_read(flat_buffer &, Token &&) {}
  template <typename Token> void async_accept(Token &&) {}
};
} // namespace websocket

template <typename NextLayer>
NextLayer &get_lowest_layer(websocket::stream<NextLayer> &Stream) noexcept {
  return Stream.next_layer();
}
template <typename Protocol, typename Executor, typename RatePolicy>
basic_stream<Protocol, Executor, RatePolicy> &
get_lowest_layer(basic_stream<Protocol, Executor, RatePolicy> &Stream) noexcept {
  return Stream;
}

} // namespace beast
} // namespace boost

#endif // LEASH_MOCK_BOOST_BEAST
