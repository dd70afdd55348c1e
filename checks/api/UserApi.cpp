//===--- UserApi.cpp - the API files of the user's own --------------------===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UserApi.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>
#include <mutex>

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace leash {

namespace {

SmallString<256> folderOf(StringRef MainFile) {
  SmallString<256> Folder = MainFile;
  // Without a working directory there is no folder to start from.
  if (llvm::sys::fs::make_absolute(Folder))
    return {};
  path::remove_filename(Folder);
  return Folder;
}

/// Where the file \p Name is; \p Name itself when it is nowhere, so that the
/// message shows what was asked for.
std::string findFile(StringRef Name, StringRef Folder) {
  if (path::is_absolute(Name) || llvm::sys::fs::exists(Name))
    return Name.str();
  for (; !Folder.empty(); Folder = path::parent_path(Folder)) {
    SmallString<256> Candidate = Folder;
    path::append(Candidate, Name);
    if (llvm::sys::fs::exists(Candidate))
      return std::string(Candidate);
  }
  return Name.str();
}

std::vector<std::string> findAll(StringRef List, StringRef Folder) {
  llvm::SmallVector<StringRef, 4> Names;
  List.split(Names, ';', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  std::vector<std::string> Result;
  for (StringRef Name : Names)
    Result.push_back(findFile(Name.trim(), Folder));
  return Result;
}

std::shared_ptr<const UserApi> read(StringRef List, StringRef Folder) {
  auto Api = std::make_shared<UserApi>();
  for (const std::string &File : findAll(List, Folder))
    Api->Table.addFile(File, Api->Errors);
  return Api;
}

} // namespace

std::vector<std::string> findUserApi(StringRef List, StringRef MainFile) {
  return findAll(List, folderOf(MainFile));
}

std::shared_ptr<const UserApi> loadUserApi(StringRef List, StringRef MainFile) {
  if (List.trim().empty())
    return nullptr;
  using Key = std::pair<std::string, std::string>;
  static std::mutex Mutex;
  static std::map<Key, std::weak_ptr<const UserApi>> Loaded;

  SmallString<256> Folder = folderOf(MainFile);
  std::scoped_lock Lock(Mutex);
  for (auto I = Loaded.begin(); I != Loaded.end();)
    I = I->second.expired() ? Loaded.erase(I) : std::next(I);
  std::weak_ptr<const UserApi> &Known =
      Loaded[Key(List.str(), std::string(Folder))];
  if (auto Api = Known.lock())
    return Api;
  // Read anew when nobody holds it: the file may have changed since.
  auto Api = read(List, Folder);
  Known = Api;
  return Api;
}

} // namespace leash
