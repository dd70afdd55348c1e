//===--- Check.h - leash check ---------------------------------- -*- C++
//-*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_CHECK_H
#define LEASH_TOOLS_CHECK_H

#include "CommandLine.h"

namespace leash {

/// Checks what the command line names; what it returns is the exit status.
/// \p Self is how this program was started.
int check(const CommandLine &Line, const char *Self);

} // namespace leash

#endif // LEASH_TOOLS_CHECK_H
