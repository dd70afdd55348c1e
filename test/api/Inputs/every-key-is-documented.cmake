#===--- every-key-is-documented.cmake ------------------------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

file(READ "${SOURCE}/checks/api/ApiTable.cpp" Reader)
file(READ "${SOURCE}/docs/api-files.md" Page)

# Reader.text("key", ...), Reader.rows("key", ...)
string(REGEX MATCHALL "Reader\\.[a-z]+\\([ \n]*\"[a-z-]+\"" Fields "${Reader}")
list(LENGTH Fields Count)
if(Count LESS 40)
  message(FATAL_ERROR "only ${Count} keys found in ApiTable.cpp")
endif()
foreach(Field IN LISTS Fields)
  string(REGEX REPLACE ".*\"([a-z-]+)\"" "\\1" Key "${Field}")
  if(NOT Page MATCHES "`${Key}`" AND NOT Page MATCHES "\n[ -]*${Key}:")
    message(SEND_ERROR "docs/api-files.md does not explain the key '${Key}'")
  endif()
endforeach()
