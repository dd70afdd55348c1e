// A library: what it starts is not the user's to mend.
#ifndef LEASH_TEST_UNBOUNDED_SPAWN_LIBRARY_H
#define LEASH_TEST_UNBOUNDED_SPAWN_LIBRARY_H

#include <thread>

#define LIBRARY_SERVE_ALL(range, f)                                            \
  do {                                                                         \
    for (int each : range)                                                     \
      std::thread(f, each).detach();                                           \
  } while (false)

namespace library {
template <typename R, typename F> void serveAll(const R &range, F f) {
  for (int each : range)
    std::thread(f, each).detach();
}
inline void start(void (*f)()) { std::thread(f).detach(); }
inline void startForEver(void (*f)()) {
  while (true)
    std::thread(f).detach();
}
} // namespace library

#endif
