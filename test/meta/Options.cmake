#===--- Options.cmake - pages and checks have the same options --------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

include("${CMAKE_CURRENT_LIST_DIR}/Meta.cmake")

# A page lists an option as
#
#   - `Strict` (default `false`): ...
#   - `ApiFiles` (default empty): ...

meta_read_catalogue()
execute_process(
  COMMAND "${LEASH_TIDY}" "--checks=-*,leash-*" "--config={}" --dump-config
  OUTPUT_VARIABLE Dump COMMAND_ERROR_IS_FATAL ANY)
# Up to 15: a list of key and value; from 16 on: a map.
string(REGEX REPLACE "- key: *([^\n]*)\n *value: *" "\\1: " Dump "${Dump}")
string(REGEX MATCHALL "leash-[a-z0-9-]+[.][A-Za-z]+: *'?[^'\n]*" Pairs "${Dump}")

set(Count 0)
foreach(Name IN LISTS Names)
  set(Dumped "")
  foreach(Pair IN LISTS Pairs)
    if(Pair MATCHES "^leash-${Name}[.]([A-Za-z]+): *'?(.*)$")
      list(APPEND Dumped "${CMAKE_MATCH_1}=${CMAKE_MATCH_2}")
    endif()
  endforeach()

  meta_read("${ROOT}/docs/checks/${Name}.md" Page)
  string(REGEX MATCHALL "\n- `[A-Za-z]+` \\(default (empty|`[^`]*`)\\)" Lines "${Page}")
  set(Told "")
  foreach(Line IN LISTS Lines)
    string(REGEX MATCH "`([A-Za-z]+)` \\(default (empty|`([^`]*)`)\\)" Matched "${Line}")
    list(APPEND Told "${CMAKE_MATCH_1}=${CMAKE_MATCH_3}")
    math(EXPR Count "${Count} + 1")
  endforeach()
  meta_compare(Dumped "--dump-config (leash-${Name})" Told
    "docs/checks/${Name}.md (as: - `Name` (default `value`): ...)")
endforeach()

meta_end(${Count} "options")
