//===--- Channels.cpp - what does this call do to a channel? --------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Channels.h"
#include "BlockingWaits.h"
#include "ChannelReader.h"

using namespace clang;

namespace leash {

namespace {

bool overlap(const ChannelDeed::Fields &One, const ChannelDeed::Fields &Other) {
  return llvm::any_of(
      One, [&](const FieldDecl *Field) { return Other.contains(Field); });
}

/// Whether \p E is a catalogued channel, or points to one.
bool isChannel(const Expr *E, const ApiIndex &Api) {
  QualType Type = E->getType();
  if (!Type->getPointeeType().isNull())
    Type = Type->getPointeeType();
  const TypeRow *Row = Api.type(Type);
  return Row && !Row->Channel.empty();
}

/// Whether a row closes channels of the class of \p Channel. True for those of
/// C, where it is not known which functions there are.
bool hasClosing(const Expr *Channel, const ApiIndex &Api) {
  const CXXRecordDecl *Class = recordBehind(Channel->getType());
  if (!Class || !Class->hasDefinition())
    return true;
  auto Closes = [&](const CXXRecordDecl *Part) {
    return llvm::any_of(Part->methods(), [&](const CXXMethodDecl *Method) {
      return Api.rows(Method, Class).get(&CallRow::Shuts) != nullptr;
    });
  };
  return Closes(Class) || !Class->forallBases([&](const CXXRecordDecl *Base) {
    return !Closes(Base);
  });
}

} // namespace

ChannelDeed::KindType ChannelDeed::kind(const ChannelDeed *Blocked) const {
  if (Known)
    return *Known;
  if (Stores)
    return Puts;
  bool Closes = Blocked && !Waits && overlap(Set, Blocked->Condition);
  if (Yields && !Closes && !Written.empty())
    return Takes;
  bool Changes = Blocked && overlap(Written, Blocked->Condition);
  return Closes || Changes ? Shuts : Looks;
}

const ChannelDeed *Channels::deedOf(const FunctionDecl *Callee) const {
  const FunctionDecl *Definition = definitionOf(Callee);
  if (!Definition || Code.isForeign(Definition->getLocation()) ||
      Definition->isDependentContext() || Code.isBroken(Definition))
    return nullptr;
  auto [Known, IsNew] = Deeds.try_emplace(Definition);
  if (!IsNew)
    return Known->second.get();
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Definition);
  const ParmVarDecl *Object = nullptr;
  if (!Method || Method->isStatic()) {
    Object =
        Definition->getNumParams() > 0 ? Definition->getParamDecl(0) : nullptr;
    QualType Pointee =
        Object ? Object->getType()->getPointeeType() : QualType();
    if (Pointee.isNull() || !Pointee->isRecordType())
      return nullptr;
  }
  std::unique_ptr<ChannelDeed> Deed =
      readChannelDeed(Definition, Object, *this, Code);
  // Reading may have added others.
  return (Deeds[Definition] = std::move(Deed)).get();
}

std::optional<ChannelCall> Channels::catalogued(const CallExpr *Call,
                                                bool IsAwaited) const {
  CallRows Found = Code.api().rows(Call);
  if (Found.empty())
    return std::nullopt;
  const std::pair<std::optional<Operand> CallRow::*, ChannelDeed::KindType>
      Facts[] = {{&CallRow::Puts, ChannelDeed::Puts},
                 {&CallRow::Takes, ChannelDeed::Takes},
                 {&CallRow::Shuts, ChannelDeed::Shuts}};
  for (auto [Fact, Kind] : Facts) {
    const Operand *Party = Found.get(Fact);
    const Expr *Channel = Party ? operandOf(Call, *Party) : nullptr;
    if (!Channel)
      continue;
    // A method of a base.
    if (!isChannel(Channel, Code.api()))
      Channel = Channel->IgnoreImpCasts();
    if (!isChannel(Channel, Code.api()))
      return std::nullopt;
    bool Waits = IsAwaited ||
                 (Found.get(&CallRow::Blocks) && !Found.is(&CallRow::Timed) &&
                  !isOtherOverload(Call, Found));
    auto [Known, IsNew] = Rows.try_emplace({*Found.begin(), Waits ? 1U : 0U});
    if (IsNew) {
      Known->second = std::make_unique<ChannelDeed>();
      Known->second->Known = Kind;
      Known->second->Waits = Waits;
      Known->second->CanBeShut = hasClosing(Channel, Code.api());
    }
    return ChannelCall{Call, Channel, Known->second.get()};
  }
  return std::nullopt;
}

/// Who waits for the future of a put waits until it is done:
/// channel.async_send(error, event, asio::use_future).get()
std::optional<ChannelCall> Channels::awaited(const CallExpr *Wait) const {
  CallRows Found = Code.api().rows(Wait);
  const Operand *Party = Found.get(&CallRow::Waits);
  const Expr *Future =
      Party && !Found.is(&CallRow::Timed) ? operandOf(Wait, *Party) : nullptr;
  Future = Future ? withoutCopies(Future) : nullptr;
  if (const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(Future))
    if (const auto *Variable = llvm::dyn_cast<VarDecl>(Ref->getDecl()))
      Future =
          Variable->getInit() ? withoutCopies(Variable->getInit()) : nullptr;
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Future);
  if (!Call || !Code.api().isFuture(Call->getType()))
    return std::nullopt;
  auto Done = catalogued(Call, /*IsAwaited=*/true);
  return Done && Done->Deed->Known != ChannelDeed::Shuts ? Done : std::nullopt;
}

std::optional<ChannelCall> Channels::callAt(const Stmt *S) const {
  const auto *Call = llvm::dyn_cast<CallExpr>(S);
  if (!Call || Call->isTypeDependent())
    return std::nullopt;
  if (auto Known = catalogued(Call, /*IsAwaited=*/false))
    return Known;
  if (auto Known = awaited(Call))
    return Known;
  const FunctionDecl *Callee = Call->getDirectCallee();
  const auto *Method = llvm::dyn_cast_or_null<CXXMethodDecl>(Callee);
  bool IsMethod = Method && !Method->isStatic();
  const Expr *Channel = IsMethod                 ? receiverOf(Call)
                        : Call->getNumArgs() > 0 ? Call->getArg(0)
                                                 : nullptr;
  if (!Callee || !Channel)
    return std::nullopt;
  const ChannelDeed *Deed = deedOf(Callee);
  if (!Deed)
    return std::nullopt;
  return ChannelCall{Call, Channel, Deed};
}

} // namespace leash
