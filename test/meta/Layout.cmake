#===--- Layout.cmake - what belongs where, and how much of it -------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

include("${CMAKE_CURRENT_LIST_DIR}/Meta.cmake")

# - Versions of LLVM are asked for in checks/compat and cmake/LLVM.cmake alone.
# - Names of library functions and types live in checks/api/*.yaml alone.
# - A check has at most 250 lines, a file of checks/analysis 400.
# - Every source has its licence.

set(Count 0)
file(GLOB_RECURSE Files RELATIVE "${ROOT}"
  "${ROOT}/checks/*" "${ROOT}/clangd/*" "${ROOT}/tidy/*" "${ROOT}/tools/*"
  "${ROOT}/scripts/*" "${ROOT}/cmake/*" "${ROOT}/test/tools/*"
  "${ROOT}/test/unit/*" "${ROOT}/test/meta/*.cmake" "${ROOT}/test/guard/*.cmake"
  "${ROOT}/test/mocks/*" "${ROOT}/test/benchmark/*")
list(APPEND Files CMakeLists.txt test/CMakeLists.txt)
list(FILTER Files INCLUDE REGEX
  "([.](cpp|h|def|cmake|sh)|CMakeLists.txt|^test/mocks/.*|^cmake/templates/Check.*)$")

foreach(File IN LISTS Files)
  math(EXPR Count "${Count} + 1")
  meta_read("${ROOT}/${File}" Text)

  string(SUBSTRING "${Text}" 0 600 Top)
  if(NOT Top MATCHES "Part of Leash, under the Apache License v2.0 with LLVM Exceptions" OR
     NOT Top MATCHES "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception")
    meta_wrong("${File}: no licence at the top")
  endif()

  if(NOT File MATCHES "^(checks/compat/|cmake/LLVM[.]cmake|test/meta/Layout[.]cmake)" AND
     Text MATCHES "(LLVM|CLANG)_VERSION_(MAJOR|MINOR|STRING)|__clang_major__")
    meta_wrong("${File}: asks for ${CMAKE_MATCH_0}; that belongs into checks/compat")
  endif()

  if(File MATCHES "^checks/([^/]*|analysis/[^/]*)[.](cpp|h)$")
    string(REGEX REPLACE "(^|\n|[ \t])//[^\n]*" "\\1" Code "${Text}")
    if(Code MATCHES "hasAnyName|hasName\\(|\"(::)?(std|boost|folly|absl|tbb|QtConcurrent)::|\"(pthread|thrd|g_thread|SDL|curl)_|\"Q[A-Z][a-z]+")
      meta_wrong("${File}: ${CMAKE_MATCH_0}: a library's names belong into checks/api/*.yaml")
    endif()
  endif()

  set(Limit 0)
  if(File MATCHES "^checks/[^/]*[.](cpp|h)$")
    set(Limit 250)
  elseif(File MATCHES "^checks/analysis/")
    set(Limit 400)
  endif()
  if(Limit)
    string(REGEX MATCHALL "\n" Lines "${Text}")
    list(LENGTH Lines Lines)
    if(Lines GREATER Limit)
      meta_wrong("${File}: ${Lines} lines, more than ${Limit}: it wants to be two")
    endif()
  endif()
endforeach()
meta_end(${Count} "files")
