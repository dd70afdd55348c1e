// A library's header: nothing is reported in it, nor in what its macros hold.
#include <thread>

namespace library {
void run();
[[noreturn]] void fail();
inline void start() { std::thread t(run); }
template <typename F> void start(F f) { std::thread t(f); }
class Server {
  std::thread Thread;

public:
  void start() { Thread = std::thread(run); }
};
} // namespace library

#define LIBRARY_START(f)                                                       \
  do {                                                                         \
    std::thread t(f);                                                          \
  } while (0)
#define LIBRARY_JOIN(t) (t).join()
#define LIBRARY_EVALUATE(...) __VA_ARGS__
#define LIBRARY_ASSERT(condition) ((condition) ? (void)0 : library::fail())
