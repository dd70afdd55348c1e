#===--- test/examples/Markers.cmake - are the examples' leaks reported? --------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   cmake -DLEASH_TIDY=... -DBUILD=... -DEXAMPLES=... -DCATALOGUE=... -P Markers.cmake
#
# A marker is a comment "// leak: check[, check]"; it speaks of the next line
# that is not a comment. Checks that are not in the catalogue yet do not count.
#
#===----------------------------------------------------------------------------#

cmake_policy(SET CMP0057 NEW) # if(IN_LIST)

file(STRINGS "${CATALOGUE}" Entries REGEX "^LEASH_CHECK\\(")
set(Known "")
foreach(Entry IN LISTS Entries)
  string(REGEX REPLACE "^[^\"]*\"([^\"]*)\".*" "\\1" Name "${Entry}")
  list(APPEND Known "${Name}")
endforeach()

# The lines of FILE. file(STRINGS) leaves empty ones out, and a list takes
# semicolons and brackets apart.
function(read_lines FILE OUTPUT)
  file(READ "${FILE}" Text)
  string(REGEX REPLACE "[][;]" "." Text "${Text}")
  string(REPLACE "\n" ";" Lines "${Text}")
  set(${OUTPUT} "${Lines}" PARENT_SCOPE)
endfunction()

set(Expected "")
file(GLOB Sources "${EXAMPLES}/leaky/*.cpp" "${EXAMPLES}/leaky/*.c")
foreach(Source IN LISTS Sources)
  file(RELATIVE_PATH Name "${EXAMPLES}" "${Source}")
  read_lines("${Source}" Lines)
  set(Number 0)
  set(Pending "")
  foreach(Line IN LISTS Lines)
    math(EXPR Number "${Number} + 1")
    if(Line MATCHES "^ *// leak: (.*)$")
      string(REPLACE "," ";" Pending "${CMAKE_MATCH_1}")
      list(TRANSFORM Pending STRIP)
    elseif(Pending AND NOT Line MATCHES "^ *//")
      foreach(Check IN LISTS Pending)
        if(Check IN_LIST Known)
          list(APPEND Expected "${Name}:${Number} ${Check}")
        endif()
      endforeach()
      set(Pending "")
    endif()
  endforeach()
endforeach()

file(GLOB Others "${EXAMPLES}/repaired/*.cpp" "${EXAMPLES}/repaired/*.c"
  "${EXAMPLES}/common/*.cpp")
execute_process(
  COMMAND "${LEASH_TIDY}" -p "${BUILD}" "--config={Checks: '-*,leash-*'}"
          --header-filter=.* --quiet ${Sources} ${Others}
  OUTPUT_VARIABLE Output
  ERROR_VARIABLE Errors
  RESULT_VARIABLE Status)
if(NOT Status EQUAL 0)
  message(FATAL_ERROR "leash-tidy ended with ${Status}:\n${Output}${Errors}")
endif()

set(Found "")
# A semicolon in a message would take the list of warnings apart.
string(REPLACE ";" "," Output "${Output}")
string(REGEX MATCHALL "[^\n]*: warning: [^\n]*" Warnings "${Output}")
foreach(Warning IN LISTS Warnings)
  string(REGEX MATCH "^(.*):([0-9]+):[0-9]+: warning: .* .leash-([a-z-]+).$"
         Matched "${Warning}")
  file(RELATIVE_PATH Name "${EXAMPLES}" "${CMAKE_MATCH_1}")
  list(APPEND Found "${Name}:${CMAKE_MATCH_2} ${CMAKE_MATCH_3}")
endforeach()
list(REMOVE_DUPLICATES Found)

set(Wrong "")
foreach(Leak IN LISTS Expected)
  if(NOT Leak IN_LIST Found)
    string(APPEND Wrong "marked and not reported: ${Leak}\n")
  endif()
endforeach()
foreach(Leak IN LISTS Found)
  if(NOT Leak IN_LIST Expected)
    string(APPEND Wrong "reported and not marked: ${Leak}\n")
  endif()
endforeach()
list(LENGTH Expected Count)
if(Wrong OR Count EQUAL 0)
  message(FATAL_ERROR "${Wrong}${Count} leaks are marked")
endif()
message(STATUS "${Count} leaks marked and reported, nothing else")
