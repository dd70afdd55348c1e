// leash-unbounded-spawn on Windows.
//
// RUN: %check %s leash-unbounded-spawn -std=c++11,c++20 -mocks
#include <process.h>
#include <windows.h>

DWORD WINAPI serve(LPVOID);
unsigned serveToo(void *);
void *next();

void closed() {
  while (true)
    CloseHandle(CreateThread(nullptr, 0, serve, next(), 0, nullptr));
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}
void closedLater() {
  for (;;) {
    HANDLE thread = CreateThread(nullptr, 0, serve, next(), 0, nullptr);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
    if (thread)
      CloseHandle(thread);
  }
}
void begun() {
  for (;;) {
    HANDLE thread =
        (HANDLE)_beginthreadex(nullptr, 0, serveToo, next(), 0, nullptr);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop never ends by itself [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-4]]:3: note: the loop is here
    CloseHandle(thread);
  }
}
void events(HANDLE event) {
  while (WaitForSingleObject(event, INFINITE) == 0)
    CloseHandle(CreateThread(nullptr, 0, serve, next(), 0, nullptr));
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a thread is started for each turn of this loop, and nothing limits how many run at once: the loop turns once for each event [leash-unbounded-spawn]
    // CHECK-MESSAGES: :[[@LINE-3]]:3: note: the loop is here
}

void joined() {
  while (true) {
    HANDLE thread = CreateThread(nullptr, 0, serve, next(), 0, nullptr);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
  }
}
void constant() {
  HANDLE threads[4];
  for (int i = 0; i < 4; ++i)
    threads[i] = CreateThread(nullptr, 0, serve, next(), 0, nullptr);
  WaitForMultipleObjects(4, threads, 1, INFINITE);
  for (HANDLE each : threads)
    CloseHandle(each);
}
