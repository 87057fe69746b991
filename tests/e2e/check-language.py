#!/usr/bin/env python3
# check-language.py — the command line in German: people read German, machines read the same as ever
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-language.py PROGRAM — run in the German locale; prints TAP."""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = sys.argv[1]
GERMAN = dict(os.environ)
ENGLISH = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
DOCUMENT = """{ "format": "espalier-organization", "version": 1, "name": "Teilzeit",
  "units": [
    { "id": "u", "name": "Büro" } ],
  "positions": [
    { "id": "a", "title": "Leitung", "unit": "u" },
    { "id": "b", "title": "Analyse", "posts": 1234.5, "holders": [ { "name": "Ö", "share": 0.25 } ], "reports_to": "a" },
    { "id": "c", "title": "Test", "reports_to": "fehlt" } ] }
"""
results = []


def run(environment, *arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def result(name, fault):
    results.append((name, fault))


def compare(name, one, other):
    result(name, "" if one == other else f"{one!r:.400} is not {other!r:.400}")


with tempfile.TemporaryDirectory() as folder:
    source = Path(folder) / "teilzeit.espalier"
    source.write_text(DOCUMENT, encoding="utf-8")
    files = {}
    for language, environment in (("de", GERMAN), ("en", ENGLISH)):
        for ending in ("espalier", "csv", "svg"):
            target = Path(folder) / f"{language}.{ending}"
            code, _, errors = run(environment, "convert", source, target)
            files[language, ending] = target.read_text(encoding="utf-8") if code == 0 else errors
    compare("a document is written the same", files["de", "espalier"], files["en", "espalier"])
    compare("a table is written the same", files["de", "csv"], files["en", "csv"])
    compare("a picture has points in its numbers", re.findall(r'(?:width|height|viewBox)="[^"]*,[^"]*"', files["de", "svg"]), [])
    result("a picture speaks German", "" if "<desc>Organigramm mit " in files["de", "svg"] else files["de", "svg"][:400])
    for verb in (["stats"], ["find"]):
        rest = ["Analyse", "--json"] if verb == ["find"] else ["--json"]
        compare(f"{verb[0]} --json is the same", run(GERMAN, *verb, source, *rest), run(ENGLISH, *verb, source, *rest))
    german, english = (json.loads(run(environment, "check", source, "--json")[1]) for environment in (GERMAN, ENGLISH))
    compare("check --json names kinds and places alike", [(f["kind"], f["severity"], f["where"]) for f in german],
            [(f["kind"], f["severity"], f["where"]) for f in english])
    compare("check --json speaks German", [f["message"] for f in german],
            ["„Test“ berichtet an „fehlt“, nicht in dieser Datei, und wird als weitere Spitze gezeigt."])
    german, english = (json.loads(run(environment, "list", "rungs", "--json")[1]) for environment in (GERMAN, ENGLISH))
    compare("list --json has the same ids", [(r["id"], r["ladder"], r["level"]) for r in german], [(r["id"], r["ladder"], r["level"]) for r in english])
    skills = json.loads(run(GERMAN, "list", "skills", "--json")[1])
    result("list speaks German", "" if any(skill["name"] == "Projektmanagement" for skill in skills) else str(skills[:3]))
    code, _, errors = run(GERMAN, "stats")
    compare("wrong usage is said in German", (code, errors.split(".")[0]), (2, "espalier: „stats“ nimmt 1 Argument"))

print(f"1..{len(results)}")
for number, (name, fault) in enumerate(results, 1):
    if fault:
        print(f"# {fault}")
    print(f"{'not ok' if fault else 'ok'} {number} {name}")
sys.exit(any(fault for _, fault in results))
