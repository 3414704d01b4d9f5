#!/bin/sh
# The story of examples/tour.sh gives the journal in examples/lakeside, byte for byte.
#   sh tests/tour.sh BINARY
set -eu
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
HOME="$scratch" COACH_BINARY="$1" sh examples/tour.sh "$scratch/lakeside" >"$scratch/said" 2>&1 || {
  tail -n 20 "$scratch/said"
  exit 1
}
diff -r -x .git -x coach-lock "$scratch/lakeside" examples/lakeside
COACH_TODAY=2027-06-22 "$1" check --journal examples/lakeside >"$scratch/said" || {
  cat "$scratch/said"
  exit 1
}
