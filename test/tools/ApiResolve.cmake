#===--- ApiResolve.cmake - the program that resolves API files -----------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

# The reader as the checks have it, not compiled anew.
add_executable(api-resolve ApiNames.cpp ApiResolve.cpp ApiRows.cpp
  "$<FILTER:$<TARGET_OBJECTS:leash-checks>,INCLUDE,/(api/ApiReader|api/ApiTable|api/DeadlineReader|EmbeddedApi)[.]cpp>")
target_include_directories(api-resolve PRIVATE "${PROJECT_SOURCE_DIR}/checks")
target_compile_options(api-resolve PRIVATE -Wall -Wextra)
target_compile_definitions(api-resolve PRIVATE "LEASH_CLANG=\"${LEASH_CLANG}\"")
# The shared libraries: they hold all of Clang and link in no time.
target_link_libraries(api-resolve PRIVATE leash-llvm clang-cpp LLVM)
