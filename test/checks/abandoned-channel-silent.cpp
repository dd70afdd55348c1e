// RUN: %check %s leash-abandoned-channel -std=c++17-or-later

#include "Inputs/abandoned-channel.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

using Writer = grpc::ServerWriter<Event>;

// Closed on every exit.
grpc::Status closedEverywhere(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E)) {
      Events.close();
      Generator.join();
      return grpc::Status::CANCELLED;
    }
  Generator.join();
  return grpc::Status::OK;
}

void closedAfterTheLoop(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
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

// By a guard: a struct, a lambda in one, a lambda that is called.
void guarded(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  Closer<Event> Guard(*Events);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      if (!Events->put(E))
        return;
    Events->close();
  }).detach();
  while (auto E = Events->take())
    if (!Client->Write(*E))
      return;
}

void guardedByLambda(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      if (!Events->put(E))
        return;
    Events->close();
  }).detach();
  Finally Guard([&] { Events->close(); });
  while (auto E = Events->take())
    if (!Client->Write(*E))
      throw std::runtime_error("gone");
}

void guardedByPointer(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  auto Close = [](Channel<Event> *C) { C->close(); };
  std::unique_ptr<Channel<Event>, decltype(Close)> Guard(&Events, Close);
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Guard.reset();
  Generator.join();
}

void closedByLambda(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  auto Finish = [&] {
    Events.close();
    Generator.join();
  };
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return Finish();
  Finish();
}

// By a helper.
static void hangUp(Channel<Event> &Events) { Events.close(); }
void closedByHelper(Writer *Client) {
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
  hangUp(Events);
  Generator.join();
}

static bool pump(Channel<Event> &From, Writer *Client) {
  while (auto E = From.take())
    if (!Client->Write(*E)) {
      From.close();
      return false;
    }
  return true;
}
void closedByPump(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  pump(Events, Client);
  Generator.join();
}

static bool openPump(Channel<Event> &From, Writer *Client) {
  while (auto E = From.take())
    if (!Client->Write(*E))
      return false;
  return true;
}
void closedByCaller(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  if (!openPump(Events, Client))
    Events.close();
  Generator.join();
}

// By the channel's own destructor, in the owner that the handler holds.
class SelfClosing : public Channel<Event> {
public:
  using Channel::Channel;
  ~SelfClosing() { close(); }
};
void closesItself(Writer *Client) {
  SelfClosing Events(16);
  std::thread([&Events] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
  }).detach();
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}

// The task said so: by nothing, in an element, by a flag, by its end.
void byContent(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    do {
      makeEvent(E);
      Events.put(E);
    } while (!E.Last);
  });
  for (;;) {
    auto E = Events.take();
    Client->Write(*E);
    if (E->Last)
      break;
  }
  Generator.join();
}

void byAQuestion(Writer *Client) {
  struct Ask {
    static bool isLast(const Event &E) { return E.Last || E.Id < 0; }
  };
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    do {
      makeEvent(E);
      Events.put(E);
    } while (!E.Last);
  });
  bool Done = false;
  while (!Done) {
    Event E;
    Events.take(E);
    Client->Write(E);
    if (Ask::isLast(E))
      Done = true;
  }
  Generator.join();
}

void byTheTasksFlag(Writer *Client) {
  Channel<Event> Events(16);
  std::atomic<bool> Finished{false};
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Finished = true;
  });
  while (!Finished)
    Client->Write(*Events.take());
  Generator.join();
}

void byTheFuture(Writer *Client) {
  Channel<Event> Events(16);
  auto Done = std::async(std::launch::async, [&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
  });
  while (Done.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    Client->Write(*Events.take());
}

void whileOpen(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  while (!Events.isClosed())
    if (auto E = Events.take())
      Client->Write(*E);
  Generator.join();
}

// What could not be sent is drained.
void drained(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  bool Broken = false;
  while (auto E = Events.take())
    if (!Client->Write(*E)) {
      Broken = true;
      break;
    }
  if (Broken)
    while (Events.take()) {
    }
  Generator.join();
}

// Both count.
void counted(Writer *Client, int Count) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    for (int I = 0; I < Count; ++I)
      Events.put(Event());
  });
  for (int I = 0; I < Count; ++I)
    Client->Write(*Events.take());
  Generator.join();
}

