#!/bin/sh
# Every test, from a bare Debian 12 on: sets up, builds three times (as it ships, by g++; under the
# address and undefined sanitizers and for fuzzing, by clang++), and runs all with one CTest, whose
# closing lines count them.
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
  folder=$1
  shift
  if ! {
    cmake -S . -B ".build/$folder" -G Ninja $launcher "$@" && cmake --build ".build/$folder" -j 2
  } >".build/$folder.log" 2>&1; then
    tail -n 60 ".build/$folder.log" >&2
    exit 1
  fi
}

build release -DCOACH_SANITIZE=OFF
build sanitize -DCOACH_SANITIZE=ON -DCMAKE_CXX_COMPILER=clang++-14
build fuzz -DCOACH_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++-14

echo 'subdirs(release sanitize fuzz)' >.build/CTestTestfile.cmake
ctest --test-dir .build -j 2 --output-on-failure --no-tests=error "$@"
