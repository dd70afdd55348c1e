// The mocks compile as each standard, with the shapes that the checks ask for.
//
// RUN: %check %s misc-definitions-in-headers -std=c++11-or-later -mocks
#include <SDL2/SDL.h>
#include <array>
#include <atomic>
#include <barrier>
#include <boost/thread.hpp>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <future>
#include <glib.h>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <process.h>
#include <pthread.h>
#include <semaphore>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <threads.h>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>
#include <windows.h>

struct S {
  int run(int);
  void go() const;
};
int plain(int);
void *body(void *);
void use(std::vector<int> Items) {
  S Object;
  int Local = 0;
  std::thread A(plain, 1);
  std::thread B([&] { ++Local; });
  std::thread C(&S::run, &Object, 3);
  std::thread D(std::ref(Object), 1);
  A.join();
  B.detach();
  C = std::move(D);
  std::future<int> F = std::async(std::launch::async, plain, 2);
  auto G = std::async(&S::go, &Object);
  std::future<void> V = std::async([] {});
  F.wait();
  V.get();
  (void)F.valid();
  std::ignore = std::async(plain, 1);
  V.wait_for(std::chrono::seconds(1));
  std::shared_future<int> H = F.share();
  int X = H.get();
  (void)X;
  std::vector<std::thread> Ts;
  for (int Item : Items)
    Ts.emplace_back(plain, Item);
  for (auto &T : Ts)
    T.join();
  Ts.push_back(std::thread([] {}));
  std::atomic<bool> Stop{false};
  while (!Stop) {
    Stop.load();
    Stop = true;
  }
  std::mutex M;
  std::condition_variable Cv;
  std::unique_lock<std::mutex> L(M);
  Cv.wait(L, [&] { return Stop.load(); });
  std::lock_guard<std::mutex> Guard(M);
  std::promise<int> P;
  P.set_value(1);
  std::promise<void>().set_value();
  std::packaged_task<int(int)> Task(plain);
  Task(3);
  std::thread Q(std::move(Task), 1);
  std::function<void()> Fn = [] {};
  Fn();
  std::thread R(std::bind(plain, 1));
  std::unique_ptr<std::thread> U(new std::thread(Fn));
  U->join();
  auto Sh = std::make_shared<S>();
  Sh->run(1);
  std::string Str = "x";
  Str += "y";
  for (char Ch : Str)
    (void)Ch;
  std::array<int, 3> Arr;
  for (int I : Arr)
    (void)I;
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  throw std::runtime_error("x");
}
#if __cplusplus >= 201402L
void use14() {
  using namespace std::chrono_literals;
  std::this_thread::sleep_for(5s);
  auto U = std::make_unique<S>();
}
#endif
#if __cplusplus >= 201703L
void use17() {
  std::optional<std::thread> T;
  T.emplace([] {});
  T->join();
  std::mutex M, N;
  std::scoped_lock L(M, N);
  std::optional<int> O = 3;
  O = std::nullopt;
}
#endif
#if __cplusplus >= 202002L
void use20() {
  std::jthread T([](std::stop_token S) {
    while (!S.stop_requested())
      ;
  });
  std::latch La(1);
  std::jthread W([&] { La.count_down(); });
  La.wait();
  std::counting_semaphore<4> Se(4);
  Se.acquire();
  std::barrier Ba(3);
  Ba.arrive_and_wait();
  std::stop_callback Cb(T.get_stop_token(), [] {});
  std::condition_variable_any Any;
  std::mutex M;
  std::unique_lock L(M);
  Any.wait(L, T.get_stop_token(), [] { return true; });
}
#endif
void boosted() {
  boost::thread T([] {});
  T.interrupt();
  boost::thread U(plain, 1);
  auto F = boost::async([] { return 1; });
  F.wait();
  boost::thread_group G;
  G.create_thread([] {});
  G.join_all();
}
void c() {
  pthread_t T;
  pthread_attr_t A;
  pthread_attr_init(&A);
  pthread_attr_setdetachstate(&A, PTHREAD_CREATE_DETACHED);
  pthread_create(&T, &A, body, nullptr);
  pthread_detach(T);
  GThread *G = g_thread_new("x", body, nullptr);
  g_thread_unref(G);
  CloseHandle(CreateThread(nullptr, 0, nullptr, nullptr, 0, nullptr));
  _beginthread(nullptr, 0, nullptr);
}
