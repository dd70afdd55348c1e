#===--- CompilerCache.cmake - compiles nothing twice ---------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
# Uses ccache where it is found. ccache takes a precompiled header only when it
# is told to look past the times of the headers in it (they are compared by
# contents instead) and past the macros defined in it.
#
#===----------------------------------------------------------------------------#

option(LEASH_CCACHE "Use ccache when it is installed" ON)
find_program(LEASH_CCACHE_PROGRAM ccache)
mark_as_advanced(LEASH_CCACHE_PROGRAM)

if(LEASH_CCACHE AND LEASH_CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND}" -E env
    "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
    "${LEASH_CCACHE_PROGRAM}")
  # Or else the header's own time is written into it, and never the same again.
  add_compile_options(
    "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
