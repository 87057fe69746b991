#!/usr/bin/env python3
"""check-finding ESPALIER FILE — finds one's way in the real window by the keyboard alone: searching; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sys

from screenreader import Atspi, Program, case, find_all, finish, get_app, get_names, has_state, press, wait_for, write


def get_labels():
    return get_names("label")


def find_selected():
    """The names of the cards that are selected."""
    return [item.get_name() for item in find_all(get_app(), "tree item", []) if has_state(item, Atspi.StateType.SELECTED)]


with open(sys.argv[2], encoding="utf-8") as file:
    titles = [position.get("title", "") for position in json.load(file)["positions"]]
n_found = sum("technical program" in title.lower() for title in titles)

with Program(sys.argv[1], sys.argv[2]) as program:
    case("the window shows the chart", wait_for(lambda: get_app() and find_all(get_app(), "tree item", [])) is not None)
    program.focus()
    press("ctrl+f")
    write("PROGRAM technical")
    counts = wait_for(lambda: [label for label in get_labels() if label.startswith("1 of ")], 5) or []
    case("typing finds, at once", bool(counts) and int(counts[0].split()[-1]) >= n_found)
    total = counts[0].split()[-1] if counts else "0"
    first = wait_for(find_selected, 5)
    case("the first result is selected", first is not None and len(first) == 1)
    press("Return")
    case("Enter goes to the next", wait_for(lambda: f"2 of {total}" in get_labels(), 5) and find_selected() != first)
    press("ctrl+g", "Down")
    case("Ctrl+G and Down, too", wait_for(lambda: f"4 of {total}" in get_labels(), 5))
    press("shift+Return", "ctrl+shift+g", "Up")
    case("Shift+Enter, Ctrl+Shift+G and Up go back", wait_for(lambda: f"1 of {total}" in get_labels() and find_selected() == first, 5))
    press("Up")
    case("before the first comes the last", wait_for(lambda: f"{total} of {total}" in get_labels(), 5))
    write(" nowhere")
    case("nothing found is said", wait_for(lambda: "No results" in get_labels(), 5))
    press("Escape")
    case("Escape closes the search", wait_for(lambda: "No results" not in get_labels(), 5))
    case("and leaves the selection", len(find_selected()) == 1)
    press("Escape")
    case("the next Escape takes it away", wait_for(lambda: find_selected() == [], 5))
    write("quantum")
    case("typing over the chart begins a search", wait_for(lambda: any(label.endswith((" results", " result")) or " of " in label or label == "No results"
                                                                       for label in get_labels()), 5))

finish()
