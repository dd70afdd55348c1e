//===--- ApiRows.h - compares rows with declarations ------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_TEST_TOOLS_APIROWS_H
#define LEASH_TEST_TOOLS_APIROWS_H

#include "ApiNames.h"
#include "api/ApiTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include <functional>

namespace leash {

/// Compares what a row says with the declarations that its name stands for.
class RowChecker {
public:
  RowChecker(Resolver &Names, std::function<bool(llvm::StringRef)> MayBeMissing)
      : Names(Names), MayBeMissing(std::move(MayBeMissing)) {}

  /// \p Found are the functions that the row's name stands for.
  std::vector<std::string>
  check(const CallRow &Row, std::vector<const clang::FunctionDecl *> Found);
  std::vector<std::string> check(const TypeRow &Row);
  std::vector<std::string> check(const FieldRow &Row);

private:
  void argument(llvm::StringRef Key, unsigned Index);
  void argument(llvm::StringRef Key, const std::optional<unsigned> &Index);
  void operand(llvm::StringRef Key, const std::optional<Operand> &Value);
  void templateArgument(llvm::StringRef Key, unsigned Index);
  void name(llvm::StringRef Key, llvm::StringRef Name, bool IsType);
  void spawn(const SpawnFact &Fact);
  void deadlines(const CallRow &Row);
  void blocking(const BlockingFact &Fact);
  /// What a blocking call says without speaking of its arguments.
  void blockingNames(llvm::StringRef Key, const BlockingFact &Fact);
  void conditions(llvm::StringRef Key,
                  const std::vector<ArgumentCondition> &All);
  void constant(llvm::StringRef Key, const ArgumentCondition &Condition);
  void values(llvm::StringRef Key, const std::vector<SpecialValue> &All);
  void value(const DeadlineValue &Value);
  void parameters(unsigned Count);

  void problem(llvm::StringRef Key, const llvm::Twine &Why) {
    Problems.push_back(Key.str() + ": " + Why.str());
  }

  template <typename Predicate>
  void expect(llvm::StringRef Key, Predicate &&Holds, const llvm::Twine &Why) {
    if (llvm::none_of(Found, Holds))
      problem(Key, Why);
  }

  Resolver &Names;
  std::function<bool(llvm::StringRef)> MayBeMissing;
  std::vector<const clang::FunctionDecl *> Found;
  std::vector<std::string> Problems;
};

} // namespace leash

#endif // LEASH_TEST_TOOLS_APIROWS_H
