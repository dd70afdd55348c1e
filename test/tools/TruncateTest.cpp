//===--- TruncateTest.cpp - runs the checks on half-typed files -----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The lit substitution %truncate:
//
//   RUN: %truncate %source/test/checks %source/examples -part=1/3
//
// An editor runs the checks on what somebody is typing. This cuts every C and
// C++ file of the given folders (or the given files) after every tenth token,
// and runs clang-tidy with the plugin and all of Leash's checks on each piece.
// It fails when clang-tidy is killed by a signal, shows a stack dump, or takes
// too long; the piece at fault is named, and kept. That pieces do not compile
// is expected, and what the checks report in them is counted, not compared.
//
// A token is an identifier, a number, a literal, or one other character.
// Comments are none, so a piece never ends in one. Folders named Inputs are
// left out: what lies there is included by others.
//
// A C++ file that includes real headers costs about a second a piece, one with
// test/mocks some hundredths. So the mocks are taken wherever they have what
// the file includes, and of the other files only every 400th token is a cut.
// What was done is printed at the end.
//
//   -stride=N            every Nth token instead of every tenth
//   -real-headers-stride=N  the same for C++ files with real headers
//   -part=I/N            of all files every Nth, beginning with the Ith, so
//                        that several tests can run at once
//
// Of strides that are given twice, the last one counts: lit.cfg.py gives wider
// ones for all LLVMs but the newest.
//
// Beside these, the flags are those that the file's own "RUN: %check" line
// gives to the compiler, with one standard, c++20 or c11.
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
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace leash;

namespace {

// What lit.cfg.py fills in.
cl::OptionCategory Setup("Set-up, given by lit.cfg.py");
cl::opt<std::string> ClangTidy("clang-tidy", cl::Required, cl::cat(Setup));
cl::opt<std::string> Plugin("plugin", cl::Required, cl::cat(Setup));
cl::opt<std::string> MocksDir("mocks-dir", cl::Required, cl::cat(Setup));
cl::opt<std::string> OutputDir("out", cl::Required, cl::cat(Setup));

// What the test says.
cl::OptionCategory Options("Options of a test");
cl::list<std::string> Inputs(cl::Positional, cl::OneOrMore,
                             cl::desc("<files and folders>"), cl::cat(Options));
cl::opt<unsigned> Stride("stride", cl::init(10), cl::ZeroOrMore,
                         cl::cat(Options));
cl::opt<unsigned> RealHeadersStride("real-headers-stride", cl::init(400),
                                    cl::ZeroOrMore, cl::cat(Options));
cl::opt<std::string> Part("part", cl::init("1/1"), cl::cat(Options));

/// How many pieces one clang-tidy gets.
constexpr size_t BatchSize = 60;

/// A piece with heavy headers takes a second; on a busy machine, and with
/// sanitizers, many times that.
constexpr unsigned SecondsAPiece = 60;
constexpr unsigned SecondsABatch = 600;

/// A test file and how it is compiled.
struct Source {
  std::string Path;
  std::string Text;
  bool Mocks = false;
  bool RealHeaders = false;
  /// What its RUN line gives to the compiler.
  Command Flags;

