//===--- HtmlFormat.cpp - one page to read in a browser -------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The page is complete without its script, which adds a filter, and keys and
// buttons to walk along the paths. Its policy lets it load nothing, and run no
// script but this one, whatever the sources say that it shows.
//
//===----------------------------------------------------------------------===//

#include "Catalogue.h"
#include "EmbeddedPages.h"
#include "Formats.h"
#include "Summary.h"
#include "html/Excerpts.h"
#include "html/Markdown.h"
#include "html/Markup.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/SHA256.h"
#include <map>
#include <set>

using namespace llvm;

namespace leash {

// A report of this many findings is read from top to bottom; in a longer one,
// they are opened one by one.
static constexpr size_t MostOpen = 30;

static std::string hashOf(StringRef Asset) {
  SHA256 Hash;
  Hash.update(Asset);
  auto Digest = Hash.final();
  StringRef Bytes(reinterpret_cast<const char *>(Digest.data()), Digest.size());
  return encodeBase64(Bytes);
}

namespace {
/// The findings of a file.
struct FileGroup {
  StringRef File;
  std::vector<const Finding *> Findings;
};

class Page {
public:
  Page(const Results &All, const FormatContext &Context, raw_ostream &OS)
      : All(All), Context(Context), OS(OS), Source(Context.Sources) {
    for (const Finding &F : All.Findings) {
      ++ByCheck[F.Check];
      if (Files.empty() || Files.back().File != F.Where.File)
        Files.push_back({F.Where.File, {}});
      Files.back().Findings.push_back(&F);
    }
  }

  void write() {
    writeHead();
    writeHeader();
    writeNotChecked();
    writeSummary();
    writeFindings();
    writeHelp();
    writeSkipped();
    writeFoot();
  }

private:
  void writeHead();
  void writeHeader();
  void writeNumber(StringRef Class, size_t Number, StringRef What,
                   StringRef More);
  void writeNumbers();
  void writeNotChecked();
  void writeSummary();
  void writeBar(size_t Number, size_t Most);
  void writeByCheck();
  void writeByFile();
  void writeFilter();
  void writeFindings();
  void writeFile(const FileGroup &Group, size_t Index);
  void writeFinding(const Finding &F);
  void writeSteps(const Finding &F, StringRef Id);
  void writePlace(const Location &Where);
  void writeHelpLinks(const CatalogueEntry &Check);
  void writeHelp();
  void writeSkipped();
  void writeFoot();

  std::string idOf(const Finding &F);
  std::string resolve(StringRef Target, StringRef From) const;

  const Results &All;
  const FormatContext &Context;
  raw_ostream &OS;
  Excerpts Source;
  std::vector<FileGroup> Files;
  std::map<StringRef, size_t> ByCheck;
  StringSet<> UsedIds;
};
} // namespace

static std::string idOfCheck(StringRef Name) { return "check-" + Name.str(); }

static std::string titleOf(const Results &All) {
  if (!All.Findings.empty())
    return countOf(All.Findings.size(), "finding");
  return All.NotChecked.empty() ? "No findings" : "Not everything was checked";
}

void Page::writeHead() {
  StringRef Style = textOf(embeddedAssets(), "page.css");
  StringRef Script = textOf(embeddedAssets(), "page.js");
  OS << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
        "<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\""
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
     << "style-src 'sha256-" << hashOf(Style) << "'; script-src 'sha256-"
     << hashOf(Script) << "'\">\n"
     << "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>"
     << titleOf(All) << " \xe2\x80\x93 Leash</title>\n"
     << "<style>" << Style << "</style>\n</head>\n<body>\n"
     << "<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n";
}

static StringRef stateOf(const Results &All) {
  if (!All.NotChecked.empty())
    return "incomplete";
  return All.Findings.empty() ? "clean" : "found";
}

void Page::writeHeader() {
  OS << "<header class=\"" << stateOf(All) << "\">\n"
     << "<p class=\"product\">Leash " LEASH_VERSION "</p>\n"
     << "<h1>" << titleOf(All) << "</h1>\n";
  writeNumbers();
  OS << "</header>\n";
}

void Page::writeNumber(StringRef Class, size_t Number, StringRef What,
                       StringRef More) {
  OS << "<div class=\"" << Class << "\"><dt>" << What << "</dt><dd>" << Number
     << "</dd><dd class=\"more\">" << More << "</dd></div>\n";
}

void Page::writeNumbers() {
  FileCounts Counts = countFiles(All);
  std::string OfFiles = "of " + countOf(Counts.All, "file");
  OS << "<dl class=\"numbers\">\n";
  writeNumber("findings", All.Findings.size(), "Findings",
              Files.empty() ? "" : "in " + countOf(Files.size(), "file"));
  writeNumber("checked", Counts.Checked, "Checked", OfFiles);
  writeNumber("skipped", Counts.Skipped, "Skipped",
              Counts.Skipped == 0 ? "no file can be left out"
                                  : "nothing to report in them");
  writeNumber(Counts.NotChecked == 0 ? "none" : "bad", Counts.NotChecked,
              "Not checked",
              Counts.NotChecked == 0 ? "nothing is missing"
                                     : "what is in them is missing");
  if (All.InBaseline != 0)
    writeNumber("left-out", All.InBaseline, "In the baseline",
                "left out: known before");
  if (All.Elsewhere != 0)
    writeNumber("left-out", All.Elsewhere, "Elsewhere",
                "left out: not on changed lines");
  OS << "</dl>\n";
}

void Page::writeNotChecked() {
  if (All.NotChecked.empty())
    return;
  OS << "<section class=\"alert\" aria-labelledby=\"not-checked\">\n"
     << "<h2 id=\"not-checked\">"
     << (All.NotChecked.size() == 1
             ? std::string("1 file was not checked")
             : countOf(All.NotChecked.size(), "file") + " were not checked")
     << "</h2>\n<p>What Leash would find there is missing from this "
        "report.</p>\n<ul>\n";
  for (const Unchecked &File : All.NotChecked) {
    OS << "<li><code class=\"path\">";
    writeEscaped(File.File, OS);
    OS << "</code> <b>" << toString(File.Why) << "</b>";
    if (!File.Detail.empty()) {
      OS << "<pre>";
      writeEscaped(File.Detail, OS);
      OS << "</pre>";
    }
    OS << "</li>\n";
  }
  OS << "</ul>\n</section>\n";
}

void Page::writeSummary() {
  if (All.Findings.empty())
    return;
  OS << "<section class=\"summary\" aria-label=\"Summary\">\n";
  writeByCheck();
  writeByFile();
  OS << "</section>\n";
}

// An image, since the policy has no room for style attributes.
void Page::writeBar(size_t Number, size_t Most) {
  size_t Width = std::max<size_t>(1, 100 * Number / Most);
  OS << "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect width=\""
     << Width << R"(" height="8"/></svg>)";
}

