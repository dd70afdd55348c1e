// A library's header: nothing is reported in it, nor in what its macros hold.
#include <thread>

namespace library {
void run();
void complain();
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
// As unit tests do it, in this odd way so that an else finds its if.
#define LIBRARY_REQUIRE(condition)                                             \
  switch (0)                                                                   \
  case 0:                                                                      \
  default:                                                                     \
    if (condition)                                                             \
      ;                                                                        \
    else                                                                       \
      return library::complain()
#define LIBRARY_EXPECT(condition)                                              \
  switch (0)                                                                   \
  case 0:                                                                      \
  default:                                                                     \
    if (condition)                                                             \
      ;                                                                        \
    else                                                                       \
      library::run()
