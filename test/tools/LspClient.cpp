//===--- LspClient.cpp - talks to a language server, for the tests --------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   lsp-client <project folder> <script> -- <clangd> <arguments>...
//
// starts clangd in the folder, runs the script and prints plain lines for
// FileCheck. The script has one command a line; files are named relative to the
// folder:
//
//   open FILE             opens it, and prints its diagnostics
//   change FILE TEXT      gives it the contents of the file TEXT, and prints
//   its
//                         diagnostics again
//   refactorings FILE L:C L:C   prints the refactorings offered there
//   outline FILE          prints the names in it: is the server still alive?
//
// A diagnostic with its notes and its quick fixes:
//
//   a.cpp:5:4-5:10: warning: Thread is detached [leash-detached-thread]
//     note: a.cpp:4:3-4:9: the thread starts here
//     fix: change 'detach' to 'join'
//       edit: a.cpp:5:4-5:10: "join"
//
//===----------------------------------------------------------------------===//

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <csignal>
#include <map>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace {

/// Nobody waits longer for one answer. Generous: the machine may be busy.
constexpr int TimeoutMilliseconds = 180 * 1000;

[[noreturn]] void die(const Twine &Why) {
  outs().flush();
  errs() << "lsp-client: " << Why << '\n';
  std::exit(1);
}

std::string readFile(const Twine &Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    die("cannot read " + Path + ": " + Buffer.getError().message());
  return (*Buffer)->getBuffer().str();
}

//===----------------------------------------------------------------------===//
// The server: a child with two pipes, and messages that are framed as
// "Content-Length: N\r\n\r\n<N bytes of JSON>".
//===----------------------------------------------------------------------===//

class Server {
public:
  explicit Server(std::vector<char *> Arguments) {
    int In[2], Out[2];
    if (pipe(In) || pipe(Out))
      die("cannot make a pipe");
    posix_spawn_file_actions_t Actions;
    posix_spawn_file_actions_init(&Actions);
    posix_spawn_file_actions_adddup2(&Actions, In[0], 0);
    posix_spawn_file_actions_adddup2(&Actions, Out[1], 1);
    for (int End : {In[0], In[1], Out[0], Out[1]})
      posix_spawn_file_actions_addclose(&Actions, End);
    Arguments.push_back(nullptr);
    if (posix_spawnp(&Pid, Arguments[0], &Actions, nullptr, Arguments.data(),
                     environ))
      die(Twine("cannot start ") + Arguments[0]);
    posix_spawn_file_actions_destroy(&Actions);
    close(In[0]);
    close(Out[1]);
    ToServer = In[1];
    FromServer = Out[0];
  }

  void send(json::Object Message) {
    Message["jsonrpc"] = "2.0";
    std::string Body;
    raw_string_ostream(Body) << json::Value(std::move(Message));
    std::string Text =
        "Content-Length: " + std::to_string(Body.size()) + "\r\n\r\n" + Body;
    for (StringRef Rest = Text; !Rest.empty();) {
      ssize_t Written = write(ToServer, Rest.data(), Rest.size());
      if (Written < 0)
        die("the server is gone");
      Rest = Rest.drop_front(Written);
    }
  }

  /// The next message; dies when none comes.
  json::Object receive() {
    static const char LengthKey[] = "Content-Length:";
    size_t HeaderEnd;
    while ((HeaderEnd = Buffer.find("\r\n\r\n")) == std::string::npos)
      readMore();
    StringRef Header = StringRef(Buffer).take_front(HeaderEnd);
    size_t At = Header.find(LengthKey);
    unsigned long long Length = 0;
    if (At == StringRef::npos ||
        consumeUnsignedInteger(
            Header =
                Header.drop_front(At).drop_front(sizeof(LengthKey) - 1).ltrim(),
            10, Length))
      die("a message without a length: " + Buffer);
    while (Buffer.size() < HeaderEnd + 4 + Length)
      readMore();
    auto Message = json::parse(StringRef(Buffer).substr(HeaderEnd + 4, Length));
    if (!Message)
      die("not JSON: " + toString(Message.takeError()));
    Buffer.erase(0, HeaderEnd + 4 + Length);
    return std::move(*Message->getAsObject());
  }

  int waitForExit() {
    close(ToServer);
    int Status = 0;
    while (waitpid(Pid, &Status, 0) < 0 && errno == EINTR)
      ;
    return Status;
  }

private:
  void readMore() {
    pollfd Wait = {FromServer, POLLIN, 0};
    if (poll(&Wait, 1, TimeoutMilliseconds) <= 0) {
      kill(Pid, SIGKILL);
      die("no answer in time");
    }
    char Chunk[4096];
    ssize_t Read = read(FromServer, Chunk, sizeof(Chunk));
    if (Read <= 0)
      die("the server ended");
    Buffer.append(Chunk, Read);
  }

  pid_t Pid;
  int ToServer;
  int FromServer;
  std::string Buffer;
};

