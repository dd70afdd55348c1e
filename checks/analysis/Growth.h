//===--- Growth.h - who decides how large a container gets? -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_GROWTH_H
#define LEASH_ANALYSIS_GROWTH_H

#include "Turns.h"

namespace leash {

/// Whether \p Type has a number of elements that is part of the program.
bool hasConstantSize(clang::QualType Type, const ApiIndex &Api);

/// Whether a walk over a value of \p Type never ends.
bool isEndless(clang::QualType Type, const ApiIndex &Api);

/// Whether the number of elements of \p Container, at the loop \p Loop of \p
/// Root, is the program's choice: they are listed, it is made with a number of
/// them, or they are put into it one by one or in loops that the program
/// limits. The same for a field that constructors alone fill, whatever with: it
/// is the object's configuration. False when that is not known.
bool isSizedByProgram(Place Container, const clang::Stmt *Loop,
                      const clang::Decl *Root, const TurnsOf &Turning,
                      const UserCode &Code);

} // namespace leash

#endif // LEASH_ANALYSIS_GROWTH_H
