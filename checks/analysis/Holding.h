//===--- Holding.h - who holds the thread now? ------------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the events of a path do to the one thread or pool that is followed.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_ANALYSIS_HOLDING_H
#define LEASH_ANALYSIS_HOLDING_H

#include "Closing.h"
#include "Conditions.h"
#include "Flow.h"

namespace leash {

/// Where what is followed is, at one point of a path.
struct Held {
  /// Who holds it; null before it is opened and after it is closed.
  const clang::VarDecl *By = nullptr;
  /// Whether the opening ran and its value is on the way to the holder.
  bool IsMade = false;
  /// Holders that others can reach: what comes into them is theirs.
  llvm::SmallVector<const clang::VarDecl *, 2> Escaped;

  /// The same for equal ones.
  uint64_t hash() const {
    return llvm::hash_combine(
        By, IsMade, llvm::hash_combine_range(Escaped.begin(), Escaped.end()));
  }
};

/// The moment at which it is lost.
struct Loss {
  Ending Effect;
  Leak::EndKind Kind;
};

class Holding {
public:
  Holding(const Opening &Opened, const Flow &Events, const UserCode &Code,
          const Uses &UseOf, const ClosingSearch &Search);

  /// Applies what \p S does, but for the opening that is followed: see open().
  std::optional<Loss> execute(const clang::Stmt *S, Held &H) const;
  /// Applies what a loop does as a whole.
  void executeLoop(const clang::Stmt *Loop, Held &H) const;

  /// Whether what is followed arrives in its keeper at \p S.
  bool arrivesAt(const clang::Stmt *S, const Held &H) const;
  std::optional<Loss> arrive(Held &H) const;

  /// Loses what \p Variable holds, if that is what is followed.
  std::optional<Loss> die(const clang::VarDecl *Variable, Held &H) const;
  /// What becomes of it when its holder ends by \p Kind; nothing when the
  /// holder sees to it, or that is not known.
  std::optional<Loss> end(const Held &H, Leak::EndKind Kind) const;

  /// Whether \p Condition asks whether the holder holds something, which it
  /// does, and what the answer is.
  std::optional<bool> answer(const Conditions::Test &Condition,
                             const Held &H) const;
  /// Whether \p Condition may ask in a way that is not understood, or ask how
  /// the opening went.
  bool mayAsk(const clang::Expr *Condition, const Held &H) const;

  /// Whether \p E destroys something in a way that closes it.
  bool destroysWell(const Event &E) const;

  /// Whether \p Variable holds any number of threads.
  bool isMany(const clang::VarDecl *Variable) const;

private:
  std::optional<Loss> apply(const Event &E, Held &H,
                            const clang::Stmt *At) const;
  std::optional<Loss> replace(const Event &E, Held &H,
                              const clang::Stmt *At) const;
  std::optional<Loss> destroy(const Event &E, Held &H) const;
  std::optional<Ending> effectOfDestroying(const Event &E) const;
  std::optional<Ending> effectOn(const clang::VarDecl *Holder) const;
  void hold(const clang::VarDecl *Holder, Held &H) const;

  const Opening &Opened;
  const Flow &Events;
  const UserCode &Code;
  const ClosingSearch &Search;
  const clang::Stmt *Arrival;
  bool MayBeSkipped;
  /// Variables whose address the opening is given, besides its keeper.
  llvm::SmallVector<const clang::VarDecl *, 1> Told;
};

} // namespace leash

#endif // LEASH_ANALYSIS_HOLDING_H
