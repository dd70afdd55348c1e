//===--- EndlessWorkerCheck.cpp - leash-endless-worker --------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EndlessWorkerCheck.h"
#include "analysis/Loops.h"
#include "clang/AST/DeclTemplate.h"

using namespace leash;

namespace clang::tidy::leash {

void EndlessWorkerCheck::analyse(const TranslationUnit &Unit) {
  for (const EndlessLoop &Found : findEndlessLoops(Unit))
    say(Found);
}

/// Why the loop never ends, and what becomes of its task.
static StringRef message(const EndlessLoop &Found) {
  if (Found.Stuck && Found.Stuck->Flag->getType()->isPointerType())
    return "this loop asks for the pointer %0, which nobody else can change, "
           "not for what it points to: it and its task run until the process "
           "ends";
  if (Found.Stuck && Found.Stuck->IsCopy)
    return "%0 is a copy that nobody else can change: this loop and its task "
           "run until the process ends";
  if (Found.Stuck)
    return "nothing ever sets %0 to %1: this loop and its task run until the "
           "process ends";
  if (Found.Unwoken)
    return "nothing ever ends this loop's wait for %0: it never looks whether "
           "it is to end, and its task waits until the process ends";
  if (Found.Token)
    return "the task never reads the stop token that it is given, and nothing "
           "leaves this loop: it runs until the process ends";
  return "nothing leaves this loop, and nothing can ask its task to stop: it "
         "runs until the process ends";
}

/// What a flag of \p Type holds: of an atomic, the value in it.
static QualType valueType(QualType Type) {
  if (const auto *Atomic = Type->getAs<AtomicType>())
    return Atomic->getValueType();
  const auto *Class = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type->getAsCXXRecordDecl());
  if (!Class || Class->getTemplateArgs().size() == 0)
    return Type;
  const TemplateArgument &Held = Class->getTemplateArgs().get(0);
  return Held.getKind() == TemplateArgument::Type ? Held.getAsType() : Type;
}

/// The value that would end the loop.
static StringRef endingValue(const StuckFlag &Stuck) {
  if (!Stuck.EndsAt)
    return "a value that ends the loop";
  QualType Type = valueType(Stuck.Flag->getType());
  if (Type->isBooleanType())
    return *Stuck.EndsAt ? "true" : "false";
  return *Stuck.EndsAt ? "anything but 0" : "0";
}

void EndlessWorkerCheck::say(const EndlessLoop &Found) {
  SourceLocation Location = Found.Loop->getBeginLoc();
  // A library's word for such a loop ("forever") is the user's word here.
  if (Location.isMacroID() && !bodyOf(Found.Loop)->getBeginLoc().isMacroID())
    Location = shown(Location);
  auto Warning = report(Location, message(Found));
  if (!Warning)
    return;
  if (Found.Stuck)
    *Warning << Found.Stuck->Flag << endingValue(*Found.Stuck);
  if (Found.Unwoken)
    *Warning << Found.Unwoken->On;
  Warning.reset();
  showEvidence(Found, Location);
}

void EndlessWorkerCheck::showEvidence(const EndlessLoop &Found,
                                      SourceLocation Location) {
  if (Found.Stuck && Found.Stuck->IsCopy)
    note(Found.Stuck->CopiedAt, "%0 is copied here") << Found.Stuck->Flag;
  if (Found.Token)
    note(Found.Token->getLocation(), "the stop token comes in here");
  SourceLocation Start = Found.Started->At->E->getBeginLoc();
  if (!isOnLineOf(Start, Location))
    note(Start, Found.Started->Fact->Starts == SpawnFact::Thread
                    ? "the thread starts here"
                    : "the task starts here");
  if (Found.Unwoken)
    note(calleeLocation(Found.Unwoken->At), "its task waits here");
  if (Found.Hangs)
    showJoin(*Found.Hangs);
}

void EndlessWorkerCheck::showJoin(const Join &Hangs) {
  if (Hangs.Call)
    note(calleeLocation(Hangs.Call),
         Hangs.IsFuture ? "this call hangs" : "this join hangs");
  else
    note(Hangs.End.isValid() ? Hangs.End : Hangs.Handle->getLocation(),
         Hangs.IsFuture ? "the destructor of %0 waits here, and hangs"
                        : "the destructor of %0 joins here, and hangs")
        << Hangs.Handle;
}

} // namespace clang::tidy::leash
