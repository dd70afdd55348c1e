// The service, repaired
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Service.h"

#include <csignal>
#include <curl/curl.h>

int main(int Argc, char **Argv) {
  auto Time = readTime(Argc, Argv);
  std::signal(SIGPIPE, SIG_IGN);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  int AtStart = countThreadsAtStart();

  {
    World Outside;
    Parts Service = makeParts(Outside);
    run(Service, Time);
  } // Every part stops its threads and waits for them here.

  curl_global_cleanup();
  return countLeftBehind(AtStart) > 0;
}
