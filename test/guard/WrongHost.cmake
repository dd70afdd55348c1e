#===--- WrongHost.cmake - loads the plugin into other versions -----------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   cmake -DPLUGIN=leash.so -DVERSION=22 -DHOSTS="19=clang-tidy-19;..."
#         -DFOLDER=<scratch> -P WrongHost.cmake
#
#===----------------------------------------------------------------------------#

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${FOLDER}")
file(WRITE "${FOLDER}/empty.cpp" "int main() {}\n")

# Runs HOST with the arguments; fails unless all it says is the guard's line.
function(expect_refusal Host HostVersion)
  execute_process(COMMAND "${Host}" "--load=${PLUGIN}" ${ARGN}
    OUTPUT_VARIABLE Output ERROR_VARIABLE Output RESULT_VARIABLE Status)
  string(JOIN " " Command "${Host}" "--load=${PLUGIN}" ${ARGN})
  if(NOT Status EQUAL 1)
    message(FATAL_ERROR
      "${Command}\nended with ${Status}, not with 1:\n${Output}")
  endif()

  set(Expected "leash: error: ${PLUGIN} was built for LLVM ${VERSION} but was loaded into LLVM ${HostVersion}; run clang-tidy-${VERSION}, or load the leash.so for LLVM ${HostVersion}: ")
  string(FIND "${Output}" "${Expected}" At)
  string(REGEX MATCHALL "\n" LineEnds "${Output}")
  list(LENGTH LineEnds Lines)
  if(NOT At EQUAL 0 OR NOT Lines EQUAL 1)
    message(FATAL_ERROR
      "${Command}\nsaid\n${Output}\nnot the one line\n${Expected}...")
  endif()
endfunction()

set(Count 0)
foreach(Pair IN LISTS HOSTS)
  string(REGEX MATCH "^([0-9]+)=(.+)$" Matched "${Pair}")
  set(HostVersion "${CMAKE_MATCH_1}")
  set(Host "${CMAKE_MATCH_2}")
  foreach(Checks "-*,leash-*" "*")
    expect_refusal("${Host}" "${HostVersion}" "--checks=${Checks}"
      --list-checks)
    expect_refusal("${Host}" "${HostVersion}" "--checks=${Checks}"
      "${FOLDER}/empty.cpp" --)
  endforeach()
  math(EXPR Count "${Count} + 1")
endforeach()
execute_process(COMMAND "${CMAKE_COMMAND}" -E echo
  "${Count} other versions refused")
