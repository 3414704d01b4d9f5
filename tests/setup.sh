#!/bin/sh
# What building and testing need: on Debian (as root, or with sudo) installs whatever is missing,
# elsewhere says what it is. Says nothing where all is there. Safe to run again, from any folder.
set -eu

# A Debian package, and the program or header that shows it is there.
needs='g++ c++
cmake cmake
ninja-build ninja
pkg-config pkg-config
git git
python3 python3
clang-format-14 clang-format-14
libcli11-dev CLI/CLI.hpp
libfmt-dev fmt/core.h
libtomlplusplus-dev toml++/toml.h
doctest-dev doctest/doctest.h
libutf8proc-dev utf8proc.h
nlohmann-json3-dev nlohmann/json.hpp
libsodium-dev sodium.h
bash bash
zsh zsh
fish fish
clang-14 clang++-14
libclang-rt-14-dev libclang_rt.fuzzer
e2fsprogs mkfs.ext4
util-linux mount
valgrind valgrind
man-db man'

has_header() {
  for folder in /usr/include /usr/local/include /opt/homebrew/include /opt/local/include; do
    if [ -e "$folder/$1" ]; then return 0; fi
  done
  return 1
}

is_there() {
  case $1 in
    *.h | *.hpp) has_header "$1" ;;
    libclang_rt.fuzzer) ls /usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer* ;;
    mkfs.ext4) PATH=$PATH:/usr/sbin:/sbin command -v "$1" ;;
    clang-format-14) command -v "$1" || clang-format --version | grep 'version 14\.' ;;
    *) command -v "$1" ;;
  esac >/dev/null 2>&1
}

missing() {
  echo "$needs" | while read -r package sign; do
    is_there "$sign" || printf '%s ' "$package"
  done
}

give_up() {
  echo "setup.sh: $1" >&2
  echo "  Missing, by the names of Debian's packages: $(missing)" >&2
  echo "  $2" >&2
  exit 1
}

lacking=$(missing)
if [ -z "$lacking" ]; then exit 0; fi

if [ ! -e /etc/debian_version ] || ! command -v apt-get >/dev/null 2>&1; then
  give_up "this is not Debian, so nothing was installed." \
    "Install them your system's way, then run this again."
fi
by_hand="Have somebody who may run:  apt-get install $lacking"
if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo"
else
  give_up "installing needs root or sudo." "$by_hand"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing $lacking" >&2
# The list of packages is split into words on purpose.
# shellcheck disable=SC2086
if ! {
  $as_root apt-get update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $lacking
} >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  give_up "apt-get failed; its last words are above." "$by_hand"
fi
if [ -n "$(missing)" ]; then
  give_up "installed, and still not all is there." "Look at what apt-get said about them."
fi
