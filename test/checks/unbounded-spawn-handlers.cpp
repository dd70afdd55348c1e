// leash-unbounded-spawn: functions that run once for each event. Where they are
// registered there is no loop to be seen, and they are the body of one.
//
// RUN: %check %s leash-unbounded-spawn -std=c++20-or-later -mocks
#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <greeter.grpc.pb.h>
#include <httplib.h>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <semaphore>
#include <stdlib.h>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using httplib::Request;
using httplib::Response;

void work();
void post(int);
int event(const Request &);

//===--- HTTP: reported ---------------------------------------------------===//

void analytics(httplib::Server &server) {
  server.Get("/items", [](const Request &request, Response &response) {
    int e = event(request);
    std::thread([e] { post(e); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:10: note: the function is registered here
    response.set_content("ok", "text/plain");
  });
  server.Post("/items", [](const Request &request, Response &) {
    std::thread poster(post, event(request));
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the function is registered here
    poster.detach();
  });
}
// One registration, two threads.
void two(httplib::Server &server) {
  server.Get("/", [](const Request &, Response &) {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the function is registered here
    std::jthread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:10: note: the function is registered here
  });
}
std::vector<std::future<void>> Results;
void keepsFutures(httplib::Server &server) {
  server.Get("/", [](const Request &request, Response &) {
    Results.push_back(std::async(std::launch::async, post, event(request)));
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a task is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:10: note: the function is registered here
  });
}
void handleItems(const Request &request, Response &) {
  std::thread(post, event(request)).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE+2]]:46: note: the function is registered here
}
void named(httplib::Server &server) { server.Get("/items", handleItems); }
void lambdaInAVariable(httplib::Server &server) {
  auto handler = [](const Request &request, Response &) {
    std::thread(post, event(request)).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE+2]]:10: note: the function is registered here
  };
  server.Get("/items", handler);
}
class Api {
public:
  void setUp() {
    Server.Post("/jobs", [this](const Request &request, Response &) {
      Workers.emplace_back(post, event(request));
      // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-3]]:12: note: the function is registered here
    });
    Server.Get("/jobs", std::bind(&Api::list, this, std::placeholders::_1,
                                   std::placeholders::_2));
  }

private:
  void list(const Request &, Response &) {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-8]]:12: note: the function is registered here
  }
  httplib::Server Server;
  std::vector<std::thread> Workers;
};
// A number of threads for each request.
void four(httplib::Server &server) {
  server.Get("/", [](const Request &, Response &) {
    for (int i = 0; i < 4; ++i)
      std::thread(work).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:10: note: the function is registered here
  });
}

//===--- HTTP: a function that spawns -------------------------------------===//

void record(int e) {
  std::thread(post, e).detach();
}
void callsASpawner(httplib::Server &server) {
  server.Get("/", [](const Request &request, Response &) {
    record(event(request));
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'record' starts a thread and does not wait for it, for each HTTP request, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-6]]:3: note: the thread starts here
    // CHECK-MESSAGES: :[[@LINE-4]]:10: note: the function is registered here
  });
}

//===--- HTTP: silent -----------------------------------------------------===//

