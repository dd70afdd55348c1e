#pragma once

#include "abandoned-channel.h"

#include <thread>

inline void inHeader(grpc::ServerWriter<Event> *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}

inline void inHeaderClosed(grpc::ServerWriter<Event> *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        break;
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Events.close();
  Generator.join();
}

template <typename T> void templateInHeader(grpc::ServerWriter<T> *Client) {
  Channel<T> Events(16);
  std::thread Generator([&] {
    T E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}
