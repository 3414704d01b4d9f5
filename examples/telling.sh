# What the scripts of this folder share: a program, an empty folder and a calendar. Read by them with
# `.`, never run by itself. It wants `root`, the folder of the sources, and `journal`, where the story
# goes; it gives `coach`, `on DAY [TIME]`, `entry RECORD WORDS` and `$new`.

program=${COACH_BINARY:-}
if [ -z "$program" ]; then
  sh "$root/tests/setup.sh"
  program=$root/.build/release/coach
  mkdir -p "$root/.build"
  echo "Building .build/release"
  if ! { cmake -S "$root" -B "$root/.build/release" -G Ninja -DCOACH_SANITIZE=OFF &&
    cmake --build "$root/.build/release" --target coach share -j 2; } >"$root/.build/tour.log" 2>&1; then
    tail -n 60 "$root/.build/tour.log" >&2
    exit 1
  fi
fi

# Settings, drafts and scratch of this tour stay out of your own.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
unset COACH_CLIENT COACH_EDITOR GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE 2>/dev/null || true
export XDG_CONFIG_HOME="$scratch/config" XDG_STATE_HOME="$scratch/state" COACH_PAGER=cat

(umask 077 && mkdir -p "$journal")
journal=$(cd "$journal" && pwd)
if [ -n "$(ls -A "$journal")" ]; then
  echo "$(basename "$0"): $journal is not empty; name a new folder." >&2
  exit 1
fi
if git -C "$journal" rev-parse --git-dir >/dev/null 2>&1; then
  echo "$(basename "$0"): $journal lies inside a git repository, where every step would be a commit." >&2
  echo "  Name a folder elsewhere." >&2
  exit 1
fi
export COACH_JOURNAL="$journal"

coach() { "$program" "$@"; }
new=$scratch/new  # the id of what was just recorded

# You will never type this: your computer knows the day, and ids are four random letters. Here a year
# passes in a few seconds, so `on DAY [TIME]` says before each command what day it is. And so that
# the journal is the same each time, it gives the letters as well: from the day, and from how often
# it was called for that day, scattered by arithmetic. A new step leaves other days' letters alone.
days=
on() {
  if [ -n "${TOUR_UNTIL:-}" ] && expr "$1" '>=' "$TOUR_UNTIL" >/dev/null; then exit 0; fi
  days="$days $1"
  COACH_TODAY=$1
  COACH_NOW=${2:-16:30}
  COACH_IDS=$(awk -v day="$1" -v days="$days" 'BEGIN {
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    split(day, part, "-")
    call = gsub(day, "", days)
    left = (((part[1] * 12 + part[2]) * 31 + part[3]) * 32 + call) * 647853 % 1048576
    for (place = 0; place < 4; place++) {
      letters = substr(alphabet, left % 32 + 1, 1) letters
      left = int(left / 32)
    }
    print letters
  }')
  export COACH_TODAY COACH_NOW COACH_IDS
}

# You will not need this either: `coach todo` shows the id of every promise. A script has to look it
# up. `entry RECORD WORDS` reads the file of the record and gives RECORD.KEY of the first promise,
# step or indicator that has these words in it.
entry() {
  awk -v record="$1" -v words="$2" '
    /^key = / { key = $3; gsub(/"/, "", key) }
    /^what = / && index($0, words) { print record "." key; found = 1; exit }
    END { exit !found }
  ' "$journal"/engagements/*/*/*"$1".toml
}