void Page::writeByCheck() {
  std::vector<std::pair<StringRef, size_t>> Rows(ByCheck.begin(),
                                                 ByCheck.end());
  sort(Rows, [](const auto &Left, const auto &Right) {
    return std::make_tuple(Right.second, Left.first) <
           std::make_tuple(Left.second, Right.first);
  });
  OS << "<div class=\"panel\">\n<h2>By check</h2>\n<table>\n"
        "<thead><tr><th scope=\"col\">Check</th>"
        "<th scope=\"col\" class=\"count\">Findings</th></tr></thead>\n"
        "<tbody>\n";
  for (const auto &Row : Rows) {
    std::string Name = escaped(Row.first);
    OS << "<tr><th scope=\"row\">";
    if (const CatalogueEntry *Check = findCheck(Row.first)) {
      OS << "<a href=\"#" << idOfCheck(Name) << "\">" << Name << "</a><p>";
      writeEscaped(Check->Summary, OS);
      OS << "</p>";
    } else {
      OS << Name;
    }
    OS << R"(</th><td class="count" data-check=")" << Name << "\">"
       << Row.second << "</td><td class=\"graph\">";
    writeBar(Row.second, Rows.front().second);
    OS << "</td></tr>\n";
  }
  OS << "</tbody>\n</table>\n</div>\n";
}

void Page::writeByFile() {
  OS << "<nav class=\"panel\" aria-labelledby=\"by-file\">\n"
        "<h2 id=\"by-file\">By file</h2>\n<ul class=\"files\">\n";
  for (size_t I = 0; I != Files.size(); ++I) {
    OS << R"(<li><a class="path" href="#file-)" << I + 1 << "\">";
    writeEscaped(Files[I].File, OS);
    OS << "</a> <span class=\"count\">" << Files[I].Findings.size()
       << "</span></li>\n";
  }
  OS << "</ul>\n</nav>\n";
}

// The script shows it: without one, it could do nothing.
void Page::writeFilter() {
  if (All.Findings.empty())
    return;
  OS << "<form class=\"filter\" role=\"search\" hidden>\n"
        "<label>Check <select name=\"check\"><option value=\"\">all "
        "checks</option>";
  for (const auto &Row : ByCheck) {
    std::string Name = escaped(Row.first);
    OS << "<option value=\"" << Name << "\">" << Name << " (" << Row.second
       << ")</option>";
  }
  OS << "</select></label>\n"
        "<label>File or text <input name=\"text\" type=\"search\" "
        "autocomplete=\"off\" spellcheck=\"false\"></label>\n"
        "<span class=\"buttons\"><button type=\"button\" name=\"open\">Open "
        "all</button> <button type=\"button\" name=\"close\">Close "
        "all</button></span>\n"
        "<output></output>\n</form>\n";
}

