#===--- EmbedFiles.cmake - writes files as a C++ source -------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   cmake -DOUTPUT=EmbeddedApi.cpp -DHEADER=api/EmbeddedFiles.h
#     -DFUNCTION=embeddedApiFiles -P EmbedFiles.cmake -- std.yaml posix.yaml ...
#
# defines the function that this header declares: it returns the files. A text is
# written byte by byte: a string literal has a limit to its length, and CMake's
# own strings give semicolons and brackets a meaning.
#
#===----------------------------------------------------------------------------#

set(Files)
set(SeenSeparator FALSE)
math(EXPR Last "${CMAKE_ARGC} - 1")
foreach(I RANGE ${Last})
  if(SeenSeparator)
    list(APPEND Files "${CMAKE_ARGV${I}}")
  elseif(CMAKE_ARGV${I} STREQUAL "--")
    set(SeenSeparator TRUE)
  endif()
endforeach()

set(Texts "")
set(Table "")
set(Count 0)
foreach(File IN LISTS Files)
  file(READ "${File}" Bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," Bytes "${Bytes}")
  string(REPEAT "." 77 Line) # eleven bytes a line
  string(REGEX REPLACE "(${Line})" "\\1\n" Bytes "${Bytes}")
  get_filename_component(Name "${File}" NAME)
  string(APPEND Texts
    "// ${Name}\nstatic const char Text${Count}[] = {\n${Bytes}'\\0'};\n\n")
  string(APPEND Table
    "      {\"${Name}\", {Text${Count}, sizeof(Text${Count}) - 1}},\n")
  math(EXPR Count "${Count} + 1")
endforeach()

file(WRITE "${OUTPUT}"
"// Made by cmake/EmbedFiles.cmake: do not edit.

#include \"${HEADER}\"

${Texts}llvm::ArrayRef<leash::EmbeddedFile> leash::${FUNCTION}() {
  static const EmbeddedFile All[] = {
${Table}  };
  return All;
}
")
