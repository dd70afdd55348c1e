#===--- every-key-is-documented.cmake ------------------------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

file(READ "${SOURCE}/docs/api-files.md" Page)

set(Fields "")
foreach(Source IN ITEMS ApiTable.cpp DeadlineReader.cpp)
  file(READ "${SOURCE}/checks/api/${Source}" Reader)
  # Reader.text("key", ...), Reader.rows("key", ...), and what functions of the
  # file read: values(Reader, "key", ...)
  string(REGEX MATCHALL "Reader\\.[a-z]+\\([ \n]*\"[a-z-]+\"" Methods
    "${Reader}")
  string(REGEX MATCHALL "[a-z]+\\(Reader,[ \n]*\"[a-z-]+\"" Functions
    "${Reader}")
  if(NOT Methods)
    message(FATAL_ERROR "no keys found in ${Source}")
  endif()
  list(APPEND Fields ${Methods} ${Functions})
endforeach()
list(LENGTH Fields Count)
if(Count LESS 80)
  message(FATAL_ERROR "only ${Count} keys found")
endif()
foreach(Field IN LISTS Fields)
  string(REGEX REPLACE ".*\"([a-z-]+)\"" "\\1" Key "${Field}")
  if(NOT Page MATCHES "`${Key}`" AND NOT Page MATCHES "\n[ -]*${Key}:")
    message(SEND_ERROR "docs/api-files.md does not explain the key '${Key}'")
  endif()
endforeach()
