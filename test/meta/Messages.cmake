#===--- Messages.cmake - how Leash talks ------------------------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

include("${CMAKE_CURRENT_LIST_DIR}/Meta.cmake")

# Messages begin with a small letter, end without a period, and have one space
# between words. A message is a string literal in checks/*.cpp or
# checks/analysis/*.cpp that holds a space.

file(GLOB Files "${ROOT}/checks/*.cpp" "${ROOT}/checks/analysis/*.cpp")
set(Count 0)
foreach(File IN LISTS Files)
  meta_read("${File}" Text)
  file(RELATIVE_PATH Short "${ROOT}" "${File}")
  string(REGEX REPLACE "(^|\n|[ \t])//[^\n]*" "\\1" Text "${Text}")
  string(REGEX REPLACE "\n#[^\n]*" "\n" Text "${Text}")
  # Neighbours are one literal.
  string(REGEX REPLACE "\"[ \t\n]+\"" "" Text "${Text}")
  string(REGEX MATCHALL "\"[^\"\n]* [^\"\n]*\"" Literals "${Text}")
  foreach(Literal IN LISTS Literals)
    math(EXPR Count "${Count} + 1")
    if(Literal MATCHES "^\"[A-Z]")
      meta_wrong("${Short}: begins with a capital: ${Literal}")
    endif()
    if(Literal MATCHES "[.!]\"$")
      meta_wrong("${Short}: ends like a sentence: ${Literal}")
    endif()
    if(Literal MATCHES "  ")
      meta_wrong("${Short}: two spaces: ${Literal}")
    endif()
  endforeach()
endforeach()
meta_end(${Count} "messages")
