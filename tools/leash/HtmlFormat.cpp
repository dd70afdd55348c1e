//===--- HtmlFormat.cpp - one page to read in a browser -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace leash {

static void writePlace(const Location &Where, raw_ostream &OS) {
  printHTMLEscaped(Where.File, OS);
  if (Where.Line != 0)
    OS << ":" << Where.Line << ":" << Where.Column;
}

void writeHtml(const Results &All, const FormatContext &, raw_ostream &OS) {
  OS << "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
        "<title>Leash</title>\n<h1>Leash</h1>\n";
  for (const Unchecked &File : All.NotChecked) {
    OS << "<p>";
    printHTMLEscaped(File.File, OS);
    OS << ": " << toString(File.Why) << "</p>\n";
  }
  for (const Finding &F : All.Findings) {
    OS << "<h2>";
    printHTMLEscaped(F.Message, OS);
    OS << " [" << F.Check << "]</h2>\n<p>";
    writePlace(F.Where, OS);
    OS << "</p>\n<ol>\n";
    for (const Note &N : F.Notes) {
      OS << "<li>";
      writePlace(N.Where, OS);
      OS << ": ";
      printHTMLEscaped(N.Message, OS);
      OS << "</li>\n";
    }
    OS << "</ol>\n";
  }
}

} // namespace leash