// What was fed to workers comes back from them.
void relayed(Writer *Client, int Count) {
  Channel<Event> Jobs(16), Results(16);
  std::thread Worker([&] {
    while (auto Job = Jobs.take())
      Results.put(*Job);
  });
  std::thread Feeder([&] {
    for (int I = 0; I < Count; ++I)
      Jobs.put(Event());
    Jobs.close();
  });
  for (int I = 0; I < Count; ++I)
    Client->Write(*Results.take());
  Feeder.join();
  Worker.join();
}

// The task has ended.
void joinedFirst(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    for (int I = 0; I < 10; ++I)
      Events.put(Event());
    Events.close();
  });
  Generator.join();
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}

// Puts that do not wait, or not for ever, or for a stop signal as well.
void tried(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.try_put(E);
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}

void timed(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put_for(E, std::chrono::seconds(1)))
        return;
    Events.close();
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}

class Cancellable {
public:
  explicit Cancellable(const std::atomic<bool> &Stop) : Stop(Stop) {}
  bool put(const Event &E) {
    std::unique_lock<std::mutex> Lock(Mutex);
    Changed.wait(Lock, [&] { return Stop || Items.size() < 16; });
    if (Stop)
      return false;
    Items.push_back(E);
    Changed.notify_all();
    return true;
  }
  Event take() {
    std::unique_lock<std::mutex> Lock(Mutex);
    Changed.wait(Lock, [&] { return !Items.empty(); });
    Event E = Items.front();
    Items.pop_front();
    Changed.notify_all();
    return E;
  }
  void poke() { Changed.notify_all(); }

private:
  const std::atomic<bool> &Stop;
  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<Event> Items;
};
void cancelled(Writer *Client) {
  std::atomic<bool> Stop{false};
  Cancellable Events(Stop);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E))
        return;
  });
  while (Client->Write(Events.take())) {
  }
  Stop = true;
  Events.poke();
  Generator.join();
}

class Watching {
public:
  bool put(const Event &E, const grpc::ServerContext *Context) {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (Items.size() >= 16) {
      if (Context->IsCancelled())
        return false;
      Changed.wait(Lock);
    }
    Items.push_back(E);
    return true;
  }
  bool take(Event &E) {
    std::unique_lock<std::mutex> Lock(Mutex);
    while (Items.empty())
      Changed.wait(Lock);
    E = Items.front();
    Items.pop_front();
    Changed.notify_all();
    return true;
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<Event> Items;
};
void watched(grpc::ServerContext *Context, Writer *Client) {
  Watching Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      if (!Events.put(E, Context))
        return;
  });
  Event E;
  while (Events.take(E))
    if (!Client->Write(E))
      break;
  Generator.join();
}

// Others have it, too.
void elsewhere(Channel<Event> &);
void shared(Writer *Client) {
  Channel<Event> Events(16);
  elsewhere(Events);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}

std::shared_ptr<Channel<Event>> returned(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  }).detach();
  while (auto E = Events->take())
    if (!Client->Write(*E))
      break;
  return Events;
}

std::vector<std::shared_ptr<Channel<Event>>> Open;
void stored(Writer *Client) {
  auto Events = std::make_shared<Channel<Event>>(16);
  Open.push_back(Events);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  }).detach();
  while (auto E = Events->take())
    if (!Client->Write(*E))
      return;
}

void given(Channel<Event> &Events, Writer *Client) {
  std::thread([&Events] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  }).detach();
  while (auto E = Events.take())
    if (!Client->Write(*E))
      return;
}

