// leash-unbounded-spawn in templates: said once, also where nothing
// instantiates them here; silent where it depends on the parameters.
//
// RUN: %check %s leash-unbounded-spawn -std=c++14-or-later -mocks
#include <array>
#include <thread>
#include <utility>
#include <vector>

void work();
void serve(int);
int nextClient();

//===--- Nothing depends on a parameter -----------------------------------===//

template <typename T> void never() {
  while (true)
    std::thread(serve, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
template <typename T> void twice() {
  while (true)
    std::thread(serve, nextClient()).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
template void twice<int>();
template void twice<long>();

//===--- The task or the data depends -------------------------------------===//

template <typename F> void run(F f) {
  for (;;)
    std::thread(f).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void instantiates() {
  run(work);
  run([] { work(); });
}
template <typename T> void each(const std::vector<T> &items) {
  for (const T &item : items)
    std::thread([item] { serve(item); }).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each element of 'items' [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
template void each<int>(const std::vector<int> &);
template void each<char>(const std::vector<char> &);

template <typename F, typename... A> void forward(F &&f, A &&...a) {
  while (true)
    std::thread(std::forward<F>(f), std::forward<A>(a)...).detach();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void forwards() { forward(serve, 1); }

template <typename T> class Server {
public:
  void run() {
    while (Running) {
      int fd = nextClient();
      std::thread(serve, fd).detach();
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop runs until it is told to stop [leash-unbounded-spawn]
      // CHECK-MESSAGES: :[[@LINE-4]]:5: note: the loop is here
    }
  }
  void stop() { Running = false; }

private:
  volatile bool Running = true;
};
template class Server<int>;
template class Server<long>;

//===--- Silent -----------------------------------------------------------===//

// What the range is, is not known: it may be an array.
template <typename R> void unknownRange(const R &range) {
  for (int item : range)
    std::thread(serve, item).detach();
}
template <typename R> void alwaysConstant(R &range) {
  for (int item : range)
    std::thread(serve, item).detach();
}
void constants() {
  std::array<int, 2> ports{{80, 443}};
  alwaysConstant(ports);
  int local[] = {1, 2, 3};
  alwaysConstant(local);
}
void genericLambda(const std::vector<int> &items) {
  auto all = [](const auto &range) {
    for (int item : range)
      std::thread(serve, item).detach();
  };
  all(items);
}
template <unsigned N> void parameter() {
  for (unsigned i = 0; i < N; ++i)
    std::thread(work).detach();
}
template void parameter<4>();
template <typename T, std::size_t N> void array(T (&items)[N]) {
  for (const T &item : items)
    std::thread(serve, item).detach();
  for (std::size_t i = 0; i < N; ++i)
    std::thread(serve, items[i]).detach();
}
void arrays() {
  int few[] = {1, 2};
  array(few);
}
template <typename T> void joins(const std::vector<T> &items) {
  for (const T &item : items) {
    std::thread t([item] { serve(item); });
    t.join();
  }
}
template void joins<int>(const std::vector<int> &);
// It may join, or wait for a slot.
template <typename T> void dependentCall(T &limiter) {
  while (true) {
    limiter.acquire();
    std::thread(serve, nextClient()).detach();
  }
}
template <typename Thread> void dependentThread() {
  while (true)
    Thread(serve, nextClient());
}
