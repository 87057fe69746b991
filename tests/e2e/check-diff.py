#!/usr/bin/env python3
"""check-diff — “espalier diff” from outside: what it prints, how it ends; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import gzip
import json
import os
import subprocess
import sys
import tempfile

ESPALIER = sys.argv[1]
results = []


def check(condition, what):
    results.append((bool(condition), what))


def run(*arguments, data=None):
    done = subprocess.run([ESPALIER, "diff", *arguments], input=data, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def write(folder, name, positions):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"format": "espalier-organization", "version": 1, "name": "A", "positions": positions}, file)
    return path


with tempfile.TemporaryDirectory() as folder:
    one = write(folder, "one.espalier", [{"id": "a", "title": "Lead"}, {"id": "b", "title": "B", "reports_to": "a"}, {"id": "c", "note": "x\ty\nz"}])
    two = write(folder, "two.espalier", [{"id": "a", "title": "Head"}, {"id": "b", "title": "B"}, {"id": "d"}])

    check(run(one, one) == (0, "", ""), "a file and itself: nothing, 0")
    check(run("--json", one, one)[:2] == (0, "[]\n"), "an empty array with --json")
    code, text, errors = run(one, two)
    check(code == 1 and errors == "", "differences: 1")
    check(text.splitlines() == ["retitled\tposition\ta\tHead\ttitle\tLead\tHead", "moved\tposition\tb\tB\treports_to\ta\t",
                                "removed\tposition\tc\tc\t\t\t", "added\tposition\td\td\t\t\t"], "a line each, in columns")
    code, text, errors = run(one, two, "--json")
    items = json.loads(text)
    check(code == 1 and [item["kind"] for item in items] == ["retitled", "moved", "removed", "added"], "the same with --json")
    check(items[1] == {"kind": "moved", "of": "position", "id": "b", "name": "B", "field": "reports_to", "before": "a", "after": None}, "with all of its members")
    compressed = os.path.join(folder, "one.gz")
    with open(one, "rb") as file, gzip.open(compressed, "wb") as out:
        out.write(file.read())
    check(run(compressed, one)[0] == 0, "through gzip")
    with open(one, "rb") as file:
        check(run("-", two, data=file.read())[0] == 1, "from standard input")
    check(run("builtin:services-firm", "builtin:services-firm")[0] == 0, "what is built in")
    for arguments in ([one], [one, two, one], [one, two, "--chart=structure"], [one, os.path.join(folder, "none")], [os.path.join(folder, "none"), one]):
        code, text, errors = run(*arguments)
        check(code == 2 and text == "" and errors.startswith("espalier: "), f"refused: {len(arguments)} arguments")

print(f"1..{len(results)}")
for number, (is_ok, what) in enumerate(results, 1):
    print(f"{'ok' if is_ok else 'not ok'} {number} {what}")
sys.exit(not all(is_ok for is_ok, _ in results))