class Session {
  Channel<Event> Events{16};

public:
  void run(Writer *Client) {
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
  void stop() { Events.close(); }
};

void twoTakers(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
    Events.close();
  });
  std::thread Other([&] {
    while (Events.take()) {
    }
  });
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Other.join();
  Generator.join();
}

void hidden(Channel<Event> &);
void hiddenTask(Writer *Client) {
  Channel<Event> Events(16);
  std::thread Generator(hidden, std::ref(Events));
  while (auto E = Events.take())
    if (!Client->Write(*E))
      break;
  Generator.join();
}

// A buffered channel takes one element without a taker.
void onePut(Writer *Client) {
  Channel<Event> Results(1);
  std::thread Worker([&] { Results.put(Event()); });
  if (Client->Write(Event()))
    Results.take();
  Worker.join();
}

// Consumers: closed on each exit, or told to end.
bool readEvent(Event &E);
void consume(Event E);
bool feed() {
  Channel<Event> Events(16);
  std::thread Worker([&] {
    while (auto E = Events.take())
      consume(*E);
  });
  Event E;
  bool Good = true;
  while (Good && readEvent(E)) {
    Good = E.Id >= 0;
    Events.put(E);
  }
  Events.close();
  Worker.join();
  return Good;
}

void sentinel(const std::deque<Event> &All) {
  Channel<const Event *> Events(16);
  std::thread Worker([&] {
    const Event *E = nullptr;
    while (Events.take(E)) {
      if (!E)
        break;
      consume(*E);
    }
  });
  for (const Event &E : All)
    Events.put(&E);
  Events.put(nullptr);
  Worker.join();
}

void lastPut(const std::deque<Event> &All) {
  Channel<Event> Events(16);
  std::thread Worker([&] {
    for (auto E = Events.take(); E && !E->Last; E = Events.take())
      consume(*E);
  });
  for (const Event &E : All)
    Events.put(E);
  Event Last;
  Last.Last = true;
  Events.put(Last);
  Worker.join();
}

void markedInTheData(const std::deque<Event> &All) {
  Channel<Event> Events(16);
  std::thread Worker([&] {
    while (auto E = Events.take()) {
      if (E->Last)
        return;
      consume(*E);
    }
  });
  for (const Event &E : All) {
    Events.put(E);
    if (E.Last)
      break;
  }
  Worker.join();
}

void takesOnce() {
  Channel<Event> Jobs(1);
  std::thread Worker([&] { consume(*Jobs.take()); });
  Jobs.put(Event());
  Worker.join();
}

void takesSome(int Count) {
  Channel<Event> Jobs(1);
  std::thread Worker([&] {
    for (int I = 0; I < Count; ++I)
      consume(*Jobs.take());
  });
  for (int I = 0; I < Count; ++I)
    Jobs.put(Event());
  Worker.join();
}

// Whose put does not wait.
class Unbounded {
public:
  void put(const Event &E) {
    std::lock_guard<std::mutex> Lock(Mutex);
    Items.push_back(E);
    NotEmpty.notify_one();
  }
  Event take() {
    std::unique_lock<std::mutex> Lock(Mutex);
    NotEmpty.wait(Lock, [&] { return !Items.empty(); });
    Event E = Items.front();
    Items.pop_front();
    return E;
  }

private:
  std::mutex Mutex;
  std::condition_variable NotEmpty;
  std::deque<Event> Items;
};
void unbounded(Writer *Client) {
  Unbounded Events;
  std::thread Generator([&] {
    Event E;
    while (makeEvent(E))
      Events.put(E);
  });
  while (Client->Write(Events.take())) {
  }
  Generator.join();
}

// Ends with the process.
int main() {
  auto Events = std::make_shared<Channel<Event>>(16);
  std::thread([Events] {
    Event E;
    while (makeEvent(E))
      Events->put(E);
    Events->close();
  }).detach();
  while (auto E = Events->take())
    if (!readEvent(*E))
      return 1;
}
