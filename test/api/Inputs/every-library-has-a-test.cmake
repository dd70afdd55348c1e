#===--- every-library-has-a-test.cmake -----------------------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

file(GLOB Libraries RELATIVE "${API}" "${API}/*.yaml")
file(GLOB Tests "${TESTS}/*.test")
set(Commands "")
foreach(Test IN LISTS Tests)
  file(STRINGS "${Test}" Lines REGEX "^RUN: ")
  string(APPEND Commands "${Lines}\n")
endforeach()

if(NOT Libraries)
  message(FATAL_ERROR "${API} holds no API files")
endif()
foreach(Library IN LISTS Libraries)
  if(NOT Commands MATCHES "%api/${Library} ")
    message(SEND_ERROR "no test of test/api resolves ${Library}: add one")
  endif()
endforeach()
