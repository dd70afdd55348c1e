//===--- Results.cpp - what a run has found -------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Results.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include <algorithm>
#include <iterator>
#include <tuple>

using namespace llvm;

namespace leash {

static auto keyOf(const Location &Where) {
  return std::tie(Where.File, Where.Line, Where.Column, Where.EndLine,
                  Where.EndColumn);
}

template <typename T, typename Less>
static bool isBefore(const std::vector<T> &Left, const std::vector<T> &Right,
                     Less ElementLess) {
  return std::lexicographical_compare(Left.begin(), Left.end(), Right.begin(),
                                      Right.end(), ElementLess);
}

static bool noteIsBefore(const Note &Left, const Note &Right) {
  return std::make_tuple(keyOf(Left.Where), StringRef(Left.Message)) <
         std::make_tuple(keyOf(Right.Where), StringRef(Right.Message));
}

static bool editIsBefore(const Edit &Left, const Edit &Right) {
  return std::make_tuple(keyOf(Left.Where), StringRef(Left.Text)) <
         std::make_tuple(keyOf(Right.Where), StringRef(Right.Text));
}

// What makes two findings one: the rest may differ from one translation unit
// to the next.
static auto identityOf(const Finding &F) {
  return std::tie(F.Where.File, F.Where.Line, F.Where.Column, F.Check,
                  F.Message);
}

static bool findingIsBefore(const Finding &Left, const Finding &Right) {
  if (identityOf(Left) != identityOf(Right))
    return identityOf(Left) < identityOf(Right);
  // Of the same finding, the one with the most evidence.
  if (Left.Notes.size() != Right.Notes.size())
    return Left.Notes.size() > Right.Notes.size();
  if (isBefore(Left.Notes, Right.Notes, noteIsBefore))
    return true;
  if (isBefore(Right.Notes, Left.Notes, noteIsBefore))
    return false;
  if (Left.IsError != Right.IsError)
    return Left.IsError;
  return isBefore(Left.Edits, Right.Edits, editIsBefore);
}

static bool uncheckedIsBefore(const Unchecked &Left, const Unchecked &Right) {
  return std::tie(Left.File, Left.Why, Left.Detail) <
         std::tie(Right.File, Right.Why, Right.Detail);
}

StringRef toString(Unchecked::WhyNot Why) {
  switch (Why) {
  case Unchecked::DoesNotCompile:
    return "does not compile";
  case Unchecked::Crashed:
    return "the checker crashed";
  case Unchecked::TimedOut:
    return "took too long";
  case Unchecked::Interrupted:
    return "interrupted";
  case Unchecked::NotInDatabase:
    return "not in the compile database";
  case Unchecked::CouldNotRun:
    return "could not be checked";
  }
  llvm_unreachable("all reasons are above");
}

void sortAndUnite(Results &All) {
  sort(All.Findings, findingIsBefore);
  All.Findings.erase(std::unique(All.Findings.begin(), All.Findings.end(),
                                 [](const Finding &Left, const Finding &Right) {
                                   return identityOf(Left) == identityOf(Right);
                                 }),
                     All.Findings.end());

  sort(All.NotChecked, uncheckedIsBefore);
  All.NotChecked.erase(
      std::unique(All.NotChecked.begin(), All.NotChecked.end(),
                  [](const Unchecked &Left, const Unchecked &Right) {
                    return Left.File == Right.File && Left.Why == Right.Why;
                  }),
      All.NotChecked.end());

  sort(All.NotLookedAt, [](const Skipped &Left, const Skipped &Right) {
    return std::tie(Left.File, Left.Why) < std::tie(Right.File, Right.Why);
  });
}

template <typename T>
static void append(std::vector<T> &To, std::vector<T> From) {
  To.insert(To.end(), std::make_move_iterator(From.begin()),
            std::make_move_iterator(From.end()));
}

void add(Results &All, Results Part) {
  append(All.Findings, std::move(Part.Findings));
  append(All.NotChecked, std::move(Part.NotChecked));
  append(All.NotLookedAt, std::move(Part.NotLookedAt));
  All.Files += Part.Files;
  All.InBaseline += Part.InBaseline;
  All.Elsewhere += Part.Elsewhere;
}

} // namespace leash
