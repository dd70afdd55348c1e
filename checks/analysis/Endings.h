//===--- Endings.h - what dies with a handle? -------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What becomes of the threads that a variable or field holds when its life
// ends. It depends on the type alone.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_ENDINGS_H
#define LEASH_ANALYSIS_ENDINGS_H

#include "ApiIndex.h"

namespace leash {

/// What is known of a class of the user's: nothing when it says nothing.
using OwnEndings =
    llvm::function_ref<std::optional<Ending>(const clang::CXXRecordDecl *)>;

/// What becomes of the threads that a value of \p Type holds when it dies:
/// looked up in the type's row, through containers, optionals, smart pointers
/// and arrays. Raw pointers and the handles of C leak. Classes of the user's
/// are asked of \p OfOwn. Nothing when it is not known: a smart pointer with a
/// deleter of its own.
///
/// Missed alarm: a class template of the user's that holds threads in a way
/// that its arguments do not tell.
std::optional<Ending> endingOf(
    clang::QualType Type, const ApiIndex &Api,
    OwnEndings OfOwn = [](const clang::CXXRecordDecl *) {
      return std::optional<Ending>();
    });

/// Whether \p Type holds any number of values: an array, or a class that one
/// walks over from begin() to end().
bool isContainer(clang::QualType Type);

/// The class of what \p Type holds: the thread in
/// vector<unique_ptr<std::thread>>. A class with a row, or one that \p
/// IsWanted; null when there is none.
const clang::CXXRecordDecl *heldClass(
    clang::QualType Type, const ApiIndex &Api,
    llvm::function_ref<bool(const clang::CXXRecordDecl *)> IsWanted =
        [](const clang::CXXRecordDecl *) { return false; });

} // namespace leash

#endif // LEASH_ANALYSIS_ENDINGS_H
