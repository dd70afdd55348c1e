#===--- dump-dom.sh - a page after its script has run --------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
#   dump-dom.sh CHROMIUM FOLDER PAGE FRAGMENT
#
# A "@" in the fragment stands for what the file FOLDER/id has: the finding of
# which the test does not know the fingerprint.
#
#===----------------------------------------------------------------------------#

set -eu
Fragment=$4
case $Fragment in
@*) Fragment=$(cat "$2/id")${Fragment#@} ;;
esac
# The sandbox does not work for root, which a container's tests often are. A page
# that presses keys in another one has to be let in.
"$1" --headless --no-sandbox --disable-gpu --user-data-dir="$2/profile" \
  --allow-file-access-from-files --dump-dom \
  "file://$2/$3${Fragment:+#$Fragment}" 2>"$2/errors"
