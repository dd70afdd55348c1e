//===--- ChannelReader.h - what does a function do here? --------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_CHANNELREADER_H
#define LEASH_ANALYSIS_CHANNELREADER_H

#include "Channels.h"

namespace leash {

/// What the visible \p Function does to its object, or, in C, to the struct
/// that its parameter \p Object points to. Null when it does not touch that.
/// What other functions do that it calls, \p All says.
std::unique_ptr<ChannelDeed>
readChannelDeed(const clang::FunctionDecl *Function,
                const clang::ParmVarDecl *Object, const Channels &All,
                const UserCode &Code);

} // namespace leash

#endif // LEASH_ANALYSIS_CHANNELREADER_H
