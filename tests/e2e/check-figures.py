#!/usr/bin/env python3
"""check-figures.py — `espalier stats --json` against figures that were counted by others; prints TAP.

The files and the table of their figures (a README.md with a Markdown table) lie beside the repository, in ../shared/data; without them everything is skipped.
A file agrees if each figure does, or if `espalier check` has findings that say why one does not: those are named here.
"""
import json
import os
import re
import subprocess
import sys

ROOT = os.environ.get("ESP_SOURCE_ROOT") or os.path.join(os.path.dirname(__file__), "..", "..")
DATA = os.environ.get("ESP_DATA") or os.path.join(ROOT, "..", "shared", "data")
PROGRAM = sys.argv[1]

# the columns of the table and the members of `stats --json`
COLUMNS = {"rows": "rows", "ids": "positions", "roots": "roots", "orphans": "orphans", "levels": "levels", "leaves": "leaves", "span": "max_span"}
MORE = {"dup ids": "duplicate_ids", "self": "self_reports", "missing superiors": "missing_managers", "name vacant": None, "multi": None}


def read_table():
    with open(os.path.join(DATA, "README.md"), encoding="utf-8") as file:
        lines = [line for line in file if line.startswith("|")]
    start = next(i for i, line in enumerate(lines) if line.startswith("| file |"))
    header = [cell.strip() for cell in lines[start].strip().strip("|").split("|")]
    for line in lines[start + 2:]:
        yield dict(zip(header, [cell.strip() for cell in line.strip().strip("|").split("|")]))


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def parse_more(text):
    found = {}
    for part in re.split(r"[,;]\s*", text):
        match = re.fullmatch(r"(.+?) (\d+(?:\.\d+)?)", part.strip())
        if match and not part.strip().startswith(("with self", "levels")):
            found[match.group(1)] = float(match.group(2))
    return found


def check(row, findings):
    """Returns what differs."""
    path = os.path.join(DATA, row["file"])
    code, out, err = run("stats", path, "--json")
    if code != 0:
        return [f"stats says {code}: {err.strip()}"]
    stats = json.loads(out)
    more = parse_more(row["more"])
    wanted = {stat: int(row[column]) for column, stat in COLUMNS.items() if row[column]}
    wanted.update({stat: int(more[name]) for name, stat in MORE.items() if stat and name in more})
    faults = [f"{name}: {stats[name]} instead of {value}" for name, value in wanted.items() if stats[name] != value]
    if stats["rows"] < stats["positions"]:
        faults.append("more positions than rows")
    return faults


def is_organization(row):
    """Files whose format is a table or JSON, and whose figures are about who reports to whom"""
    name = row["file"]
    if not name.endswith((".csv", ".tsv", ".json", ".csv.gz")) or not row["roots"]:
        return False
    return not name.startswith(("career-", "onet/", "esco/"))


# Where a figure differs, and the words with which `check` says why
REASONS = {
    "-junior.csv": ("orphans", "not in this file"),
    "beispielOrg.json": ("levels", "positions"),
}


def main():
    if not os.path.exists(os.path.join(DATA, "README.md")):
        print("1..0 # SKIP the files with known figures are not here")
        return 0
    rows = list(read_table())
    cases = [row for row in rows if is_organization(row)]
    juniors = [row for row in rows if row["file"].endswith("-junior.csv")]
    others = [row for row in rows if row["file"].endswith((".csv", ".tsv", ".txt", ".json", ".gz")) and row not in cases and row not in juniors]
    number, failed = 0, 0
    print(f"1..{len(cases) + len(juniors) + len(others)}")

    def tell(name, faults):
        nonlocal number, failed
        number += 1
        for fault in faults:
            print(f"# {fault}")
        failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {number} {name}")

    for row in cases:
        code, out, _ = run("check", os.path.join(DATA, row["file"]), "--json")
        findings = json.loads(out) if code in (0, 1) else []
        faults = check(row, findings)
        reason = next((reason for end, reason in REASONS.items() if row["file"].endswith(end)), None)
        if reason and any(reason[1] in finding["message"] for finding in findings):
            faults = [fault for fault in faults if not fault.startswith(reason[0])]
        tell(row["file"], faults)

    # groups of posts under seniors who stand in another file: each row is there, asks for a senior, and the posts add up
    for row in juniors:
        path = os.path.join(DATA, row["file"])
        code, out, err = run("stats", path, "--json")
        more = parse_more(row["more"])
        stats = json.loads(out) if code == 0 else {}
        faults = [] if code == 0 else [err.strip()]
        if code == 0:
            if stats["rows"] != int(row["rows"]) or stats["positions"] + len(stats["skipped"]) != stats["rows"]:
                faults.append(f"rows {stats['rows']}, positions {stats['positions']}, skipped {len(stats['skipped'])}")
            if stats["missing_managers"] != int(more["seniors with juniors"]):
                faults.append(f"missing_managers {stats['missing_managers']} instead of {more['seniors with juniors']}")
        tell(row["file"], faults)

    # no organizations: they open, or are refused with a line that says why
    for row in others:
        code, out, err = run("stats", os.path.join(DATA, row["file"]), "--json")
        faults = []
        if code not in (0, 2) or (code == 2 and not err.startswith("espalier: ")):
            faults.append(f"exit code {code}: {err}")
        if code == 0 and row["rows"] and json.loads(out)["rows"] != int(row["rows"]):
            faults.append(f"rows: {json.loads(out)['rows']} instead of {row['rows']}")
        tell(row["file"], faults)
    return 1 if failed else 0


sys.exit(main())
