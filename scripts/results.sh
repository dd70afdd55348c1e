#===--- results.sh - counts what ctest and lit report --------------------------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
# Sourced after bootstrap.sh. A run's results are lines "passed|failed|skipped
# <test>" in build/llvm-<N>/results.txt: each test of lit's, and each of ctest's
# but "lit" itself.
#
#===----------------------------------------------------------------------------#

# shellcheck shell=bash
# shellcheck disable=SC2154 # Root is the caller's

results_file() { printf '%s\n' "$Root/build/llvm-$1/results.txt"; }

# Results of an earlier run must not pass for this one's.
forget_results() {
  rm -f "$(results_file "$1")" "$Root/build/llvm-$1/lit.json" \
    "$Root/build/llvm-$1/ctest.xml"
}

# collect_results <N>: from lit.json and ctest.xml in the build folder.
collect_results() {
  local Build="$Root/build/llvm-$1"
  {
    if [ -e "$Build/lit.json" ]; then
      lit_results "$Build/lit.json"
    elif grep -qs '<testcase name="lit"' "$Build/ctest.xml"; then
      printf 'failed lit\n' # it ended before it could say more
    fi
    if [ -e "$Build/ctest.xml" ]; then ctest_results "$Build/ctest.xml"; fi
  } | sort -u >"$(results_file "$1")"
}

# lit's codes: everything that is neither good nor left out is a failure.
lit_results() {
  jq -r '.tests[]
    | (if .code | IN("PASS", "FLAKYPASS", "XFAIL") then "passed"
       elif .code | IN("UNSUPPORTED", "SKIPPED", "EXCLUDED") then "skipped"
       else "failed" end)
      + " " + (.name | sub("^.* :: "; ""))' "$1"
}

# ctest's file has one <testcase> a line: name first, status last.
ctest_results() {
  sed -n 's/.*<testcase name="\([^"]*\)".* status="\([a-z]*\)".*/\2 \1/p' "$1" |
    sed -e '/ lit$/d' -e 's/^run /passed /' -e 's/^fail /failed /' \
      -e 's/^\(notrun\|disabled\) /skipped /'
}

# count_results <N> <status>
count_results() {
  local Count
  Count=$(grep -cs "^$2 " "$(results_file "$1")" || true)
  printf '%s\n' "${Count:-0}"
}

# The names of the tests with a status: <N> <status>
tests_with() { sed -n "s/^$2 //p" "$(results_file "$1")"; }

print_counts() {
  printf '%s passed, %s failed, %s skipped' "$(count_results "$1" passed)" \
    "$(count_results "$1" failed)" "$(count_results "$1" skipped)"
}
