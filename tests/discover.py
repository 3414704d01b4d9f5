#!/usr/bin/env python3
"""Writes one CTest test for each doctest case of a program.

    tests/discover.py PROGRAM OUT.cmake PREFIX [NAME=VALUE]...   (the environment the tests get)

doctest's own script reads the names as a CMake list and so loses those with `[` or `;`.
"""
import subprocess
import sys

# A filter that meets no case runs nothing and exits 0.
NOTHING_RAN = r"test cases: +0 \|"


def cases_of(program):
    listed = subprocess.run([program, "--list-test-cases", "--no-intro", "--no-version"],
                            capture_output=True, text=True, check=True, encoding="utf-8").stdout
    names = [line for line in listed.split("\n") if not line.startswith(("[doctest]", "==="))]
    return list(dict.fromkeys(filter(None, names)))


def quoted(text):
    level = "="
    while f"]{level}]" in text:
        level += "="
    return f"[{level}[{text}]{level}]"


def entry(program, prefix, case, environment):
    pattern = case.replace("\\", "\\\\").replace(",", "\\,")
    name = quoted(prefix + case)
    return (
        f"add_test({name} {quoted(program)} {quoted('--test-case=' + pattern)})\n"
        f"set_tests_properties({name} PROPERTIES TIMEOUT 300"
        f" ENVIRONMENT {quoted(';'.join(environment))}"
        f" FAIL_REGULAR_EXPRESSION {quoted(NOTHING_RAN)})\n"
    )


def main():
    program, out, prefix, *environment = sys.argv[1:]
    text = "".join(entry(program, prefix, case, environment) for case in cases_of(program))
    with open(out, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
