#===--- LLVM.cmake - the only file that finds LLVM -----------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
# CMakeLists.txt calls
#
#   leash_choose_llvm()   before project(): picks the LLVM and its compiler
#   leash_find_llvm()     after project(): headers, libraries, tools
#
# They set
#
#   LEASH_LLVM_VERSION      the major version
#   LEASH_LLVM_ROOT         where it is installed
#   LEASH_LLVM_HAS_CLANGD   whether leash-clangd can be built, and if not,
#   LEASH_NO_CLANGD_REASON  why not, and what helps
#   leash-llvm              an INTERFACE target: headers and flags, no libraries
#   LEASH_<TOOL>            CLANG, CLANGXX, CLANG_TIDY, CLANGD, RUN_CLANG_TIDY,
#                           CLANG_TIDY_DIFF, CLANG_APPLY_REPLACEMENTS,
#                           LIT, FILECHECK, NOT, SPLIT_FILE, LLVM_READELF:
#                           a path; LEASH_<TOOL>-NOTFOUND where the tool is
#                           optional and missing
#
#===----------------------------------------------------------------------------#

include_guard(GLOBAL)

set(LEASH_SUPPORTED_LLVM 22 21 20 19 18 17 16 15 14) # the newest first
set(LEASH_TESTED_LLVM 22 19 16 15 14) # .ci/run tests with each
set(LEASH_FIRST_CLANGD_LLVM 18) # the first with libclangdMain.a

# The major version of the LLVM under ROOT; empty where there is none.
function(leash_llvm_major Root Result)
  set(${Result} "" PARENT_SCOPE)
  set(Config "${Root}/lib/cmake/llvm/LLVMConfig.cmake")
  if(NOT EXISTS "${Config}")
    return()
  endif()
  file(STRINGS "${Config}" Line REGEX "^set\\(LLVM_VERSION_MAJOR " LIMIT_COUNT 1)
  if(Line MATCHES "LLVM_VERSION_MAJOR ([0-9]+)")
    set(${Result} "${CMAKE_MATCH_1}" PARENT_SCOPE)
  endif()
endfunction()

# Where LLVM <Version> may be: what the user named first, then where Debian,
# Fedora and Homebrew put it.
function(leash_llvm_candidates Version Result)
  set(Roots ${CMAKE_PREFIX_PATH})
  if(DEFINED ENV{CMAKE_PREFIX_PATH})
    string(REPLACE ":" ";" FromEnvironment "$ENV{CMAKE_PREFIX_PATH}")
    list(APPEND Roots ${FromEnvironment})
  endif()
  list(APPEND Roots
    "/usr/lib/llvm-${Version}"
    "/usr/lib64/llvm${Version}"
    "/opt/homebrew/opt/llvm@${Version}"
    "/usr/local/opt/llvm@${Version}"
    "/usr/local"
    "/usr")
  set(${Result} "${Roots}" PARENT_SCOPE)
endfunction()

