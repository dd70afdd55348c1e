// A header of the user's: what it starts is reported here, once.
#ifndef LEASH_TEST_UNBOUNDED_SPAWN_H
#define LEASH_TEST_UNBOUNDED_SPAWN_H

#include <thread>
#include <vector>

void work();
void serve(int);

inline void startInHeader() {
  std::thread(work).detach();
}

inline void serveInHeader(const std::vector<int> &items) {
  for (int each : items)
    std::thread(serve, each).detach();
}

class InHeader {
public:
  void run() {
    while (!Stop) {
      work();
      std::thread(work).detach();
    }
  }
  void stop() { Stop = true; }

private:
  volatile bool Stop = false;
};

#endif
