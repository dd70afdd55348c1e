#===--- ApiResolve.cmake - the program that resolves API files -----------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

set(Checks "${PROJECT_SOURCE_DIR}/checks")
add_executable(api-resolve ApiResolve.cpp
  "${Checks}/api/ApiReader.cpp" "${Checks}/api/ApiTable.cpp")
target_include_directories(api-resolve PRIVATE "${Checks}")
target_compile_options(api-resolve PRIVATE -Wall -Wextra)
target_compile_definitions(api-resolve PRIVATE "LEASH_CLANG=\"${LEASH_CLANG}\"")
# The shared libraries: they hold all of Clang and link in no time.
target_link_libraries(api-resolve PRIVATE leash-llvm clang-cpp LLVM)
