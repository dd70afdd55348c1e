//===--- CheckTest.cpp - runs a check on a test file ----------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The lit substitution %check:
//
//   // RUN: %check %s leash-detached-thread -std=c++11,c++17,c++20
//   // RUN: %check %s leash-detached-thread -std=c++11-or-later -check-suffix=X
//   // RUN:   -- --config='{CheckOptions: {leash-x.Strict: true}}' -- -DX
//
// What stands after the first "--" goes to clang-tidy, what stands after the
// second to the compiler. For each standard (c++23 stands for c++2b, which all
// supported versions know) it copies the file into an empty folder, runs
// clang-tidy with the plugin and that check alone, and compares.
//
// EVERY diagnostic and note must be expected, as a whole line, in order:
//
//   std::thread(work).detach();
//   // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: thread is ... [leash-...]
//   // CHECK-MESSAGES: :[[@LINE-2]]:3: note: the thread starts here
//
// The path of the test file is left out, the path of a file beside it is
// relative ("Inputs/pool.h:3:8: warning: ..."). A file without such a comment
// must be silent.
//
//   -check-suffix=A,B  compares with CHECK-MESSAGES-A and -B (and
//                      CHECK-FIXES-A and -B) instead; an empty item in the
//                      list stands for the plain names
//   -fix               applies the fix-its, compares the result with
//                      CHECK-FIXES (whole lines), compiles it, and runs the
//                      check on it again: it must be silent now
//   -headers           shows the diagnostics of headers, too
//   -mocks             compiles against test/mocks, not the real headers
//   -expect-errors     the file is half typed: compile errors are allowed and
//                      need not be listed
//   -hosts=tidy,leash-tidy  runs with these programs, "tidy" being clang-tidy
//                      with the plugin loaded, and the default
//
//===----------------------------------------------------------------------===//

#include "Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace leash;

namespace {

// What lit.cfg.py fills in.
cl::OptionCategory Setup("Set-up, given by lit.cfg.py");
cl::opt<std::string> ClangTidy("clang-tidy", cl::Required, cl::cat(Setup));
cl::opt<std::string> LeashTidy("leash-tidy", cl::Required, cl::cat(Setup));
cl::opt<std::string> Clang("clang", cl::Required, cl::cat(Setup));
cl::opt<std::string> FileCheck("filecheck", cl::Required, cl::cat(Setup));
cl::opt<std::string> Plugin("plugin", cl::Required, cl::cat(Setup));
cl::opt<std::string> MocksDir("mocks-dir", cl::Required, cl::cat(Setup));
cl::opt<std::string> OutputDir("out", cl::Required, cl::cat(Setup));

// What the test says.
cl::OptionCategory Options("Options of a test");
cl::opt<std::string> TestFile(cl::Positional, cl::Required,
                              cl::desc("<test file>"), cl::cat(Options));
cl::opt<std::string> Checks(cl::Positional, cl::Required, cl::desc("<check>"),
                            cl::cat(Options));
cl::list<std::string> Standards("std", cl::CommaSeparated, cl::OneOrMore,
                                cl::cat(Options));
cl::opt<std::string> Suffixes("check-suffix", cl::cat(Options));
cl::opt<bool> Fix("fix", cl::cat(Options));
cl::opt<bool> Headers("headers", cl::cat(Options));
cl::opt<bool> Mocks("mocks", cl::cat(Options));
cl::opt<bool> ExpectErrors("expect-errors", cl::cat(Options));
cl::list<std::string> Hosts("hosts", cl::CommaSeparated, cl::cat(Options));

/// What stands after the first and after the second "--".
Command TidyArguments;
Command CompilerArguments;

/// One line of clang-tidy's output that is a diagnostic or a note.
struct Message {
  std::string Line;
  std::string Level;
  bool isPrimary() const { return Level != "note"; }
  bool isError() const { return Level == "error" || Level == "fatal error"; }
};

/// One standard under one host, with what went wrong there.
struct Run {
  std::string Standard;
  std::string Host;
  std::string Folder;
  std::string File; // the copy
  std::string Report;

  bool failed() const { return !Report.empty(); }

  /// The report without what differs from run to run.
  std::string comparableReport() const {
    std::string Text;
    SmallVector<StringRef, 0> Pieces;
    StringRef(Report).split(Pieces, Folder);
    for (StringRef Piece : Pieces)
      Text += Piece;
    Pieces.clear();
    std::string Rest;
    StringRef(Text).split(Pieces, "-std=" + Standard);
    for (StringRef Piece : Pieces)
      Rest += Piece;
    return Rest;
  }

