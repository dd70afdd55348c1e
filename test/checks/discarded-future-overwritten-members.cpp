// The same for what outlives the function: members, globals, statics. Code that
// is out of sight may wait for those, so that a call of it in the loop counts
// as done right.
//
// RUN: %check %s leash-discarded-future -std=c++11-or-later -mocks -- -- -Wno-unused

#include <future>

int work();
void drain();
bool more();
struct Service;
void drainService(Service &S);
void drainPointer(Service *S);

struct Service {
  std::future<int> Pending;
  static std::future<int> Static;
  int Turns = 0;
  bool Wanted = false;
  Service *Next = nullptr;
  void waitForIt();
  void waitHere() { Pending.wait(); }

  void flagged() {
    while (Wanted)
      Pending = std::async(work);
      // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
  }
  void flaggedThis() {
    for (int I = 0; I < Turns; ++I) {
      this->Pending = std::async([this] { return Turns; });
      // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
    }
  }

  void asksMethod() {
    while (Wanted) {
      waitForIt();
      Pending = std::async(work);
    }
  }
  void asksVisibleMethod() {
    while (Wanted) {
      waitHere();
      Pending = std::async(work);
    }
  }
  void handsOnReference() {
    while (Wanted) {
      drainService(*this);
      Pending = std::async(work);
    }
  }
  void handsOnPointer() {
    while (Wanted) {
      drainPointer(this);
      Pending = std::async(work);
    }
  }
  void callsLambda() {
    auto Wait = [this] { Pending.wait(); };
    while (Wanted) {
      Wait();
      Pending = std::async(work);
    }
  }
  void callsLambdaInPlace() {
    while (Wanted) {
      [this] { Pending.wait(); }();
      Pending = std::async(work);
    }
  }
  void asksItself() {
    while (Wanted) {
      if (Pending.valid())
        Pending.get();
      Pending = std::async(work);
    }
  }
  void staticMember() {
    while (more())
      Static = std::async(work);
  }
};

// Another object in each turn.
void all(Service *S) {
  for (; S; S = S->Next)
    S->Pending = std::async(work);
}
void one(Service &S) {
  while (more()) {
    S.Pending.wait();
    S.Pending = std::async(work);
  }
}

std::future<int> Global;
static std::future<int> Hidden;
void flaggedGlobal(int N) {
  for (int I = 0; I < N; ++I)
    Global = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
void flaggedHidden(int N) {
  while (N--)
    Hidden = std::async(work);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: this overwrites the future of the previous turn, which nobody has waited for: the assignment waits for that task, so no more than two run at once [leash-discarded-future]
}
void drainsOutOfSight() {
  while (more()) {
    drain();
    Global = std::async(work);
  }
}
void conditionOutOfSight() {
  while (more())
    Global = std::async(work);
}
static void drainHidden() { Hidden.wait(); }
void drainsInSight(int N) {
  while (N--) {
    drainHidden();
    Hidden = std::async(work);
  }
}
void drainsByHand(int N) {
  while (N--) {
    if (Hidden.valid())
      Hidden.wait();
    Hidden = std::async(work);
  }
}
