//===--- SDL2/SDL.h - a mock of the header ------------------------*- C -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_SDL
#define LEASH_MOCK_SDL

#include "SDL_thread.h"

#endif // LEASH_MOCK_SDL
