// What the check's page names as missed: pinned here, so that a change is seen.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include <future>
#include <memory>
#include <vector>

int work();
void log();
bool more();

void asked() {
  std::async(work).valid();
  std::async(work).wait_for(std::chrono::seconds(1));
}

void variables() {
  {
    std::future<int> Array[] = {std::async(work), std::async(work)};
  }
  {
    std::vector<std::future<int>> All;
    All.push_back(std::async(work));
  }
  {
    auto Boxed = std::make_shared<std::future<int>>(std::async(work));
  }
  auto NotLast = std::async(work);
  log();
}

struct Service {
  std::future<int> Pending;
};
void overwritten(Service &S) {
  std::future<int> Twice = std::async(work);
  Twice = std::async(work);
Again:
  Twice = std::async(work);
  if (more())
    goto Again;
  std::future<int> &Reference = Twice;
  while (more())
    Reference = std::async(work);
  while (more())
    S.Pending = std::async(work);
}

std::future<int> makers(std::future<int> (*Pointer)(),
                        std::future<int> (Service::*Method)(), Service &S) {
  Pointer();
  (S.*Method)();
  return {};
}

int defaultArgument(int Value = (std::async(work), 1));
