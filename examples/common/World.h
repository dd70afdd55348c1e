// The other side, which will fail
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef LEASH_EXAMPLES_WORLD_H
#define LEASH_EXAMPLES_WORLD_H

#include <string>

/// A TCP service that has stopped answering: the system still accepts
/// connections for it, and nobody ever reads from them.
class SilentService {
public:
  SilentService();
  ~SilentService();
  SilentService(const SilentService &) = delete;
  SilentService &operator=(const SilentService &) = delete;

  int port() const { return Port; }
  std::string url() const;

private:
  int Listener;
  int Port;
};

/// A message broker in one socket pair: one end publishes, one consumes.
class Broker {
public:
  Broker();
  ~Broker();
  Broker(const Broker &) = delete;
  Broker &operator=(const Broker &) = delete;

  /// Drops the message when the consumer is too far behind.
  void publish(const std::string &Message);
  int consumerEnd() const { return Ends[1]; }

private:
  int Ends[2];
};

struct World {
  SilentService Silent;
  Broker Messages;
};

/// A connection to a port of this machine that does not wait for anything.
/// Returns a descriptor that the caller closes, or -1.
int connectTo(int Port);

#endif
