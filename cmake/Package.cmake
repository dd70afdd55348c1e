#===--- Package.cmake - packages, by CPack -------------------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   cd build/llvm-22 && cpack -G DEB
#
# makes leash-22_<version>_<architecture>.deb. One package an LLVM: any of them
# may be installed beside each other, as Debian's packages of LLVM may.
#
#   /usr/lib/llvm-22/bin        the programs
#   /usr/lib/llvm-22/lib        the plugin: clang-tidy-22 --load=leash.so
#   /usr/bin/leash-22 ...       links to the programs
#   /usr/bin/leash ...          those of the newest one that is installed, by
#                               update-alternatives
#   /usr/lib/cmake/leash-22     for find_package(Leash)
#   /usr/share/doc/leash-22     the documentation
#
# cpack -G TGZ packs what "cmake --install" installs.
#
#===----------------------------------------------------------------------------#

set(LEASH_PACKAGE_CONTACT "The Leash project <leash@example.org>" CACHE STRING
  "Who maintains the packages: a name and an address")

set(CPACK_GENERATOR "TGZ")
set(CPACK_PACKAGE_NAME "leash-${LEASH_LLVM_VERSION}")
set(CPACK_PACKAGE_VENDOR "The Leash project")
set(CPACK_PACKAGE_CONTACT "${LEASH_PACKAGE_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
  "Leash finds threads and tasks that get away in C and C++: detached threads, discarded futures, pools that nothing closes, calls that can wait for ever. This package has its checks for LLVM ${LEASH_LLVM_VERSION}: as a plugin of clang-tidy-${LEASH_LLVM_VERSION}, and as programs that have them linked in.")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
  WORLD_READ WORLD_EXECUTE)

# Where Debian and its relatives put this LLVM; elsewhere it has no package that
# could be depended on.
if(LEASH_LLVM_ROOT STREQUAL "/usr/lib/llvm-${LEASH_LLVM_VERSION}")
  set(CPACK_GENERATOR "DEB;TGZ")
endif()

set(LEASH_PACKAGED_PROGRAMS leash leash-tidy leash-pre-commit)
if(TARGET leash-clangd)
  list(APPEND LEASH_PACKAGED_PROGRAMS leash-clangd)
endif()

# "leash" is the alternative, and the others go with it.
set(LEASH_SLAVES "")
foreach(Program IN LISTS LEASH_PACKAGED_PROGRAMS)
  if(NOT Program STREQUAL "leash")
    string(APPEND LEASH_SLAVES
      " \\\n    --slave /usr/bin/${Program} ${Program} /usr/bin/${Program}-${LEASH_LLVM_VERSION}")
  endif()
endforeach()
foreach(Script postinst prerm)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/debian/${Script}.in"
    "${PROJECT_BINARY_DIR}/package/${Script}" @ONLY
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
    GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endforeach()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
# The libraries; the plugin's host, and the headers of the compiler, which
# leash-tidy reads as clang-tidy does.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "clang-tidy-${LEASH_LLVM_VERSION}, libclang-common-${LEASH_LLVM_VERSION}-dev")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git, pre-commit")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  "${PROJECT_BINARY_DIR}/package/postinst" "${PROJECT_BINARY_DIR}/package/prerm")

# For the two files that cpack reads.
set(CPACK_LEASH_LLVM "${LEASH_LLVM_VERSION}")
set(CPACK_LEASH_LLVM_ROOT "${LEASH_LLVM_ROOT}")
set(CPACK_LEASH_PROGRAMS "${LEASH_PACKAGED_PROGRAMS}")
set(CPACK_PROJECT_CONFIG_FILE
  "${PROJECT_SOURCE_DIR}/cmake/PackagePrefix.cmake")
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/PackageDebian.cmake")
include(CPack)