function(leash_llvm_root Version Result)
  set(${Result} "" PARENT_SCOPE)
  leash_llvm_candidates(${Version} Roots)
  foreach(Root IN LISTS Roots)
    leash_llvm_major("${Root}" Major)
    if(Major STREQUAL Version)
      set(${Result} "${Root}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

# The sentence that ends every "not found": the packages, by name.
function(leash_install_hint Version Result)
  set(${Result}
    "On Debian and Ubuntu, install: clang-${Version} libclang-${Version}-dev llvm-${Version}-dev clang-tidy-${Version} clangd-${Version} clang-tools-${Version} llvm-${Version}-tools.\nElsewhere, name its folder in CMAKE_PREFIX_PATH."
    PARENT_SCOPE)
endfunction()

# Picks the version (LEASH_LLVM_VERSION, or else the newest there is) and the
# compiler of that version. A plugin shares inline functions, templates and
# mangled names with its host; with g++ some of them differ (the host's
# bool options are templates that g++ 12 mangles otherwise), and the dynamic
# loader ends the process. So the compiler has to be the host's own.
macro(leash_choose_llvm)
  set(LEASH_LLVM_VERSION "" CACHE STRING
    "The major version of LLVM to build for (empty: the newest installed)")
  leash_choose_version()
  leash_choose_compiler()
endmacro()

function(leash_choose_version)
  set(Version "${LEASH_LLVM_VERSION}")
  if(NOT Version)
    foreach(Candidate IN LISTS LEASH_SUPPORTED_LLVM)
      leash_llvm_root(${Candidate} Root)
      if(Root)
        set(Version ${Candidate})
        break()
      endif()
    endforeach()
  endif()

  list(JOIN LEASH_SUPPORTED_LLVM ", " Supported)
  if(NOT Version)
    leash_install_hint(22 Hint)
    message(FATAL_ERROR
      "Leash: no supported LLVM found (supported: ${Supported}).\n${Hint}")
  endif()
  if(NOT Version IN_LIST LEASH_SUPPORTED_LLVM)
    message(FATAL_ERROR
      "Leash: LLVM '${Version}' is not supported; set LEASH_LLVM_VERSION to a major version out of ${Supported}.")
  endif()

  leash_llvm_root(${Version} Root)
  if(NOT Root)
    leash_install_hint(${Version} Hint)
    message(FATAL_ERROR
      "Leash: LLVM ${Version} with its development files was not found.\n${Hint}")
  endif()

  # One build folder, one LLVM: the compiler cannot change under CMake's feet.
  if(LEASH_LLVM_OF_THIS_FOLDER AND
     NOT LEASH_LLVM_OF_THIS_FOLDER STREQUAL Version)
    message(FATAL_ERROR
      "Leash: ${CMAKE_BINARY_DIR} was configured for LLVM ${LEASH_LLVM_OF_THIS_FOLDER}, not for ${Version}. Use another build folder (cmake --preset llvm-${Version}), or remove this one.")
  endif()
  set(LEASH_LLVM_OF_THIS_FOLDER "${Version}" CACHE INTERNAL "")
  set(LEASH_LLVM_VERSION "${Version}" CACHE STRING
    "The major version of LLVM to build for" FORCE)
  set(LEASH_LLVM_ROOT "${Root}" CACHE INTERNAL "")
endfunction()

function(leash_choose_compiler)
  foreach(Pair "C:clang" "CXX:clang++")
    string(REPLACE ":" ";" Pair "${Pair}")
    list(GET Pair 0 Language)
    list(GET Pair 1 Driver)
    if(CMAKE_${Language}_COMPILER)
      continue() # the user's choice, or a configured folder; checked later
    endif()
    find_program(Found NAMES "${Driver}" PATHS "${LEASH_LLVM_ROOT}/bin"
      NO_DEFAULT_PATH NO_CACHE)
    find_program(Found NAMES "${Driver}-${LEASH_LLVM_VERSION}" NO_CACHE)
    if(NOT Found)
      leash_install_hint(${LEASH_LLVM_VERSION} Hint)
      message(FATAL_ERROR
        "Leash: ${Driver} of LLVM ${LEASH_LLVM_VERSION} was not found; the plugin has to be built by the compiler of the same version as its host.\n${Hint}")
    endif()
    set(CMAKE_${Language}_COMPILER "${Found}" CACHE FILEPATH
      "The compiler: clang ${LEASH_LLVM_VERSION}" FORCE)
    unset(Found)
  endforeach()
endfunction()

function(leash_check_compiler)
  set(How
    "leave CMAKE_CXX_COMPILER unset to have clang ${LEASH_LLVM_VERSION} chosen, or name that compiler, and start in an empty build folder")
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR
      "Leash: ${CMAKE_CXX_COMPILER} is ${CMAKE_CXX_COMPILER_ID}, not clang. A plugin compiled by another kind of compiler does not load: names that it shares with clang-tidy are mangled differently. Please ${How}.")
  endif()
  string(REGEX MATCH "^[0-9]+" Major "${CMAKE_CXX_COMPILER_VERSION}")
  if(NOT Major STREQUAL LEASH_LLVM_VERSION)
    message(FATAL_ERROR
      "Leash: ${CMAKE_CXX_COMPILER} is clang ${CMAKE_CXX_COMPILER_VERSION}, but this build is for LLVM ${LEASH_LLVM_VERSION}; the two must be the same. Please ${How}.")
  endif()
