// leash-detached-thread on Windows: closing the only handle of a thread that
// was just started lets go.
//
// REQUIRES: mingw-headers
// RUN: %check %s leash-detached-thread -std=c++11,c++20 -mocks
// RUN: %check %s leash-detached-thread -std=c++11,c++20 -- -- --target=x86_64-w64-windows-gnu -nostdinc++ -isystem /usr/share/mingw-w64/include
#include <process.h>
#include <windows.h>

void work();
DWORD WINAPI elsewhere(LPVOID);
unsigned elsewhereToo(void *);

static DWORD WINAPI body(LPVOID) {
  work();
  return 0;
}

void atOnce(void *data) {
  CloseHandle(CreateThread(nullptr, 0, body, nullptr, 0, nullptr));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  CloseHandle(CreateThread(nullptr, 0, elsewhere, data, 0, nullptr));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  CloseHandle(
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE+1]]:15: note: the thread starts here
      (HANDLE)_beginthreadex(nullptr, 0, elsewhereToo, data, 0, nullptr));
}

void fresh() {
  HANDLE h = CreateThread(nullptr, 0, body, nullptr, 0, nullptr);
  if (h)
    CloseHandle(h);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: thread 'h' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
    // CHECK-MESSAGES: :[[@LINE-4]]:14: note: the thread starts here
}

void lambda() {
  int n = 0;
  HANDLE h = CreateThread(
      nullptr, 0,
      [](LPVOID p) -> DWORD {
        ++*static_cast<int *>(p);
        return 0;
      },
      &n, 0, nullptr);
  CloseHandle(h);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread 'h' is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
  // CHECK-MESSAGES: :[[@LINE-9]]:14: note: the thread starts here
  // CHECK-MESSAGES: :[[@LINE-4]]:7: note: its task refers to 'n', which dangles once 'lambda' returns
}

// Any handle may be closed: this one may be waited for elsewhere, or is none of
// a thread.
void parameter(HANDLE h) { CloseHandle(h); }
void event() {
  HANDLE h = CreateEventA(nullptr, 0, 0, nullptr);
  CloseHandle(h);
}
struct Owner {
  HANDLE Thread;
  void start() { Thread = CreateThread(nullptr, 0, body, nullptr, 0, nullptr); }
  void close() { CloseHandle(Thread); }
};
void waited() {
  HANDLE h = CreateThread(nullptr, 0, body, nullptr, 0, nullptr);
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h);
}
void waitedForSeveral() {
  HANDLE h[2];
  h[0] = CreateThread(nullptr, 0, body, nullptr, 0, nullptr);
  h[1] = CreateThread(nullptr, 0, body, nullptr, 0, nullptr);
  WaitForMultipleObjects(2, h, 1, INFINITE);
  CloseHandle(h[0]);
  CloseHandle(h[1]);
}
void takes(HANDLE);
void handedOn() {
  HANDLE h = CreateThread(nullptr, 0, body, nullptr, 0, nullptr);
  takes(h);
  CloseHandle(h);
}

//===--- Stopped or waited for --------------------------------------------===//

static volatile long Stop;
static DWORD WINAPI untilStop(LPVOID) {
  while (!Stop)
    work();
  return 0;
}
static DWORD WINAPI forEver(LPVOID) {
  for (;;)
    if (Stop)
      work();
}
static DWORD WINAPI signals(LPVOID p) {
  work();
  SetEvent((HANDLE)p);
  return 0;
}
static HANDLE Quit;
static DWORD WINAPI untilQuit(LPVOID) {
  while (WaitForSingleObject(Quit, 100) != 0)
    work();
  return 0;
}
void stopped() {
  CloseHandle(CreateThread(nullptr, 0, untilStop, nullptr, 0, nullptr));
  CloseHandle(CreateThread(nullptr, 0, untilQuit, nullptr, 0, nullptr));
}
void notStopped() {
  CloseHandle(CreateThread(nullptr, 0, forEver, nullptr, 0, nullptr));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
void coordinated() {
  HANDLE done = CreateEventA(nullptr, 1, 0, nullptr);
  CloseHandle(CreateThread(nullptr, 0, signals, done, 0, nullptr));
  WaitForSingleObject(done, 1000);
  CloseHandle(done);
}
void notCoordinated() {
  HANDLE done = CreateEventA(nullptr, 1, 0, nullptr);
  CloseHandle(CreateThread(nullptr, 0, signals, done, 0, nullptr));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this thread is detached: nothing can ask it to stop, and nobody waits for its end [leash-detached-thread]
}
