#===--- Summaries.cmake - one sentence a check, the same everywhere -----------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#

include("${CMAKE_CURRENT_LIST_DIR}/Meta.cmake")

meta_read_catalogue()
meta_read("${ROOT}/README.md" Readme)
list(LENGTH Names Count)

foreach(Name IN LISTS Names)
  set(Summary "${Summary_${Name}}")
  if(NOT Summary MATCHES "^Finds [^.]*[.]$")
    meta_wrong("the summary of '${Name}' is no sentence \"Finds ....\": ${Summary}")
  endif()

  # The page: a title, and the summary as the beginning of the first paragraph.
  meta_read("${ROOT}/docs/checks/${Name}.md" Page)
  if(NOT Page MATCHES "^# leash-${Name}\n")
    meta_wrong("docs/checks/${Name}.md does not begin with '# leash-${Name}'")
  endif()
  string(REGEX REPLACE "^#[^\n]*\n+" "" Page "${Page}")
  string(FIND "${Page}" "\n\n" End)
  string(SUBSTRING "${Page}" 0 ${End} Paragraph)
  string(REGEX REPLACE "[ \n]+" " " Paragraph "${Paragraph}")
  string(FIND "${Paragraph}" "${Summary}" At)
  if(NOT At EQUAL 0)
    meta_wrong("docs/checks/${Name}.md begins with\n  ${Paragraph}\nand not with the summary of checks/Checks.def\n  ${Summary}")
  endif()

  # The README's table: | [`leash-x`](docs/checks/x.md) | summary |
  string(REGEX MATCH "\n[|] (.`?leash-${Name}`?.)(.docs/checks/${Name}[.]md.) *[|] *([^|\n]*[^| \n]) *[|]" Row "${Readme}")
  if(NOT Row)
    meta_wrong("README.md has no row | [`leash-${Name}`](docs/checks/${Name}.md) | ${Summary} |")
  elseif(NOT CMAKE_MATCH_3 STREQUAL Summary)
    meta_wrong("README.md says of leash-${Name}\n  ${CMAKE_MATCH_3}\nand checks/Checks.def\n  ${Summary}")
  endif()
endforeach()

meta_end(${Count} "summaries")