endfunction()

# Says in our words, before CMake does in its own, that a package is missing
# whose programs or libraries Clang's CMake files insist on.
function(leash_check_installation)
  set(Missing)
  foreach(File "include/clang-tidy/ClangTidyCheck.h"
               "include/llvm/ADT/StringRef.h"
               "lib/cmake/clang/ClangConfig.cmake" "bin/clang-tidy")
    if(NOT EXISTS "${LEASH_LLVM_ROOT}/${File}")
      list(APPEND Missing "${File}")
    endif()
  endforeach()

  file(GLOB Exports "${LEASH_LLVM_ROOT}/lib/cmake/clang/ClangTargets-*.cmake")
  foreach(Export IN LISTS Exports)
    file(STRINGS "${Export}" Lines
      REGEX "^list\\(APPEND _(IMPORT_CHECK_FILES_FOR|cmake_import_check_files_for)_")
    foreach(Line IN LISTS Lines)
      string(REGEX MATCHALL "{_IMPORT_PREFIX}/[^\" ]+" Files "${Line}")
      foreach(File IN LISTS Files)
        string(REPLACE "{_IMPORT_PREFIX}/" "" File "${File}")
        if(NOT EXISTS "${LEASH_LLVM_ROOT}/${File}")
          list(APPEND Missing "${File}")
        endif()
      endforeach()
    endforeach()
  endforeach()
  if(NOT Missing)
    return()
  endif()

  list(REMOVE_DUPLICATES Missing)
  list(JOIN Missing "\n  " Missing)
  leash_install_hint(${LEASH_LLVM_VERSION} Hint)
  message(FATAL_ERROR
    "Leash: LLVM ${LEASH_LLVM_VERSION} in ${LEASH_LLVM_ROOT} is not complete; missing:\n  ${Missing}\n${Hint}")
endfunction()

# Why leash-clangd cannot be built; empty where it can.
function(leash_why_no_clangd Result)
  if(LEASH_LLVM_VERSION LESS LEASH_FIRST_CLANGD_LLVM)
    set(Why
      "clangd can take checks in from LLVM ${LEASH_FIRST_CLANGD_LLVM} on; to have Leash in the editor, build with a newer LLVM")
  elseif(NOT TARGET clangdMain OR NOT TARGET clangDaemonTweaks)
    set(Why
      "libclangdMain.a is not part of this LLVM; install libclang-${LEASH_LLVM_VERSION}-dev")
  elseif(NOT TARGET gRPC::grpc++ OR NOT TARGET protobuf::libprotobuf)
    set(Why
      "clangd's libraries need gRPC and Protobuf; install libgrpc++-dev libgrpc-dev protobuf-compiler-grpc libprotobuf-dev protobuf-compiler")
  else()
    set(Why "")
  endif()
  set(${Result} "${Why}" PARENT_SCOPE)
endfunction()

