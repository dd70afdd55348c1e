//===--- DeadlineReader.h - reads the facts about deadlines -----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_DEADLINEREADER_H
#define LEASH_API_DEADLINEREADER_H

#include "ApiReader.h"

namespace leash {

void readBlocking(ApiReader &Reader, llvm::yaml::Node &Node,
                  BlockingFact &Fact);
void readSetsDeadline(ApiReader &Reader, llvm::yaml::Node &Node,
                      SetsDeadlineFact &Fact);
void readDeadlineValue(ApiReader &Reader, llvm::yaml::Node &Node,
                       DeadlineValue &Value);
void readCopiesDeadlines(ApiReader &Reader, llvm::yaml::Node &Node,
                         CopiesDeadlinesFact &Fact);

/// A sequence of conditions on arguments.
ApiReader::Field conditions(ApiReader &Reader, llvm::StringRef Key,
                            std::vector<ArgumentCondition> &Out);

} // namespace leash

#endif // LEASH_API_DEADLINEREADER_H
