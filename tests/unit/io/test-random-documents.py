#!/usr/bin/env python3
# test-random-documents.py — random documents keep every value on their way through the canonical form
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: test-random-documents.py CONVERT-ALL [SEED]
# Python's own JSON parser is the judge: every value of the file, known or not, equals that of the file written; numbers are compared as they are written,
# members that stand twice in their order.
import json, os, random, subprocess, sys, tempfile

N = 400
seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
r = random.Random(seed)

NUMBERS = ["0", "-0", "1", "0.10", "1e400", "-1E-400", "12345678901234567890", "0.20000000000000001", "1.0", "3.5e+2", "9" * 500, "1e5"]
PIECES = ["a", "id", "p1", " ", "é", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0000", "\\ud800", "\\uDE00", "\\ud83d\\ude00", "\\u0061", "\\u001f", "\x7f", "'", "{", "]", ", "]


def space():
    return r.choice(["", "", "", " ", "\n", "  ", "\t", "\r\n    "])


def text():
    return '"' + "".join(r.choice(PIECES) for _ in range(r.choice([0, 1, 1, 2, 5]))) + '"'


def sequence(open_, items, close):
    return open_ + space() + (space() + "," + space()).join(items) + space() + close


def anything(depth=0):
    kind = r.randrange(7 if depth < 6 else 5)
    if kind == 5:
        return sequence("[", [anything(depth + 1) for _ in range(r.randrange(4))], "]")
    if kind == 6:
        return sequence("{", [member(text(), anything(depth + 1)) for _ in range(r.randrange(4))], "}")
    return [text(), r.choice(NUMBERS), "true", "false", "null"][kind]


def member(name, value):
    return name + space() + ":" + space() + value


def id_():
    return '"p%d"' % r.randrange(8)


def words(*choices):
    return lambda: r.choice(['"%s"' % c for c in choices])


def number():
    return r.choice(["1", "0.5", "0.10", "1e-1", "0", "2", "-0"])


def list_of(item):
    return lambda: sequence("[", [item() for _ in range(r.randrange(4))], "]")


def object_of(known, least=()):
    def make():
        names = [n for n in known if n in least or r.random() < 0.5]
        r.random() < 0.3 and r.shuffle(names)
        pairs = [member(spell(n), known[n]() if r.random() < 0.9 else anything()) for n in names]
        while r.random() < 0.2:
            pairs.insert(r.randrange(len(pairs) + 1), member(r.choice([text(), spell(r.choice(list(known)))]), anything()))
        return sequence("{", pairs, "}")
    return make


def spell(name):
    return '"%s"' % (name if r.random() < 0.95 else "\\u%04x" % ord(name[0]) + name[1:])


def boolean():
    return r.choice(["true", "false"])


holder = object_of({"name": text, "share": number})
line = object_of({"to": id_, "kind": words("dotted", "second", "odd"), "share": number}, ["to"])
position = object_of({
    "id": id_, "title": text, "unit": id_, "role": text, "level": text, "scope": words("internal", "external", "odd"),
    "state": words("filled", "vacant", "frozen", "odd"), "posts": number, "holders": list_of(holder), "reports_to": id_, "staff": boolean,
    "lines": list_of(line), "serves": list_of(id_), "arrange": words("row", "block", "odd"), "note": text}, ["id"])
unit = object_of({"id": id_, "name": text, "kind": text, "function": text, "parent": id_, "head": id_, "staff": boolean}, ["id", "name"])
view = object_of({
    "id": id_, "name": text, "chart": text, "top": id_, "direction": words("down", "left", "odd"), "density": text, "arrange": text, "color_by": text,
    "frames": boolean, "lines": list_of(text), "filter": list_of(text), "folded": list_of(id_), "center": id_, "zoom": number}, ["id"])


def rows(item):
    return lambda: sequence("[", [item() if r.random() < 0.95 else anything() for _ in range(r.choice([0, 1, 3, 300]))], "]")


def document():
    known = {"format": lambda: '"espalier-organization"', "version": lambda: "1", "name": text, "setting": text,
             "units": rows(unit), "positions": rows(position), "views": rows(view)}
    names = [n for n in known if n in ("format", "version") or r.random() < 0.7]
    r.random() < 0.3 and r.shuffle(names)
    pairs = [member(spell(n), known[n]()) for n in names]
    while r.random() < 0.3:
        name = r.choice([text(), '"name"', '"further"'])
        if json.loads(name) not in ("format", "version", "units", "positions", "views"):
            pairs.insert(r.randrange(len(pairs) + 1), member(name, anything()))
    return space() + sequence("{", pairs, "}") + space()


def values(source):
    def pairs(items):
        d = {}
        for name, value in items:
            d.setdefault(name, []).append(value)
        return d
    return json.loads(source, object_pairs_hook=pairs, parse_int=lambda s: ("number", s), parse_float=lambda s: ("number", s))


def is_json(source):
    try:
        json.loads(source)
        return True
    except ValueError:
        return False


def is_in_lines(out, n_rows):
    lines = out.split("\n")
    elements = [l for l in lines if l.startswith("    ")]
    others = [l for l in lines if not l.startswith("    ")]
    return (len(elements) == n_rows and "\r" not in out and others[-1] == ""
            and all(any(l.endswith(end) and is_json(l[:-len(end)]) for end in (",", " ]", " ],", " ] }")) for l in elements)
            and all(l.startswith('  "' if i else '{ "format"') for i, l in enumerate(others[:-1])))


print("# seed %d" % seed)
with tempfile.TemporaryDirectory() as folder:
    sources = [document() for _ in range(N)]
    for i, source in enumerate(sources):
        with open(os.path.join(folder, "%d.in" % i), "w", newline="") as f:
            f.write(source)
    if subprocess.call([sys.argv[1], folder]) != 0:
        print("Bail out! a document was refused, or its canonical form is not canonical")
        sys.exit(1)

    checks = {"every value is kept": [], "the second conversion gives the same bytes": [], "one element a line": [], "what is canonical is said": []}
    for i, source in enumerate(sources):
        out, again, canonical = (open(os.path.join(folder, "%d.%s" % (i, e)), newline="").read() for e in ("out", "again", "canonical"))
        before, after = values(source), values(out)
        before == after or checks["every value is kept"].append(i)
        out == again or checks["the second conversion gives the same bytes"].append(i)
        is_in_lines(out, sum(len(after[t][0]) for t in ("units", "positions", "views") if t in after)) or checks["one element a line"].append(i)
        (canonical == "1") == (source == out) or checks["what is canonical is said"].append(i)

print("1..%d" % len(checks))
for n, (name, failed) in enumerate(checks.items(), 1):
    print("%s %d %s" % ("not ok" if failed else "ok", n, name))
    for i in failed[:3]:
        print("# document %d: %r" % (i, sources[i][:2000]))
sys.exit(any(checks.values()))
