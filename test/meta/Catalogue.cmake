#===--- Catalogue.cmake - the same checks everywhere ---------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

include("${CMAKE_CURRENT_LIST_DIR}/Meta.cmake")

meta_read_catalogue()
set(Sorted ${Names})
list(SORT Sorted)
if(NOT Sorted STREQUAL Names)
  meta_wrong("checks/Checks.def is not sorted by name: ${Names}")
endif()

meta_stems("docs/checks/*.md" Pages)
meta_compare(Names "checks/Checks.def" Pages "docs/checks")
list(LENGTH Names Count)

# A check's tests: <name>.cpp, and more files whose names begin with it.
# Those that begin with "together" have all checks on: see Together.cmake.
meta_stems("test/checks/*.cpp" Tests)
meta_stems("test/checks/*.c" CTests)
foreach(Name IN LISTS Names)
  if(NOT Name IN_LIST Tests)
    meta_wrong("test/checks/${Name}.cpp is missing")
  endif()
endforeach()
foreach(Test IN LISTS Tests CTests)
  set(Found FALSE)
  if(Test MATCHES "^together(-|$)")
    set(Found TRUE)
  endif()
  foreach(Name IN LISTS Names)
    if(Test MATCHES "^${Name}(-|$)")
      set(Found TRUE)
    endif()
  endforeach()
  if(NOT Found)
    meta_wrong("test/checks/${Test} belongs to no check in checks/Checks.def")
  endif()
endforeach()

foreach(Name IN LISTS Names)
  string(REPLACE "-" "" Plain "${Name}check")
  string(TOLOWER "${Class_${Name}}" Class)
  if(NOT Class STREQUAL Plain)
    meta_wrong("class ${Class_${Name}} is not named after '${Name}'")
  endif()
  foreach(Extension h cpp)
    if(NOT EXISTS "${ROOT}/checks/${Class_${Name}}.${Extension}")
      meta_wrong("checks/${Class_${Name}}.${Extension} is missing")
    endif()
  endforeach()
endforeach()

execute_process(
  COMMAND "${LEASH_TIDY}" "--checks=-*,leash-*" --list-checks
  OUTPUT_VARIABLE List COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "leash-[a-z0-9-]+" Listed "${List}")
list(TRANSFORM Listed REPLACE "^leash-" "")
meta_compare(Names "checks/Checks.def" Listed "--list-checks")

meta_end(${Count} "checks")