//===----------------------------------------------------------------------===//
// The client
//===----------------------------------------------------------------------===//

class Client {
public:
  Client(std::string Folder, std::vector<char *> ServerArguments)
      : Folder(std::move(Folder)), S(std::move(ServerArguments)) {
    json::Object Diagnostics{{"relatedInformation", true},
                             {"versionSupport", true}};
    json::Object Kinds{
        {"valueSet", json::Array{"quickfix", "refactor", "info"}}};
    json::Object Actions{{"codeActionLiteralSupport",
                          json::Object{{"codeActionKind", std::move(Kinds)}}}};
    json::Object Document{{"publishDiagnostics", std::move(Diagnostics)},
                          {"codeAction", std::move(Actions)}};
    request(
        "initialize",
        json::Object{{"processId", getpid()},
                     {"rootUri", uri("")},
                     {"capabilities",
                      json::Object{{"textDocument", std::move(Document)}}}});
    notify("initialized", json::Object{});
  }

  void open(const std::string &File) {
    outs() << "== open " << File << '\n';
    bool IsC = StringRef(File).take_back(2) == ".c";
    Versions[File] = 1;
    notify(
        "textDocument/didOpen",
        json::Object{{"textDocument",
                      json::Object{{"uri", uri(File)},
                                   {"languageId", IsC ? "c" : "cpp"},
                                   {"version", 1},
                                   {"text", readFile(Folder + "/" + File)}}}});
    printDiagnostics(File);
  }

  void change(const std::string &File, const std::string &Text) {
    outs() << "== change " << File << " to " << Text << '\n';
    notify(
        "textDocument/didChange",
        json::Object{
            {"textDocument",
             json::Object{{"uri", uri(File)}, {"version", ++Versions[File]}}},
            {"contentChanges", json::Array{json::Object{
                                   {"text", readFile(Folder + "/" + Text)}}}}});
    printDiagnostics(File);
  }

  void refactorings(const std::string &File, StringRef From, StringRef To) {
    outs() << "== refactorings in " << File << '\n';
    json::Value Result =
        request("textDocument/codeAction",
                json::Object{
                    {"textDocument", json::Object{{"uri", uri(File)}}},
                    {"range", json::Object{{"start", position(From)},
                                           {"end", position(To)}}},
                    {"context", json::Object{{"diagnostics", json::Array{}}}}});
    for (const json::Value &Action : *Result.getAsArray()) {
      const json::Object &A = *Action.getAsObject();
      outs() << A.getString("kind").value_or("command") << ": "
             << A.getString("title").value_or("") << '\n';
    }
  }

  void outline(const std::string &File) {
    outs() << "== outline of " << File << '\n';
    json::Value Result = request(
        "textDocument/documentSymbol",
        json::Object{{"textDocument", json::Object{{"uri", uri(File)}}}});
    for (const json::Value &Symbol : *Result.getAsArray())
      outs() << Symbol.getAsObject()->getString("name").value_or("") << '\n';
  }

  void shutDown() {
    request("shutdown", json::Object{});
    notify("exit", json::Object{});
    int Status = S.waitForExit();
    if (!WIFEXITED(Status))
      die("the server ended with signal " + Twine(WTERMSIG(Status)));
    outs() << "== exit status " << WEXITSTATUS(Status) << '\n';
  }

private:
  std::string uri(StringRef File) const {
    return File.empty() ? "file://" + Folder
                        : ("file://" + Folder + "/" + File).str();
  }

  /// The file of a URI, relative to the project folder.
  std::string path(StringRef Uri) const {
    Uri.consume_front("file://");
    Uri.consume_front(Folder + "/");
    return Uri.str();
  }

  /// "12:3", counted from 1, as the protocol has it: counted from 0.
  static json::Object position(StringRef Text) {
    auto [Line, Column] = Text.split(':');
    unsigned L = 0, C = 0;
    if (Line.getAsInteger(10, L) || Column.getAsInteger(10, C) || !L || !C)
      die("not a position: " + Text);
    return json::Object{{"line", L - 1}, {"character", C - 1}};
  }

  void notify(StringRef Method, json::Object Parameters) {
    S.send(json::Object{{"method", Method}, {"params", std::move(Parameters)}});
  }

  json::Value request(StringRef Method, json::Object Parameters) {
    int Id = ++LastId;
    S.send(json::Object{
        {"id", Id}, {"method", Method}, {"params", std::move(Parameters)}});
    while (true) {
      json::Object Message = S.receive();
      if (Message.getInteger("id") != Id || Message.getString("method")) {
        keep(std::move(Message));
        continue;
      }
      if (const json::Object *Error = Message.getObject("error"))
        die(Method + " failed: " + Error->getString("message").value_or(""));
      return std::move(*Message.get("result"));
    }
  }

