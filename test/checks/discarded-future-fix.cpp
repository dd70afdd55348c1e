// The fix-it says openly what happens anyway: the caller waits.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -fix -- -- -Wno-unused

#include <future>
#include <tuple>

int work();
int item(int);
void log();
bool more();
std::future<int> start() { return std::async(work); }
std::shared_future<void> share();
struct Service {
  std::future<int> run(int) { return std::async(work); }
};

void statements(bool B, Service &S, Service *P) {
  std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}std::async(work).get();
  std::async(std::launch::async, item, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}std::async(std::launch::async, item, 1).get();
  (void)std::async(work);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}(void)std::async(work).get();
  static_cast<void>(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}static_cast<void>(std::async(work).get());
  void(std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}void(std::async(work).get());
  (std::async(work));
  // CHECK-MESSAGES: :[[@LINE-1]]:4: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}(std::async(work).get());
  std::async(work), log();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}std::async(work).get(), log();
  std::async([] { return work(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}std::async([] { return work(); }).get();
  std::async(
      work
  );
  // CHECK-MESSAGES: :[[@LINE-3]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}).get();
  if (B)
    std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^    }}std::async(work).get();
  for (; more(); std::async(work))
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
    log();
  // CHECK-FIXES: {{^  }}for (; more(); std::async(work).get())
  start();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'start' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-46]]:35: note: the future is made here
  // CHECK-FIXES: {{^  }}start().get();
  S.run(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'run' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-47]]:38: note: the future is made here
  // CHECK-FIXES: {{^  }}S.run(1).get();
  P->run(2);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future that 'run' returns is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-MESSAGES: :[[@LINE-51]]:38: note: the future is made here
  // CHECK-FIXES: {{^  }}P->run(2).get();
}
template <typename F> void dependent(F Task) {
  std::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}std::async(Task).get();
}
template <typename F> void instantiated(F Task) {
  std::async(Task);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
  // CHECK-FIXES: {{^  }}std::async(Task).get();
}
void instantiate() {
  instantiated(work);
  instantiated([] { return 1.0; });
}
auto Lambda = [] { std::async(work); };
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the future of this 'std::async' call is discarded: its destructor waits for the task, so nothing runs in the background [leash-discarded-future]
// CHECK-FIXES: auto Lambda = [] { std::async(work).get(); };
