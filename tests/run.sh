#!/bin/sh
# Every test, from a bare Debian 12 on: sets up, builds twice (as it ships, and under the address
# and undefined sanitizers), and runs both with one CTest, whose closing lines count them all.
# Words given go to CTest: sh tests/run.sh -R golden
set -eu
cd "$(dirname "$0")/.."
sh tests/setup.sh

# Nothing of the caller's journals or repositories may steer a test.
unset COACH_JOURNAL COACH_CLIENT COACH_TODAY COACH_NOW COACH_IDS COACH_EDITOR COACH_PAGER
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE NO_COLOR CLICOLOR_FORCE COLUMNS
export LC_ALL=C.UTF-8

launcher=""
if command -v ccache >/dev/null 2>&1; then launcher="-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"; fi

build() {
  echo "Building .build/$1"
  mkdir -p .build
  if ! {
    cmake -S . -B ".build/$1" -G Ninja $launcher "$2" && cmake --build ".build/$1" -j 2
  } >".build/$1.log" 2>&1; then
    tail -n 60 ".build/$1.log" >&2
    exit 1
  fi
}

build release -DCOACH_SANITIZE=OFF
build sanitize -DCOACH_SANITIZE=ON

echo 'subdirs(release sanitize)' >.build/CTestTestfile.cmake
ctest --test-dir .build -j 2 --output-on-failure --no-tests=error "$@"
