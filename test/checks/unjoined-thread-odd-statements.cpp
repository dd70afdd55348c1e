// leash-unjoined-thread: statements that people write around a thread, all
// right.
//
// RUN: %check %s leash-unjoined-thread -std=c++20-or-later -mocks
#include <functional>
#include <future>
#include <thread>

void work();
bool ready();
int count();
void complain();
#define EXPECT_EQ(a, b)                                                        \
  if ((a) == (b))                                                              \
    ;                                                                          \
  else                                                                         \
    complain()

void expectations() {
  std::thread t(work);
  EXPECT_EQ(count(), 1);
  t.join();
}
void inTheIf() {
  if (std::thread t{work}; ready())
    t.join();
  else
    t.detach();
}
void inTheFor() {
  for (std::thread t(work);;) {
    t.join();
    break;
  }
}
void byAnId() {
  std::thread t;
  if (ready())
    t = std::thread(work);
  if (t.get_id() != std::thread::id())
    t.join();
}
void joinedByATask() {
  std::thread t(work);
  auto f = std::async(std::launch::async, [&t] { t.join(); });
  f.get();
}
void throwsAfterAComma() {
  std::thread t(work);
  if (ready())
    throw (t.join(), 1);
  t.join();
}
void caughtByType() {
  std::thread t(work);
  try {
    if (ready())
      throw 1;
    t.join();
  } catch (int) {
    t.join();
  }
}
template <typename... T> void joinAll(T &...ts) { (ts.join(), ...); }
void foldedOver() {
  std::thread t(work), u(work);
  joinAll(t, u);
}