  bool isC() const { return sys::path::extension(Path) == ".c"; }
};

/// What was done, for the last line.
struct Totals {
  unsigned Files = 0;
  unsigned Pieces = 0;
  unsigned Thinned = 0;
  unsigned Reports = 0;
  unsigned Failures = 0;
  double Seconds = 0; // of user CPU time
};

[[noreturn]] void die(const Twine &Why) {
  errs() << "%truncate: " << Why << '\n';
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

//===----------------------------------------------------------------------===//
// Tokens
//===----------------------------------------------------------------------===//

bool isNameCharacter(char C) { return isAlnum(C) || C == '_'; }

/// The end of the string or character literal that begins at \p From: behind
/// the quote that closes it, or at the end of the line.
size_t endOfLiteral(StringRef Text, size_t From) {
  char Quote = Text[From];
  for (size_t I = From + 1; I < Text.size(); ++I) {
    if (Text[I] == '\\')
      ++I;
    else if (Text[I] == '\n')
      return I;
    else if (Text[I] == Quote)
      return I + 1;
  }
  return Text.size();
}

/// The end of the raw string whose first quote is at \p From.
size_t endOfRawString(StringRef Text, size_t From) {
  size_t Open = Text.find('(', From);
  if (Open == StringRef::npos)
    return Text.size();
  std::string Close = (")" + Text.slice(From + 1, Open) + "\"").str();
  size_t End = Text.find(Close, Open);
  return End == StringRef::npos ? Text.size() : End + Close.size();
}

/// The end of the name or number that begins at \p From; a literal's prefix
/// belongs to the literal.
size_t endOfWord(StringRef Text, size_t From) {
  bool Number = isDigit(Text[From]);
  size_t I = From;
  while (I < Text.size() && (isNameCharacter(Text[I]) ||
                             (Number && (Text[I] == '.' || Text[I] == '\''))))
    ++I;
  if (Number || I == Text.size() || (Text[I] != '"' && Text[I] != '\''))
    return I;
  StringRef Prefix = Text.slice(From, I);
  if (Text[I] == '"' && Prefix.size() <= 3 && Prefix.back() == 'R')
    return endOfRawString(Text, I);
  return endOfLiteral(Text, I);
}

/// Where the token or comment that begins at \p From ends.
size_t endOfToken(StringRef Text, size_t From) {
  char C = Text[From];
  if (isNameCharacter(C))
    return endOfWord(Text, From);
  if (C == '"' || C == '\'')
    return endOfLiteral(Text, From);
  return From + 1;
}

/// The end of the comment that begins at \p From, or \p From when none does.
size_t endOfComment(StringRef Text, size_t From) {
  StringRef Rest = Text.drop_front(From);
  size_t End = From;
  if (Rest.take_front(2) == "//")
    End = Text.find('\n', From);
  else if (Rest.take_front(2) == "/*") {
    End = Text.find("*/", From + 2);
    if (End != StringRef::npos)
      End += 2;
  }
  return std::min(End, Text.size());
}

/// The lengths of the pieces: behind each \p Every-th token, and behind the
/// last one.
std::vector<size_t> cuts(StringRef Text, unsigned Every) {
  std::vector<size_t> Result;
  size_t Last = 0;
  unsigned Tokens = 0;
  for (size_t I = 0; I < Text.size();) {
    size_t AfterComment = endOfComment(Text, I);
    if (AfterComment != I) {
      I = AfterComment;
      continue;
    }
    if (isSpace(Text[I])) {
      ++I;
      continue;
    }
    I = Last = endOfToken(Text, I);
    if (++Tokens % Every == 0)
      Result.push_back(Last);
  }
  if (Last != 0 && (Result.empty() || Result.back() != Last))
    Result.push_back(Last);
  return Result;
}

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

/// The first RUN line with %check, continuation lines included.
SmallVector<StringRef, 16> checkLine(StringRef Text) {
  SmallVector<StringRef, 16> Words;
  SmallVector<StringRef, 0> Lines;
  Text.split(Lines, '\n');
  for (StringRef Line : Lines) {
    size_t Run = Line.find("RUN: ");
    bool Begins = Line.find("RUN: %check ") != StringRef::npos;
    if (Run == StringRef::npos || (Begins ? !Words.empty() : Words.empty()))
      continue;
    StringRef Rest = Line.drop_front(Run + strlen("RUN: ")).trim();
    if (!Begins && Rest.find('%') == 0)
      break;
    Rest.split(Words, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  }
  return Words;
}

/// What stands behind the second "--".
Command compilerFlags(ArrayRef<StringRef> Words, StringRef Folder) {
  Command Flags;
  unsigned Dashes = 0;
  for (StringRef Word : Words) {
    if (Word == "--" && Dashes < 2) {
      ++Dashes;
      continue;
    }
    if (Dashes < 2 || Word == "\\")
      continue;
    if (Word.consume_front("%S"))
      Flags.emplace_back((Folder + Word).str());
    else
      Flags.emplace_back(Word.str());
  }
  return Flags;
}

/// Headers of the system's C library: quick to read, and fine beside the mocks.
bool isSystemHeader(StringRef Name) {
  for (StringRef Folder : {"arpa/", "netinet/", "sys/"})
    if (Name.find(Folder) == 0)
      return true;
  static const char *const Names[] = {
      "errno.h",     "fcntl.h",   "poll.h",      "pthread.h",
      "semaphore.h", "signal.h",  "stdatomic.h", "stdbool.h",
      "stddef.h",    "stdint.h",  "stdio.h",     "stdlib.h",
      "string.h",    "threads.h", "time.h",      "unistd.h"};
  return is_contained(Names, Name);
}

/// Whether all that the file includes in angle brackets is in test/mocks, or
/// quick to read. What a mock lacks is one more error in a file full of them.
bool mocksSuffice(StringRef Text) {
  static constexpr StringLiteral Include = "#include <";
  for (size_t I = Text.find(Include); I != StringRef::npos;
       I = Text.find(Include, I + 1)) {
    StringRef Name = Text.drop_front(I + Include.size());
    Name = Name.take_front(Name.find('>'));
    if (!sys::fs::exists(MocksDir + "/std/" + Name) &&
        !sys::fs::exists(MocksDir + "/libs/" + Name) && !isSystemHeader(Name))
      return false;
  }
  return true;
}

Source readSource(StringRef Path) {
  Source S;
  S.Path = Path.str();
  S.Text = readFile(Path);
  SmallVector<StringRef, 16> Words = checkLine(S.Text);
  S.Mocks = is_contained(Words, "-mocks");
  S.Flags = compilerFlags(Words, sys::path::parent_path(Path));
  S.RealHeaders = !S.Mocks && !S.isC() && !mocksSuffice(S.Text);
  S.Mocks |= !S.RealHeaders && !S.isC();
  return S;
}

bool isSource(StringRef Path) {
  StringRef Extension = sys::path::extension(Path);
  return (Extension == ".c" || Extension == ".cpp") &&
         !Path.contains("/Inputs/");
}

/// The C and C++ files of \p Inputs, in an order that does not change.
std::vector<std::string> sourceFiles() {
  std::vector<std::string> Files;
  for (const std::string &Input : Inputs) {
    if (!sys::fs::is_directory(Input)) {
      Files.push_back(Input);
      continue;
    }
    std::error_code Error;
    for (sys::fs::recursive_directory_iterator I(Input, Error), End;
         I != End && !Error; I.increment(Error))
      if (isSource(I->path()))
        Files.push_back(I->path());
    if (Error)
      die("cannot list " + Input + ": " + Error.message());
  }
  sort(Files);
  return Files;
}

/// The files of this part.
std::vector<std::string> filesOfPart() {
  unsigned Index = 0, Count = 0;
  std::pair<StringRef, StringRef> Numbers = StringRef(Part).split('/');
  if (Numbers.first.getAsInteger(10, Index) ||
      Numbers.second.getAsInteger(10, Count) || Index == 0 || Index > Count)
    die("-part=" + Part + " is no I/N, with I from 1 to N");
  std::vector<std::string> All = sourceFiles(), Files;
  for (size_t I = Index - 1; I < All.size(); I += Count)
    Files.push_back(All[I]);
  if (Files.empty())
    die("there are no C or C++ files in what was given");
  return Files;
}

//===----------------------------------------------------------------------===//
// Runs
//===----------------------------------------------------------------------===//

Command tidyCommand(const Source &S, ArrayRef<std::string> Pieces) {
  Command Cmd = {ClangTidy,     "--load=" + Plugin, "--checks=-*,leash-*",
                 "--config={}", "--quiet",          "--header-filter="};
  Cmd.insert(Cmd.end(), Pieces.begin(), Pieces.end());
  Cmd.emplace_back("--");
  Cmd.emplace_back(S.isC() ? "-std=c11" : "-std=c++20");
  // Or else clang gives up at the twentieth error, and the rest is not seen.
  Cmd.emplace_back("-ferror-limit=0");
  if (S.Mocks)
    Cmd.insert(Cmd.end(), {"-nostdinc++", "-isystem", MocksDir + "/std",
                           "-isystem", MocksDir + "/libs"});
  // Headers that lie beside the file, or in the folder that the examples share.
  StringRef Folder = sys::path::parent_path(S.Path);
  Cmd.emplace_back(("-I" + Folder).str());
  Cmd.emplace_back(("-I" + Folder + "/../common").str());
  Cmd.insert(Cmd.end(), S.Flags.begin(), S.Flags.end());
  return Cmd;
}

/// Why the run is no good; empty when it is.
std::string problemOf(const ProcessResult &Result) {
  if (!Result.ended())
    return Result.Problem;
  std::string All = Result.Out + Result.Err;
  for (StringRef Sign : {"PLEASE submit a bug report", "Stack dump:"})
    if (StringRef(All).contains(Sign))
      return ("clang-tidy said '" + Sign + "'").str();
  for (StringRef Sign : {"load request ignored", "no checks enabled"})
    if (StringRef(All).contains_insensitive(Sign))
      die("clang-tidy said '" + Sign + "'");
  if (Result.Status > 1)
    return "exit status " + std::to_string(Result.Status);
  return "";
}

void report(const Source &S, StringRef Piece, StringRef Problem,
            const Command &Cmd, const ProcessResult &Result) {
  errs() << "%truncate: FAILED: " << sys::path::filename(S.Path) << ": "
         << Problem << '\n'
         << "  " << Piece << '\n'
         << "  command:\n"
         << quoted(Cmd) << '\n'
         << "  output:\n"
         << StringRef(Result.Out).take_back(4000) << '\n'
         << StringRef(Result.Err).take_back(8000) << '\n';
}

/// Runs the pieces one by one to find those at fault; deletes the others.
unsigned reportGuilty(const Source &S, ArrayRef<std::string> Pieces) {
  unsigned Guilty = 0;
  for (const std::string &Piece : Pieces) {
    Command Cmd = tidyCommand(S, Piece);
    ProcessResult Result = run(Cmd, SecondsAPiece);
    std::string Problem = problemOf(Result);
    if (Problem.empty()) {
      sys::fs::remove(Piece);
      continue;
    }
    report(S, Piece, Problem, Cmd, Result);
    ++Guilty;
  }
  return Guilty;
}

void runBatch(const Source &S, ArrayRef<std::string> Pieces, Totals &Sum) {
  Command Cmd = tidyCommand(S, Pieces);
  ProcessResult Result = run(Cmd, SecondsABatch);
  Sum.Pieces += Pieces.size();
  Sum.Seconds += Result.UserSeconds;
  Sum.Reports += StringRef(Result.Out).count("[leash-");
  std::string Problem = problemOf(Result);
  if (Problem.empty()) {
    for (const std::string &Piece : Pieces)
      sys::fs::remove(Piece);
    return;
  }
  unsigned Guilty = reportGuilty(S, Pieces);
  // No piece does it alone: something is left behind from file to file.
  if (Guilty == 0)
    report(S, "all pieces of the command together", Problem, Cmd, Result);
  Sum.Failures += std::max(Guilty, 1u);
}

void runSource(const Source &S, StringRef Folder, Totals &Sum) {
  bool Thinned = S.RealHeaders && RealHeadersStride > Stride;
  Sum.Files += 1;
  Sum.Thinned += Thinned;
  std::vector<std::string> Pieces;
  for (size_t Length : cuts(S.Text, Thinned ? RealHeadersStride : Stride)) {
    // The length in the name says where the cut is; leaky/Main.cpp and
    // repaired/Main.cpp are done one after the other.
    SmallString<128> Path(Folder);
    sys::path::append(Path, sys::path::stem(S.Path) + "." + Twine(Length) +
                                sys::path::extension(S.Path));
    Pieces.emplace_back(Path.str().str());
    writeFile(Pieces.back(), StringRef(S.Text).take_front(Length));
  }
  ArrayRef<std::string> Left = Pieces;
  while (!Left.empty()) {
    ArrayRef<std::string> Batch = Left.take_front(BatchSize);
    runBatch(S, Batch, Sum);
    Left = Left.drop_front(Batch.size());
  }
}

} // namespace

int main(int Argc, const char **Argv) {
  cl::ParseCommandLineOptions(Argc, Argv,
                              "Runs the checks on half-typed files\n");
  if (Stride == 0)
    die("-stride is 0");
  if (sys::fs::remove_directories(OutputDir))
    die("cannot empty the folder " + OutputDir);

  Totals Sum;
  for (const std::string &Path : filesOfPart()) {
    SmallString<128> Folder(OutputDir);
    sys::path::append(Folder, Twine(Sum.Files));
    if (sys::fs::create_directories(Folder))
      die("cannot make the folder " + Folder.str());
    runSource(readSource(Path), Folder, Sum);
    // Stays when a piece was kept.
    sys::fs::remove(Folder);
  }
  outs() << Sum.Files << " files, " << Sum.Pieces << " pieces, " << Sum.Reports
         << " reports, " << Sum.Failures << " failures (every " << Stride
         << "th token; every " << RealHeadersStride << "th of " << Sum.Thinned
         << " C++ files with real headers; "
         << static_cast<unsigned>(Sum.Seconds) << " s of CPU time)\n";
  return Sum.Failures != 0;
}