std::counting_semaphore<> Slots(8);
std::atomic<int> Running{0};
void limited(httplib::Server &server) {
  server.Get("/semaphore", [](const Request &request, Response &) {
    if (!Slots.try_acquire())
      return; // dropped: there is too much to do
    std::thread([e = event(request)] {
      post(e);
      Slots.release();
    }).detach();
  });
  server.Get("/counter", [](const Request &request, Response &response) {
    if (Running >= 8) {
      response.set_content("busy", "text/plain");
      return;
    }
    ++Running;
    std::thread([e = event(request)] {
      post(e);
      --Running;
    }).detach();
  });
}
void waited(httplib::Server &server) {
  server.Get("/join", [](const Request &request, Response &) {
    std::thread poster(post, event(request));
    work();
    poster.join();
  });
  server.Get("/jthread", [](const Request &request, Response &) {
    std::jthread poster(post, event(request));
    work();
  });
  server.Get("/get", [](const Request &request, Response &) {
    auto done = std::async(std::launch::async, post, event(request));
    work();
    done.get();
  });
  server.Get("/four", [](const Request &, Response &) {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 4; ++i)
      workers.emplace_back(work);
  });
}
class Pool {
public:
  bool trySubmit(std::function<void()>);
};
void submitted(httplib::Server &server, Pool &pool) {
  server.Get("/", [&pool](const Request &request, Response &) {
    pool.trySubmit([e = event(request)] { post(e); });
  });
}
void once(httplib::Server &server) {
  server.Get("/", [](const Request &, Response &) {
    static std::thread worker(work);
  });
  bool started = false;
  server.Get("/started", [started](const Request &, Response &) mutable {
    if (started)
      return;
    started = true;
    std::thread(work).detach();
  });
}
// No event: it runs when the process ends.
void atTheEnd() {
  atexit([] { std::thread(work).detach(); });
}
// Nobody knows how often it is called.
void later(std::function<void(const Request &, Response &)>);
void notCatalogued() {
  later([](const Request &, Response &) { std::thread(work).detach(); });
}
void neverRegistered(const Request &, Response &) {
  std::thread(work).detach();
}
// It runs beside the server, not for each request.
void besideIt(httplib::Server &server) {
  std::thread ticker(work);
  server.Get("/", [](const Request &, Response &) { work(); });
  server.listen("0.0.0.0", 80);
  ticker.join();
}

//===--- RPC --------------------------------------------------------------===//

class Greetings : public demo::Greeter::Service {
public:
  grpc::Status SayHello(grpc::ServerContext *, const demo::HelloRequest *,
                        demo::HelloReply *) override {
    std::thread(work).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each RPC, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:16: note: this method runs once for each RPC
    return {};
  }
  grpc::Status SayGoodbye(grpc::ServerContext *, const demo::HelloRequest *,
                          demo::HelloReply *) override {
    auto done = std::async(std::launch::async, work);
    done.wait();
    return {};
  }
  // Its own, which gRPC does not know.
  void warmUp() { std::thread(work).detach(); }
};
class Limited final : public demo::Greeter::Service {
public:
  grpc::Status SayHello(grpc::ServerContext *, const demo::HelloRequest *,
                        demo::HelloReply *) override {
    Permits.acquire();
    std::thread([this] {
      work();
      Permits.release();
    }).detach();
    return {};
  }

private:
  std::counting_semaphore<> Permits{4};
};
class OutOfLine final : public demo::Greeter::Service {
public:
  grpc::Status SayHello(grpc::ServerContext *, const demo::HelloRequest *,
                        demo::HelloReply *) override;
};
grpc::Status OutOfLine::SayHello(grpc::ServerContext *,
                                 const demo::HelloRequest *,
                                 demo::HelloReply *) {
  std::thread(work).detach();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: a thread is started for each RPC, and nothing limits how many run at once [leash-unbounded-spawn]
  // CHECK-MESSAGES: :[[@LINE-5]]:25: note: this method runs once for each RPC
  return {};
}

//===--- Messages ---------------------------------------------------------===//

class Consumer : public RdKafka::ConsumeCb {
public:
  void consume_cb(RdKafka::Message &message, void *) override {
    int n = static_cast<int>(message.len());
    std::thread([n] { post(n); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each message, and nothing limits how many run at once [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:8: note: this method runs once for each message
  }
};
class Bounded : public RdKafka::ConsumeCb {
public:
  void consume_cb(RdKafka::Message &message, void *) override {
    int n = static_cast<int>(message.len());
    Slots.acquire();
    std::thread([n] {
      post(n);
      Slots.release();
    }).detach();
  }
};
void consumes(RdKafka::KafkaConsumer &consumer) {
  while (true) {
    RdKafka::Message *message = consumer.consume(100);
    std::thread([message] {
      work();
      delete message;
    }).detach();
    // CHECK-MESSAGES: :[[@LINE-4]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-7]]:3: note: the loop is here
  }
}
