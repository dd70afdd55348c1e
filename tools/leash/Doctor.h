//===--- Doctor.h - leash doctor -------------------------------- -*- C++
//-*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TOOLS_DOCTOR_H
#define LEASH_TOOLS_DOCTOR_H

#include "CommandLine.h"

namespace leash {

/// Says on standard output whether Leash is set up to find anything; what it
/// returns is the exit status. \p Self is how this program was started.
int doctor(const CommandLine &Line, const char *Self);

} // namespace leash

#endif // LEASH_TOOLS_DOCTOR_H