  void fail(const Twine &Why) { Report += ("  " + Why + "\n").str(); }

  void fail(const Twine &Why, const Command &Cmd, const ProcessResult &Result) {
    fail(Why);
    Report += "  command:\n" + quoted(Cmd) + "\n";
    if (!Result.ended())
      Report += "  " + Result.Problem + "\n";
    else
      Report += "  exit status: " + std::to_string(Result.Status) + "\n";
    Report += "  output:\n" + Result.Out + Result.Err + "\n";
  }
};

[[noreturn]] void die(const Twine &Why) {
  errs() << "%check: " << Why << '\n';
  std::exit(2);
}

std::string readFile(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    die("cannot read " + Path + ": " + Buffer.getError().message());
  return (*Buffer)->getBuffer().str();
}

void writeFile(StringRef Path, StringRef Text) {
  std::error_code Error;
  raw_fd_ostream Stream(Path, Error);
  if (Error)
    die("cannot write " + Path + ": " + Error.message());
  Stream << Text;
}

/// "c++11-or-later" written out; 23 under the name that LLVM 14 knows, too.
std::vector<std::string> namedStandards() {
  static const char *const Cxx[] = {"c++11", "c++14", "c++17", "c++20",
                                    "c++2b"};
  static const char *const C[] = {"c99", "c11", "c17", "c2x"};
  std::vector<std::string> Result;
  for (std::string Name : Standards) {
    StringRef Base = Name;
    bool OrLater = Base.consume_back("-or-later");
    Name = Base.str();
    if (Name == "c++23")
      Name = "c++2b";
    if (Name == "c23")
      Name = "c2x";
    if (!OrLater) {
      Result.push_back(Name);
      continue;
    }
    ArrayRef<const char *> Known = StringRef(Name).contains("++")
                                       ? ArrayRef<const char *>(Cxx)
                                       : ArrayRef<const char *>(C);
    auto *From = find(Known, Name);
    if (From == Known.end())
      die("unknown standard '" + Name + "' in -std");
    Result.insert(Result.end(), From, Known.end());
  }
  return Result;
}

/// "CHECK-MESSAGES" or "CHECK-FIXES" with each suffix in turn, as far as the
/// test file has such a comment.
std::vector<std::string> usedPrefixes(StringRef Name, StringRef Text) {
  SmallVector<StringRef, 4> Items;
  StringRef(Suffixes).split(Items, ',');
  std::vector<std::string> Result;
  for (StringRef Item : Items) {
    std::string Prefix = Name.str();
    if (!Item.empty())
      Prefix += ("-" + Item).str();
    Regex Used("(^|[^A-Za-z0-9_-])" + Prefix +
               "(-(NEXT|SAME|NOT|DAG|EMPTY|LABEL|COUNT-[0-9]+))?:");
    if (Used.match(Text))
      Result.push_back(Prefix);
  }
  return Result;
}

/// The test file as it is compiled: its expectations blanked out, so that
/// CHECK-FIXES cannot find itself.
std::string withoutExpectations(StringRef Text) {
  static const Regex Expectation("//[ \t]*CHECK-[A-Z0-9_-]+:[^\r\n]*");
  std::string Result;
  SmallVector<StringRef, 1> Match;
  while (Expectation.match(Text, &Match)) {
    size_t Offset = Match[0].data() - Text.data();
    Result += Text.take_front(Offset);
    Result += "//";
    Text = Text.drop_front(Offset + Match[0].size());
  }
  return Result += Text.str();
}

Command compilerFlags(const Run &R) {
  Command Flags = {"-std=" + R.Standard};
  if (Mocks)
    Flags.insert(Flags.end(), {"-nostdinc++", "-isystem", MocksDir + "/std",
                               "-isystem", MocksDir + "/libs"});
  // Headers that lie beside the test, not beside its copy.
  Flags.push_back("-I" + sys::path::parent_path(TestFile).str());
  Flags.insert(Flags.end(), CompilerArguments.begin(), CompilerArguments.end());
  return Flags;
}

Command tidyCommand(const Run &R, bool ApplyFixes) {
  Command Cmd;
  if (R.Host == "leash-tidy")
    Cmd = {LeashTidy};
  else
    Cmd = {ClangTidy, "--load=" + Plugin};
  Cmd.push_back("--checks=-*," + Checks);
  // LLVM 22 shows headers by default, older ones do not.
  Cmd.push_back(Headers ? "--header-filter=.*" : "--header-filter=");
  // Or else the .clang-tidy of a surrounding folder counts.
  if (none_of(TidyArguments, [](StringRef Argument) {
        return Argument.ltrim('-').find("config") == 0;
      }))
    Cmd.push_back("--config={}");
  if (ApplyFixes)
    Cmd.push_back("--fix");
  Cmd.insert(Cmd.end(), TidyArguments.begin(), TidyArguments.end());
  Cmd.push_back(R.File);
  Cmd.push_back("--");
  Command Flags = compilerFlags(R);
  Cmd.insert(Cmd.end(), Flags.begin(), Flags.end());
  return Cmd;
}

/// Runs clang-tidy. False, with a report, when it crashed or did not do its
/// work; that the diagnostics are right is not asked here.
bool runTidy(Run &R, const Command &Cmd, ProcessResult &Result) {
  Result = run(Cmd);
  if (!Result.ended()) {
    R.fail("clang-tidy did not end by itself", Cmd, Result);
    return false;
  }
  std::string All = Result.Out + Result.Err;
  for (StringRef Sign : {"load request ignored", "no checks enabled",
                         "PLEASE submit a bug report"})
    if (StringRef(All).contains_insensitive(Sign)) {
      R.fail("clang-tidy said '" + Sign + "'", Cmd, Result);
      return false;
    }
  bool Allowed = Result.Status == 0 || (ExpectErrors && Result.Status == 1);
  if (!Allowed)
    R.fail("clang-tidy failed; does the test file compile?", Cmd, Result);
  return Allowed;
}

/// Leaves out the paths of the test file and of the folders it lives in.
std::string withShortPath(const Run &R, StringRef Line) {
  if (Line.consume_front(R.File))
    return Line.str();
  std::string Beside = (sys::path::parent_path(TestFile) + "/").str();
  if (!Line.consume_front(R.Folder + "/"))
    Line.consume_front(Beside);
  return Line.str();
}

/// The diagnostics and notes in clang-tidy's output, without source excerpts
/// and counts.
std::vector<Message> messagesIn(const Run &R, const ProcessResult &Result) {
  static const Regex Diagnostic(
      "^(.*:[0-9]+:[0-9]+: )?(fatal error|error|warning|note|remark): ");
  std::vector<Message> Messages;
  SmallVector<StringRef, 0> Lines;
  std::string All = Result.Out + Result.Err;
  StringRef(All).split(Lines, '\n');
  for (StringRef Line : Lines) {
    SmallVector<StringRef, 3> Match;
    if (Diagnostic.match(Line, &Match))
      Messages.push_back({withShortPath(R, Line), Match[2].str()});
  }
  return Messages;
}

/// Takes out the compile errors, each with its notes.
void dropErrors(std::vector<Message> &Messages) {
  bool InError = false;
  erase_if(Messages, [&](const Message &M) {
    if (M.isPrimary())
      InError = M.isError();
    return InError;
  });
}

std::string joined(const std::vector<Message> &Messages) {
  std::string Text;
  for (const Message &M : Messages)
    Text += M.Line + "\n";
  return Text;
}

void compare(Run &R, StringRef Input, ArrayRef<std::string> Prefixes,
             const Command &ExtraArguments, StringRef Why) {
  Command Cmd = {FileCheck,
                 "--input-file=" + Input.str(),
                 TestFile,
                 "--check-prefixes=" + join(Prefixes, ","),
                 "--match-full-lines",
                 "--allow-empty",
                 "--dump-input=fail"};
  Cmd.insert(Cmd.end(), ExtraArguments.begin(), ExtraArguments.end());
  ProcessResult Result = run(Cmd);
  if (Result.Status == 0)
    return;
  R.fail(Why);
  R.Report += Result.Out + Result.Err;
}

void checkMessages(Run &R, const std::vector<std::string> &Prefixes) {
  Command Cmd = tidyCommand(R, /*ApplyFixes=*/false);
  ProcessResult Result;
  if (!runTidy(R, Cmd, Result))
    return;
  std::vector<Message> Messages = messagesIn(R, Result);
  if (ExpectErrors)
    dropErrors(Messages);

  if (Prefixes.empty()) {
    if (!Messages.empty())
      R.fail("no CHECK-MESSAGES comment, so silence was expected", Cmd, Result);
    return;
  }
  std::string Input = R.Folder + "/messages.txt";
  writeFile(Input, joined(Messages));
  compare(R, Input, Prefixes,
          {"--implicit-check-not={{warning|note|error|remark}}:"},
          "the diagnostics are not the expected ones");
  if (R.failed())
    R.Report += "  command:\n" + quoted(Cmd) + "\n";
}

void checkFixes(Run &R, const std::vector<std::string> &Prefixes) {
  ProcessResult Result;
  if (!runTidy(R, tidyCommand(R, /*ApplyFixes=*/true), Result))
    return;
  std::string Fixed = R.Folder + "/fixed.txt";
  writeFile(Fixed, readFile(R.File));
  compare(R, Fixed, Prefixes, {}, "the fixed file is not the expected one");

  Command Compile = {Clang, "-fsyntax-only", "-w"};
  Command Flags = compilerFlags(R);
  Compile.insert(Compile.end(), Flags.begin(), Flags.end());
  Compile.push_back(R.File);
  Result = run(Compile);
  if (Result.Status != 0) {
    R.fail("the fixed file does not compile", Compile, Result);
    return;
  }

  Command Again = tidyCommand(R, /*ApplyFixes=*/false);
  if (runTidy(R, Again, Result) && !messagesIn(R, Result).empty())
    R.fail("the check is not silent on the fixed file", Again, Result);
}

Run makeRun(StringRef Standard, StringRef Host, StringRef Text) {
  Run R;
  R.Standard = Standard.str();
  R.Host = Host.str();
  SmallString<128> Path(OutputDir);
  sys::path::append(Path, Standard + "-" + Host);
  if (sys::fs::remove_directories(Path) || sys::fs::create_directories(Path))
    die("cannot make the folder " + Path.str());
  R.Folder = Path.str().str();
  sys::path::append(Path, sys::path::filename(TestFile));
  R.File = Path.str().str();
  writeFile(R.File, withoutExpectations(Text));
  return R;
}

/// Prints what went wrong; what goes wrong in the same way under several
/// standards is printed once.
void report(const Run &R, std::vector<std::string> &Earlier) {
  errs() << "%check: FAILED with -std=" << R.Standard << " in "
         << (R.Host == "tidy" ? "clang-tidy with the plugin" : "leash-tidy");
  std::string Report = R.comparableReport();
  if (is_contained(Earlier, Report))
    errs() << ": as above\n";
  else
    errs() << '\n' << R.Report << '\n';
  Earlier.push_back(std::move(Report));
}

/// Splits off what stands after each "--"; leaves the runner's own arguments.
std::vector<const char *> splitArguments(int Argc, const char **Argv) {
  std::vector<const char *> Own;
  int Part = 0;
  for (int I = 0; I < Argc; ++I) {
    if (Part < 2 && StringRef(Argv[I]) == "--") {
      ++Part;
      continue;
    }
    if (Part == 0)
      Own.push_back(Argv[I]);
    else
      (Part == 1 ? TidyArguments : CompilerArguments).push_back(Argv[I]);
  }
  return Own;
}

} // namespace

int main(int Argc, const char **Argv) {
  std::vector<const char *> Own = splitArguments(Argc, Argv);
  cl::ParseCommandLineOptions(Own.size(), Own.data(),
                              "Runs a check on a test file\n");

  std::string Text = readFile(TestFile);
  std::vector<std::string> MessagePrefixes =
      usedPrefixes("CHECK-MESSAGES", Text);
  std::vector<std::string> FixPrefixes = usedPrefixes("CHECK-FIXES", Text);
  if (Fix && FixPrefixes.empty())
    die("-fix is given, but the test has no CHECK-FIXES comment");
  if (Hosts.empty())
    Hosts.push_back("tidy");

  std::vector<std::string> Reports;
  for (const std::string &Standard : namedStandards())
    for (const std::string &Host : Hosts) {
      if (Host != "tidy" && Host != "leash-tidy")
        die("unknown host '" + Host + "' in -hosts");
      Run R = makeRun(Standard, Host, Text);
      checkMessages(R, MessagePrefixes);
      if (Fix && !R.failed())
        checkFixes(R, FixPrefixes);
      if (!R.failed())
        continue;
      report(R, Reports);
    }
  return !Reports.empty();
}
