#===--- PackagePrefix.cmake - where a package's files go -----------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
# Read by cpack for each kind of package; see Package.cmake.
#
#===----------------------------------------------------------------------------#

if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_PACKAGING_INSTALL_PREFIX "${CPACK_LEASH_LLVM_ROOT}")
endif()
