// leash-abandoned-channel: channels that are members, where all code that could
// close them is here and the function waits for its task.
//
// RUN: %check %s leash-abandoned-channel -std=c++17-or-later

#include "Inputs/abandoned-channel.h"

#include <atomic>
#include <future>
#include <memory>
#include <thread>
#include <vector>

using Writer = grpc::ServerWriter<Event>;

// The class is the generator's home; nobody else touches the channel.
class Streamer {
public:
  grpc::Status stream(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Events.put(E);
      Events.close();
    });
    while (auto E = Events.take())
      if (!Client->Write(*E))
        break;
    Generator.join();
    return grpc::Status::OK;
  }
  bool isDone() const { return Events.isClosed(); }

private:
  Channel<Event> Events{16};
};
// CHECK-MESSAGES: :[[@LINE-14]]:16: warning: 'stream' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-18]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-13]]:17: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-13]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-12]]:15: note: this waits for the task, with 'Events' still open

// The task is a method, a future; the handle is a member; the constructor and
// the destructor see the channel, too.
class ByMethod {
public:
  ByMethod() : Limit(16), Events(Limit) {}
  ~ByMethod() { Events.close(); }

  bool stream(Writer *Client) {
    Generator = std::thread(&ByMethod::generate, this);
    bool Good = true;
    while (Good) {
      auto E = Events.take();
      if (!E)
        break;
      Good = Client->Write(*E);
    }
    Generator.join();
    return Good;
  }

private:
  void generate() {
    Event E;
    while (makeEvent(E))
      emit(E);
    Events.close();
  }
  void emit(const Event &E) { Events.put(E); }

  std::size_t Limit;
  Channel<Event> Events;
  std::thread Generator;
};
// CHECK-MESSAGES: :[[@LINE-6]]:38: warning: 'stream' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-26]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-23]]:11: note: this condition is false
// CHECK-MESSAGES: :[[@LINE-26]]:12: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-21]]:15: note: this waits for the task, with 'Events' still open

class ByFuture {
public:
  grpc::Status stream(Writer *Client) {
    auto Done = std::async(std::launch::async, [this] {
      Event E;
      while (makeEvent(E))
        if (!Events->put(E))
          return;
      Events->close();
    });
    while (auto E = Events->take())
      if (!Client->Write(*E))
        return grpc::Status::CANCELLED;
    return grpc::Status::OK;
  }

private:
  std::unique_ptr<Channel<Event>> Events =
      std::make_unique<Channel<Event>>(16);
};
// CHECK-MESSAGES: :[[@LINE-14]]:22: warning: 'stream' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-18]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-12]]:17: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-12]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-12]]:9: note: this return leaves 'Events' open

// The other end is a private helper that only this function calls.
class ByHelper {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Events.put(E);
      Events.close();
    });
    run(Client);
    Generator.join();
  }

private:
  void run(Writer *Client) { pump(Client); }
  bool pump(Writer *Client) {
    while (auto E = Events.take())
      if (!Client->Write(*E))
        return false;
    return true;
  }

  Channel<Event> Events{16};
};
// CHECK-MESSAGES: :[[@LINE-18]]:16: warning: 'pump' can leave without closing 'Events': 'put' then blocks for ever, because nobody takes any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-22]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-10]]:17: note: the loop goes on
// CHECK-MESSAGES: :[[@LINE-10]]:11: note: this condition is true
// CHECK-MESSAGES: :[[@LINE-10]]:9: note: this return leaves 'Events' open

// The task takes.
void consume(Event E);
bool readEvent(Event &E);
class Feeder {
public:
  void feed() {
    std::thread Worker([this] {
      while (auto E = Events.take())
        consume(*E);
    });
    Event E;
    while (readEvent(E))
      Events.put(E);
    Worker.join();
  }

private:
  Channel<Event> Events{16};
};
// CHECK-MESSAGES: :[[@LINE-12]]:30: warning: 'feed' can leave without closing 'Events': 'take' then blocks for ever, because nobody puts any more [leash-abandoned-channel]
// CHECK-MESSAGES: :[[@LINE-14]]:17: note: the task starts here
// CHECK-MESSAGES: :[[@LINE-10]]:12: note: the loop ends
// CHECK-MESSAGES: :[[@LINE-9]]:12: note: this waits for the task, with 'Events' still open

//===--- Silent -----------------------------------------------------------===//

// Closed on each way out, here or in a helper.
class Closes {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        if (!Events.put(E))
          return;
      Events.close();
    });
    while (auto E = Events.take())
      if (!Client->Write(*E))
        break;
    Events.close();
    Generator.join();
  }

private:
  Channel<Event> Events{16};
};
class ClosesInHelper {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Events.put(E);
      Events.close();
    });
    while (auto E = Events.take())
      if (!Client->Write(*E))
        break;
    hangUp();
    Generator.join();
  }

private:
  void hangUp() { Events.close(); }
  Channel<Event> Events{16};
};

