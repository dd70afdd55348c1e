#===--- make-recipes.sh - a small repository for the recipes -------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   make-recipes.sh LEASH FOLDER
#
# Makes the repository FOLDER, checks it in a single run, and leaves what that
# gives in FOLDER/one.*: what merged parts have to be equal to.
#
#===----------------------------------------------------------------------------#

set -eu
Inputs=$(cd "$(dirname "$0")" && pwd)
rm -rf "$2"
cp -r "$Inputs/recipes" "$2"
mkdir "$2/.git" "$2/build"
cd "$2"
sed "s|FOLDER|$2|g" database.in >build/compile_commands.json
Status=0
"$1" -p build --no-cache --quiet --format text=one.txt --format github=one.github \
  --format gitlab=one.json --format sarif=one.sarif --format html=one.html ||
  Status=$?
test $Status = 1
