//===--- UserApi.h - the API files of the user's own ------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_API_USERAPI_H
#define LEASH_API_USERAPI_H

#include "ApiTable.h"
#include <memory>

namespace leash {

/// The rows of the user's files, and what is wrong with them.
struct UserApi {
  ApiTable Table;
  std::vector<ApiError> Errors;
};

/// The paths of the files of \p List, which are separated by semicolons. A
/// relative name is looked for in the working directory and then from the
/// folder of \p MainFile upwards, as .clang-tidy is; one that is nowhere stays
/// as it is.
std::vector<std::string> findUserApi(llvm::StringRef List,
                                     llvm::StringRef MainFile);

/// Reads the files of \p List, as findUserApi finds them. Null when the list is
/// empty.
///
/// Callers with the same list and folder share one table as long as one of them
/// holds it. May be called from any thread.
std::shared_ptr<const UserApi> loadUserApi(llvm::StringRef List,
                                           llvm::StringRef MainFile);

} // namespace leash

#endif // LEASH_API_USERAPI_H
