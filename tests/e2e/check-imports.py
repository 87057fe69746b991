#!/usr/bin/env python3
"""check-imports.py — tables and JSON as other programs write them: `espalier convert` and `espalier stats --json` on each; prints TAP.

What is expected stands in import_cases.py in words. The figures are counted from these words here, in a way of its own. Written as a table and read back, each
has the same figures, and no cell that a spreadsheet would run; so have the built-in organizations.
"""
import csv
import gzip
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile

from import_cases import CASES

PROGRAM = sys.argv[1]


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60)


def describe(document):
    lines = [f"({u['id']}{' < ' + u['parent'] if u.get('parent') else ''}: {u['name']})" for u in document.get("units", [])]
    for position in document.get("positions", []):
        line = position["id"]
        line += f" < {position['reports_to']}" if position.get("reports_to") else ""
        line += "".join(f" +{other['kind'][:3]} {other['to']}" for other in position.get("lines", []))
        line += f": {position['title']}" if position.get("title") else ""
        holders = ", ".join(holder.get("name", "?") for holder in position.get("holders", []))
        line += f" / {holders}" if holders else ""
        line += f" [{position['state']}]" if position.get("state") else ""
        line += f" x{position['posts']}" if position.get("posts") else ""
        line += f" @{position['unit']}" if position.get("unit") else ""
        line += f" ^{position['level']}" if position.get("level") else ""
        lines.append(line)
    return lines


def parse(lines):
    """What stands before the title of each position: its id, and the managers it names as solid or second."""
    for line in lines:
        match = re.match(r"(.*?)(?: < (.*?))?((?: \+[a-z]{3} [^:/@^\[]*?)*)(?::| /| \[| x[\d.]+| @| \^|$)", line)
        seconds = re.findall(r"\+sec ([^+]*?)(?= \+|$)", match[3])
        yield match[1], ([match[2]] if match[2] else []) + seconds, len(re.findall(r"\+[a-z]{3} ", match[3]))


def count(lines):
    """The figures of a description whose ids are plain words."""
    named = {}
    n_lines = 0
    for identity, managers, n in parse(lines):
        named.setdefault(identity, []).extend(managers)
        n_lines += n
    missing = {manager for managers in named.values() for manager in managers if manager not in named}
    below = {}
    for identity, managers in named.items():
        for manager in managers:
            if manager in named and manager != identity:
                below.setdefault(manager, set()).add(identity)
    level, levels = [i for i, managers in named.items() if not any(m in named for m in managers)], 0
    seen = set(level)
    while level:
        levels += 1
        level = list({child for i in level for child in below.get(i, ()) if child not in seen})
        seen.update(level)
    return {
        "positions": len(named), "roots": sum(not managers for managers in named.values()),
        "orphans": sum(any(m in missing for m in managers) for managers in named.values()), "missing_managers": len(missing),
        "self_reports": sum(i in managers for i, managers in named.items()), "levels": levels,
        "leaves": sum(i not in below for i in named), "max_span": max((len(b) for b in below.values()), default=0), "secondary_lines": n_lines,
    }


SAME = ["positions", "holders", "vacant", "roots", "orphans", "missing_managers", "self_reports", "cycles", "levels", "leaves", "max_span", "secondary_lines"]


