#!/bin/sh
# Each story of examples/models/ gives the journal beside it, byte for byte, and one that is sound.
#   sh tests/models.sh BINARY
set -eu
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
told=0
for story in examples/models/*.sh; do
  name=$(basename "$story" .sh)
  HOME="$scratch" COACH_BINARY="$1" sh "$story" "$scratch/$name" >"$scratch/said" 2>&1 || {
    tail -n 20 "$scratch/said"
    echo "$story failed"
    exit 1
  }
  diff -r -x .git -x .coach "$scratch/$name" "examples/models/$name"
  # On its last day, so that nothing lies in the future.
  day=$(sed -n 's/^on \([0-9-]*\).*/\1/p' "$story" | sort | tail -n 1)
  COACH_TODAY=$day "$1" check --journal "examples/models/$name" >"$scratch/said" || {
    cat "$scratch/said"
    exit 1
  }
  told=$((told + 1))
done
# One a model of the templates, but for the one that the tour tells.
models=$(ls templates/models/*.toml | wc -l)
test "$told" -eq $((models - 1)) || {
  echo "$told stories for $models models"
  exit 1
}
