//===--- DeadlineReader.cpp - reads the facts about deadlines -------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeadlineReader.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace leash {

namespace {

using Field = ApiReader::Field;

SpecialValue valueOf(StringRef Spelling) {
  SpecialValue Value;
  if (Spelling == "negative")
    Value.Kind = SpecialValue::Negative;
  else if (Spelling == "null")
    Value.Kind = SpecialValue::Null;
  else if (Spelling.getAsInteger(0, Value.Value)) {
    Value.Kind = SpecialValue::Named;
    Value.Name = Spelling.str();
  }
  return Value;
}

Field values(ApiReader &Reader, StringRef Key, std::vector<SpecialValue> &Out) {
  return Reader.items(Key, [&](llvm::yaml::Node &Item) {
    std::string Spelling;
    if (!Reader.scalar(Item, Spelling))
      return;
    if (Spelling.empty())
      return Reader.error(Item, "expected a number, 'negative', 'null' or the "
                                "name of a constant or function");
    Out.push_back(valueOf(Spelling));
  });
}

/// "low-speed-time + low-speed-limit": both together.
Field alternatives(ApiReader &Reader, StringRef Key,
                   std::vector<DeadlineNames> &Out) {
  return Reader.items(Key, [&](llvm::yaml::Node &Item) {
    std::string Spelling;
    if (!Reader.scalar(Item, Spelling))
      return;
    llvm::SmallVector<StringRef, 2> Parts;
    StringRef(Spelling).split(Parts, '+');
    DeadlineNames Names;
    for (StringRef Part : Parts)
      Names.push_back(Part.trim().str());
    if (llvm::is_contained(Names, ""))
      return Reader.error(Item, "expected the name of a deadline, or several "
                                "joined by '+'");
    Out.push_back(std::move(Names));
  });
}

void readCondition(ApiReader &Reader, llvm::yaml::Node &Node,
                   ArgumentCondition &Condition) {
  std::string IsNot;
  Reader.mapping(
      Node, {Reader.number("argument", Condition.Argument).required(),
             Reader.number("template-argument", Condition.TemplateArgument),
             Reader.text("is", Condition.Is), Reader.text("is-not", IsNot),
             Reader.integer("value", Condition.Value),
             Reader.text("text", Condition.Text),
             Reader.flag("flag", Condition.IsFlag),
             Reader.choice("if-unknown", Condition.IfUnknown,
                           {{"holds", true}, {"fails", false}})});
  if (Condition.Is.empty() && IsNot.empty())
    return Reader.error(Node, "key 'is' is missing");
  if (!Condition.Is.empty() && !IsNot.empty())
    return Reader.error(Node, "'is' and 'is-not' exclude each other");
  if (Condition.Is.empty()) {
    Condition.Is = IsNot;
    Condition.IsNegated = true;
  }
  if (Condition.TemplateArgument && !Condition.Value)
    Reader.error(Node, "key 'value' is missing: the template argument's");
  if (Condition.IsFlag && !Condition.Value)
    Reader.error(Node, "key 'value' is missing: the bits of the flag");
}

/// The fields that every deadline that is set has.
std::vector<Field> fieldsOf(ApiReader &Reader, DeadlineValue &Value) {
  return {Reader.text("deadline", Value.Deadline).required(),
          values(Reader, "forever", Value.Forever),
          values(Reader, "rejects", Value.Rejects),
          Reader.pairs("refused-by", Value.RefusedBy),
          Reader.text("but", Value.But),
          Reader.flag("switch", Value.IsSwitch)};
}

} // namespace

Field conditions(ApiReader &Reader, StringRef Key,
                 std::vector<ArgumentCondition> &Out) {
  return Reader.items(Key, [&](llvm::yaml::Node &Item) {
    readCondition(Reader, Item, Out.emplace_back());
  });
}

static void readBeyondReadiness(ApiReader &Reader, llvm::yaml::Node &Node,
                                BeyondReadiness &Fact) {
  Reader.mapping(Node, {conditions(Reader, "when", Fact.When).required(),
                        Reader.text("but", Fact.But).required()});
}

void readBlocking(ApiReader &Reader, llvm::yaml::Node &Node,
                  BlockingFact &Fact) {
  Reader.mapping(Node, {Reader.operand("handle", Fact.Handle),
                        Reader.text("for", Fact.For),
                        alternatives(Reader, "bounded-by", Fact.BoundedBy),
                        Reader.text("by-default", Fact.ByDefault),
                        Reader.number("time-limit", Fact.TimeLimit),
                        values(Reader, "forever", Fact.Forever),
                        conditions(Reader, "unless", Fact.Unless),
                        Reader.pairs("not-bounded-by", Fact.NotBoundedBy),
                        Reader.nested("beyond-readiness", Fact.Beyond,
                                      readBeyondReadiness),
                        Reader.choice("option", Fact.Option,
                                      {{"AcceptLoops", "AcceptLoops"},
                                       {"KernelBounded", "KernelBounded"},
                                       {"Resolvers", "Resolvers"},
                                       {"StrictSockets", "StrictSockets"}}),
                        Reader.text("ended-by", Fact.EndedBy),
                        Reader.number("readiness", Fact.Readiness),
                        Reader.number("count", Fact.Count),
                        Reader.number("text", Fact.Text),
                        Reader.text("setting", Fact.Setting),
                        Reader.flag("socket", Fact.IsOfSocket),
                        Reader.flag("options", Fact.HasOptions),
                        Reader.text("advice", Fact.Advice),
                        Reader.text("repair", Fact.Repair),
                        Reader.text("repair-c", Fact.RepairInC),
                        Reader.list("needs", Fact.Needs)});
}

void readDeadlineValue(ApiReader &Reader, llvm::yaml::Node &Node,
                       DeadlineValue &Value) {
  Reader.mapping(Node, fieldsOf(Reader, Value));
}

void readSetsDeadline(ApiReader &Reader, llvm::yaml::Node &Node,
                      SetsDeadlineFact &Fact) {
  std::vector<Field> Fields = fieldsOf(Reader, Fact.What);
  Fields.push_back(Reader.operand("handle", Fact.Handle).required());
  Fields.push_back(Reader.number("value", Fact.Value));
  Fields.push_back(Reader.text("type", Fact.Type));
  Reader.mapping(Node, Fields);
}

void readCopiesDeadlines(ApiReader &Reader, llvm::yaml::Node &Node,
                         CopiesDeadlinesFact &Fact) {
  Reader.mapping(Node, {Reader.operand("from", Fact.From).required(),
                        Reader.operand("to", Fact.To).required(),
                        Reader.list("but-for", Fact.ButFor)});
}

} // namespace leash
