//===--- windows.h - a mock of the header -------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_WINDOWS
#define LEASH_MOCK_WINDOWS

#ifdef __cplusplus
extern "C" {
#endif

typedef void *HANDLE;
typedef void *LPVOID;
typedef int BOOL;
typedef unsigned DWORD;
typedef DWORD *LPDWORD;
typedef unsigned long long SIZE_T;
typedef struct _SECURITY_ATTRIBUTES *LPSECURITY_ATTRIBUTES;
// __stdcall is the only one there is on x86-64.
#define WINAPI
typedef DWORD(WINAPI *LPTHREAD_START_ROUTINE)(LPVOID);
#define INFINITE 0xFFFFFFFFu

HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES, SIZE_T,
                           LPTHREAD_START_ROUTINE, LPVOID, DWORD, LPDWORD);
BOOL WINAPI CloseHandle(HANDLE);
BOOL WINAPI TerminateThread(HANDLE, DWORD);
DWORD WINAPI WaitForSingleObject(HANDLE, DWORD);
DWORD WINAPI WaitForMultipleObjects(DWORD, const HANDLE *, BOOL, DWORD);
HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES, BOOL, BOOL, const char *);
BOOL WINAPI SetEvent(HANDLE);
void WINAPI Sleep(DWORD);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_WINDOWS
