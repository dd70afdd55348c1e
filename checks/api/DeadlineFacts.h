//===--- DeadlineFacts.h - who waits, and what ends the wait ----*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The facts behind leash-missing-timeout. A handle (a descriptor, a connection,
// an object) carries deadlines, each known by a name that the rows of one
// library agree on: "timeout", "connect-timeout". A setter sets one; a call
// that blocks names those that bound it.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_DEADLINEFACTS_H
#define LEASH_API_DEADLINEFACTS_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace leash {

/// Names one party of a call: the object of a method call, the value that the
/// call returns, or an argument (counted from 0).
struct Operand {
  enum KindType { This, Result, Argument };
  KindType Kind = Result;
  unsigned Index = 0;
};

/// A value that means something special where a time is expected.
struct SpecialValue {
  enum KindType {
    Number,   ///< This very number, also as a duration or a structure of zeros.
    Negative, ///< Any number below zero.
    Null,     ///< A null pointer.
    Named     ///< A constant, or the result of a function, of this name.
  };
  KindType Kind = Number;
  int64_t Value = 0;
  std::string Name;
};

/// Restricts a row to some of the calls of its function.
struct ArgumentCondition {
  unsigned Argument = 0;
  /// The name of the constant, enumerator or macro that has to be there; "null"
  /// for a null pointer.
  std::string Is;
  /// Whether it must not be there.
  bool IsNegated = false;
  /// What is compared, where it is not the argument itself: this template
  /// argument of its class.
  std::optional<unsigned> TemplateArgument;
  /// Its number, for where the name cannot be seen.
  std::optional<int64_t> Value;
  /// The same of a string.
  std::string Text;
  /// Whether the bits of Value have to be set, among others.
  bool IsFlag = false;
  /// What to believe of a value that is not constant; nothing when the fact
  /// says what is safe.
  std::optional<bool> IfUnknown;
};

/// An alternative of what bounds a call: all of these deadlines together.
using DeadlineNames = std::vector<std::string>;

/// Names, each with a reason for messages.
using Reasons = std::vector<std::pair<std::string, std::string>>;

/// Where a call waits for more than what makes its descriptor ready.
struct BeyondReadiness {
  std::vector<ArgumentCondition> When;
  /// What messages say of a wait for readiness before it.
  std::string But;
};

/// The call waits for another process or machine.
struct BlockingFact {
  /// Who carries the deadlines.
  std::optional<Operand> Handle;
  /// What it waits for, for messages: "a reply".
  std::string For;
  /// The deadlines that bound it, in alternatives.
  std::vector<DeadlineNames> BoundedBy;
  /// The deadline that bounds it unless somebody unsets it; empty when there is
  /// none.
  std::string ByDefault;
  /// The argument that says how long it waits.
  std::optional<unsigned> TimeLimit;
  /// The values of TimeLimit that mean for ever.
  std::vector<SpecialValue> Forever;
  /// Where the call does not block.
  std::vector<ArgumentCondition> Unless;
  /// Deadlines that one could believe to bound it, and why they do not.
  Reasons NotBoundedBy;
  std::optional<BeyondReadiness> Beyond;
  /// The option that a report needs; empty when it needs none.
  std::string Option;
  /// Set when something else ends the wait in the end: "the kernel gives up
  /// after about two minutes".
  std::string EndedBy;
  /// The argument with the descriptors whose readiness it waits for.
  std::optional<unsigned> Readiness;
  /// With Readiness: the argument that counts the descriptors.
  std::optional<unsigned> Count;
  /// Whether only a socket can be waited for in this way.
  bool IsOfSocket = false;
  /// The argument that is a string of settings, and the setting in it that is
  /// the deadline.
  std::optional<unsigned> Text;
  std::string Setting;
  /// Whether the deadlines are among the arguments: see TypeRow.
  bool HasOptions = false;
  /// How to bound it, for messages: "set CURLOPT_TIMEOUT_MS".
  std::string Advice;
  /// A statement that bounds it, with {handle}, {object}, {ms}, {seconds} and
  /// {microseconds}, and for C where that is written otherwise.
  std::string Repair;
  std::string RepairInC;
  /// The names that Repair needs to be declared.
  std::vector<std::string> Needs;
};

/// A value that a deadline is given, and what to make of it.
struct DeadlineValue {
  /// Its name among the deadlines of the handle.
  std::string Deadline;
  /// Values that mean for ever.
  std::vector<SpecialValue> Forever;
  /// Values that are refused: nothing changes.
  std::vector<SpecialValue> Rejects;
  /// Deadlines of a handle that cannot have this one, and why: the handle is of
  /// another kind. A call that both would bound is not bounded then.
  Reasons RefusedBy;
  /// What messages say of a call that this deadline does not bound.
  std::string But;
  /// Whether it is no time but a way of working: non-blocking.
  bool IsSwitch = false;
};

/// The call sets a deadline of a handle.
struct SetsDeadlineFact {
  Operand Handle;
  DeadlineValue What;
  /// The argument with the value; without one, the call always sets it.
  std::optional<unsigned> Value;
  /// The type that Value has to point to; with another one it is refused.
  std::string Type;
};

/// One handle takes over the deadlines of another.
struct CopiesDeadlinesFact {
  Operand From;
  Operand To;
  DeadlineNames ButFor;
};

} // namespace leash

#endif // LEASH_API_DEADLINEFACTS_H
