//===--- SourceFiles.cpp - the text of the files that are shown -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceFiles.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace llvm;

namespace leash {

std::string absolutePath(StringRef Path, StringRef Directory) {
  SmallString<256> Result;
  if (!sys::path::is_absolute(Path))
    Result = Directory;
  sys::path::append(Result, Path);
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result.str().str();
}

std::string findRoot() {
  SmallString<256> Current;
  if (sys::fs::current_path(Current))
    return "/";
  for (StringRef Folder = Current; !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    SmallString<256> Git = Folder;
    sys::path::append(Git, ".git");
    if (sys::fs::exists(Git))
      return Folder.str();
  }
  return Current.str().str();
}

SourceFiles::SourceFiles(StringRef Root) : Root(absolutePath(Root, "/")) {}

std::string SourceFiles::nameOf(StringRef Path, StringRef Directory) const {
  std::string Absolute = absolutePath(Path, Directory);
  StringRef Rest = Absolute;
  if (Root != "/" && Rest.consume_front(Root) && Rest.consume_front("/"))
    return Rest.str();
  return Absolute;
}

std::string SourceFiles::pathOf(StringRef Name) const {
  return absolutePath(Name, Root);
}

const SourceFiles::File &SourceFiles::file(StringRef Name) {
  std::unique_ptr<File> &Known = Files[Name];
  if (Known)
    return *Known;
  Known = std::make_unique<File>();
  if (auto Buffer = MemoryBuffer::getFile(pathOf(Name)))
    Known->Text = (*Buffer)->getBuffer().str();
  if (!Known->Text.empty())
    Known->LineStarts.push_back(0);
  for (size_t I = 0, E = Known->Text.size(); I != E; ++I)
    if (Known->Text[I] == '\n' && I + 1 != E)
      Known->LineStarts.push_back(I + 1);
  return *Known;
}

StringRef SourceFiles::text(StringRef Name) { return file(Name).Text; }

unsigned SourceFiles::numLines(StringRef Name) {
  return file(Name).LineStarts.size();
}

StringRef SourceFiles::line(StringRef Name, unsigned Number) {
  const File &F = file(Name);
  if (Number == 0 || Number > F.LineStarts.size())
    return "";
  StringRef Rest = StringRef(F.Text).substr(F.LineStarts[Number - 1]);
  return Rest.take_until([](char C) { return C == '\n' || C == '\r'; });
}

Location SourceFiles::at(StringRef Name, size_t Offset, size_t Length) {
  const File &F = file(Name);
  Location Result;
  Result.File = Name.str();
  if (F.LineStarts.empty() || Offset > F.Text.size())
    return Result;
  auto Place = [&](size_t At, unsigned &Line, unsigned &Column) {
    auto Next = std::upper_bound(F.LineStarts.begin(), F.LineStarts.end(), At);
    Line = Next - F.LineStarts.begin();
    Column = At - *(Next - 1) + 1;
  };
  Place(Offset, Result.Line, Result.Column);
  Place(std::min(Offset + Length, F.Text.size()), Result.EndLine,
        Result.EndColumn);
  return Result;
}

size_t SourceFiles::offsetOf(StringRef Name, unsigned Line, unsigned Column) {
  const File &F = file(Name);
  if (Line == 0 || Line > F.LineStarts.size())
    return F.Text.size();
  size_t Start = F.LineStarts[Line - 1];
  return std::min(Start + (Column == 0 ? 0 : Column - 1), F.Text.size());
}

} // namespace leash
