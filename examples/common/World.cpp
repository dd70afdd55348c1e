// The other side, which will fail
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "World.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

static sockaddr_in loopback(int Port) {
  sockaddr_in Address{};
  Address.sin_family = AF_INET;
  Address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  Address.sin_port = htons(static_cast<uint16_t>(Port));
  return Address;
}

SilentService::SilentService() : Listener(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in Address = loopback(0);
  socklen_t Size = sizeof Address;
  auto *Raw = reinterpret_cast<sockaddr *>(&Address);
  if (bind(Listener, Raw, Size) || listen(Listener, SOMAXCONN) ||
      getsockname(Listener, Raw, &Size))
    throw std::runtime_error("cannot listen on a port of this machine");
  Port = ntohs(Address.sin_port);
}

SilentService::~SilentService() { close(Listener); }

std::string SilentService::url() const {
  return "http://127.0.0.1:" + std::to_string(Port) + "/";
}

Broker::Broker() {
  if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, Ends))
    throw std::runtime_error("cannot make a socket pair");
}

Broker::~Broker() {
  close(Ends[0]);
  close(Ends[1]);
}

void Broker::publish(const std::string &Message) {
  send(Ends[0], Message.data(), Message.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

int connectTo(int Port) {
  int Fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  sockaddr_in Address = loopback(Port);
  connect(Fd, reinterpret_cast<sockaddr *>(&Address), sizeof Address);
  return Fd;
}
