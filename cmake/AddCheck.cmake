#===--- AddCheck.cmake - adds a check ------------------------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   cmake -DNAME=lost-wakeup -DSUMMARY="Finds ..." -P cmake/AddCheck.cmake
#
# writes the catalogue's entry, the source pair, the page, the test and the row
# of the README's table, from cmake/templates. The result builds and loads as it
# is; its test fails until the check says something.
#
#===----------------------------------------------------------------------------#

cmake_minimum_required(VERSION 3.25)

get_filename_component(Root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
set(Usage
  "usage: cmake -DNAME=lost-wakeup -DSUMMARY=\"Finds ...\" -P cmake/AddCheck.cmake")

if(NOT NAME MATCHES "^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
  message(FATAL_ERROR
    "NAME is '${NAME}'; give lower case words with hyphens, without \"leash-\".\n${Usage}")
endif()
if(NAME MATCHES "^leash-")
  message(FATAL_ERROR "Give NAME without \"leash-\".\n${Usage}")
endif()
if(NOT SUMMARY MATCHES "^[A-Z][^;\"\\]*[.]$")
  message(FATAL_ERROR
    "SUMMARY is '${SUMMARY}'; give one sentence that begins with a capital and ends with a period, without quotes, semicolons and backslashes.\n${Usage}")
endif()

# lost-wakeup: LostWakeupCheck, LEASH_LOSTWAKEUPCHECK_H
set(Class "")
string(REPLACE "-" ";" Words "${NAME}")
foreach(Word IN LISTS Words)
  string(SUBSTRING "${Word}" 0 1 Initial)
  string(SUBSTRING "${Word}" 1 -1 Rest)
  string(TOUPPER "${Initial}" Initial)
  string(APPEND Class "${Initial}${Rest}")
endforeach()
string(APPEND Class "Check")
string(TOUPPER "LEASH_${Class}_H" Guard)
file(STRINGS "${Root}/CMakeLists.txt" VersionLine
  REGEX "^ *VERSION [0-9]" LIMIT_COUNT 1)
string(REGEX MATCH "[0-9.]+" Since "${VersionLine}")

# The first line of a source file, filled up to 80 columns.
function(leash_title Name Tail Result)
  set(Line "//===--- ${Name} - leash-${NAME} ")
  string(LENGTH "${Line}${Tail}" Length)
  while(Length LESS 80)
    string(APPEND Line "-")
    math(EXPR Length "${Length} + 1")
  endwhile()
  set(${Result} "${Line}${Tail}" PARENT_SCOPE)
endfunction()
leash_title("${Class}.h" "*- C++ -*-===//" HeaderTitle)
leash_title("${Class}.cpp" "===//" SourceTitle)

# The summary as a comment, broken at 76 columns.
set(SummaryComment "///")
set(Column 3)
string(REPLACE " " ";" Words "${SUMMARY}")
foreach(Word IN LISTS Words)
  string(LENGTH "${Word}" Length)
  math(EXPR Column "${Column} + 1 + ${Length}")
  if(Column GREATER 80)
    string(APPEND SummaryComment "\n///")
    math(EXPR Column "4 + ${Length}")
  endif()
  string(APPEND SummaryComment " ${Word}")
endforeach()

set(Made
  "checks/${Class}.h"
  "checks/${Class}.cpp"
  "docs/checks/${NAME}.md"
  "test/checks/${NAME}.cpp")
foreach(File IN LISTS Made)
  if(EXISTS "${Root}/${File}")
    message(FATAL_ERROR "${File} is there already; nothing was changed.")
  endif()
endforeach()

# Inserts LINE before the first of the lines that START matches whose check has
# a name after NAME, or else after the last. The name is the first group.
function(leash_insert_sorted File Start Line)
  file(READ "${Root}/${File}" Text)
  string(REGEX MATCHALL "\n${Start}" Entries "${Text}")
  if(NOT Entries)
    message(FATAL_ERROR "${File} has no line like those of the other checks.")
  endif()
  foreach(Entry IN LISTS Entries)
    string(REGEX REPLACE "^\n${Start}$" "\\1" Other "${Entry}")
    if(Other STREQUAL NAME)
      message(FATAL_ERROR "${File} has '${NAME}' already.")
    endif()
    string(FIND "${Text}" "${Entry}" At)
    if(Other STRGREATER NAME)
      break()
    endif()
    # After this line.
    string(SUBSTRING "${Text}" ${At} -1 Rest)
    string(SUBSTRING "${Rest}" 1 -1 Rest)
    string(FIND "${Rest}" "\n" End)
    math(EXPR At "${At} + 1 + ${End}")
  endforeach()
  string(SUBSTRING "${Text}" 0 ${At} Before)
  string(SUBSTRING "${Text}" ${At} -1 After)
  file(WRITE "${Root}/${File}" "${Before}\n${Line}${After}")
  message(STATUS "${File}: a line for ${NAME}")
endfunction()

leash_insert_sorted("checks/Checks.def"
  "LEASH_CHECK\\([A-Za-z0-9]+, \"([a-z0-9-]+)\""
  "LEASH_CHECK(${Class}, \"${NAME}\", Preview, \"${Since}\", \"${SUMMARY}\")")
leash_insert_sorted("README.md"
  "\\| \\[`?leash-[a-z0-9-]+`?\\]\\(docs/checks/([a-z0-9-]+)[.]md\\)"
  "| [`leash-${NAME}`](docs/checks/${NAME}.md) | ${SUMMARY} |")

# FileCheck's own "@", which configure_file would take for its.
set(At "@")
set(Templates Check.h.in Check.cpp.in page.md.in test.cpp.in)
foreach(File Template IN ZIP_LISTS Made Templates)
  configure_file("${CMAKE_CURRENT_LIST_DIR}/templates/${Template}"
    "${Root}/${File}" @ONLY)
  message(STATUS "${File}: new")
endforeach()
message(STATUS
  "Next: write test/checks/${NAME}.cpp, then ${Class}::analyse; docs/checks/${NAME}.md says what is flagged.")
