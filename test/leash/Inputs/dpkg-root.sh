#!/bin/sh
#===--- dpkg-root.sh - dpkg, in a folder of its own ----------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   dpkg-root.sh <folder> <argument of dpkg>...
#
# The folder has the list of packages that are installed on the machine, and
# none of their files. Needs no rights; the machine is left as it is.
#
#===----------------------------------------------------------------------------#

set -eu
Root=$1
shift

Database=$Root/var/lib/dpkg
if [ ! -e "$Database" ]; then
  mkdir -p "$Database/info" "$Database/updates" "$Database/alternatives" \
    "$Root/etc/alternatives" "$Root/var/log"
  cp /var/lib/dpkg/status "$Database/status"
  # Or else it would say of each package that the list of its files is missing.
  sed -n 's/^Package: //p' "$Database/status" | while read -r Package; do
    : >"$Database/info/$Package.list"
  done
fi
exec dpkg --root="$Root" --log="$Root/var/log/dpkg.log" \
  --force-script-chrootless --force-not-root "$@"
