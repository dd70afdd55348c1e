//===--- process.h - a mock of the header -------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_PROCESS
#define LEASH_MOCK_PROCESS

#ifdef __cplusplus
extern "C" {
#endif

__UINTPTR_TYPE__ _beginthread(void (*)(void *), unsigned, void *);
__UINTPTR_TYPE__ _beginthreadex(void *, unsigned, unsigned (*)(void *), void *,
                              unsigned, unsigned *);
void _endthread(void);

#ifdef __cplusplus
}
#endif

#endif // LEASH_MOCK_PROCESS
