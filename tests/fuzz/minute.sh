#!/bin/sh
# One fuzzer for a minute (COACH_FUZZ_SECONDS: another time), beginning with what was kept. An input
# that breaks it is left in the build folder and printed: it becomes a file of corpus/ and a test.
set -eu
fuzzer=$1 name=$2
corpus=$(cd "$(dirname "$0")" && pwd)/corpus/$name
found=$(dirname "$fuzzer")/found-$name
mkdir -p "$found"
if ! "$fuzzer" -max_total_time="${COACH_FUZZ_SECONDS:-60}" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
  -print_final_stats=1 -artifact_prefix="$found-" "$found" "$corpus" >"$found.log" 2>&1; then
  tail -n 40 "$found.log"
  for input in "$found"-*; do
    echo "$input:"
    head -c 4096 "$input" | od -c | head -n 60
  done
  exit 1
fi
grep -E 'stat::number_of_executed_units|stat::average_exec_per_sec' "$found.log"
