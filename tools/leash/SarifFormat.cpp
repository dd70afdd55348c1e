//===--- SarifFormat.cpp - SARIF 2.1.0 ------------------------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formats.h"
#include "Utf8.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace leash {

void writeSarif(const Results &All, const FormatContext & /*Context*/,
                raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("version", "2.1.0");
    J.attributeArray("runs", [&] {
      J.object([&] {
        J.attributeObject("tool", [&] {
          J.attributeObject("driver", [&] { J.attribute("name", "Leash"); });
        });
        J.attributeArray("results", [&] {
          for (const Finding &F : All.Findings)
            J.object([&] {
              J.attribute("ruleId", F.Check);
              J.attributeObject("message", [&] {
                J.attribute("text", validUtf8(F.Message));
              });
            });
        });
      });
    });
  });
  OS << "\n";
}

} // namespace leash
