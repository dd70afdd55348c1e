// The service that leaks
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include <csignal>
#include <cstdlib>
#include <curl/curl.h>

int main(int Argc, char **Argv) {
  auto Time = readTime(Argc, Argv);
  std::signal(SIGPIPE, SIG_IGN);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  int AtStart = countThreadsAtStart();

  World Outside;
  Parts Service = makeParts(Outside);
  run(Service, Time);

  // There is no orderly way out of here: destructors would hang or call
  // std::terminate, and the threads left behind still use what they destroy.
  std::_Exit(countLeftBehind(AtStart) > 0);
}