  /// Keeps diagnostics for whoever waits for them; answers requests of the
  /// server (it asks for leave to report progress) with nothing.
  void keep(json::Object Message) {
    auto Method = Message.getString("method");
    if (Method == StringRef("textDocument/publishDiagnostics")) {
      Published.push_back(std::move(*Message.getObject("params")));
      return;
    }
    if (const json::Value *Id = Message.get("id"))
      S.send(json::Object{{"id", *Id}, {"result", nullptr}});
  }

  /// The diagnostics of this file's present version.
  json::Array diagnosticsOf(const std::string &File) {
    while (true) {
      for (json::Object &Candidate : Published)
        if (Candidate.getString("uri") == StringRef(uri(File)) &&
            Candidate.getInteger("version") == Versions[File]) {
          json::Array Result = std::move(*Candidate.getArray("diagnostics"));
          Published.clear();
          return Result;
        }
      keep(S.receive());
    }
  }

  void printDiagnostics(const std::string &File) {
    for (const json::Value &Diagnostic : diagnosticsOf(File))
      printDiagnostic(File, *Diagnostic.getAsObject());
  }

  void printDiagnostic(const std::string &File, const json::Object &D) {
    static const char *const Severities[] = {"?", "error", "warning", "info",
                                             "hint"};
    size_t Severity = D.getInteger("severity").value_or(0);
    outs() << File << ':' << range(D) << ": "
           << Severities[Severity < 5 ? Severity : 0] << ": "
           << D.getString("message").value_or("") << " ["
           << D.getString("code").value_or("") << "]\n";
    if (const json::Array *Notes = D.getArray("relatedInformation"))
      for (const json::Value &Note : *Notes) {
        const json::Object &N = *Note.getAsObject();
        const json::Object &Where = *N.getObject("location");
        outs() << "  note: " << path(*Where.getString("uri")) << ':'
               << range(Where) << ": " << N.getString("message").value_or("")
               << '\n';
      }
    printFixes(File, D);
  }

  void printFixes(const std::string &File, const json::Object &D) {
    json::Value Result =
        request("textDocument/codeAction",
                json::Object{
                    {"textDocument", json::Object{{"uri", uri(File)}}},
                    {"range", *D.get("range")},
                    {"context",
                     json::Object{{"diagnostics", json::Array{json::Object(D)}},
                                  {"only", json::Array{"quickfix"}}}}});
    for (const json::Value &Action : *Result.getAsArray()) {
      const json::Object &A = *Action.getAsObject();
      outs() << "  fix: " << A.getString("title").value_or("") << '\n';
      const json::Object *Edit = A.getObject("edit");
      const json::Object *Changes = Edit ? Edit->getObject("changes") : nullptr;
      if (!Changes)
        continue;
      for (const auto &Change : *Changes)
        for (const json::Value &E : *Change.second.getAsArray())
          outs() << "    edit: " << path(StringRef(Change.first)) << ':'
                 << range(*E.getAsObject()) << ": "
                 << json::Value(
                        E.getAsObject()->getString("newText").value_or(""))
                 << '\n';
    }
  }

  /// "5:4-5:10", counted from 1.
  static std::string range(const json::Object &Holder) {
    const json::Object &Range = *Holder.getObject("range");
    std::string Text;
    for (StringRef End : {"start", "end"}) {
      const json::Object &P = *Range.getObject(End);
      Text += Text.empty() ? "" : "-";
      Text += std::to_string(*P.getInteger("line") + 1) + ":" +
              std::to_string(*P.getInteger("character") + 1);
    }
    return Text;
  }

  std::string Folder;
  Server S;
  int LastId = 0;
  std::map<std::string, int64_t> Versions;
  std::vector<json::Object> Published;
};

void runScript(Client &C, StringRef Script) {
  SmallVector<StringRef, 16> Lines;
  Script.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines) {
    SmallVector<StringRef, 4> Words;
    Line.trim().split(Words, ' ', -1, /*KeepEmpty=*/false);
    if (Words.size() == 2 && Words[0] == "open")
      C.open(Words[1].str());
    else if (Words.size() == 3 && Words[0] == "change")
      C.change(Words[1].str(), Words[2].str());
    else if (Words.size() == 4 && Words[0] == "refactorings")
      C.refactorings(Words[1].str(), Words[2], Words[3]);
    else if (Words.size() == 2 && Words[0] == "outline")
      C.outline(Words[1].str());
    else
      die("not a command: " + Line);
  }
}

} // namespace

int main(int Argc, char **Argv) {
  if (Argc < 5 || StringRef(Argv[3]) != "--")
    die("usage: lsp-client <project folder> <script> -- <clangd> <args>...");
  // A server that is gone is reported by write(), not by a signal.
  std::signal(SIGPIPE, SIG_IGN);
  std::string Script = readFile(Argv[2]);
  Client C(Argv[1], std::vector<char *>(Argv + 4, Argv + Argc));
  runScript(C, Script);
  C.shutDown();
}
