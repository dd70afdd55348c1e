//===--- ApiReader.h - a grammar over LLVM's YAML nodes ---------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A mapping is described by its fields; the reader walks the nodes, fills the
// fields, and reports what does not fit with file, line and column. YAMLTraits
// would stop at the first mistake of a document and lose the rows after it,
// which is why this goes through the nodes instead.
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_APIREADER_H
#define LEASH_API_APIREADER_H

#include "ApiTable.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <functional>

namespace leash {

class ApiReader {
public:
  using Node = llvm::yaml::Node;

  /// One key of a mapping and how its value is read.
  struct Field {
    llvm::StringRef Key;
    std::function<void(Node &)> Read;
    bool IsRequired = false;

    Field required() && {
      IsRequired = true;
      return std::move(*this);
    }
  };

  /// Reads \p Text; mistakes go to \p Errors under the name \p File.
  ApiReader(llvm::StringRef File, llvm::StringRef Text,
            std::vector<ApiError> &Errors);

  /// Reads the whole text as one mapping.
  void document(llvm::ArrayRef<Field> Fields);
  /// Reads \p Value as a mapping of \p Fields.
  void mapping(Node &Value, llvm::ArrayRef<Field> Fields);

  Field text(llvm::StringRef Key, std::string &Out);
  /// A qualified name: "std::thread::join", "pthread_create".
  Field name(llvm::StringRef Key, std::string &Out);
  Field number(llvm::StringRef Key, unsigned &Out);
  Field number(llvm::StringRef Key, std::optional<unsigned> &Out);
  Field flag(llvm::StringRef Key, bool &Out);
  Field operand(llvm::StringRef Key, Operand &Out);
  Field operand(llvm::StringRef Key, std::optional<Operand> &Out);
  Field list(llvm::StringRef Key, std::vector<std::string> &Out);

  /// One of a few words and what each means; \p Out is the meaning's type, or
  /// an optional of it.
  template <typename Out> struct Meaning {
    using Type = Out;
  };
  template <typename T> struct Meaning<std::optional<T>> {
    using Type = T;
  };
  template <typename Out>
  using Choices =
      std::vector<std::pair<const char *, typename Meaning<Out>::Type>>;

  template <typename Out>
  Field choice(llvm::StringRef Key, Out &Value, Choices<Out> Allowed) {
    return {Key, [this, &Value, Allowed = std::move(Allowed)](Node &N) {
              std::string Spelling;
              if (!scalar(N, Spelling))
                return;
              std::string Known;
              for (const auto &[Name, Meant] : Allowed) {
                if (Spelling == Name) {
                  Value = Meant;
                  return;
                }
                Known +=
                    (Known.empty() ? "'" : ", '") + std::string(Name) + "'";
              }
              error(N, "'" + Spelling + "' is none of " + Known);
            }};
  }

  template <typename T>
  Field nested(llvm::StringRef Key, std::optional<T> &Out,
               void (*Read)(ApiReader &, Node &, T &)) {
    return {Key, [this, &Out, Read](Node &N) {
              Out.emplace();
              Read(*this, N, *Out);
            }};
  }

  /// A sequence of rows. One with a mistake is reported and left out.
  template <typename T>
  Field rows(llvm::StringRef Key, std::deque<T> &Out,
             T (*Read)(ApiReader &, Node &)) {
    return {Key, [this, &Out, Read](Node &N) {
              sequence(N, [&](Node &Item) {
                size_t Before = Errors.size();
                T Row = Read(*this, Item);
                if (Errors.size() == Before)
                  Out.push_back(std::move(Row));
              });
            }};
  }

  /// A sequence whose items \p Read reads.
  Field items(llvm::StringRef Key, std::function<void(Node &)> Read) {
    return {Key,
            [this, Read = std::move(Read)](Node &N) { sequence(N, Read); }};
  }
  /// A mapping whose keys are anybody's.
  Field pairs(llvm::StringRef Key,
              std::vector<std::pair<std::string, std::string>> &Out);
  Field integer(llvm::StringRef Key, std::optional<int64_t> &Out);

  void error(Node &Where, const std::string &Message);
  /// Reads \p Value as text; false, and an error, when it is none.
  bool scalar(Node &Value, std::string &Out);

private:
  bool number(Node &Value, unsigned &Out);
  bool operand(Node &Value, Operand &Out);
  void sequence(Node &Value, llvm::function_ref<void(Node &)> Each);
  void unknownKey(Node &Key, llvm::StringRef Name,
                  llvm::ArrayRef<Field> Fields);

  std::string File;
  std::vector<ApiError> &Errors;
  llvm::SourceMgr Sources;
  llvm::yaml::Stream Stream;
};

} // namespace leash

#endif // LEASH_API_APIREADER_H
