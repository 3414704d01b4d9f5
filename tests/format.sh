#!/bin/sh
# Names the C++ files that are not as clang-format 14 would lay them out, and says how to mend them.
set -eu
cd "$(dirname "$0")/.."

sources() { find src tests -name '*.h' -o -name '*.cc' | LC_ALL=C sort; }

for formatter in clang-format-14 clang-format; do
  "$formatter" --version 2>/dev/null | grep -q 'version 14\.' || continue
  if ! sources | xargs "$formatter" --dry-run -Werror 2>/dev/null; then
    for source in $(sources); do
      "$formatter" --dry-run -Werror "$source" 2>/dev/null || echo "$source"
    done
    echo "to mend: $formatter -i \$(git ls-files '*.h' '*.cc')"
    exit 1
  fi
  exit 0
done
echo "format.sh: clang-format 14 is missing (Debian: clang-format-14)" >&2
exit 1
