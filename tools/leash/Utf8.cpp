//===--- Utf8.cpp - characters of source lines ----------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Utf8.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"
#include <algorithm>

using namespace llvm;

namespace leash {

size_t utf8Length(StringRef Text) {
  if (Text.empty())
    return 0;
  const auto *Begin = reinterpret_cast<const UTF8 *>(Text.data());
  unsigned Length = getNumBytesForUTF8(*Begin);
  if (Length > Text.size() || !isLegalUTF8Sequence(Begin, Begin + Length))
    return 0;
  return Length;
}

unsigned characterColumn(StringRef Line, unsigned Column) {
  if (Column == 0)
    return 0;
  unsigned Characters = 0;
  size_t Offset = 0;
  for (size_t End = std::min<size_t>(Column - 1, Line.size()); Offset < End;
       ++Characters)
    Offset += std::max<size_t>(1, utf8Length(Line.substr(Offset)));
  size_t Beyond = Column - 1 > Line.size() ? Column - 1 - Line.size() : 0;
  return Characters + Beyond + 1;
}

std::string validUtf8(StringRef Text) {
  return json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text);
}

} // namespace leash
