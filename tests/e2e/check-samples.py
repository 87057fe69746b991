#!/usr/bin/python3
# check-samples.py — the sample organizations: schema, references, canonical form, and what they promise to show
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints TAP. Needs ESP_SOURCE_ROOT and python3-jsonschema."""

import collections
import itertools
import json
import os
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is missing")
    sys.exit(0)

DATA = pathlib.Path(os.environ["ESP_SOURCE_ROOT"]) / "data"
SEAT_FAMILIES = {"program", "project", "product", "delivery", "pmo-office"}
MEMBERS = {
    "document": ["format", "version", "name", "setting", "units", "positions", "views"],
    "units": ["id", "name", "kind", "function", "parent", "head", "staff"],
    "positions": ["id", "title", "unit", "role", "level", "scope", "state", "posts", "holders", "reports_to",
                  "staff", "lines", "serves", "arrange", "note"],
    "views": ["id", "name", "chart", "top"],
    "holders": ["name", "share"],
    "lines": ["to", "kind", "share"],
}
UNIT_KINDS = {"company", "division", "department", "team", "pmo", "coe", "program"}
FUNCTIONS = {"it", "engineering", "infrastructure", "product", "services", "support", "sales", "legal",
             "marketing", "hr", "finance", "operations"}
LINE_KINDS = {"second", "dotted", "functional", "program", "vendor"}

# positions, and the share of program-management seats in per cent
SIZES = {
    "large-technology-company": ((85, 110), (20, 30)),
    "startup": ((20, 20), (0, 15)),
    "after-acquisition": ((20, 30), (20, 30)),
    "services-firm": ((20, 30), (20, 30)),
}

n_tests = 0
n_failed = 0


def check(name, faults):
    """One test case; faults is what is wrong, in words, and may be empty."""
    global n_tests, n_failed
    n_tests += 1
    faults = list(faults)
    print(f"{'not ok' if faults else 'ok'} {n_tests} {name}", flush=True)
    n_failed += bool(faults)
    for fault in faults[:20]:
        print("# " + str(fault).replace("\n", " "))


def load(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def catalogue_ids(file, member):
    """The ids of a list of the catalogue."""
    return {entry["id"]: entry for entry in load(f"catalogue/{file}.json").get(member, [])}


def scalar(value):
    return json.dumps(value, ensure_ascii=False)


def canonical(value, members):
    """A value as the canonical form writes it, members in order, the unknown ones last."""
    if isinstance(value, dict):
        order = [m for m in members if m in value] + [m for m in value if m not in members]
        return "{ " + ", ".join(f"{scalar(m)}: {canonical(value[m], MEMBERS.get(m, []))}" for m in order) + " }"
    if isinstance(value, list):
        return "[ " + ", ".join(canonical(item, members) for item in value) + " ]" if value else "[]"
    return scalar(value)


def canonical_document(document):
    head = {m: v for m, v in document.items() if m not in ("units", "positions", "views")}
    text = canonical(head, MEMBERS["document"])[:-2]
    for table in ("units", "positions", "views"):
        if table in document:
            rows = ",\n    ".join(canonical(row, MEMBERS[table]) for row in document[table])
            text += f",\n  \"{table}\": [\n    {rows} ]"
    return text + " }\n"


def find_defaults(document):
    """Members that say nothing, because they have their default."""
    for unit in document["units"]:
        staff = unit.get("kind") in ("pmo", "coe")
        if unit.get("kind") == "department" or unit.get("staff", not staff) == staff:
            yield f"unit {unit['id']}: a default is written"
    for position in document["positions"]:
        default = "filled" if position.get("holders") else "vacant"
        if (position.get("state") == default or position.get("posts") == 1 or position.get("staff") is False
                or any(position.get(m, 0) in ([], None) for m in position)):
            yield f"position {position['id']}: a default is written"


def find_broken_references(document):
    units = {unit["id"]: unit for unit in document["units"]}
    positions = {position["id"]: position for position in document["positions"]}
    ids = [row["id"] for table in ("units", "positions") for row in document[table]]
    yield from (f"id {i} occurs {n} times" for i, n in collections.Counter(ids).items() if n > 1)
    for unit in units.values():
        if unit.get("parent", unit["id"]) not in units:
            yield f"unit {unit['id']}: no unit {unit['parent']}"
        if positions.get(unit.get("head"), {}).get("unit") != unit["id"]:
            yield f"unit {unit['id']}: its head is not one of its positions"
    for position in positions.values():
        where = f"position {position['id']}"
        if position.get("unit") not in units:
            yield f"{where}: no unit {position.get('unit')}"
        if position.get("reports_to", position["id"]) not in positions:
            yield f"{where}: no position {position['reports_to']}"
        for line in position.get("lines", []):
            if line["to"] not in positions or line["to"] in (position["id"], position.get("reports_to")):
                yield f"{where}: a line to {line['to']}"
        yield from (f"{where}: serves {u}" for u in position.get("serves", []) if u not in units)
    for view in document.get("views", []):
        if view.get("top") not in (positions if view["chart"] == "reporting" else {**units, **positions}):
            yield f"view {view['id']}: no {view.get('top')}"
    yield from find_rings("unit", {u["id"]: u.get("parent") for u in units.values()})
    yield from find_rings("position", {p["id"]: p.get("reports_to") for p in positions.values()})


def find_rings(what, up):
    for start in up:
        seen, at = set(), start
        while at in up and at not in seen:
            seen.add(at)
            at = up[at]
        if at == start:
            yield f"{what} {start} is above itself"


def find_unknown_words(document, catalogue):
    if document.get("setting", None) not in {None, *catalogue["settings"]}:
        yield f"setting {document['setting']}"
    for unit in document["units"]:
        if unit.get("kind", "department") not in UNIT_KINDS | set(catalogue["kinds"]):
            yield f"unit {unit['id']}: kind {unit['kind']}"
        if unit.get("function", "it") not in FUNCTIONS | set(catalogue["functions"]):
            yield f"unit {unit['id']}: function {unit['function']}"
    for position in document["positions"]:
        role = catalogue["roles"].get(position.get("role"))
        if "role" in position and role is None:
            yield f"position {position['id']}: role {position['role']}"
        if "level" in position and position["level"] not in catalogue["levels"]:
            yield f"position {position['id']}: level {position['level']}"
        rung = (role or {}).get("ladder"), position.get("level")
        if all(rung) and rung not in catalogue["rungs"]:
            yield f"position {position['id']}: no rung {rung[0]}/{rung[1]}"
        yield from (f"position {position['id']}: line of kind {line['kind']}"
                    for line in position.get("lines", []) if line["kind"] not in LINE_KINDS)


def is_seat(position, catalogue):
    return catalogue["roles"].get(position.get("role"), {}).get("family") in SEAT_FAMILIES


def find_size_faults(name, document, catalogue):
    (least, most), (low, high) = SIZES[name]
    n = len(document["positions"])
    seats = sum(is_seat(p, catalogue) for p in document["positions"])
    if not least <= n <= most:
        yield f"{n} positions, wanted {least} to {most}"
    if not low <= 100 * seats / n <= high:
        yield f"{seats} of {n} positions are program-management seats, wanted {low} to {high} per cent"


def find_missing(wanted, found, what):
    missing = set(wanted) - set(found)
    if missing:
        yield f"no {what}: {', '.join(sorted(missing))}"


def find_missing_in_large(document, catalogue):
    positions, units = document["positions"], document["units"]
    roles = {p["role"] for p in positions if "role" in p}
    place = {u["id"]: u for u in units}
    yield from find_missing(FUNCTIONS, {u.get("function") for u in units}, "department of")
    yield from find_missing(UNIT_KINDS - {"department"}, {u.get("kind") for u in units}, "unit of kind")
    yield from find_missing(
        ["head-of-pmo", "pmo-analyst", "coe-lead", "it-program-manager", "infrastructure-tpm", "product-program-manager",
         "external-program-manager", "services-program-manager", "support-program-manager", "engineering-program-manager",
         "customer-success-program-manager", "hr-program-manager", "legal-program-manager", "marketing-program-manager",
         "sales-program-manager", "technical-program-manager", "product-manager", "release-manager",
         "director-program-management", "director-product-management", "vp-engineering", "vp-product"], roles, "seat")
    yield from find_missing(
        ["associate", "junior", "mid", "senior", "lead", "staff", "principal", "manager", "senior-manager", "director",
         "senior-director", "vp"], {p.get("level") for p in positions}, "level")
    yield from find_missing(["internal", "external"], {p.get("scope") for p in positions if is_seat(p, catalogue)}, "scope")
    yield from find_missing(LINE_KINDS, {line["kind"] for p in positions for line in p.get("lines", [])}, "line of kind")
    yield from find_missing(["undisclosed", "frozen", "filled"], {p.get("state") for p in positions}, "state")
    far = {next(place[q["unit"]].get("kind") for q in positions if q["id"] == line["to"])
           for p in positions for line in p.get("lines", [])}
    yield from find_missing(["pmo", "coe", "program"], far, "secondary line to a unit of kind")
    if not any("holders" not in p and "state" not in p for p in positions):
        yield "no vacancy"
    if not any(len(p.get("holders", [])) > 1 for p in positions):
        yield "no shared job"
    if not any(p.get("posts", 1) > 1 for p in positions):
        yield "no group of posts"
    if not any(u.get("staff") for u in units) or not any(p.get("staff") for p in positions):
        yield "no staff unit or position"
    teams = {u["id"] for u in units if u.get("kind") == "team"}
    if not any(u.get("parent") in teams for u in units):
        yield "no team within a team"


def find_missing_in_small(name, document):
    roles = collections.Counter(p.get("role") for p in document["positions"])
    kinds = collections.Counter(u.get("kind") for u in document["units"])
    external = [p for p in document["positions"] if p.get("scope") == "external"]
    if name == "startup" and roles["program-manager"] != 1:
        yield f"{roles['program-manager']} program managers"
    if name == "after-acquisition":
        if kinds["company"] != 2 or not kinds["program"] or not roles["it-program-manager"]:
            yield "two companies, a program, an IT program manager"
    if name == "services-firm":
        lines = {line["kind"] for p in document["positions"] for line in p.get("lines", [])}
        if "vendor" not in lines or not roles["external-program-manager"] or not roles["vendor-program-manager"]:
            yield "no vendor or external program manager"
        if 2 * len(external) < len(document["positions"]):
            yield f"only {len(external)} positions face outward"


def find_repeated(documents, what, values):
    """Values of one document that occur in another one."""
    seen = {}
    for name, document in documents.items():
        for value in set(values(document)):
            if value in seen:
                yield f"{what} {value}: {seen[value]} and {name}"
            seen[value] = name


def main():
    samples = load("catalogue/samples.json")["samples"]
    roles = catalogue_ids("roles", "roles")
    catalogue = {
        "roles": roles,
        "levels": catalogue_ids("ladders", "levels"),
        "rungs": {(ladder["id"], rung["level"]) for ladder in load("catalogue/ladders.json")["ladders"]
                  for rung in ladder["rungs"]},
        "settings": catalogue_ids("settings", "settings"),
        "kinds": catalogue_ids("places", "kinds"),
        "functions": catalogue_ids("places", "functions"),
    }
    schema = load("schema/organization.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    resource = (DATA / "espalier-data.gresource.xml").read_text(encoding="utf-8")
    listed = set(re.findall(r"<file[^>]*>(organizations/[^<]+)</file>", resource))
    files = {f"organizations/{path.name}" for path in (DATA / "organizations").glob("*.json")}
    check("samples: list, folder and resource agree",
          files.symmetric_difference(listed) | files.symmetric_difference({s["file"] for s in samples}))
    check("samples: all four are there", find_missing(SIZES, {s["id"] for s in samples}, "sample"))

    documents = {}
    for sample in samples:
        name, text = sample["id"], (DATA / sample["file"]).read_text(encoding="utf-8")
        document = documents[name] = json.loads(text)
        check(f"{name}: schema", (f"{e.json_path}: {e.message}" for e in validator.iter_errors(document)))
        check(f"{name}: references", find_broken_references(document))
        check(f"{name}: canonical form",
              (f"line {i}: wanted {want}" for i, (got, want) in
               enumerate(itertools.zip_longest(text.split("\n"), canonical_document(document).split("\n")), 1)
               if got != want))
        check(f"{name}: nothing said that is a default", find_defaults(document))
        check(f"{name}: words of the catalogue", find_unknown_words(document, catalogue))
        check(f"{name}: size and share of seats", find_size_faults(name, document, catalogue))
    check("large-technology-company: shows everything",
          find_missing_in_large(documents["large-technology-company"], catalogue))
    for name in ("startup", "after-acquisition", "services-firm"):
        check(f"{name}: shows what it is about", find_missing_in_small(name, documents[name]))
    check("samples: no name of a person in two of them",
          find_repeated(documents, "name", lambda d: [h["name"] for p in d["positions"] for h in p.get("holders", [])]))
    check("samples: no note in two of them",
          find_repeated(documents, "note", lambda d: [p["note"] for p in d["positions"] if "note" in p]))
    print(f"1..{n_tests}")
    return 1 if n_failed else 0


sys.exit(main())