def check_table(folder, source):
    """The faults of what is written as a table, read back, and written again."""
    table, again = os.path.join(folder, "out.csv"), os.path.join(folder, "again.csv")
    for arguments in (("convert", source, table), ("convert", table, again)):
        done = run(*arguments)
        if done.returncode != 0:
            return [f"{arguments}: {done.stderr.strip()}"]
    with open(table, "rb") as first, open(again, "rb") as second:
        faults = [] if first.read() == second.read() else ["the table read and written again has other bytes"]
    with open(table, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            faults += [f"a spreadsheet runs {cell!r}" for cell in row if re.match(r"[=+@\t\r]|-(?!\d*\.?\d*$)", cell)]
    before, after = (json.loads(run("stats", name, "--json").stdout) for name in (source, table))
    return faults + [f"{name}: {before[name]}, as a table {after[name]}" for name in SAME if before[name] != after[name]]


def check(folder, number, ending, data, expected):
    path = os.path.join(folder, f"{number}.{ending}")
    with open(path, "wb") as file:
        file.write(data.encode() if isinstance(data, str) else data)
    out = os.path.join(folder, "out.espalier")
    done = run("convert", path, out)
    if done.returncode != 0:
        return [f"convert: exit {done.returncode}, {done.stderr.strip()}"]
    with open(out, encoding="utf-8") as file:
        found = "\n".join(describe(json.load(file)))
    if found != expected:
        return ["expected", *expected.splitlines(), "found", *found.splitlines()]
    done = run("stats", path, "--json")
    stats = json.loads(done.stdout)
    figures = count([line for line in expected.splitlines() if not line.startswith("(") or ")" not in line])
    return [f"{name}: {stats[name]}, not {figures[name]}" for name in figures if stats[name] != figures[name]] + check_table(folder, path)


# Tables whose figures must not change with the way they are written
VARIED = ["workday manager with id in brackets", "successfactors", "personio", "ad dn", "position based", "ids with dup + clash", "matrix", "vacant kinds"]


def write_otherwise(data):
    """The same table in every way tables are written, and as JSON: pairs of a name and bytes."""
    rows = list(csv.reader(io.StringIO(data)))
    order = list(range(len(rows[0])))
    random.Random(len(rows)).shuffle(order)

    def write(table, separator=",", quoting=csv.QUOTE_MINIMAL, end="\n"):
        out = io.StringIO()
        csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=end).writerows(table)
        return out.getvalue()

    yield "semicolons", write(rows, ";").encode()
    yield "tabs, UTF-16", ("\ufeff" + write(rows, "\t")).encode("utf-16-le")
    yield "UTF-16 without a mark", write(rows).encode("utf-16-be")
    yield "quotes, CRLF, a mark", ("\ufeff" + write(rows, ",", csv.QUOTE_ALL, "\r\n")).encode()
    yield "CR", write(rows, "|", end="\r").encode()
    yield "gzip", gzip.compress(write(rows).encode())
    yield "columns in another order", write([[row[i] for i in order] for row in rows]).encode()
    yield "titles above", write([["Report"], []] + rows).encode()
    yield "blanks around", write([[f" {cell}  " if cell else cell for cell in row] for row in rows]).encode()
    yield "headers in capitals", write([[cell.upper().replace(" ", "_") for cell in rows[0]]] + rows[1:]).encode()
    yield "JSON", json.dumps([dict(zip(rows[0], row)) for row in rows[1:]]).encode()
    yield "JSON in wrappers", json.dumps({"data": {"items": [{k: v or None for k, v in zip(rows[0], row)} for row in rows[1:]]}}, indent=1).encode()


def check_variants(folder, name):
    data = next(case[2] for case in CASES if case[0] == name)
    path = os.path.join(folder, "variant")
    faults, first = [], None
    for way, text in [("as it is", data.encode()), *write_otherwise(data)]:
        with open(path, "wb") as file:
            file.write(text)
        done = run("stats", path, "--json")
        stats = {key: json.loads(done.stdout)[key] for key in SAME} if done.returncode == 0 else done.stderr
        first = first or stats
        if stats != first:
            faults.append(f"{way}: {stats}, not {first}")
    return faults


def main():
    samples = [line.split("\t")[0] for line in run("list", "organizations").stdout.splitlines()]
    print(f"1..{len(CASES) + len(samples) + len(VARIED)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, ending, data, expected) in enumerate(CASES, 1):
            faults = check(folder, number, ending, data, expected.strip("\n"))
            for fault in faults:
                print(f"# {fault}")
            print(f"{'not ok' if faults else 'ok'} {number} {name}")
        for number, name in enumerate(samples, len(CASES) + 1):
            faults = check_table(folder, f"builtin:{name}")
            for fault in faults:
                print(f"# {fault}")
            print(f"{'not ok' if faults else 'ok'} {number} {name} as a table and back")
        for number, name in enumerate(VARIED, len(CASES) + len(samples) + 1):
            faults = check_variants(folder, name)
            for fault in faults:
                print(f"# {fault}")
            print(f"{'not ok' if faults else 'ok'} {number} {name}, written otherwise")


main()
