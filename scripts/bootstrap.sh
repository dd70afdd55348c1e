#===--- bootstrap.sh - what leash-demo, leash-test and .ci/run share -----------#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------------#
#
# Sourced by bash scripts that set Root to the top of the repository. It has to
# run on a bare machine: bash, apt and dpkg, nothing else.
#
#===----------------------------------------------------------------------------#

# shellcheck shell=bash
# shellcheck disable=SC2154 # Root is the caller's

say() { printf '==> %s\n' "$*"; }

die() {
  printf '%s: error: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}

# The comment on top of a script, from its usage on.
usage() {
  sed -n '9,/^#===/{/^#===/!s/^# \{0,1\}//p}' "$1" | sed '1{/^$/d}'
}

# The supported majors, the newest first, from the one place that names them.
supported_llvm() {
  sed -n 's/^set(LEASH_SUPPORTED_LLVM \([0-9 ]*\)).*/\1/p' \
    "$Root/cmake/LLVM.cmake"
}

require_supported_llvm() {
  local Version
  for Version in $(supported_llvm); do
    if [ "$Version" = "$1" ]; then return; fi
  done
  die "LLVM '$1' is not supported; choose one of: $(supported_llvm)"
}

# The packages of a list; the second argument stands for @N@.
package_list() {
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' -e "s/@N@/${2:-}/g" \
    "$Root/scripts/packages/$1.txt"
}

# packages_for "<majors>" <list>...: of the lists, and of each LLVM.
packages_for() {
  local List Version Majors=$1
  shift
  for List in "$@"; do package_list "$List"; done
  for Version in $Majors; do package_list llvm "$Version"; done
}

# Those of the packages on stdin that are not installed, each once.
missing_packages() {
  local Wanted Installed
  Wanted=$(sort -u)
  # shellcheck disable=SC2086 # one argument a package
  Installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $Wanted \
    2>/dev/null | sed -n 's/^installed //p' | sort -u)
  comm -23 <(printf '%s\n' "$Wanted") <(printf '%s\n' "$Installed")
}

# The supported majors of which apt has every package, the newest first.
offered_llvm() {
  local Version Offered
  # shellcheck disable=SC2046 # one argument a package
  Offered=$(LC_ALL=C apt-cache policy $(
    for Version in $(supported_llvm); do package_list llvm "$Version"; done
  ) | awk '/^[^ ]/ { Package = $1; sub(/:$/, "", Package) }
           /^  Candidate: [^(]/ { print Package }' | sort -u)
  for Version in $(supported_llvm); do
    if [ -z "$(comm -23 <(package_list llvm "$Version" | sort -u) \
      <(printf '%s\n' "$Offered"))" ]; then
      printf '%s\n' "$Version"
    fi
  done
}

# "newest", "all" or a major version, as majors.
resolve_llvm() {
  case $1 in
  newest) offered_llvm | sed -n 1p ;;
  all) offered_llvm ;;
  *) offered_llvm | grep -x "$1" || true ;;
  esac
}

check_system() {
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    return
  fi
  die "this system has no apt: Leash sets itself up on Debian and its relatives
only. Elsewhere, install CMake, Ninja and an LLVM out of $(supported_llvm | sed 's/ /, /g')
with its development files, and run:
  cmake --preset llvm-<N> && cmake --build --preset llvm-<N> && ctest --preset llvm-<N>"
}

# Runs apt-get as root.
as_root_apt() {
  local Sudo=()
  if [ "$(id -u)" != 0 ]; then Sudo=(sudo); fi
  "${Sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get \
    -o Acquire::Retries=2 -o Acquire::http::Timeout=30 \
    -o DPkg::Lock::Timeout=120 "$@"
}

require_root() {
  if [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; then return; fi
  die "packages have to be installed, and that takes root or sudo. As root, run:
  apt-get update && apt-get install --no-install-recommends $*"
}

# set_up <llvm> <list>...: installs what is missing, and nothing when nothing
# is. <llvm> is "newest", "all" or a major version; the majors that it stands
# for are left in LLVMs.
set_up() {
  local Wanted=$1 Missing
  shift
  check_system
  LLVMs=$(resolve_llvm "$Wanted")
  Missing=$(packages_for "$LLVMs" "$@" | missing_packages)
  if [ -n "$LLVMs" ] && [ -z "$Missing" ]; then return; fi

  # shellcheck disable=SC2086 # one argument a package
  require_root $Missing
  say "Reading the package lists"
  if ! as_root_apt -qq -o APT::Update::Error-Mode=any update; then
    say "The package lists could not be read anew (is there a network?); going on with what is known"
  fi

  # Fresh lists may offer a newer LLVM.
  LLVMs=$(resolve_llvm "$Wanted")
  if [ -z "$LLVMs" ]; then
    die "the system's packages offer no LLVM that fits (wanted: $Wanted; supported: $(supported_llvm)).
Is there a network, and does /etc/apt/sources.list name Debian's archive?"
  fi
  Missing=$(packages_for "$LLVMs" "$@" | missing_packages)
  if [ -z "$Missing" ]; then return; fi
  # shellcheck disable=SC2086 # one argument a package
  install_packages $Missing
}

install_packages() {
  say "Installing $# packages:"
  printf '%s\n' "$*" | fold -s -w 74 | sed 's/^/      /'
  if ! as_root_apt install -y -qq --no-install-recommends "$@" \
    >"$(log_file apt)" 2>&1; then
    tail -n 15 "$(log_file apt)" >&2
    die "the packages could not be installed; see above (is there a network?)"
  fi
}

# Where a step's output goes.
log_file() {
  mkdir -p "$Root/build/logs"
  printf '%s\n' "$Root/build/logs/$1.log"
}

# run_step <log> <command>...: quiet when it works, its end when it does not.
run_step() {
  local Log
  Log=$(log_file "$1")
  shift
  if ! "$@" >"$Log" 2>&1; then
    tail -n 40 "$Log" >&2
    die "this failed: $*
The whole output is in ${Log#"$Root"/}"
  fi
}

# configure <N>: build/llvm-<N>, by its preset.
configure() {
  say "LLVM $1: configuring build/llvm-$1"
  run_step "configure-llvm-$1" cmake -S "$Root" --preset "llvm-$1"
}

# build <N> [target]...
build() {
  local Version=$1 Targets=()
  shift
  if [ $# != 0 ]; then Targets=(--target "$@"); fi
  say "LLVM $Version: building${*:+ $*} (the first time takes some minutes)"
  run_step "build-llvm-$Version" \
    cmake --build "$Root/build/llvm-$Version" "${Targets[@]}"
}
