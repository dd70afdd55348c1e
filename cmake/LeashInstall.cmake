#===--- LeashInstall.cmake - what is installed beside the programs -------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   bin/                 leash, leash-tidy, leash-clangd, leash-pre-commit
#   lib/leash.so         where clang-tidy --load=leash.so finds it, when the
#                        prefix is LLVM's own
#   lib/cmake/Leash      for find_package(Leash)
#   lib/clang/<version>  a link to the compiler's own headers, where the prefix
#                        has none
#   share/doc/leash      the documentation, with the API files as examples
#
# The targets' own install() rules are where the targets are.
#
#===----------------------------------------------------------------------------#

include(CMakePackageConfigHelpers)

set(Package "${PROJECT_BINARY_DIR}/package")
# Not configure_package_config_file(): where the prefix is, it would not know
# when the file is found through a link.
configure_file("${PROJECT_SOURCE_DIR}/cmake/LeashConfig.cmake.in"
  "${Package}/LeashConfig.cmake" @ONLY)
write_basic_package_version_file("${Package}/LeashConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
  "${Package}/LeashConfig.cmake" "${Package}/LeashConfigVersion.cmake"
  DESTINATION lib/cmake/Leash)

install(PROGRAMS "${PROJECT_SOURCE_DIR}/scripts/leash-pre-commit"
  DESTINATION bin)

# Clang's tools look for their headers there, seen from bin. The package for
# Debian goes where they are.
file(GLOB Headers LIST_DIRECTORIES ON "${LEASH_LLVM_ROOT}/lib/clang/*")
install(CODE "
  foreach(Headers IN ITEMS ${Headers})
    get_filename_component(Version \"\${Headers}\" NAME)
    set(Link \"\${CMAKE_INSTALL_PREFIX}/lib/clang/\${Version}\")
    if(NOT EXISTS \"\${Link}\")
      file(MAKE_DIRECTORY \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/clang\")
      file(CREATE_LINK \"\${Headers}\" \"\$ENV{DESTDIR}\${Link}\" SYMBOLIC)
    endif()
  endforeach()")

# As in the repository, so that the pages' links lead somewhere.
install(FILES
  "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
  "${PROJECT_SOURCE_DIR}/LICENSE"
  DESTINATION share/doc/leash)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs"
  DESTINATION share/doc/leash)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/checks/api"
  DESTINATION share/doc/leash/checks FILES_MATCHING PATTERN "*.yaml")
