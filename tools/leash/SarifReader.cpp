//===--- SarifReader.cpp - results out of SARIF that Leash wrote ----------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The inverse of SarifFormat.cpp. What it reads may have been cut off, mixed
// up or edited on its way from another machine: what is missing or has another
// type is an error, never a default, because a finding that gets lost here is
// a green light for who reads the result.
//
//===----------------------------------------------------------------------===//

#include "SarifReader.h"
#include "SarifNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include <limits>

using namespace llvm;

namespace leash {

//===----------------------------------------------------------------------===//
// Reading objects: each function says in P what is wrong, and where.
//===----------------------------------------------------------------------===//

static const json::Object *asObject(const json::Value *V, json::Path P) {
  const json::Object *Result = V ? V->getAsObject() : nullptr;
  if (!Result)
    P.report("expected object");
  return Result;
}

static const json::Object *getObject(const json::Object &From, StringRef Name,
                                     json::Path P) {
  return asObject(From.get(Name), P.field(Name));
}

static const json::Array *getArray(const json::Object &From, StringRef Name,
                                   json::Path P) {
  const json::Array *Result = From.getArray(Name);
  if (!Result)
    P.field(Name).report("expected array");
  return Result;
}

static bool getString(const json::Object &From, StringRef Name,
                      std::string &Into, json::Path P) {
  auto Found = From.getString(Name);
  if (!Found) {
    P.field(Name).report("expected string");
    return false;
  }
  Into = Found->str();
  return true;
}

static bool getNumber(const json::Object &From, StringRef Name, unsigned &Into,
                      json::Path P) {
  auto Found = From.getInteger(Name);
  if (!Found || *Found < 0 || *Found > std::numeric_limits<unsigned>::max()) {
    P.field(Name).report("expected a number that is not negative");
    return false;
  }
  Into = *Found;
  return true;
}

static bool getOptionalNumber(const json::Object &From, StringRef Name,
                              unsigned &Into, json::Path P) {
  return !From.get(Name) || getNumber(From, Name, Into, P);
}

// {"text": ...}
static bool getText(const json::Object &From, StringRef Name, std::string &Into,
                    json::Path P) {
  const json::Object *Message = getObject(From, Name, P);
  return Message && getString(*Message, "text", Into, P.field(Name));
}

/// Calls \p Read(object, path) for each element, until one returns false.
template <typename Reader>
static bool forEach(const json::Object &From, StringRef Name, json::Path P,
                    Reader Read) {
  const json::Array *Array = getArray(From, Name, P);
  if (!Array)
    return false;
  json::Path Field = P.field(Name);
  for (size_t I = 0; I != Array->size(); ++I) {
    json::Path Element = Field.index(I);
    const json::Object *Object = asObject(&(*Array)[I], Element);
    if (!Object || !Read(*Object, Element))
      return false;
  }
  return true;
}

template <typename Reader>
static bool forEachIfThere(const json::Object &From, StringRef Name,
                           json::Path P, Reader Read) {
  return !From.get(Name) || forEach(From, Name, P, Read);
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

static bool decodeUri(StringRef Uri, std::string &File) {
  File.clear();
  for (; !Uri.empty(); Uri = Uri.drop_front()) {
    if (Uri.front() != '%') {
      File += Uri.front();
      continue;
    }
    unsigned Byte = 0;
    if (Uri.size() < 3 || Uri.substr(1, 2).getAsInteger(16, Byte))
      return false;
    File += static_cast<char>(Byte);
    Uri = Uri.drop_front(2);
  }
  return !File.empty();
}

static bool readFile(const json::Object &From, std::string &File,
                     json::Path P) {
  const json::Object *Artifact = getObject(From, "artifactLocation", P);
  json::Path Here = P.field("artifactLocation");
  std::string Text;
  if (!Artifact || !getString(*Artifact, "uri", Text, Here))
    return false;
  StringRef Uri = Text;
  auto Base = Artifact->getString("uriBaseId");
  bool IsKnown =
      Base ? *Base == sarif::Root : Uri.consume_front(sarif::FileScheme);
  if (IsKnown && decodeUri(Uri, File))
    return true;
  Here.report("expected a file below SRCROOT or a file: URI");
  return false;
}

// Columns in bytes are there when they are others than those that are shown.
static bool readRegion(const json::Object &Region, Location &Where,
                       json::Path P) {
  if (!getNumber(Region, "startLine", Where.Line, P) ||
      !getOptionalNumber(Region, "startColumn", Where.Column, P) ||
      !getOptionalNumber(Region, "endLine", Where.EndLine, P) ||
      !getOptionalNumber(Region, "endColumn", Where.EndColumn, P))
    return false;
  if (!Region.get("properties"))
    return true;
  const json::Object *Bytes = getObject(Region, "properties", P);
  json::Path Here = P.field("properties");
  return Bytes && getNumber(*Bytes, sarif::StartByte, Where.Column, Here) &&
         getNumber(*Bytes, sarif::EndByte, Where.EndColumn, Here);
}

static bool readPlace(const json::Object &From, Location &Where, json::Path P) {
  const json::Object *Place = getObject(From, "physicalLocation", P);
  json::Path Here = P.field("physicalLocation");
  if (!Place || !readFile(*Place, Where.File, Here))
    return false;
  if (!Place->get("region"))
    return true;
  const json::Object *Region = getObject(*Place, "region", Here);
  return Region && readRegion(*Region, Where, Here.field("region"));
}

//===----------------------------------------------------------------------===//
// Findings
//===----------------------------------------------------------------------===//

static bool readLevel(const json::Object &From, Finding &F, json::Path P) {
  std::string Level;
  if (!getString(From, "level", Level, P))
    return false;
  F.IsError = Level == "error";
  if (F.IsError || Level == "warning")
    return true;
  P.field("level").report("expected warning or error");
  return false;
}

static bool readNote(const json::Object &From, Finding &F, json::Path P) {
  Note N;
  if (From.get("physicalLocation") && !readPlace(From, N.Where, P))
    return false;
  if (!getText(From, "message", N.Message, P))
    return false;
  F.Notes.push_back(std::move(N));
  return true;
}

static bool readReplacement(const json::Object &From, StringRef File,
                            Finding &F, json::Path P) {
  Edit E;
  E.Where.File = File.str();
  const json::Object *Region = getObject(From, "deletedRegion", P);
  if (!Region || !readRegion(*Region, E.Where, P.field("deletedRegion")))
    return false;
  if (From.get("insertedContent") &&
      !getText(From, "insertedContent", E.Text, P))
    return false;
  F.Edits.push_back(std::move(E));
  return true;
}

static bool readFix(const json::Object &From, Finding &F, json::Path P) {
  auto ReadChange = [&](const json::Object &Change, json::Path P) {
    std::string File;
    return readFile(Change, File, P) &&
           forEach(Change, "replacements", P,
                   [&](const json::Object &Replacement, json::Path P) {
                     return readReplacement(Replacement, File, F, P);
                   });
  };
  return forEach(From, "artifactChanges", P, ReadChange);
}

static bool readFingerprint(const json::Object &From, Finding &F,
                            json::Path P) {
  const json::Object *Prints = getObject(From, "partialFingerprints", P);
  return Prints && getString(*Prints, sarif::Fingerprint, F.Fingerprint,
                             P.field("partialFingerprints"));
}

// The code flow repeats the notes.
static bool readResult(const json::Object &From, Results &All, json::Path P) {
  Finding F;
  auto ReadLocation = [&](const json::Object &Where, json::Path P) {
    return readPlace(Where, F.Where, P);
  };
  auto ReadNote = [&](const json::Object &Where, json::Path P) {
    return readNote(Where, F, P);
  };
  auto ReadFix = [&](const json::Object &Fix, json::Path P) {
    return readFix(Fix, F, P);
  };
  if (!getString(From, "ruleId", F.Check, P) || !readLevel(From, F, P) ||
      !getText(From, "message", F.Message, P) ||
      !forEach(From, "locations", P, ReadLocation) ||
      !forEachIfThere(From, "relatedLocations", P, ReadNote) ||
      !forEachIfThere(From, "fixes", P, ReadFix) ||
      !readFingerprint(From, F, P))
    return false;
  if (F.Where.File.empty()) {
    P.field("locations").report("expected a location");
    return false;
  }
  All.Findings.push_back(std::move(F));
  return true;
}

//===----------------------------------------------------------------------===//
// The run
//===----------------------------------------------------------------------===//

static bool readReason(const json::Object &From, Unchecked &File,
                       json::Path P) {
  const json::Object *Descriptor = getObject(From, "descriptor", P);
  std::string Id;
  if (!Descriptor || !getString(*Descriptor, "id", Id, P.field("descriptor")))
    return false;
  const auto *Found = find_if(
      sarif::Reasons, [&](const sarif::Reason &R) { return R.Id == Id; });
  if (Found == std::end(sarif::Reasons)) {
    P.field("descriptor").field("id").report("unknown reason");
    return false;
  }
  File.Why = Found->Why;
  return true;
}

static bool readNotification(const json::Object &From, Results &All,
                             json::Path P) {
  Unchecked File;
  auto ReadLocation = [&](const json::Object &Where, json::Path P) {
    Location Place;
    bool IsRead = readPlace(Where, Place, P);
    File.File = Place.File;
    return IsRead;
  };
  const json::Object *Properties = getObject(From, "properties", P);
  if (!Properties || !readReason(From, File, P) ||
      !getString(*Properties, "detail", File.Detail, P.field("properties")) ||
      !forEach(From, "locations", P, ReadLocation))
    return false;
  if (File.File.empty()) {
    P.field("locations").report("expected a location");
    return false;
  }
  All.NotChecked.push_back(std::move(File));
  return true;
}

static bool readSkipped(const json::Object &From, Results &All, json::Path P) {
  Skipped File;
  if (!readFile(From, File.File, P) || !getString(From, "why", File.Why, P))
    return false;
  All.NotLookedAt.push_back(std::move(File));
  return true;
}

static bool readExtra(const json::Object &From, Results &All, json::Path P) {
  return getNumber(From, "files", All.Files, P) &&
         getNumber(From, "inBaseline", All.InBaseline, P) &&
         getNumber(From, "elsewhere", All.Elsewhere, P) &&
         forEach(From, "skipped", P,
                 [&](const json::Object &File, json::Path P) {
                   return readSkipped(File, All, P);
                 });
}

static bool readRun(const json::Object &Run, Results &All, json::Path P) {
  auto ReadInvocation = [&](const json::Object &Invocation, json::Path P) {
    return forEach(Invocation, "toolExecutionNotifications", P,
                   [&](const json::Object &Notification, json::Path P) {
                     return readNotification(Notification, All, P);
                   });
  };
  auto ReadResult = [&](const json::Object &Result, json::Path P) {
    return readResult(Result, All, P);
  };
  const json::Object *Properties = getObject(Run, "properties", P);
  const json::Object *Extra =
      Properties ? getObject(*Properties, sarif::Extra, P.field("properties"))
                 : nullptr;
  return Extra &&
         readExtra(*Extra, All, P.field("properties").field(sarif::Extra)) &&
         forEach(Run, "invocations", P, ReadInvocation) &&
         forEach(Run, "results", P, ReadResult);
}

//===----------------------------------------------------------------------===//
// The file
//===----------------------------------------------------------------------===//

static Error invalid(StringRef Path, const Twine &Why) {
  return createStringError(inconvertibleErrorCode(), Path + ": " + Why);
}

// Whether something that was opened is not closed: a copy that did not get to
// its end.
static bool isCutOff(StringRef Text) {
  unsigned Depth = 0;
  bool InString = false;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    if (InString && C == '\\')
      ++I;
    else if (C == '"')
      InString = !InString;
    else if (!InString && (C == '{' || C == '['))
      ++Depth;
    else if (!InString && (C == '}' || C == ']') && Depth != 0)
      --Depth;
  }
  return InString || Depth != 0;
}

static Expected<json::Value> parse(StringRef Path, StringRef Text) {
  if (Text.trim().empty())
    return invalid(Path, "the file is empty");
  Expected<json::Value> Parsed = json::parse(Text);
  if (Parsed)
    return Parsed;
  std::string Why = toString(Parsed.takeError());
  if (isCutOff(Text))
    return invalid(Path, "the file is cut off: its end is missing");
  return invalid(Path, "this is no JSON: " + Why);
}

// The name of the tool that wrote the run; empty when it does not say.
static StringRef toolOf(const json::Object &Run) {
  const json::Object *Tool = Run.getObject("tool");
  const json::Object *Driver = Tool ? Tool->getObject("driver") : nullptr;
  if (!Driver)
    return "";
  auto Name = Driver->getString("name");
  return Name ? *Name : StringRef();
}

static bool hasFormat(const json::Object &Run) {
  const json::Object *Properties = Run.getObject("properties");
  const json::Object *Extra =
      Properties ? Properties->getObject(sarif::Extra) : nullptr;
  if (!Extra)
    return false;
  auto Number = Extra->getInteger("format");
  return Number && *Number == sarif::Format;
}

/// The run in a file of Leash's.
static Expected<const json::Object *> findRun(StringRef Path,
                                              const json::Value &File) {
  const json::Object *Top = File.getAsObject();
  const json::Array *Runs = Top ? Top->getArray("runs") : nullptr;
  auto Version =
      Top ? Top->getString("version") : decltype(Top->getString(""))();
  if (!Runs || !Version)
    return invalid(Path, "this is no SARIF: it has no version or no runs");
  if (*Version != sarif::Version)
    return invalid(Path, "this is SARIF " + *Version + "; leash reads " +
                             sarif::Version);
  const json::Object *Run =
      Runs->size() == 1 ? Runs->front().getAsObject() : nullptr;
  if (!Run)
    return invalid(Path, "leash writes files with one run; this one has " +
                             utostr(Runs->size()));
  if (toolOf(*Run) != sarif::Driver)
    return invalid(Path,
                   "this was written by '" + toolOf(*Run) + "', not by leash");
  if (!hasFormat(*Run))
    return invalid(Path, "this was written by another version of leash, which "
                         "this one cannot read");
  return Run;
}

Expected<Results> readSarif(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return createFileError(Path, Buffer.getError());
  Expected<json::Value> File = parse(Path, (*Buffer)->getBuffer());
  if (!File)
    return File.takeError();
  Expected<const json::Object *> Run = findRun(Path, *File);
  if (!Run)
    return Run.takeError();

  Results All;
  json::Path::Root Root("run");
  if (readRun(**Run, All, Root))
    return std::move(All);
  return invalid(Path,
                 "this is not what leash writes: " + toString(Root.getError()));
}

} // namespace leash
