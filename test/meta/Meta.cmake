#===--- Meta.cmake - what the meta-tests share ---------------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
# Each script is run as  cmake -DROOT=<repository> ... -P X.cmake,  prints every
# disagreement, and fails at the end when there was one.
#
#===----------------------------------------------------------------------------#

cmake_minimum_required(VERSION 3.25)

set_property(GLOBAL PROPERTY META_WRONG 0)

function(meta_wrong Text)
  get_property(Count GLOBAL PROPERTY META_WRONG)
  math(EXPR Count "${Count} + 1")
  set_property(GLOBAL PROPERTY META_WRONG ${Count})
  execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "${Text}")
endfunction()

# WHAT says how many things were looked at, so that a test that looks at
# nothing cannot pass.
function(meta_end Looked What)
  get_property(Count GLOBAL PROPERTY META_WRONG)
  if(Looked EQUAL 0)
    message(FATAL_ERROR "no ${What} found: this test looks in the wrong place")
  endif()
  if(Count GREATER 0)
    message(FATAL_ERROR "${Count} wrong")
  endif()
  execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "${Looked} ${What} agree")
endfunction()

# A file's text with the characters that mean something in CMake's lists
# replaced by ones that do not: ; [ ] \
function(meta_read File Result)
  file(READ "${File}" Text)
  string(REPLACE ";" "," Text "${Text}")
  string(REPLACE "[" "(" Text "${Text}")
  string(REPLACE "]" ")" Text "${Text}")
  string(REPLACE "\\\"" "'" Text "${Text}")
  string(REPLACE "\\" "/" Text "${Text}")
  set(${Result} "${Text}" PARENT_SCOPE)
endfunction()

# The catalogue: Names, and Summary_<name> and Class_<name>.
macro(meta_read_catalogue)
  meta_read("${ROOT}/checks/Checks.def" Catalogue)
  string(REGEX MATCHALL "\nLEASH_CHECK\\([^\n]*" Entries "${Catalogue}")
  set(Names "")
  foreach(Entry IN LISTS Entries)
    if(NOT Entry MATCHES
       "LEASH_CHECK\\(([A-Za-z0-9]+), \"([a-z0-9-]+)\", (Stable|Preview), \"[0-9.]+\", \"(.+)\"\\)$")
      meta_wrong("checks/Checks.def: not an entry: ${Entry}")
      continue()
    endif()
    list(APPEND Names "${CMAKE_MATCH_2}")
    set("Class_${CMAKE_MATCH_2}" "${CMAKE_MATCH_1}")
    set("Summary_${CMAKE_MATCH_2}" "${CMAKE_MATCH_4}")
  endforeach()
endmacro()

# The names of the files that PATTERN matches, without folder and extension.
function(meta_stems Pattern Result)
  file(GLOB Files "${ROOT}/${Pattern}")
  set(Stems "")
  foreach(File IN LISTS Files)
    get_filename_component(Stem "${File}" NAME_WE)
    list(APPEND Stems "${Stem}")
  endforeach()
  set(${Result} "${Stems}" PARENT_SCOPE)
endfunction()

function(meta_compare Left LeftName Right RightName)
  foreach(Item IN LISTS ${Left})
    if(NOT Item IN_LIST ${Right})
      meta_wrong("'${Item}' is in ${LeftName}, not in ${RightName}")
    endif()
  endforeach()
  foreach(Item IN LISTS ${Right})
    if(NOT Item IN_LIST ${Left})
      meta_wrong("'${Item}' is in ${RightName}, not in ${LeftName}")
    endif()
  endforeach()
endfunction()
