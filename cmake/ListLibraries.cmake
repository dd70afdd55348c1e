#===--- ListLibraries.cmake - the libraries whose waits are known --------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   cmake -P cmake/ListLibraries.cmake
#
# brings the list of libraries in docs/checks/missing-timeout.md up to date with
# checks/api/*.yaml. With -DCHECK=ON before the -P it changes nothing, and fails
# when the list is out of date. -DROOT=<folder> is for another copy.
#
#===----------------------------------------------------------------------------#

cmake_minimum_required(VERSION 3.25)

if(NOT ROOT)
  get_filename_component(ROOT "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
endif()
set(Page "docs/checks/missing-timeout.md")
set(Begin "<!-- Made of checks/api/*.yaml by cmake/ListLibraries.cmake: do not edit. -->\n")
set(End "<!-- The end of what is made. -->\n")

# What takes CMake's lists apart, and stand-ins for it.
set(Special ";" "[" "]" "\\")
string(ASCII 1 StandIn0)
string(ASCII 2 StandIn1)
string(ASCII 3 StandIn2)
string(ASCII 4 StandIn3)

# The lines of FILE, without comments.
function(read_lines FILE RESULT)
  file(READ "${FILE}" Text)
  string(REPLACE ";" "${StandIn0}" Text "${Text}")
  string(REPLACE "[" "${StandIn1}" Text "${Text}")
  string(REPLACE "]" "${StandIn2}" Text "${Text}")
  string(REPLACE "\\" "${StandIn3}" Text "${Text}")
  string(REGEX REPLACE "(^|\n) *#[^\n]*" "" Text "${Text}")
  string(REPLACE "\n" ";" Lines "${Text}")
  set(${RESULT} "${Lines}" PARENT_SCOPE)
endfunction()

function(restore TEXT RESULT)
  string(REPLACE "${StandIn0}" ";" TEXT "${TEXT}")
  string(REPLACE "${StandIn1}" "[" TEXT "${TEXT}")
  string(REPLACE "${StandIn2}" "]" TEXT "${TEXT}")
  string(REPLACE "${StandIn3}" "\\" TEXT "${TEXT}")
  set(${RESULT} "${TEXT}" PARENT_SCOPE)
endfunction()

macro(begin_row)
  set(Names "")
  set(Condition "")
  set(Blocks FALSE)
  set(Sets FALSE)
  set(IsGivenLimit FALSE)
endmacro()

# Counts a row under each of its names. Rows of one name are one call; rows that
# set something count once a condition, such as an option of curl_easy_setopt.
macro(end_row)
  foreach(Name IN LISTS Names)
    if(Blocks)
      list(APPEND Waits "${Name}")
    endif()
    if(Sets)
      list(APPEND Limits "${Name} ${Condition}")
    endif()
    if(IsGivenLimit)
      list(APPEND Limits "${Name}")
    endif()
  endforeach()
endmacro()

# Sets Library, About, WaitCount and LimitCount.
function(read_library FILE)
  read_lines("${FILE}" Lines)
  set(About "")
  set(Waits "")
  set(Limits "")
  set(Key "")
  begin_row()
  foreach(Line IN LISTS Lines)
    if(Line MATCHES "^([a-z]+): *(.*)$")
      set(Key "${CMAKE_MATCH_1}")
      set(Value "${CMAKE_MATCH_2}")
      if(Key STREQUAL "library")
        set(Library "${Value}")
      elseif(Key STREQUAL "about" AND NOT Value MATCHES "^[>|]")
        set(About "${Value}")
      endif()
    elseif(Key STREQUAL "about")
      string(APPEND About " ${Line}")
    elseif(Line MATCHES "^  - name: *\"?([^\" ]+)")
      set(Name "${CMAKE_MATCH_1}")
      end_row()
      begin_row()
      set(Names "${Name}")
    elseif(Line MATCHES "^    also: *${StandIn1}(.*)${StandIn2}")
      string(REGEX MATCHALL "[^ ,\"]+" More "${CMAKE_MATCH_1}")
      list(APPEND Names ${More})
    elseif(Line MATCHES "^    ([a-z-]+):")
      set(RowKey "${CMAKE_MATCH_1}")
      if(RowKey MATCHES "^(blocking|context)$")
        set(Blocks TRUE)
      elseif(RowKey STREQUAL "sets-deadline")
        set(Sets TRUE)
      endif()
    elseif(RowKey STREQUAL "also" AND Line MATCHES "^      - \"?([^\" ]+)")
      list(APPEND Names "${CMAKE_MATCH_1}")
    elseif(RowKey STREQUAL "when" AND Line MATCHES "^ +(- )?is: (.*)$")
      string(APPEND Condition " ${CMAKE_MATCH_2}")
    endif()
    if(Line MATCHES "^    (  |blocking: *{.*)(time-limit|text|options): ")
      set(IsGivenLimit TRUE)
    endif()
  endforeach()
  end_row()

  list(REMOVE_DUPLICATES Waits)
  list(REMOVE_DUPLICATES Limits)
  list(LENGTH Waits WaitCount)
  list(LENGTH Limits LimitCount)
  string(REGEX REPLACE " +" " " About "${About}")
  string(STRIP "${About}" About)
  # It begins with what the library is, and goes on with how it works.
  string(REGEX REPLACE "[.:]( .*)?$" "" About "${About}")
  restore("${About}" About)
  return(PROPAGATE Library About WaitCount LimitCount)
endfunction()

set(Table "| library | calls that wait | limits | |\n| --- | --- | --- | --- |\n")
set(Count 0)
file(GLOB Files "${ROOT}/checks/api/*.yaml")
list(SORT Files)
foreach(File IN LISTS Files)
  read_library("${File}")
  if(WaitCount EQUAL 0)
    continue()
  endif()
  math(EXPR Count "${Count} + 1")
  get_filename_component(Name "${File}" NAME)
  string(APPEND Table
    "| [${Library}](../../checks/api/${Name}) | ${WaitCount} | ${LimitCount} | ${About} |\n")
endforeach()
if(Count EQUAL 0)
  message(FATAL_ERROR "no library in ${ROOT}/checks/api has a call that waits")
endif()

file(READ "${ROOT}/${Page}" Old)
string(FIND "${Old}" "${Begin}" From)
string(FIND "${Old}" "${End}" To)
if(From LESS 0 OR To LESS From)
  message(FATAL_ERROR "${Page} has no place for the list of libraries:\n${Begin}${End}")
endif()
string(SUBSTRING "${Old}" 0 ${From} Before)
string(SUBSTRING "${Old}" ${To} -1 After)
set(New "${Before}${Begin}\n${Table}\n${After}")

if(New STREQUAL Old)
  message(STATUS "${Count} libraries, the list is up to date")
elseif(CHECK)
  message(FATAL_ERROR
    "the list of libraries in ${Page} is out of date; this makes it anew:\n  cmake -P cmake/ListLibraries.cmake")
else()
  file(WRITE "${ROOT}/${Page}" "${New}")
  message(STATUS "${Page}: ${Count} libraries")
endif()
