//===--- ApiReader.cpp - a grammar over LLVM's YAML nodes -----------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ApiReader.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace leash {

ApiReader::ApiReader(StringRef File, StringRef Text,
                     std::vector<ApiError> &Errors)
    : File(File), Errors(Errors), Stream(Text, Sources, /*ShowColors=*/false) {
  Sources.setDiagHandler(
      [](const llvm::SMDiagnostic &Diagnostic, void *Self) {
        auto &Reader = *static_cast<ApiReader *>(Self);
        Reader.Errors.push_back(
            {Reader.File, static_cast<unsigned>(Diagnostic.getLineNo()),
             static_cast<unsigned>(Diagnostic.getColumnNo() + 1),
             Diagnostic.getMessage().str()});
      },
      this);
}

void ApiReader::error(Node &Where, const std::string &Message) {
  Stream.printError(&Where, Message);
}

void ApiReader::document(llvm::ArrayRef<Field> Fields) {
  auto Document = Stream.begin();
  if (Document == Stream.end())
    return;
  if (Node *Root = Document->getRoot())
    mapping(*Root, Fields);
}

void ApiReader::mapping(Node &Value, llvm::ArrayRef<Field> Fields) {
  auto *Mapping = llvm::dyn_cast<llvm::yaml::MappingNode>(&Value);
  if (!Mapping)
    return error(Value, "expected a mapping ('key: value')");
  llvm::SmallVector<StringRef, 8> Seen;
  for (llvm::yaml::KeyValueNode &Pair : *Mapping) {
    std::string Key;
    if (!Pair.getKey() || !scalar(*Pair.getKey(), Key) || !Pair.getValue())
      return;
    const auto *Known =
        llvm::find_if(Fields, [&](const Field &F) { return F.Key == Key; });
    if (Known == Fields.end()) {
      unknownKey(*Pair.getKey(), Key, Fields);
      continue;
    }
    if (llvm::is_contained(Seen, Known->Key))
      error(*Pair.getKey(), "key '" + Key + "' is given twice");
    Seen.push_back(Known->Key);
    Known->Read(*Pair.getValue());
  }
  // After a syntax error the rest of the mapping has not been seen.
  if (Stream.failed())
    return;
  for (const Field &F : Fields)
    if (F.IsRequired && !llvm::is_contained(Seen, F.Key))
      error(Value, "key '" + F.Key.str() + "' is missing");
}

void ApiReader::unknownKey(Node &Key, StringRef Name,
                           llvm::ArrayRef<Field> Fields) {
  std::string Message = "unknown key '" + Name.str() + "'";
  const Field *Closest = nullptr;
  unsigned Best = Name.size() / 2 + 1;
  for (const Field &F : Fields) {
    unsigned Distance = Name.edit_distance(F.Key, true, Best);
    if (Distance >= Best)
      continue;
    Best = Distance;
    Closest = &F;
  }
  if (Closest)
    Message += "; did you mean '" + Closest->Key.str() + "'?";
  error(Key, Message);
}

void ApiReader::sequence(Node &Value, llvm::function_ref<void(Node &)> Each) {
  auto *Sequence = llvm::dyn_cast<llvm::yaml::SequenceNode>(&Value);
  if (!Sequence)
    return error(Value, "expected a list ('- item')");
  for (Node &Item : *Sequence)
    Each(Item);
}

bool ApiReader::scalar(Node &Value, std::string &Out) {
  if (auto *Scalar = llvm::dyn_cast<llvm::yaml::ScalarNode>(&Value)) {
    llvm::SmallString<64> Storage;
    Out = Scalar->getValue(Storage).str();
    return true;
  }
  if (auto *Block = llvm::dyn_cast<llvm::yaml::BlockScalarNode>(&Value)) {
    // LLVM before 15 does not fold lines.
    Out = Block->getValue().rtrim().str();
    std::replace(Out.begin(), Out.end(), '\n', ' ');
    return true;
  }
  error(Value, "expected a single value");
  return false;
}

