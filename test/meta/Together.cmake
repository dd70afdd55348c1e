#===--- Together.cmake - who reports what, as the docs say and the tests show ---#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

include("${CMAKE_CURRENT_LIST_DIR}/Meta.cmake")

# Row N of docs/usage/who-reports-what.md names the checks that report between
# "Row N:" and the next row of test/checks/together.cpp, and of together.c where
# that has the row. Every check is in some row.

# The docs: Row_<n>, and Rows.
meta_read("${ROOT}/docs/usage/who-reports-what.md" Page)
string(REGEX MATCHALL "\n[|] [0-9]* ?[|][^\n]*" Lines "${Page}")
set(Rows "")
set(Mentioned "")
set(Row "")
foreach(Line IN LISTS Lines)
  if(Line MATCHES "^\n[|] ([0-9]+) ")
    set(Row ${CMAKE_MATCH_1})
    list(APPEND Rows ${Row})
    set(Row_${Row} "")
  endif()
  if(NOT Line MATCHES "[|] .([a-z-]+).[(][.][.]/checks/([a-z-]+)[.]md[)] [|]" OR
     NOT CMAKE_MATCH_1 STREQUAL CMAKE_MATCH_2)
    meta_wrong("who-reports-what.md: row ${Row} names no check:${Line}")
    continue()
  endif()
  list(APPEND Row_${Row} ${CMAKE_MATCH_1})
  list(APPEND Mentioned ${CMAKE_MATCH_1})
endforeach()

meta_read_catalogue()
foreach(Name IN LISTS Names)
  if(NOT Name IN_LIST Mentioned)
    meta_wrong("who-reports-what.md: no row has ${Name}")
  endif()
endforeach()

# What a test shows: the rows that it has, compared with the docs'.
function(compare File Found)
  meta_read("${ROOT}/test/checks/${File}" Text)
  set(Row "")
  set(Tested "")
  string(REGEX MATCHALL "(--- Row [0-9]+:|CHECK-MESSAGES: [^\n]*: warning: [^\n]*[(]leash-[a-z-]+[)]\n)"
         Marks "${Text}")
  foreach(Mark IN LISTS Marks)
    if(Mark MATCHES "^--- Row ([0-9]+):")
      set(Row ${CMAKE_MATCH_1})
      list(APPEND Tested ${Row})
      set(Shown_${Row} "")
    elseif(Mark MATCHES "[(]leash-([a-z-]+)[)]\n$")
      list(APPEND Shown_${Row} ${CMAKE_MATCH_1})
    endif()
  endforeach()
  foreach(Row IN LISTS Tested)
    list(SORT Shown_${Row})
    list(SORT Row_${Row})
    if(NOT "${Shown_${Row}}" STREQUAL "${Row_${Row}}")
      meta_wrong("row ${Row}: who-reports-what.md says '${Row_${Row}}', ${File} '${Shown_${Row}}'")
    endif()
  endforeach()
  set(${Found} "${Tested}" PARENT_SCOPE)
endfunction()

compare(together.cpp InCxx)
compare(together.c InC)
if(NOT InCxx STREQUAL Rows)
  meta_wrong("who-reports-what.md has the rows ${Rows}, together.cpp ${InCxx}")
endif()
list(LENGTH Rows Count)
meta_end(${Count} "rows")
