// leash-unclosed-pool: pools that the user's own API file describes.
//
// RUN: %check %s leash-unclosed-pool -std=c++14,c++20 -mocks -- --config='{CheckOptions: [{key: leash-unclosed-pool.ApiFiles, value: %S/Inputs/unclosed-pool-api.yaml}]}'
// RUN: %check %s leash-unclosed-pool -std=c++14,c++20 -mocks -check-suffix=NONE
#include <memory>

namespace acme {
class Crew {
public:
  explicit Crew(int);
  ~Crew();
  void work(void (*)());
  void goHome();
};
class Squad {
public:
  ~Squad();
};
struct Lab;
int openLab(Lab **);
void closeLab(Lab *);
void visitLab(Lab *);
} // namespace acme

void work();
bool busy();

void leaked() {
  acme::Crew crew(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: crew 'crew' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+4]]:1: note: 'crew' goes out of scope here
  auto *squad = new acme::Squad;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: squad 'squad' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+1]]:1: note: 'squad' goes out of scope here
}
void labNeverClosed() {
  acme::Lab *lab;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: laboratory 'lab' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+2]]:3: note: the pool is made here
  // CHECK-MESSAGES: :[[@LINE+3]]:1: note: 'lab' goes out of scope here
  acme::openLab(&lab);
  acme::visitLab(lab);
}
int labNotAlways() {
  acme::Lab *lab = nullptr;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: laboratory 'lab' is not closed on every path: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE+3]]:7: note: the pool is made here
  // CHECK-MESSAGES: :[[@LINE+4]]:7: note: this condition is true
  // CHECK-MESSAGES: :[[@LINE+4]]:5: note: the function returns here
  if (acme::openLab(&lab) != 0)
    return -1;
  if (busy())
    return 1;
  acme::closeLab(lab);
  return 0;
}
class Firm {
public:
  void start() { Crew = std::make_unique<acme::Crew>(4); }

private:
  std::unique_ptr<acme::Crew> Crew;
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: crew member 'Crew' is never closed: its threads run on [leash-unclosed-pool]
  // CHECK-MESSAGES: :[[@LINE-5]]:25: note: the pool is made here
  acme::Squad Squad;
};

void closed() {
  acme::Crew crew(4);
  crew.work(work);
  crew.goHome();
  acme::Squad squad;
  auto owned = std::make_unique<acme::Squad>();
}
int labClosed() {
  acme::Lab *lab;
  if (acme::openLab(&lab))
    return -1;
  acme::visitLab(lab);
  acme::closeLab(lab);
  return 0;
}
class ClosedFirm {
public:
  ~ClosedFirm() { Crew.goHome(); }

private:
  acme::Crew Crew{4};
};
