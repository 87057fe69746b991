#!/usr/bin/env python3
"""check-tree ESPALIER ORGANIZATION — walks the accessibility tree of the real window over the bus; prints TAP.

Every tree item that is told must be a position or a unit of the organization, with the role, the name and the description that the file asks for, computed here
from the file alone; and the keyboard must lead from one to the next.
"""
import json
import re
import sys
import time

from screenreader import Atspi, Program, case, find_all, finish, get_app, has_state, press, wait_for

espalier, path = sys.argv[1:3]
with open(path, encoding="utf-8") as file:
    organization = json.load(file)
units = {unit["id"]: unit for unit in organization["units"]}
positions = {position["id"]: position for position in organization["positions"]}
FUNCTIONS = {"it": "IT", "hr": "HR"}


def where(position):
    """The placement in words, by the rule of the chart: the nearest PMO, COE or program above, else the nearest function."""
    chain = []
    unit = units.get(position.get("unit"))
    while unit is not None:
        chain.append(unit)
        unit = units.get(unit.get("parent"))
    if not chain:
        return "No unit"
    for unit in chain:
        if unit.get("kind") in ("pmo", "coe", "program"):
            return {"pmo": "PMO", "coe": "COE", "program": "Program"}[unit["kind"]]
    for unit in chain:
        if unit.get("function"):
            return "Department, " + FUNCTIONS.get(unit["function"], unit["function"].capitalize())
    return "Department"


def title_name(position):
    holders = [holder.get("name", "") for holder in position.get("holders", [])]
    return position["title"], holders


def check_item(item):
    """The faults of one tree item."""
    name, text = item.get_name() or "", item.get_description() or ""
    faults = []
    matches = [p for p in positions.values() if name.startswith(title_name(p)[0])
               and all(holder in name for holder in title_name(p)[1][:1])]
    if matches:
        position = max(matches, key=lambda p: len(p["title"]) + sum(len(h) for h in title_name(p)[1]))
        if where(position) not in text:
            faults.append(f"“{name}”: “{where(position)}” is not in “{text}”")
        if not position.get("holders") and "acant" not in name + text and position.get("state") is None:
            faults.append(f"“{name}” does not say that it is vacant: “{text}”")
        scope = position.get("scope")
        if scope and scope not in text.lower():
            faults.append(f"“{name}”: “{scope}” is not in “{text}”")
    elif not any(unit["name"] in name for unit in units.values()):
        faults.append(f"“{name}” is nothing of this organization")
    if not re.search(r"Level \d+", text):
        faults.append(f"“{name}” does not say its level: “{text}”")
    return faults


with Program(espalier, path) as program:
    app = wait_for(get_app)
    items = wait_for(lambda: app and find_all(app, "tree item", [])) or []
    case("the application is on the accessibility bus", app is not None)
    case("there is one tree", len(find_all(app, "tree", [])) >= 1 if app else False)
    case(f"cards are tree items ({len(items)})", len(items) >= 5)
    case("every card has its name, placement, scope and level in words", [fault for item in items for fault in check_item(item)])
    names = [item.get_name() for item in items]
    case("no card is told twice", [] if len(set(names)) == len(names) else [str(sorted(names))])

    def focused():
        return [item.get_name() for item in find_all(app, "tree item", []) if has_state(item, Atspi.StateType.FOCUSED)]

    seen = []
    program.focus()
    for _ in range(30):  # from the header bar into the chart
        if wait_for(focused, 0.5):
            break
        press("Tab")
    seen += focused()[:1]
    for key in ("Down", "Down", "Right", "Up"):
        press(key)
        time.sleep(0.4)
        seen += focused()[:1]
    case("the keyboard leads through the cards", [] if len(set(seen)) >= 3 else [f"focus was on {seen}"])

finish()
