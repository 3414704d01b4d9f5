#!/bin/sh
# The benchmark from a bare Debian 12 on: installs what stands beside, builds, measures.
#   sh tests/bench/run.sh [--only WORD] [--record] [--folder DIR]
set -eu
cd "$(dirname "$0")/../.."
sh tests/setup.sh
lacking=""
for package in ledger hledger ripgrep valgrind time; do
  case $package in ripgrep) program=rg ;; *) program=$package ;; esac
  [ -x "/usr/bin/$program" ] || lacking="$lacking $package"
done
if [ -n "$lacking" ]; then
  echo "Installing$lacking" >&2
  # The list of packages is split into words on purpose.
  # shellcheck disable=SC2086
  $([ "$(id -u)" = 0 ] || echo sudo) apt-get install -y --no-install-recommends $lacking >/dev/null
fi
cmake -S . -B .build/release -G Ninja >/dev/null
cmake --build .build/release --target coach -j 2 >/dev/null
exec python3 tests/bench/bench.py .build/release/coach "$@"