void Page::writeFindings() {
  OS << "<main id=\"findings\">\n";
  writeFilter();
  if (All.Findings.empty()) {
    OS << "<p class=\"nothing\">"
       << (All.NotChecked.empty()
               ? "Leash has found no thread and no task that gets away."
               : "Leash has found nothing in what it could check.")
       << "</p>\n";
  }
  for (size_t I = 0; I != Files.size(); ++I)
    writeFile(Files[I], I + 1);
  OS << "</main>\n";
}

void Page::writeFile(const FileGroup &Group, size_t Index) {
  OS << R"(<section class="file" aria-labelledby="file-)" << Index << "\">\n"
     << "<h2 id=\"file-" << Index << R"("><span class="path">)";
  writeEscaped(Group.File, OS);
  OS << "</span> <span class=\"count\">"
     << countOf(Group.Findings.size(), "finding") << "</span></h2>\n";
  for (const Finding *F : Group.Findings)
    writeFinding(*F);
  OS << "</section>\n";
}

// Fingerprints, so that a link into the report of today finds the same in the
// report of tomorrow.
std::string Page::idOf(const Finding &F) {
  std::string Id = "f-" + escaped(F.Fingerprint);
  if (!F.Fingerprint.empty() && UsedIds.insert(Id).second)
    return Id;
  return "n-" + std::to_string(&F - All.Findings.data() + 1);
}

void Page::writeFinding(const Finding &F) {
  std::string Id = idOf(F);
  std::string Check = escaped(F.Check);
  OS << "<details class=\"finding" << (F.IsError ? " error" : "") << "\" id=\""
     << Id << "\" data-check=\"" << Check << "\" data-steps=\""
     << F.Notes.size() + 1 << "\""
     << (All.Findings.size() <= MostOpen ? " open" : "") << ">\n<summary>"
     << "<span class=\"where\">";
  if (F.Where.Line != 0)
    OS << "line " << F.Where.Line;
  OS << "</span><h3>";
  writeMessage(F.Message, OS);
  OS << "</h3><span class=\"tags\">"
     << (F.IsError ? "<span class=\"severity\">error</span>" : "")
     << "<span class=\"check\">" << Check << "</span></span></summary>\n"
     << "<div class=\"body" << (F.Notes.empty() ? "" : " with-steps")
     << "\">\n";
  writeSteps(F, Id);
  OS << "<div class=\"excerpts\">\n";
  if (!Source.canShow(F.Where))
    OS << "<p class=\"absent\">The source of this finding is not at hand, or "
          "has "
          "changed.</p>\n";
  Source.writePath(F, Id, OS);
  if (!F.Edits.empty()) {
    OS << "<h4>Suggested fix</h4>\n<div class=\"fix\">\n";
    Source.writeEdits(F, OS);
    OS << "</div>\n";
  }
  OS << "</div>\n<p class=\"links\">";
  if (const CatalogueEntry *Known = findCheck(F.Check))
    writeHelpLinks(*Known);
  OS << "<a href=\"#" << Id << "\">Link to this finding</a></p>\n"
     << "</div>\n</details>\n";
}

void Page::writeHelpLinks(const CatalogueEntry &Check) {
  std::string Id = idOfCheck(Check.Name);
  OS << "<a href=\"#" << Id << "\">What " << Check.Name << " means</a> ";
  StringRef Repair = "How to repair it";
  StringRef Page = Check.Page;
  if (Page.find(("\n## " + Repair + "\n").str()) < Page.size())
    OS << "<a href=\"#" << Id << "-" << anchorOf(Repair) << "\">" << Repair
       << "</a> ";
}

void Page::writePlace(const Location &Where) {
  if (Where.File.empty())
    return;
  OS << "<span class=\"place\">";
  writeEscaped(Where.File, OS);
  if (Where.Line != 0)
    OS << ":" << Where.Line << ":" << Where.Column;
  OS << "</span>";
}

// A step whose source is not there is an element here, and nowhere else.
void Page::writeSteps(const Finding &F, StringRef Id) {
  auto Write = [&](size_t Number, const Location &Where, StringRef Message) {
    bool Shown = Source.canShow(Where);
    OS << "<li" << (Number == 0 ? " class=\"report\"" : "");
    if (!Shown)
      OS << " id=\"" << Id << "-" << Number << R"(" tabindex="-1")";
    OS << ">";
    if (Shown)
      OS << "<a href=\"#" << Id << "-" << Number << "\">";
    OS << "<b class=\"number\">" << (Number == 0 ? "!" : std::to_string(Number))
       << "</b><span>";
    writeMessage(Message, OS);
    writePlace(Where);
    OS << "</span>" << (Shown ? "</a>" : "") << "</li>\n";
  };
  bool AllShown = Source.canShow(F.Where);
  if (F.Notes.empty() && AllShown)
    return;
  OS << "<ol class=\"steps\" aria-label=\"Steps\">\n";
  Write(0, F.Where, F.Message);
  for (size_t I = 0; I != F.Notes.size(); ++I)
    Write(I + 1, F.Notes[I].Where, F.Notes[I].Message);
  OS << "</ol>\n";
}

