// An assignment in a loop that drops the previous turn's future.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include <future>
#include <vector>

int work();
int item(int);
void log();
bool more();
int next();
std::future<int> startElsewhere();
std::future<int> start() { return std::async(work); }

void flagged(int N, const std::vector<int> &Items) {
  std::future<int> F;
  for (int I = 0; I < N; ++I)
    F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
void flaggedWhile() {
  std::future<int> F;
  while (more()) {
    log();
    F = std::async(std::launch::async, work);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
    log();
  }
}
void flaggedDo() {
  std::future<int> F;
  do
    F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  while (more());
}
void flaggedRange(const std::vector<int> &Items) {
  std::future<int> F;
  for (int Item : Items) {
    F = std::async(item, Item);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  }
  F.get();
}
void flaggedNested(const std::vector<int> &Items) {
  std::future<int> F;
  for (int A : Items)
    for (int B : Items)
      if (A < B)
        F = std::async(work);
        // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
void flaggedUnderConditions(const std::vector<int> &Items) {
  std::future<int> F;
  for (int Item : Items) {
    if (Item < 0)
      continue;
    try {
      F = std::async(item, Item);
      // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
    } catch (...) {
    }
    if (Item > 100)
      break;
  }
}
void flaggedMakers() {
  std::future<int> F;
  while (more())
    F = start();
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
    // CHECK-MESSAGES: :[[@LINE-59]]:35: note: the future is made here
}
void flaggedUnseenMaker() {
  std::future<int> F;
  while (more())
    F = startElsewhere();
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: if an asynchronous call made it, the assignment waits; if not, its result and exceptions are lost [leash-discarded-future]
}
void flaggedShared() {
  std::shared_future<int> F;
  while (more())
    F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
void flaggedParameter(std::future<int> F) {
  while (more())
    F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
void flaggedStaticLocal() {
  static std::future<int> F;
  while (more())
    F = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
// One assignment, one report.
void flaggedOnce(bool B) {
  std::future<int> F;
  while (more())
    F = B ? std::async(work) : std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
void flaggedIncrement() {
  std::future<int> F;
  for (; more(); F = std::async(work))
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
    log();
}
void flaggedBothArms() {
  std::future<int> F;
  while (more())
    if (next() > 1)
      F = std::async(work);
      // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
    else
      F = std::async(work);
      // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
void flaggedInLambda() {
  auto L = [] {
    std::future<int> F;
    while (more())
      F = std::async(work);
      // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  };
  L();
}

// Something asks the future in the turn.
void asked(const std::vector<int> &Items) {
  std::future<int> F, G, H, I, J, K;
  for (int Item : Items) {
    if (F.valid())
      F.get();
    F = std::async(work);
  }
  for (int Item : Items) {
    G = std::async(work);
    G.wait();
  }
  std::vector<std::future<int>> All;
  for (int Item : Items) {
    H = std::async(work);
    All.push_back(std::move(H));
  }
  while (I.valid())
    I = std::async(work);
  do
    J = std::async(work);
  while (J.get() > 1);
  for (int Item : Items) {
    if (Item > 3)
      K.wait();
    K = std::async(work);
  }
}

// The loop is left after it.
[[noreturn]] void fail();
struct Error {
  explicit Error(const char *);
  ~Error();
};
int left(const std::vector<int> &Items) {
  std::future<int> F;
  for (int Item : Items) {
    F = std::async(work);
    break;
  }
  for (int Item : Items) {
    F = std::async(work);
    log();
    { break; }
  }
  while (true) {
    F = std::async(work);
    if (more())
      break;
    else
      return 1;
  }
  while (more()) {
    F = std::async(work);
    fail();
  }
  while (more()) {
    F = std::async(work);
    throw Error("enough");
  }
  while (more()) {
    F = std::async(work);
    throw 1;
  }
  while (more()) {
    F = std::async(work);
    goto End;
  }
  for (int Item : Items) {
    F = std::async(work);
    return 2;
  }
End:
  return 3;
}

// It looks made to happen once.
void once(const std::vector<int> &Items) {
  std::future<int> F;
  bool Started = false;
  for (int Item : Items)
    if (!Started) {
      F = std::async(work);
      Started = true;
    }
  for (int Item : Items)
    if (Item == 7)
      F = std::async(work);
  do {
    F = std::async(work);
  } while (false);
  do {
    F = std::async(work);
  } while (0);
}

// A place of its own for each turn.
void places(const std::vector<int> &Items, std::vector<std::future<int>> &All,
            std::future<int> *Next) {
  std::future<int> Array[4];
  for (int I = 0; I < 4; ++I)
    Array[I] = std::async(work);
  for (std::size_t I = 0; I < All.size(); ++I)
    All[I] = std::async(work);
  for (std::future<int> &F : All)
    F = std::async(work);
  for (auto It = All.begin(); It != All.end(); ++It)
    *It = std::async(work);
  while (more())
    *Next++ = std::async(work);
  for (int Item : Items) {
    std::future<int> Own;
    Own = std::async(work);
    log();
  }
  std::vector<std::future<int>> Back(1);
  while (more()) {
    Back.back() = std::async(work);
    Back.emplace_back();
  }
}

// Reached by another name.
void watch(std::future<int> *Watched);
void aliases() {
  std::future<int> F;
  std::future<int> &Alias = F;
  while (more()) {
    if (Alias.valid())
      Alias.wait();
    F = std::async(work);
  }
  std::future<int> G;
  auto Drain = [&G] { G.wait(); };
  while (more()) {
    G = std::async(work);
    Drain();
  }
  std::future<int> H;
  auto DrainAll = [&] { H.wait(); };
  while (more()) {
    DrainAll();
    H = std::async(work);
  }
  std::future<int> I;
  watch(&I);
  while (more())
    I = std::async(work);
  std::future<int> J;
  while (more())
    Alias = std::async(work);
  while (more())
    [&] { J = std::async(work); }();
}

// No loop.
void straight() {
  std::future<int> F = std::async(work);
  F = std::async(work);
  F.get();
  static std::future<int> Last;
  Last = std::async(work);
}
