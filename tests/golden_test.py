#!/usr/bin/env python3
"""Shows that the golden runner fails where it must, waits where it must, and accepts with care."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUNNER = Path(__file__).resolve().parent / "golden.py"

PROGRAM = r"""#!/bin/sh
case $1 in
  say) shift; printf '%s\n' "$@" ;;
  warn) echo "coach: $2" >&2; exit 1 ;;
  today) echo "$COACH_TODAY $COACH_NOW $COACH_IDS" ;;
  ask) printf 'Name: '; read name; echo "checking ..."; sleep 0.2
       printf 'Level: '; read level; echo "$name at $level" ;;
  count) n=0; while read line; do n=$((n + 1)); done; echo "$n lines" ;;
  wait) trap 'echo stopped; exit 130' INT; printf 'Enter: '; read line ;;
  width) stty size ;;
  *) echo "coach: no command \`$1\`" >&2; exit 2 ;;
esac
"""


class GoldenRunner(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = Path(self.temporary.name)
        self.program = self.folder / "program"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)

    def golden(self, text, *options, name="case.test"):
        self.file = self.folder / name
        self.file.write_text(text)
        return subprocess.run(
            [sys.executable, str(RUNNER), "--binary", str(self.program), *options, str(self.file)],
            capture_output=True, text=True, check=False)

    def passes(self, text, **words):
        ran = self.golden(text, **words)
        self.assertEqual((ran.returncode, ran.stdout, ran.stderr), (0, "", ""))

    def fails(self, text, *reasons, **words):
        ran = self.golden(text, **words)
        self.assertEqual((ran.returncode, ran.stderr), (1, ""))
        for reason in reasons:
            self.assertIn(reason, ran.stdout)

    def accepts(self, text, after, **words):
        self.assertEqual(self.golden(text, "--accept", **words).returncode, 0)
        self.assertEqual(self.file.read_text(), after)
        self.passes(after, **words)

    def test_output_that_differs_fails_and_shows_both(self):
        self.fails("$ coach say one\ntwo\n", "case.test:1: $ coach say one", "-two", "+one")

    def test_standard_error_and_the_exit_code_count(self):
        self.passes("$ coach warn no\n>2\ncoach: no\n>= 1\n")
        self.fails("$ coach warn no\n>2\ncoach: no\n", "+>= 1")
        self.fails("$ coach warn no\ncoach: no\n>= 1\n", "+>2")
        self.fails("$ coach say one\none\n>= 1\n", "->= 1")

    def test_a_missing_or_further_line_fails(self):
        self.fails("$ coach say one two\none\n", "+two")
        self.fails("$ coach say one\none\n\n", "-")
        self.fails("$ printf one\none\n", "+\\ No newline at the end")

    def test_wildcards_stand_for_no_more_than_they_say(self):
        self.passes("$ coach say 'id b7q1' a b last\nid [..]\n...\nlast\n")
        self.fails("$ coach say 'id b7q1' more\nid [..]\n", "+more")

    def test_the_head_sets_the_day_the_files_and_the_environment(self):
        head = ("# Says.\ntoday 2026-09-01\nenv COACH_IDS\nenv HOW=well\n"
                "file a/b.txt\n    x\n      y\n\n")
        self.passes(head + "$ coach today\n2026-09-01 14:05 \n\n"
                    "$ cat a/b.txt; echo $HOW\nx\n  y\nwell\n")
        self.fails("jornal x\n\n$ true\n", "`jornal x` is neither")

    def test_a_repository_is_committed_and_always_the_same(self):
        text = "git\nfile a\n    x\n\n$ git status --short; git rev-parse HEAD\n"
        self.golden(text, "--accept")
        self.passes(self.file.read_text())

    def test_nothing_of_the_own_environment_comes_in(self):
        os.environ["COACH_CLIENT"] = "heron"
        self.addCleanup(os.environ.pop, "COACH_CLIENT")
        self.passes("$ echo \"$COACH_CLIENT\" ~\n /home/you\n")

    def test_standard_input_is_what_the_case_says(self):
        self.passes("$ coach count\n0 lines\n\n$ coach count\n< a\n<\n< c\n3 lines\n")
        self.passes("$ coach count <<END\na\n$ b\nEND\n2 lines\n")

    def test_lines_are_typed_when_they_are_asked_for(self):
        self.passes("tty$ coach ask\n< Ann\n< 3\nName: Ann\nchecking ...\nLevel: 3\nAnn at 3\n")
        self.fails("tty$ coach ask\n< Ann\nName: Ann\n", "+\\ Waits for more input")
        self.fails("tty$ coach say a\n< b\na\n", "+\\ Never asked for: b")

    def test_keys_end_or_interrupt_a_conversation(self):
        self.passes("tty$ coach count\n< a\n< b\n< ^D\na\nb\n2 lines\n")
        self.passes("tty$ coach wait\n< ^C\nEnter: ^Cstopped\n>= 130\n")
        self.passes("tty$ trap '' HUP; coach wait; echo $? > after\n< ^HUP\nEnter: \n"
                    "\\ No newline at the end\n\n$ cat after\n1\n")

    def test_the_terminal_has_the_width_asked_for(self):
        self.passes("width 60\n\ntty$ coach width\n50 60\n")

    def test_permissions_hold_as_a_user(self):
        self.passes("as user\n\n$ mkdir a; chmod 500 a; touch a/b 2>/dev/null\n>= 1\n")

    def test_accepting_changes_what_differs_and_nothing_else(self):
        self.accepts(
            "# Head.\n\n# First.\n$ coach say 'a 1' '$ b' '>2'\na [..]\n\n# Second.\n"
            "$ coach warn no\n\n$ true\n",
            "# Head.\n\n# First.\n$ coach say 'a 1' '$ b' '>2'\na 1\n\\$ b\n\\>2\n\n# Second.\n"
            "$ coach warn no\n>2\ncoach: no\n>= 1\n\n$ true\n")
        self.accepts("$ coach say 'a 1'\na [..]\n\n$ coach say b\n",
                     "$ coach say 'a 1'\na [..]\n\n$ coach say b\nb\n")
        self.accepts("$ coach say a '' '# b'\n$ true\n", "$ coach say a '' '# b'\na\n\n# b\n\n$ true\n")

    def test_a_heading_in_the_output_is_no_comment(self):
        self.passes("$ coach say '# One' '' '# Two'\n# One\n\n# Two\n\n# Comment.\n$ true\n")

    def test_controls_are_shown_and_never_printed(self):
        self.passes("$ printf 'a\\033b\\r\\n\\377\\n'\na\\x1bb\\x0d\n\\\\xff\n")

    def test_examples_in_markdown_are_run(self):
        page = "# Page\n\n```console\n$ coach say one\n{}\n$ coach say unseen\n```\n"
        self.passes(page.format("one"), name="page.md")
        self.fails(page.format("two"), "-two", "+one", name="page.md")
        self.fails("```console\n$ coach warn no\n```\n", "+>= 1", name="page.md")
        self.passes("```console\n$ coach warn no\ncoach: no\n```\n", name="page.md")
        self.passes("```sh\n$ coach warn no\n```\n\n<!-- not run -->\n\n    $ coach warn no\n",
                    name="page.md")
        self.fails("<!-- width 60; tody 1 -->\n\n    $ true\n", "`tody 1`", name="page.md")
        self.accepts("As:\n\n    $ coach say one\n    two\n\nEnd.\n",
                     "As:\n\n    $ coach say one\n    one\n\nEnd.\n", name="page.md")

    def test_markdown_blocks_share_a_home_unless_they_name_a_journal(self):
        self.passes("    $ mkdir a\n    $ cd a\n    $ touch b\n\nThen\n\n"
                    "    $ ls ..; ls\n    a\n    b\n\n"
                    "<!-- journal none; today 2026-01-02 -->\n\n"
                    "    $ ls; coach today\n    2026-01-02 14:05 aaaa\n\n"
                    "Then\n\n    $ ls\n    b\n", name="page.md")


if __name__ == "__main__":
    unittest.main()