// Pages link to each other by their files' names. Other files are not here.
std::string Page::resolve(StringRef Target, StringRef From) const {
  if (beginsWith(Target, "https://") || beginsWith(Target, "http://"))
    return Target.str();
  auto [File, Anchor] = Target.split('#');
  std::string Check = From.str();
  if (File.consume_back(".md"))
    Check = "leash-" + File.str();
  else if (!File.empty())
    return "";
  if (ByCheck.find(Check) == ByCheck.end())
    return "";
  return "#" + idOfCheck(Check) + (Anchor.empty() ? "" : "-") + Anchor.str();
}

// The page of a check begins with its name, which is the heading here.
static StringRef withoutTitle(StringRef Markdown) {
  if (beginsWith(Markdown, "# "))
    return Markdown.split('\n').second;
  return Markdown;
}

void Page::writeHelp() {
  if (ByCheck.empty())
    return;
  OS << "<section class=\"help\" aria-labelledby=\"checks\">\n"
        "<h2 id=\"checks\">The checks</h2>\n";
  for (const auto &Row : ByCheck) {
    const CatalogueEntry *Check = findCheck(Row.first);
    if (!Check)
      continue;
    OS << "<details id=\"check-" << Check->Name << "\">\n<summary><h3>"
       << Check->Name << "</h3> <span>";
    writeEscaped(Check->Summary, OS);
    OS << "</span></summary>\n<div class=\"page\">\n";
    writeMarkdown(
        withoutTitle(Check->Page), idOfCheck(Check->Name) + "-",
        [&](StringRef Target) { return resolve(Target, Check->Name); }, OS);
    OS << "</div>\n</details>\n";
  }
  OS << "</section>\n";
}

void Page::writeSkipped() {
  if (All.NotLookedAt.empty())
    return;
  OS << "<section class=\"skipped\" aria-labelledby=\"skipped\">\n"
     << "<h2 id=\"skipped\">Skipped</h2>\n<p>"
     << (All.NotLookedAt.size() == 1
             ? std::string("1 file was")
             : countOf(All.NotLookedAt.size(), "file") + " were")
     << " not parsed: nothing that Leash knows is mentioned there.";
  if (!Context.Verbose) {
    OS << " With <code>--verbose</code> this report names them.</p>\n"
          "</section>\n";
    return;
  }
  OS << "</p>\n<details>\n<summary>The files, and why</summary>\n<ul>\n";
  for (const Skipped &File : All.NotLookedAt) {
    OS << "<li><code class=\"path\">";
    writeEscaped(File.File, OS);
    OS << "</code> ";
    writeEscaped(File.Why, OS);
    OS << "</li>\n";
  }
  OS << "</ul>\n</details>\n</section>\n";
}

void Page::writeFoot() {
  if (!All.Findings.empty())
    OS << "<footer class=\"player\" hidden>\n"
          "<button type=\"button\" name=\"previous-finding\" "
          "aria-label=\"Previous finding\" aria-keyshortcuts=\"p\">"
          "\xc2\xab</button>\n"
          "<button type=\"button\" name=\"previous-step\" "
          "aria-label=\"Previous step\" aria-keyshortcuts=\"k\">"
          "\xe2\x80\xb9</button>\n"
          "<output>&nbsp;</output>\n"
          "<button type=\"button\" name=\"next-step\" "
          "aria-label=\"Next step\" aria-keyshortcuts=\"j\">"
          "\xe2\x80\xba</button>\n"
          "<button type=\"button\" name=\"next-finding\" "
          "aria-label=\"Next finding\" aria-keyshortcuts=\"n\">"
          "\xc2\xbb</button>\n"
          "<span class=\"keys\"><kbd>j</kbd> <kbd>k</kbd> step "
          "<kbd>n</kbd> <kbd>p</kbd> finding <kbd>/</kbd> filter</span>\n"
          "</footer>\n";
  OS << "<script>" << textOf(embeddedAssets(), "page.js")
     << "</script>\n</body>\n</html>\n";
}

void writeHtml(const Results &All, const FormatContext &Context,
               raw_ostream &OS) {
  Page(All, Context, OS).write();
}

} // namespace leash
