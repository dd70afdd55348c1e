//===--- boost/asio.hpp - a mock of the header ------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_BOOST_ASIO
#define LEASH_MOCK_BOOST_ASIO

#include <chrono>
#include <string>

namespace boost {
namespace system {
class error_code {
public:
  explicit operator bool() const noexcept;
};
} // namespace system

namespace asio {

class any_io_executor {};
class io_context {
public:
  std::size_t run();
  template <typename Rep, typename Period>
  std::size_t run_for(const std::chrono::duration<Rep, Period> &) {
    return 0;
  }
  void restart();
  void stop();
  bool stopped() const;
};

class mutable_buffer {};
class const_buffer {};
mutable_buffer buffer(void *, std::size_t) noexcept;
const_buffer buffer(const void *, std::size_t) noexcept;
template <typename C, std::size_t N> mutable_buffer buffer(C (&)[N]) noexcept {
  return {};
}
const_buffer buffer(const std::string &);

namespace detail {
namespace socket_option {
template <int Level, int Name> class boolean {
public:
  explicit boolean(bool);
};
template <int Level, int Name> class integer {
public:
  explicit integer(int);
};
} // namespace socket_option
} // namespace detail

class socket_base {
public:
  using keep_alive = detail::socket_option::boolean<1, 9>;
  using receive_buffer_size = detail::socket_option::integer<1, 8>;
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_socket : public socket_base {
public:
  using native_handle_type = int;
  using endpoint_type = typename Protocol::endpoint;
  using lowest_layer_type = basic_socket;

  explicit basic_socket(io_context &);
  basic_socket(io_context &, const Protocol &);
  basic_socket(basic_socket &&);
  void open(const Protocol &);
  void close();
  native_handle_type native_handle();
  lowest_layer_type &lowest_layer();
  bool non_blocking() const;
  void non_blocking(bool mode);
  void non_blocking(bool mode, system::error_code &);
  bool native_non_blocking() const;
  void native_non_blocking(bool mode);
  void connect(const endpoint_type &);
  void connect(const endpoint_type &, system::error_code &);
  template <typename Option> void set_option(const Option &) {}
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_stream_socket : public basic_socket<Protocol, Executor> {
public:
  using basic_socket<Protocol, Executor>::basic_socket;
  template <typename Buffers> std::size_t read_some(const Buffers &) {
    return 0;
  }
  template <typename Buffers>
  std::size_t read_some(const Buffers &, system::error_code &) {
    return 0;
  }
  template <typename Buffers> std::size_t receive(const Buffers &) { return 0; }
  template <typename Buffers> std::size_t write_some(const Buffers &) {
    return 0;
  }
  template <typename Buffers, typename Token>
  void async_read_some(const Buffers &, Token &&) {}
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_datagram_socket : public basic_socket<Protocol, Executor> {
public:
  using basic_socket<Protocol, Executor>::basic_socket;
  template <typename Buffers>
  std::size_t receive_from(const Buffers &, typename Protocol::endpoint &) {
    return 0;
  }
  template <typename Buffers>
  std::size_t send_to(const Buffers &, const typename Protocol::endpoint &) {
    return 0;
  }
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_socket_acceptor : public socket_base {
public:
  basic_socket_acceptor(io_context &, const typename Protocol::endpoint &);
  typename Protocol::socket accept();
};

template <typename Protocol> class basic_socket_iostream {
public:
  basic_socket_iostream();
  explicit basic_socket_iostream(basic_stream_socket<Protocol>);
  basic_socket_iostream(basic_socket_iostream &&);
  template <typename... T> explicit basic_socket_iostream(T...) {}
  template <typename... T> void connect(T...) {}
  void expires_after(const std::chrono::steady_clock::duration &);
};

namespace ip {
template <typename Protocol> class basic_endpoint {
public:
  basic_endpoint();
  basic_endpoint(const Protocol &, unsigned short Port);
};
template <typename Protocol> class basic_resolver_results {};
template <typename Protocol, typename Executor = any_io_executor>
class basic_resolver {
public:
  explicit basic_resolver(io_context &);
  basic_resolver_results<Protocol> resolve(const std::string &Host,
                                           const std::string &Service);
};
class tcp {
public:
  using endpoint = basic_endpoint<tcp>;
  using socket = basic_stream_socket<tcp>;
  using acceptor = basic_socket_acceptor<tcp>;
  using resolver = basic_resolver<tcp>;
  using iostream = basic_socket_iostream<tcp>;
  static tcp v4() noexcept;
};
class udp {
public:
  using endpoint = basic_endpoint<udp>;
  using socket = basic_datagram_socket<udp>;
  static udp v4() noexcept;
};
} // namespace ip

template <typename Stream, typename Buffers>
std::size_t read(Stream &, const Buffers &) {
  return 0;
}
template <typename Stream, typename Buffers>
std::size_t read(Stream &, const Buffers &, system::error_code &) {
  return 0;
}
template <typename Stream, typename Buffers>
std::size_t write(Stream &, const Buffers &) {
  return 0;
}
template <typename Stream, typename Buffers, typename Token>
void async_read(Stream &, const Buffers &, Token &&) {}
template <typename Protocol, typename Executor>
typename Protocol::endpoint
connect(basic_socket<Protocol, Executor> &,
        const ip::basic_resolver_results<Protocol> &) {
  return {};
}

} // namespace asio
} // namespace boost

#endif // LEASH_MOCK_BOOST_ASIO
