//===--- ApiTable.cpp - reads rows of API knowledge -----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApiTable.h"
#include "ApiReader.h"
#include "DeadlineReader.h"
#include "EmbeddedFiles.h"
#include "llvm/Support/MemoryBuffer.h"

using llvm::StringRef;

namespace leash {

namespace {

void readSpawn(ApiReader &Reader, llvm::yaml::Node &Node, SpawnFact &Fact) {
  Reader.mapping(Node, {Reader.choice("starts", Fact.Starts,
                                      {{"thread", SpawnFact::Thread},
                                       {"task", SpawnFact::Task}}),
                        Reader.number("body", Fact.Body).required(),
                        Reader.number("arguments", Fact.Arguments),
                        Reader.number("parameter", Fact.Parameter),
                        Reader.operand("handle", Fact.Handle),
                        Reader.number("attribute", Fact.Attribute),
                        Reader.list("policies", Fact.Policies),
                        Reader.flag("pooled", Fact.IsPooled),
                        Reader.text("deferred", Fact.Deferred),
                        Reader.choice("dropped", Fact.Dropped,
                                      {{"blocks", DropEffect::Blocks},
                                       {"runs-on", DropEffect::RunsOn},
                                       {"never-runs", DropEffect::NeverRuns}}),
                        Reader.text("unobserved", Fact.Unobserved),
                        Reader.number("success", Fact.Success)});
}

void readOpens(ApiReader &Reader, llvm::yaml::Node &Node, OpensFact &Fact) {
  Reader.mapping(Node, {Reader.operand("handle", Fact.Handle).required(),
                        Reader.text("what", Fact.What).required(),
                        Reader.number("success", Fact.Success)});
}

void readDetach(ApiReader &Reader, llvm::yaml::Node &Node, DetachFact &Fact) {
  Reader.mapping(Node, {Reader.operand("handle", Fact.Handle).required(),
                        Reader.flag("only-fresh", Fact.OnlyFresh)});
}

void readDetachedAttribute(ApiReader &Reader, llvm::yaml::Node &Node,
                           DetachedAttributeFact &Fact) {
  Reader.mapping(Node, {Reader.number("attribute", Fact.Attribute).required(),
                        Reader.number("value", Fact.Value).required(),
                        Reader.text("means", Fact.Means).required()});
}

void readCallable(ApiReader &Reader, llvm::yaml::Node &Node,
                  CallableFact &Fact) {
  Reader.mapping(Node, {Reader.number("body", Fact.Body).required(),
                        Reader.number("arguments", Fact.Arguments)});
}

void readMakes(ApiReader &Reader, llvm::yaml::Node &Node, MakesFact &Fact) {
  Reader.mapping(
      Node,
      {Reader.number("template-argument", Fact.TemplateArgument).required(),
       Reader.number("from", Fact.From).required()});
}

void readRegisters(ApiReader &Reader, llvm::yaml::Node &Node,
                   RegistersFact &Fact) {
  Reader.mapping(Node, {Reader.number("body", Fact.Body).required(),
                        Reader.text("event", Fact.Event).required(),
                        Reader.operand("object", Fact.Object),
                        Reader.number("selector", Fact.Selector),
                        Reader.list("selected", Fact.Selected),
                        Reader.flag("once", Fact.IsOnce),
                        Reader.integer("ends-with", Fact.EndsWith)});
  if (Fact.Selector.has_value() == Fact.Selected.empty())
    Reader.error(Node, "keys 'selector' and 'selected' go together");
}

void readRepeats(ApiReader &Reader, llvm::yaml::Node &Node, RepeatsFact &Fact) {
  Reader.mapping(Node, {Reader.number("body", Fact.Body).required(),
                        Reader.number("over", Fact.Over),
                        Reader.number("count", Fact.Count)});
  if (Fact.Over.has_value() == Fact.Count.has_value())
    Reader.error(Node, "give 'over' or 'count'");
}

CallRow readCall(ApiReader &Reader, llvm::yaml::Node &Node) {
  CallRow Row;
  Reader.mapping(
      Node, {Reader.name("name", Row.Name).required(),
             Reader.list("also", Row.Also),
             conditions(Reader, "when", Row.When),
             Reader.number("parameters", Row.Parameters),
             Reader.text("unless-declared", Row.UnlessDeclared),
             Reader.nested("blocking", Row.Blocking, readBlocking),
             Reader.nested("sets-deadline", Row.SetsDeadline, readSetsDeadline),
             Reader.operand("clears-deadlines", Row.ClearsDeadlines),
             Reader.list("clears-only", Row.ClearsOnly),
             Reader.nested("copies-deadlines", Row.CopiesDeadlines,
                           readCopiesDeadlines),
             Reader.operand("creates", Row.Creates),
             Reader.text("source", Row.Source).required(),
             Reader.nested("spawn", Row.Spawn, readSpawn),
             Reader.nested("detach", Row.Detach, readDetach),
             Reader.nested("detached-attribute", Row.DetachedAttribute,
                           readDetachedAttribute),
             Reader.nested("callable", Row.Callable, readCallable),
             Reader.nested("makes", Row.Makes, readMakes),
             Reader.nested("opens", Row.Opens, readOpens),
             Reader.nested("registers", Row.Registers, readRegisters),
             Reader.nested("repeats", Row.Repeats, readRepeats),
             Reader.operand("resets-attribute", Row.ResetsAttribute),
             Reader.operand("passes", Row.Passes),
             Reader.operand("identifies", Row.Identifies),
             Reader.operand("joins", Row.Joins),
             Reader.operand("closes", Row.Closes),
             Reader.operand("observes", Row.Observes),
             Reader.operand("joinable", Row.Joinable),
             Reader.operand("resets", Row.Resets),
             Reader.operand("swaps", Row.Swaps),
             Reader.operand("blocks", Row.Blocks),
             Reader.operand("wakes", Row.Wakes),
             Reader.flag("timed", Row.Timed),
             Reader.operand("consults", Row.Consults),
             Reader.operand("takes", Row.Takes),
             Reader.operand("puts", Row.Puts),
             Reader.operand("bounds", Row.Bounds),
             Reader.operand("shuts", Row.Shuts),
             Reader.operand("acquires", Row.Acquires),
             Reader.operand("cancels", Row.Cancels),
             Reader.operand("signals", Row.Signals),
             Reader.operand("waits", Row.Waits),
             Reader.flag("current-thread", Row.CurrentThread),
             Reader.flag("stop-point", Row.StopPoint),
             Reader.flag("clock", Row.Clock),
             Reader.flag("process-lifetime", Row.ProcessLifetime),
             Reader.flag("no-return", Row.NoReturn),
             Reader.flag("forks", Row.Forks),
             Reader.flag("ends-thread", Row.EndsThread),
             Reader.flag("accepted", Row.Accepted)});
  return Row;
}

TypeRow readType(ApiReader &Reader, llvm::yaml::Node &Node) {
  TypeRow Row;
  Reader.mapping(
      Node,
      {Reader.name("name", Row.Name).required(),
       Reader.text("source", Row.Source).required(),
       Reader.choice(
           "handle", Row.Handle,
           {{"thread", TypeRow::Thread}, {"future", TypeRow::Future}}),
       Reader.text("pool", Row.Pool),
       Reader.text("joining", Row.Joining),
       Reader.choice("destructor", Row.Destructor,
                     {{"terminates", Ending::Terminates},
                      {"detaches", Ending::Detaches},
                      {"joins", Ending::Joins},
                      {"leaks", Ending::Leaks}}),
       Reader.choice("stop", Row.Stop,
                     {{"token", TypeRow::Token}, {"flag", TypeRow::Flag}}),
       Reader.flag("may-block", Row.MayBlock),
       Reader.flag("queue", Row.Queue),
       Reader.flag("forever", Row.Forever),
       Reader.text("channel", Row.Channel),
       Reader.flag("shuts-at-end", Row.ShutsAtEnd),
       Reader.text("events", Row.Events),
       Reader.flag("constant-size", Row.HasConstantSize),
       Reader.text("endless-with", Row.EndlessWith),
       Reader.flag("carries-deadlines", Row.CarriesDeadlines),
       Reader.nested("sets-deadline", Row.SetsDeadline, readDeadlineValue),
       Reader.text("takes-deadlines-of", Row.TakesDeadlinesOf),
       Reader.nested("context", Row.Context, readBlocking),
       Reader.list("returns", Row.Returns)});
  return Row;
}

FieldRow readField(ApiReader &Reader, llvm::yaml::Node &Node) {
  FieldRow Row;
  Reader.mapping(Node, {Reader.name("name", Row.Name).required(),
                        Reader.text("source", Row.Source).required(),
                        Reader.nested("sets-deadline", Row.SetsDeadline,
                                      readDeadlineValue)});
  return Row;
}

VariableRow readVariable(ApiReader &Reader, llvm::yaml::Node &Node) {
  VariableRow Row;
  bool Discards = false;
  Reader.mapping(Node, {Reader.name("name", Row.Name).required(),
                        Reader.text("source", Row.Source).required(),
                        Reader.flag("discards", Discards).required()});
  return Row;
}

StringRef lastPart(StringRef QualifiedName) {
  size_t Colon = QualifiedName.rfind(':');
  return Colon == StringRef::npos ? QualifiedName
                                  : QualifiedName.substr(Colon + 1);
}

} // namespace

StringRef CallRow::identifier() const { return lastPart(Name); }
StringRef TypeRow::identifier() const { return lastPart(Name); }
StringRef VariableRow::identifier() const { return lastPart(Name); }
StringRef FieldRow::identifier() const { return lastPart(Name); }

bool CallRow::isConstructor() const {
  StringRef Class = StringRef(Name).drop_back(identifier().size());
  // "thread::" of "std::thread::thread"; empty for a function at the top.
  if (Class.size() < 2)
    return false;
  return lastPart(Class.drop_back(2)) == identifier();
}

bool CallRow::isCallOperator() const { return identifier() == "operator()"; }

std::string ApiError::text() const {
  return File + ":" + std::to_string(Line) + ":" + std::to_string(Column) +
         ": " + Message;
}

/// A row of its own for each further name of the rows from \p First on.
static void spreadNames(std::deque<CallRow> &Calls, size_t First) {
  for (size_t I = First, End = Calls.size(); I != End; ++I) {
    std::vector<std::string> Names = std::move(Calls[I].Also);
    Calls[I].Also.clear();
    for (std::string &Name : Names) {
      CallRow Row = Calls[I];
      Row.Name = std::move(Name);
      Calls.push_back(std::move(Row));
    }
  }
}

void ApiTable::add(StringRef File, StringRef Text,
                   std::vector<ApiError> &Errors) {
  ApiReader Reader(File, Text, Errors);
  std::string Library, About;
  size_t FirstCall = Calls.size();
  Reader.document({Reader.text("library", Library).required(),
                   Reader.text("about", About), Reader.list("headers", Headers),
                   Reader.list("queue-words", QueueWords),
                   Reader.list("stop-words", StopWords),
                   Reader.list("wait-words", WaitWords),
                   Reader.list("start-words", StartWords),
                   Reader.rows("calls", Calls, readCall),
                   Reader.rows("types", Types, readType),
                   Reader.rows("variables", Variables, readVariable),
                   Reader.rows("fields", Fields, readField)});
  spreadNames(Calls, FirstCall);
}

void ApiTable::addFile(StringRef Path, std::vector<ApiError> &Errors) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer) {
    Errors.push_back(
        {Path.str(), 1, 1,
         "cannot read this API file: " + Buffer.getError().message()});
    return;
  }
  add(Path, (*Buffer)->getBuffer(), Errors);
}

const ApiTable &ApiTable::builtIn() {
  static const ApiTable Table = [] {
    ApiTable T;
    std::vector<ApiError> Errors;
    for (const EmbeddedFile &File : embeddedApiFiles())
      T.add(File.Name, File.Text, Errors);
    return T;
  }();
  return Table;
}

} // namespace leash
