//===--- Representatives.cpp - units that are checked for others ----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Representatives.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <tuple>

using namespace llvm;

namespace leash {

// Whoever has most headers is likely to have those of the others.
static bool isBefore(const Candidate &Left, const Candidate &Right) {
  return std::make_tuple(Right.Headers.size(), Left.Unit) <
         std::make_tuple(Left.Headers.size(), Right.Unit);
}

std::vector<Represented> representedUnits(std::vector<Candidate> All,
                                          ArrayRef<Candidate> Done) {
  std::map<StringRef, size_t> Representatives;
  auto Represent = [&](const Candidate &C) {
    for (const std::string &Header : C.Headers)
      Representatives.try_emplace(Header, C.Unit);
  };
  for_each(Done, Represent);
  sort(All, isBefore);
  std::vector<Represented> Result;
  for (const Candidate &C : All) {
    bool IsRepresented = all_of(C.Headers, [&](const std::string &Header) {
      return Representatives.count(Header) != 0;
    });
    if (IsRepresented)
      Result.push_back(
          {C.Unit, Representatives[C.Headers.front()], C.Headers.front()});
    else
      Represent(C);
  }
  return Result;
}

} // namespace leash
