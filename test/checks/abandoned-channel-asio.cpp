// leash-abandoned-channel with the real headers of Asio: threads that wait for
// the future of what they do to a channel.
//
// REQUIRES: asio-headers
// RUN: %check %s leash-abandoned-channel -std=c++17

#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>
#include <asio/thread_pool.hpp>
#include <asio/use_future.hpp>
#include <chrono>
#include <future>
#include <system_error>
#include <thread>

bool makeEvent(int &Event);
bool sendEvent(int Socket, int Event);
bool readEvent(int Socket, int &Event);
bool consume(int Event);

using Channel =
    asio::experimental::concurrent_channel<void(std::error_code, int)>;

void producer(asio::thread_pool &Pool, int Socket) {
  Channel Events(Pool, 16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.async_send(std::error_code(), Event, asio::use_future).get();
    Events.close();
  });
  for (;;) {
    int Event = Events.async_receive(asio::use_future).get();
    if (!sendEvent(Socket, Event))
      break;
  }
  Generator.join();
}
// CHECK-MESSAGES: :[[@LINE-10]]:14: warning: 'producer' can leave without closing 'Events': 'async_send' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-14]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-9]]:3: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-8]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-6]]:13: note: this waits for the task, with 'Events' still open

void byVariable(asio::thread_pool &Pool, int Socket) {
  asio::experimental::channel<void(std::error_code, int)> Events(Pool, 16);
  auto Done = std::async(std::launch::async, [&] {
    int Event;
    while (makeEvent(Event)) {
      auto Sent = Events.async_send(std::error_code(), Event, asio::use_future);
      Sent.wait();
    }
    Events.close();
  });
  while (sendEvent(Socket, Events.async_receive(asio::use_future).get())) {
  }
}
// CHECK-MESSAGES: :[[@LINE-8]]:26: warning: 'byVariable' can leave without closing 'Events': 'async_send' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-5]]:10: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-4]]:1: note: the function ends here and leaves 'Events' open

void consumer(asio::thread_pool &Pool, int Socket, int Most) {
  Channel Events(Pool, 16);
  std::thread Worker([&] {
    while (consume(Events.async_receive(asio::use_future).get())) {
    }
  });
  int Event;
  while (readEvent(Socket, Event)) {
    if (Event > Most) {
      Worker.join();
      return;
    }
    Events.try_send(std::error_code(), Event);
  }
  Events.close();
  Worker.join();
}
// CHECK-MESSAGES: :[[@LINE-14]]:27: warning: 'consumer' can leave without closing 'Events': 'async_receive' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-16]]:15: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:10: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-12]]:9: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-12]]:14: note: this waits for the task, with 'Events' still open

//===--- Silent -----------------------------------------------------------===//

void closed(asio::thread_pool &Pool, int Socket) {
  Channel Events(Pool, 16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.async_send(std::error_code(), Event, asio::use_future).get();
    Events.close();
  });
  for (;;) {
    int Event = Events.async_receive(asio::use_future).get();
    if (!sendEvent(Socket, Event))
      break;
  }
  Events.close();
  Generator.join();
}

void cancelled(asio::thread_pool &Pool, int Socket) {
  Channel Events(Pool, 16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.async_send(std::error_code(), Event, asio::use_future).get();
    Events.close();
  });
  while (sendEvent(Socket, Events.async_receive(asio::use_future).get())) {
  }
  Events.cancel();
  Generator.join();
}

// Nobody waits for these, or not for ever.
void tried(asio::thread_pool &Pool, int Socket) {
  Channel Events(Pool, 16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      if (!Events.try_send(std::error_code(), Event))
        return;
    Events.close();
  });
  while (sendEvent(Socket, Events.async_receive(asio::use_future).get())) {
  }
  Generator.join();
}
void notWaitedFor(asio::thread_pool &Pool, int Socket) {
  Channel Events(Pool, 16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.async_send(std::error_code(), Event, [](std::error_code) {});
    Events.close();
  });
  while (sendEvent(Socket, Events.async_receive(asio::use_future).get())) {
  }
  Generator.join();
}
void timed(asio::thread_pool &Pool, int Socket) {
  Channel Events(Pool, 16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event)) {
      auto Sent = Events.async_send(std::error_code(), Event, asio::use_future);
      if (Sent.wait_for(std::chrono::seconds(1)) != std::future_status::ready)
        return;
    }
    Events.close();
  });
  while (sendEvent(Socket, Events.async_receive(asio::use_future).get())) {
  }
  Generator.join();
}

// What comes is handled elsewhere.
void byHandler(asio::thread_pool &Pool, void (*Handle)(std::error_code, int)) {
  Channel Events(Pool, 16);
  std::thread Generator([&] {
    int Event;
    while (makeEvent(Event))
      Events.async_send(std::error_code(), Event, asio::use_future).get();
    Events.close();
  });
  Events.async_receive([&](std::error_code Failed, int Event) {
    Handle(Failed, Event);
    Events.async_receive(Handle);
  });
  Generator.join();
}
