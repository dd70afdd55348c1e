#===--- PackageDebian.cmake - what is Debian's way in a package ----------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
# Run by cpack on the files that it has put together; see Package.cmake.
#
#===----------------------------------------------------------------------------#

if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()

set(Root "${CPACK_TEMPORARY_DIRECTORY}")
set(Llvm "llvm-${CPACK_LEASH_LLVM}")
set(Own "${Root}${CPACK_LEASH_LLVM_ROOT}")

set(Documents "${Root}/usr/share/doc/${CPACK_PACKAGE_NAME}")
file(MAKE_DIRECTORY "${Root}/usr/share/doc")
file(RENAME "${Own}/share/doc/leash" "${Documents}")
file(REMOVE_RECURSE "${Own}/share")
file(COPY_FILE "${Documents}/LICENSE" "${Documents}/copyright")
file(COPY_FILE "${Documents}/CHANGELOG.md" "${Documents}/changelog")
execute_process(COMMAND gzip -9n "${Documents}/changelog"
  COMMAND_ERROR_IS_FATAL ANY)

file(MAKE_DIRECTORY "${Root}/usr/bin" "${Root}/usr/lib/cmake")
foreach(Program IN LISTS CPACK_LEASH_PROGRAMS)
  file(CREATE_LINK "../lib/${Llvm}/bin/${Program}"
    "${Root}/usr/bin/${Program}-${CPACK_LEASH_LLVM}" SYMBOLIC)
endforeach()
file(CREATE_LINK "../${Llvm}/lib/cmake/Leash"
  "${Root}/usr/lib/cmake/${CPACK_PACKAGE_NAME}" SYMBOLIC)
