//===--- TranslationUnit.cpp - all that is known of one AST ---------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TranslationUnit.h"
#include <map>
#include <mutex>

namespace leash {

namespace {

llvm::SmallVector<const ApiTable *, 2> tables(const ApiTable *UserRows) {
  llvm::SmallVector<const ApiTable *, 2> Result;
  // The user's rows come first: they may correct a built-in one.
  if (UserRows)
    Result.push_back(UserRows);
  Result.push_back(&ApiTable::builtIn());
  return Result;
}

/// Keeps a user's table alive as long as the unit that refers to it.
struct SharedUnit {
  SharedUnit(clang::ASTContext &Context,
             std::shared_ptr<const ApiTable> UserRows)
      : UserRows(std::move(UserRows)), Unit(Context, this->UserRows.get()) {}

  std::shared_ptr<const ApiTable> UserRows;
  TranslationUnit Unit;
};

} // namespace

TranslationUnit::TranslationUnit(clang::ASTContext &Context,
                                 const ApiTable *UserRows)
    : Context(Context), Index(Context, tables(UserRows)), Code(Context, Index),
      HandleFlow(Code), SpawnList(Code, HandleFlow), Stops(Code),
      Coordinated(Code, HandleFlow), UseOf(Code, HandleFlow) {}

llvm::ArrayRef<Opening> TranslationUnit::threads() const {
  if (!Threads)
    Threads = threadOpenings(Code, HandleFlow, SpawnList);
  return *Threads;
}

const ClassLives &TranslationUnit::threadLives() const {
  if (!ThreadLives)
    ThreadLives.emplace(threads(), Code, UseOf, SpawnList,
                        [this](clang::QualType Type) {
                          return endingOf(Type, Index) == Ending::Joins;
                        });
  return *ThreadLives;
}

const Pools &TranslationUnit::pools() const {
  if (!PoolList)
    PoolList.emplace(threadLives(), Code, HandleFlow, SpawnList);
  return *PoolList;
}

std::shared_ptr<TranslationUnit>
TranslationUnit::of(clang::ASTContext &Context,
                    const std::shared_ptr<const ApiTable> &UserRows) {
  using Key = std::pair<const clang::ASTContext *, const ApiTable *>;
  static std::mutex Mutex;
  static std::map<Key, std::weak_ptr<TranslationUnit>> Units;

  const Key Wanted(&Context, UserRows.get());
  {
    std::scoped_lock Lock(Mutex);
    auto Found = Units.find(Wanted);
    if (Found != Units.end())
      if (auto Unit = Found->second.lock())
        return Unit;
    for (auto I = Units.begin(); I != Units.end();)
      I = I->second.expired() ? Units.erase(I) : std::next(I);
  }
  // Only this thread works on Context, so nobody makes the same unit meanwhile,
  // and the walk need not hold up other threads.
  auto Shared = std::make_shared<SharedUnit>(Context, UserRows);
  std::shared_ptr<TranslationUnit> Unit(Shared, &Shared->Unit);
  std::scoped_lock Lock(Mutex);
  Units[Wanted] = Unit;
  return Unit;
}

} // namespace leash
