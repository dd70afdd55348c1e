//===--- Obligations.h - must this thread be joined at all? -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_OBLIGATIONS_H
#define LEASH_ANALYSIS_OBLIGATIONS_H

#include "Openings.h"
#include "TranslationUnit.h"

namespace leash {

/// Whether somebody has to join the thread that \p O starts, when its handle
/// ends with \p Effect. A handle that terminates the process always has to be
/// joined. Others need not where the thread starts detached or detaches itself,
/// or may; where it is to live as long as the process, or is a local's and
/// never ends; where the handle lets it go and somebody waits for what it
/// signals; and in main, whose end is the end of all threads.
bool mustBeJoined(const Opening &O, Ending Effect, const TranslationUnit &Unit);

} // namespace leash

#endif // LEASH_ANALYSIS_OBLIGATIONS_H
