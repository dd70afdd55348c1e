#===--- Scaffold.cmake - a new check builds, loads, and its test is red --------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   cmake -DROOT=<repository> -DFOLDER=<scratch> -DVERSION=22 -P Scaffold.cmake
#
#===----------------------------------------------------------------------------#

cmake_minimum_required(VERSION 3.25)

set(Copy "${FOLDER}/leash")
set(Build "${FOLDER}/build")
# The copy goes, the build folder stays: what did not change is not built again.
file(REMOVE_RECURSE "${Copy}")
file(COPY "${ROOT}/" DESTINATION "${Copy}"
  PATTERN ".git" EXCLUDE
  REGEX "^${ROOT}/build$" EXCLUDE)

function(run)
  execute_process(COMMAND ${ARGN}
    OUTPUT_VARIABLE Output ERROR_VARIABLE Output RESULT_VARIABLE Status)
  if(NOT Status EQUAL 0)
    string(JOIN " " Command ${ARGN})
    message(FATAL_ERROR "${Command}\nended with ${Status}:\n${Output}")
  endif()
  set(Output "${Output}" PARENT_SCOPE)
endfunction()

run("${CMAKE_COMMAND}" "-DNAME=new-idea"
  "-DSUMMARY=Finds nothing yet, and says so."
  -P "${Copy}/cmake/AddCheck.cmake")
run("${CMAKE_COMMAND}" -S "${Copy}" -B "${Build}" -G Ninja
  "-DLEASH_LLVM_VERSION=${VERSION}")
run("${CMAKE_COMMAND}" --build "${Build}" --target leash leash-tidy check-test)
run("${Build}/bin/leash-tidy" "--checks=leash-*" --list-checks)
if(NOT Output MATCHES "leash-new-idea")
  message(FATAL_ERROR "--list-checks does not name the new check:\n${Output}")
endif()

# Catalogue, README, page and options agree, and the files keep the rules.
foreach(Script Catalogue Summaries Options Messages Layout)
  run("${CMAKE_COMMAND}" "-DROOT=${Copy}" "-DLEASH_TIDY=${Build}/bin/leash-tidy"
    -P "${Copy}/test/meta/${Script}.cmake")
endforeach()

# LIT is the command that runs the copy's own tests.
execute_process(
  COMMAND ${LIT} -v "${Build}/test/checks/new-idea.cpp"
  OUTPUT_VARIABLE Output ERROR_VARIABLE Output RESULT_VARIABLE Status)
if(Status EQUAL 0 OR NOT Output MATCHES "FAIL: .*new-idea.cpp" OR
   NOT Output MATCHES "CHECK-MESSAGES: expected string not found")
  message(FATAL_ERROR
    "The test of a check that says nothing should fail for that:\n${Output}")
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" -E echo
  "the new check builds, loads, and its test is red")