bool ApiReader::number(Node &Value, unsigned &Out) {
  std::string Spelling;
  if (!scalar(Value, Spelling))
    return false;
  if (!StringRef(Spelling).getAsInteger(10, Out))
    return true;
  error(Value, "'" + Spelling + "' is not an argument's number");
  return false;
}

bool ApiReader::operand(Node &Value, Operand &Out) {
  std::string Spelling;
  if (!scalar(Value, Spelling))
    return false;
  if (Spelling == "this") {
    Out.Kind = Operand::This;
    return true;
  }
  if (Spelling == "result") {
    Out.Kind = Operand::Result;
    return true;
  }
  Out.Kind = Operand::Argument;
  if (!StringRef(Spelling).getAsInteger(10, Out.Index))
    return true;
  error(Value, "'" + Spelling +
                   "' is neither 'this' nor 'result' nor an argument's number");
  return false;
}

ApiReader::Field ApiReader::text(StringRef Key, std::string &Out) {
  return {Key, [this, &Out](Node &N) { scalar(N, Out); }};
}

ApiReader::Field ApiReader::name(StringRef Key, std::string &Out) {
  return {Key, [this, &Out](Node &N) {
            if (!scalar(N, Out))
              return;
            StringRef Name = Out;
            Name.consume_back("::operator()");
            bool IsName = !Name.empty() && Name.front() != ':' &&
                          Name.back() != ':' && Name.find_if_not([](char C) {
                            return llvm::isAlnum(C) || C == '_' || C == ':';
                          }) == StringRef::npos;
            if (!IsName)
              error(N, "'" + Out + "' is not a qualified name such as " +
                           "'library::Class::function'");
          }};
}

ApiReader::Field ApiReader::number(StringRef Key, unsigned &Out) {
  return {Key, [this, &Out](Node &N) { number(N, Out); }};
}

ApiReader::Field ApiReader::number(StringRef Key,
                                   std::optional<unsigned> &Out) {
  return {Key, [this, &Out](Node &N) {
            unsigned Value = 0;
            if (number(N, Value))
              Out = Value;
          }};
}

ApiReader::Field ApiReader::flag(StringRef Key, bool &Out) {
  return choice(Key, Out, {{"true", true}, {"false", false}});
}

ApiReader::Field ApiReader::operand(StringRef Key, Operand &Out) {
  return {Key, [this, &Out](Node &N) { operand(N, Out); }};
}

ApiReader::Field ApiReader::operand(StringRef Key,
                                    std::optional<Operand> &Out) {
  return {Key, [this, &Out](Node &N) {
            Operand Value;
            if (operand(N, Value))
              Out = Value;
          }};
}

ApiReader::Field ApiReader::list(StringRef Key, std::vector<std::string> &Out) {
  return {Key, [this, &Out](Node &N) {
            sequence(N, [&](Node &Item) {
              std::string Value;
              if (scalar(Item, Value))
                Out.push_back(std::move(Value));
            });
          }};
}

ApiReader::Field
ApiReader::pairs(StringRef Key,
                 std::vector<std::pair<std::string, std::string>> &Out) {
  return {Key, [this, &Out](Node &N) {
            auto *Mapping = llvm::dyn_cast<llvm::yaml::MappingNode>(&N);
            if (!Mapping)
              return error(N, "expected a mapping ('key: value')");
            for (llvm::yaml::KeyValueNode &Pair : *Mapping) {
              std::pair<std::string, std::string> Read;
              if (!Pair.getKey() || !scalar(*Pair.getKey(), Read.first) ||
                  !Pair.getValue() || !scalar(*Pair.getValue(), Read.second))
                return;
              Out.push_back(std::move(Read));
            }
          }};
}

ApiReader::Field ApiReader::integer(StringRef Key,
                                    std::optional<int64_t> &Out) {
  return {Key, [this, &Out](Node &N) {
            std::string Spelling;
            int64_t Value = 0;
            if (!scalar(N, Spelling))
              return;
            if (StringRef(Spelling).getAsInteger(0, Value))
              return error(N, "'" + Spelling + "' is not a number");
            Out = Value;
          }};
}

} // namespace leash