// Another method closes it, or drains it, or hands it out.
class Stopped {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
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
  void stop() { Events.close(); }

private:
  Channel<Event> Events{16};
};
class StoppedByHelper {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
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
  void stop() { hangUp(); }

private:
  void hangUp() { Events.close(); }
  Channel<Event> Events{16};
};
class Drained {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
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
  void next(Event &E) { Events.take(E); }

private:
  Channel<Event> Events{16};
};
class HandedOut {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
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
  Channel<Event> &events() { return Events; }

private:
  Channel<Event> Events{16};
};
struct Watchdog {
  explicit Watchdog(Channel<Event> &Watched);
};
class HandedOutAtOnce {
public:
  HandedOutAtOnce() : Dog(Events) {}
  void stream(Writer *Client) {
    std::thread Generator([this] {
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

private:
  Channel<Event> Events{16};
  Watchdog Dog;
};
class HandedOutByDefault {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
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

private:
  Channel<Event> Events{16};
  Watchdog Dog{Events};
};

// A thread of the object's own closes it.
void waitForSignal();
class Watched {
public:
  void watch() {
    std::thread([this] {
      waitForSignal();
      Events.close();
    }).detach();
  }
  void stream(Writer *Client) {
    std::thread Generator([this] {
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

private:
  Channel<Event> Events{16};
};
class WatchedByHelper {
public:
  void stream(Writer *Client) {
    watch();
    std::thread Generator([this] {
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

private:
  void watch() {
    std::thread([this] {
      waitForSignal();
      hangUp();
    }).detach();
  }
  void hangUp() { Events.close(); }
  Channel<Event> Events{16};
};
class WatchedByMethod {
public:
  void stream(Writer *Client) {
    watch();
    std::thread Generator([this] {
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

private:
  void watch() { std::thread(&WatchedByMethod::hangUp, this).detach(); }
  void hangUp() {
    waitForSignal();
    Events.close();
  }
  Channel<Event> Events{16};
};
class WatchedHere {
public:
  void stream(Writer *Client) {
    std::thread Watch([this] {
      waitForSignal();
      hangUp();
    });
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Events.put(E);
      Events.close();
    });
    while (auto E = Events.take())
      if (!Client->Write(*E))
        break;
    Generator.join();
    Watch.join();
  }

private:
  void hangUp() { Events.close(); }
  Channel<Event> Events{16};
};

// A friend does.
class Befriended {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
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

private:
  friend void cancel(Befriended &B);
  Channel<Event> Events{16};
};
void cancel(Befriended &B) { B.Events.close(); }

// A method is not visible.
class Elsewhere {
public:
  void stop();
  void stream(Writer *Client) {
    std::thread Generator([this] {
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

private:
  Channel<Event> Events{16};
};

// Nobody waits for the task here: the next call may take what it puts, and the
// destructor may close.
class Detached {
public:
  void stream(Writer *Client) {
    std::thread([this] {
      Event E;
      while (makeEvent(E))
        Events.put(E);
      Events.close();
    }).detach();
    while (auto E = Events.take())
      if (!Client->Write(*E))
        return;
  }

private:
  Channel<Event> Events{16};
};
class JoinedLater {
public:
  ~JoinedLater() {
    Events.close();
    Generator.join();
  }
  void stream(Writer *Client) {
    Generator = std::thread([this] {
      Event E;
      while (makeEvent(E))
        if (!Events.put(E))
          return;
      Events.close();
    });
    while (auto E = Events.take())
      if (!Client->Write(*E))
        return;
  }

private:
  Channel<Event> Events{16};
  std::thread Generator;
};

// It may be somebody else's channel.
class Shared {
public:
  explicit Shared(std::shared_ptr<Channel<Event>> Events, Channel<Event> &Other)
      : Events(Events), Other(Other) {}
  void stream(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Events->put(E);
      Events->close();
    });
    while (auto E = Events->take())
      if (!Client->Write(*E))
        break;
    Generator.join();
  }
  void streamOther(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Other.put(E);
      Other.close();
    });
    while (auto E = Other.take())
      if (!Client->Write(*E))
        break;
    Generator.join();
  }

private:
  std::shared_ptr<Channel<Event>> Events;
  Channel<Event> &Other;
};

// Or another object's.
class Linked {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Next->Events.put(E);
      Next->Events.close();
    });
    while (auto E = Events.take())
      if (!Client->Write(*E))
        break;
    Generator.join();
  }
  void streamNext(Writer *Client) {
    std::thread Generator(&Linked::generate, Next);
    while (auto E = Events.take())
      if (!Client->Write(*E))
        break;
    Generator.join();
  }

private:
  void generate() {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  }
  Linked *Next = nullptr;
  Channel<Event> Events{16};
};

// Told by the task's flag, drained, or left by the channel's own answer.
class Told {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Events.put(E);
      Finished = true;
    });
    while (!Finished)
      Client->Write(*Events.take());
    Generator.join();
  }

private:
  std::atomic<bool> Finished{false};
  Channel<Event> Events{16};
};
class ToldByTheChannel {
public:
  void stream(Writer *Client) {
    std::thread Generator([this] {
      Event E;
      while (makeEvent(E))
        Events.put(E);
      Events.close();
    });
    while (auto E = Events.take())
      Client->Write(*E);
    Generator.join();
  }

private:
  Channel<Event> Events{16};
};
