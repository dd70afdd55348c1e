//===--- ApiRows.cpp - compares rows with declarations --------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApiRows.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using llvm::StringRef;

namespace leash {

static bool hasArgument(const FunctionDecl *Function, unsigned Index) {
  // The object of an operator() is its argument 0.
  if (Function->getOverloadedOperator() == OO_Call && Index-- == 0)
    return true;
  if (Function->isVariadic() || Index < Function->getNumParams())
    return true;
  return llvm::any_of(Function->parameters(), [](const ParmVarDecl *Parameter) {
    return Parameter->isParameterPack();
  });
}

void RowChecker::argument(StringRef Key, unsigned Index) {
  expect(
      Key, [&](const FunctionDecl *F) { return hasArgument(F, Index); },
      "no overload has an argument " + llvm::Twine(Index) +
          " (counted from 0)");
}

void RowChecker::argument(StringRef Key, const std::optional<unsigned> &Index) {
  if (Index)
    argument(Key, *Index);
}

void RowChecker::operand(StringRef Key, const std::optional<Operand> &Value) {
  if (!Value)
    return;
  if (Value->Kind == Operand::Argument)
    return argument(Key, Value->Index);
  if (Value->Kind == Operand::This)
    return expect(
        Key,
        [](const FunctionDecl *F) {
          const auto *Method = dyn_cast<CXXMethodDecl>(F);
          return Method && !Method->isStatic() &&
                 !isa<CXXConstructorDecl>(Method);
        },
        "'this' needs a method that is called on an object");
  expect(
      Key,
      [](const FunctionDecl *F) {
        return isa<CXXConstructorDecl>(F) || !F->getReturnType()->isVoidType();
      },
      "'result', but nothing is returned");
}

void RowChecker::templateArgument(StringRef Key, unsigned Index) {
  auto parametersOf =
      [](const FunctionDecl *F) -> const TemplateParameterList * {
    if (const auto *Method = dyn_cast<CXXMethodDecl>(F)) {
      const CXXRecordDecl *Class = Method->getParent();
      if (const auto *Partial =
              dyn_cast<ClassTemplatePartialSpecializationDecl>(Class))
        return Partial->getTemplateParameters();
      const ClassTemplateDecl *Template = Class->getDescribedClassTemplate();
      return Template ? Template->getTemplateParameters() : nullptr;
    }
    const FunctionTemplateDecl *Template = F->getDescribedFunctionTemplate();
    return Template ? Template->getTemplateParameters() : nullptr;
  };
  expect(
      Key,
      [&](const FunctionDecl *F) {
        const TemplateParameterList *Parameters = parametersOf(F);
        return Parameters &&
               (Index < Parameters->size() || Parameters->hasParameterPack());
      },
      "no overload has a template argument " + llvm::Twine(Index));
}

void RowChecker::name(StringRef Key, StringRef Name, bool IsType) {
  Resolver::Result Target = Names.resolve(Name);
  std::string What = Key.str() + ": '" + Name.str() + "': ";
  if (!Target.Why.empty()) {
    if (!MayBeMissing(Name))
      Problems.push_back(What + Target.Why);
    return;
  }
  if (IsType && llvm::none_of(Target.Others, Resolver::isType))
    Problems.push_back(What + "not a type");
}

void RowChecker::spawn(const SpawnFact &Fact) {
  argument("spawn: body", Fact.Body);
  argument("spawn: arguments", Fact.Arguments);
  argument("spawn: attribute", Fact.Attribute);
  operand("spawn: handle", Fact.Handle);
  for (const std::string &Policy : Fact.Policies)
    name("spawn: policies", Policy, /*IsType=*/true);
  if (!Fact.Deferred.empty())
    name("spawn: deferred", Fact.Deferred, /*IsType=*/false);
  if (!Fact.Unobserved.empty())
    name("spawn: unobserved", Fact.Unobserved, /*IsType=*/false);
}

std::vector<std::string>
RowChecker::check(const CallRow &Row,
                  std::vector<const FunctionDecl *> Functions) {
  Found = std::move(Functions);
  if (Row.Parameters)
    parameters(*Row.Parameters);
  if (Row.Spawn)
    spawn(*Row.Spawn);
  if (Row.Detach)
    operand("detach: handle", Row.Detach->Handle);
  if (Row.DetachedAttribute) {
    argument("detached-attribute: attribute", Row.DetachedAttribute->Attribute);
    argument("detached-attribute: value", Row.DetachedAttribute->Value);
  }
  if (Row.Callable) {
    argument("callable: body", Row.Callable->Body);
    argument("callable: arguments", Row.Callable->Arguments);
  }
  if (Row.Makes) {
    templateArgument("makes: template-argument", Row.Makes->TemplateArgument);
    argument("makes: from", Row.Makes->From);
  }
  if (Row.Opens)
    operand("opens: handle", Row.Opens->Handle);
  if (Row.Registers) {
    argument("registers: body", Row.Registers->Body);
    operand("registers: object", Row.Registers->Object);
    argument("registers: selector", Row.Registers->Selector);
    for (const std::string &Name : Row.Registers->Selected)
      name("registers: selected", Name, /*IsType=*/false);
  }
  if (Row.Repeats) {
    argument("repeats: body", Row.Repeats->Body);
    argument("repeats: over", Row.Repeats->Over);
    argument("repeats: count", Row.Repeats->Count);
  }
  operand("resets-attribute", Row.ResetsAttribute);
  operand("passes", Row.Passes);
  operand("identifies", Row.Identifies);
  operand("joins", Row.Joins);
  operand("closes", Row.Closes);
  operand("observes", Row.Observes);
  operand("joinable", Row.Joinable);
  operand("resets", Row.Resets);
  operand("swaps", Row.Swaps);
  operand("consults", Row.Consults);
  operand("takes", Row.Takes);
  operand("puts", Row.Puts);
  operand("bounds", Row.Bounds);
  operand("shuts", Row.Shuts);
  operand("acquires", Row.Acquires);
  operand("cancels", Row.Cancels);
  operand("signals", Row.Signals);
  operand("waits", Row.Waits);
  operand("blocks", Row.Blocks);
  operand("wakes", Row.Wakes);
  deadlines(Row);
  return std::move(Problems);
}

void RowChecker::parameters(unsigned Count) {
  auto Differs = [Count](const FunctionDecl *F) {
    return F->getNumParams() != Count;
  };
  if (llvm::all_of(Found, Differs))
    return problem("parameters", "no overload has " + llvm::Twine(Count));
  // The rest of the row speaks of these overloads only.
  llvm::erase_if(Found, Differs);
}

void RowChecker::deadlines(const CallRow &Row) {
  conditions("when", Row.When);
  if (Row.Blocking)
    blocking(*Row.Blocking);
  if (Row.SetsDeadline) {
    operand("sets-deadline: handle", Row.SetsDeadline->Handle);
    argument("sets-deadline: value", Row.SetsDeadline->Value);
    value(Row.SetsDeadline->What);
  }
  operand("clears-deadlines", Row.ClearsDeadlines);
  if (!Row.ClearsOnly.empty() && !Row.ClearsDeadlines)
    problem("clears-only", "needs the key 'clears-deadlines'");
  if (Row.CopiesDeadlines) {
    operand("copies-deadlines: from", Row.CopiesDeadlines->From);
    operand("copies-deadlines: to", Row.CopiesDeadlines->To);
  }
  operand("creates", Row.Creates);
}

void RowChecker::blocking(const BlockingFact &Fact) {
  operand("blocking: handle", Fact.Handle);
  argument("blocking: time-limit", Fact.TimeLimit);
  argument("blocking: readiness", Fact.Readiness);
  argument("blocking: count", Fact.Count);
  argument("blocking: text", Fact.Text);
  conditions("blocking: unless", Fact.Unless);
  if (Fact.Beyond)
    conditions("blocking: beyond-readiness: when", Fact.Beyond->When);
  blockingNames("blocking", Fact);
}

void RowChecker::blockingNames(StringRef Key, const BlockingFact &Fact) {
  std::string In = Key.str() + ": ";
  values(In + "forever", Fact.Forever);
  for (const std::string &Name : Fact.Needs)
    name(In + "needs", Name, /*IsType=*/false);
  // Keys that mean nothing without another one.
  if (!Fact.Forever.empty() && !Fact.TimeLimit)
    problem(In + "forever", "needs the key 'time-limit'");
  if (Fact.Count && !Fact.Readiness)
    problem(In + "count", "needs the key 'readiness'");
  if (Fact.Text.has_value() == Fact.Setting.empty())
    problem(In + "text", "goes together with the key 'setting'");
}

void RowChecker::conditions(StringRef Key,
                            const std::vector<ArgumentCondition> &All) {
  for (const ArgumentCondition &Condition : All) {
    argument(Key.str() + ": argument", Condition.Argument);
    constant(Key.str() + ": is", Condition);
  }
}

void RowChecker::constant(StringRef Key, const ArgumentCondition &Condition) {
  if (Condition.Is == "null")
    return;
  Resolver::Constant Found = Names.constant(Condition.Is);
  std::string Name = "'" + Condition.Is + "'";
  if (!Found.Why.empty()) {
    if (!MayBeMissing(Condition.Is))
      problem(Key, Name + ": " + Found.Why);
    return;
  }
  if (!Condition.Text.empty()) {
    if (Found.Text != Condition.Text)
      problem(Key,
              Name + " is '" + Found.Text + "', not '" + Condition.Text + "'");
    return;
  }
  if (!Condition.Value) {
    // The checks see what a macro stands for, not the macro.
    if (!Found.Kind.empty())
      problem(Key, Name + " is a " + Found.Kind + ": give its value");
    return;
  }
  if (!Found.Value)
    return problem(Key, Name + " has no value that could be compared");
  if (*Found.Value != *Condition.Value)
    problem(Key, Name + " is " + llvm::Twine(*Found.Value) + ", not " +
                     llvm::Twine(*Condition.Value));
}

void RowChecker::values(StringRef Key, const std::vector<SpecialValue> &All) {
  for (const SpecialValue &Value : All)
    if (Value.Kind == SpecialValue::Named)
      name(Key, Value.Name, /*IsType=*/false);
}

void RowChecker::value(const DeadlineValue &Value) {
  values("sets-deadline: forever", Value.Forever);
  values("sets-deadline: rejects", Value.Rejects);
}

std::vector<std::string> RowChecker::check(const TypeRow &Row) {
  if (Row.SetsDeadline)
    value(*Row.SetsDeadline);
  if (Row.Context)
    blockingNames("context", *Row.Context);
  if (!Row.EndlessWith.empty())
    name("endless-with", Row.EndlessWith, /*IsType=*/true);
  for (const std::string &Type : Row.Returns)
    name("returns", Type, /*IsType=*/true);
  return std::move(Problems);
}

std::vector<std::string> RowChecker::check(const FieldRow &Row) {
  if (Row.SetsDeadline)
    value(*Row.SetsDeadline);
  return std::move(Problems);
}

} // namespace leash
