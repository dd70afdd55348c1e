// A library's header: nothing is reported in it, nor in what its macros hold.
#include <thread>

namespace library {
void run();
inline void start() { std::thread(run).detach(); }
template <typename F> void start(F f) { std::thread(f).detach(); }
} // namespace library

#define LIBRARY_START(f) std::thread(f).detach()
#define LIBRARY_EVALUATE(...) __VA_ARGS__
#define LIBRARY_STOPPED(flag) (flag)