# Headers and flags of LLVM, for everything here that is compiled against it.
function(leash_add_llvm_interface)
  add_library(leash-llvm INTERFACE)
  target_include_directories(leash-llvm SYSTEM INTERFACE
    ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
  separate_arguments(Definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
  target_compile_options(leash-llvm INTERFACE
    ${Definitions}
    # The hosts' own classes are compiled with it; and without it the plugin
    # would ask for type information that a host need not have.
    $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>
    # LLVM throws nothing; less code, and one kind of unwinding less to test.
    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
  target_compile_features(leash-llvm INTERFACE cxx_std_17)
endfunction()

function(leash_find_tool Variable)
  cmake_parse_arguments(ARG "REQUIRED" "" "NAMES;PATHS" ${ARGN})
  set(Versioned ${ARG_NAMES})
  list(TRANSFORM Versioned APPEND "-${LEASH_LLVM_VERSION}")
  # This version's own folder first: a plain name on PATH is often another's.
  find_program(LEASH_${Variable} NAMES ${ARG_NAMES}
    PATHS "${LEASH_LLVM_ROOT}/bin" ${ARG_PATHS} NO_DEFAULT_PATH)
  find_program(LEASH_${Variable} NAMES ${Versioned})
  mark_as_advanced(LEASH_${Variable})
  if(ARG_REQUIRED AND NOT LEASH_${Variable})
    leash_install_hint(${LEASH_LLVM_VERSION} Hint)
    message(FATAL_ERROR
      "Leash: ${ARG_NAMES} of LLVM ${LEASH_LLVM_VERSION} was not found.\n${Hint}")
  endif()
endfunction()

function(leash_find_tools)
  leash_find_tool(CLANG NAMES clang REQUIRED)
  leash_find_tool(CLANGXX NAMES clang++ REQUIRED)
  leash_find_tool(CLANG_TIDY NAMES clang-tidy REQUIRED)
  leash_find_tool(CLANGD NAMES clangd)
  leash_find_tool(RUN_CLANG_TIDY NAMES run-clang-tidy)
  leash_find_tool(CLANG_APPLY_REPLACEMENTS NAMES clang-apply-replacements)
  leash_find_tool(LLVM_READELF NAMES llvm-readelf)
  find_program(LEASH_CLANG_TIDY_DIFF
    NAMES "clang-tidy-diff-${LEASH_LLVM_VERSION}.py" clang-tidy-diff.py
    HINTS "${LEASH_LLVM_ROOT}/share/clang")
  mark_as_advanced(LEASH_CLANG_TIDY_DIFF)

  if(NOT LEASH_TESTS)
    return()
  endif()
  leash_find_tool(FILECHECK NAMES FileCheck REQUIRED)
  leash_find_tool(NOT NAMES not REQUIRED)
  leash_find_tool(SPLIT_FILE NAMES split-file REQUIRED)
  # A script under build/utils up to 19, a program in bin from 20 on.
  leash_find_tool(LIT NAMES lit lit.py llvm-lit REQUIRED
    PATHS "${LEASH_LLVM_ROOT}/build/utils/lit" "${LEASH_LLVM_ROOT}/utils/lit")
endfunction()

macro(leash_find_llvm)
  leash_check_compiler()
  leash_check_installation()

  # Before Clang, whose targets name gRPC's and Protobuf's without looking.
  if(LEASH_LLVM_VERSION GREATER_EQUAL LEASH_FIRST_CLANGD_LLVM)
    find_package(Threads QUIET)
    find_package(Protobuf QUIET)
    find_package(gRPC CONFIG QUIET)
  endif()
  find_package(Clang REQUIRED CONFIG NO_DEFAULT_PATH
    PATHS "${LEASH_LLVM_ROOT}/lib/cmake/clang")
  if(NOT LLVM_VERSION_MAJOR STREQUAL LEASH_LLVM_VERSION)
    message(FATAL_ERROR
      "Leash: ${Clang_DIR} belongs to LLVM ${LLVM_VERSION}, not to ${LEASH_LLVM_VERSION}. Remove this build folder and configure again.")
  endif()

  leash_why_no_clangd(LEASH_NO_CLANGD_REASON)
  set(LEASH_LLVM_HAS_CLANGD OFF)
  if(NOT LEASH_NO_CLANGD_REASON)
    set(LEASH_LLVM_HAS_CLANGD ON)
  endif()
  leash_add_llvm_interface()
  leash_find_tools()
  message(STATUS
    "Leash: LLVM ${LLVM_PACKAGE_VERSION} in ${LEASH_LLVM_ROOT}, compiler ${CMAKE_CXX_COMPILER}")
endmacro()
