#!/bin/sh
# What `cmake --install` and CPack put where, tried from the installed tree; and that a build in
# another folder gives the same bytes.
#   sh tests/install.sh BUILD-FOLDER
set -eu
cd "$(dirname "$0")/.."
build=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  echo "install.sh: $1" >&2
  exit 1
}

# A prefix below DESTDIR, as a packager does.
DESTDIR="$scratch/dest" cmake --install "$build" --prefix /opt/coach >"$scratch/said" || {
  cat "$scratch/said"
  exit 1
}
tree=$scratch/dest/opt/coach
for file in bin/coach share/man/man1/coach.1 share/man/man5/coach-journal.5 \
  share/man/man7/coach-first-hour.7 share/man/man7/coach-git-for-coaches.7 \
  share/bash-completion/completions/coach share/zsh/site-functions/_coach \
  share/fish/vendor_completions.d/coach.fish share/doc/coach/README.md; do
  [ -s "$tree/$file" ] || fail "$file is not installed"
done

# The installed program works from there, alone.
export HOME="$scratch/home" XDG_STATE_HOME="$scratch/state" XDG_CONFIG_HOME="$scratch/config"
mkdir "$HOME"
PATH="$tree/bin:$PATH" coach demo "$scratch/demo" >"$scratch/demo.txt"
grep -q 'Heron · principal' "$scratch/demo.txt" || fail "coach demo shows no Heron"
"$tree/bin/coach" completion bash | cmp - "$tree/share/bash-completion/completions/coach"

# The pages are what man can show, without a complaint.
for page in "$tree"/share/man/man*/*; do
  man --warnings -E UTF-8 -l -Tutf8 -Z "$page" >/dev/null 2>"$scratch/warnings" || fail "$page is no man page"
  [ ! -s "$scratch/warnings" ] || { head -5 "$scratch/warnings"; fail "$page has warnings"; }
done
version=$("$tree/bin/coach" --version)
grep -q "\"$version\"" "$tree/share/man/man1/coach.1" || fail "coach.1 is of another version"

# A Debian package with the same in it.
(cd "$build" && cpack -G DEB -B "$scratch/deb" >"$scratch/said" 2>&1) || {
  cat "$scratch/said"
  exit 1
}
package=$(ls "$scratch"/deb/*.deb)
dpkg-deb --contents "$package" >"$scratch/contents"
for file in /usr/bin/coach /usr/share/man/man1/coach.1 /usr/share/man/man5/coach-journal.5; do
  grep -q "$file" "$scratch/contents" || fail "$file is not in the package"
done
dpkg-deb --field "$package" Version Depends Recommends | grep -q '^Version: ' || fail "no version"

# The same bytes from another folder: nothing of a machine or a day is in them. One part for each
# library that is compiled in, and what the program carries; COACH_WHOLE=1 builds all of it again.
cp -R "$PWD" "$scratch/elsewhere" 2>/dev/null || true
rm -rf "$scratch/elsewhere/.build"
other=$scratch/other-build
cmake -S "$scratch/elsewhere" -B "$other" -G Ninja -DCOACH_TESTS=OFF >/dev/null
parts="embedded.cc.o src/command/options.cc.o src/record/json.cc.o src/toml/parse.cc.o src/base/date.cc.o"
objects=
for part in $parts; do objects="$objects CMakeFiles/coach_parts.dir/$part"; done
[ -z "${COACH_WHOLE:-}" ] || objects=all
(cd "$other" && cmake --build . -j 2 --target $objects >"$scratch/said") || {
  tail -n 20 "$scratch/said"
  exit 1
}
for object in $objects; do
  if [ "$object" = all ]; then
    object=coach
    diff -r "$build/share" "$other/share" || fail "two builds say different things"
  fi
  cmp "$build/$object" "$other/$object" || fail "two builds differ"
done
echo "installed, packed and built twice alike"
