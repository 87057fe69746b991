#!/usr/bin/env python3
"""check-finding ESPALIER FILE — finds one's way in the real window by the keyboard alone: searching, filtering, one branch alone, back and forward; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import sys

from screenreader import Atspi, Program, case, find_all, finish, get_app, get_names, has_state, press, wait_for, write


def get_labels():
    return get_names("label")


def get_buttons():
    return get_names("push button") + get_names("button")


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

    press("ctrl+shift+f", "End", "Return", "Escape")
    case("a filter has a chip", wait_for(lambda: "Remove Filter “Program-Management Seats”" in get_buttons(), 5))
    case("and says how many match", any(re.fullmatch("[0-9]+ positions", label) and 0 < int(label.split()[0]) < len(titles) for label in get_labels()))
    descriptions = [item.get_description() or "" for item in find_all(get_app(), "tree item", [])]
    case("what is above a match says that it does not match", any("does not match the filter" in text for text in descriptions))
    press("ctrl+shift+f", "Return", "Return", "Escape")
    case("filters add up", wait_for(lambda: any("Scope" in button for button in get_buttons()), 5))
    press("ctrl+shift+f", "Down", "Return", "Home", "Return", "Escape")
    case("if nobody matches, it is said", wait_for(lambda: "Nobody matches" in get_labels(), 5))
    press("alt+Left")
    case("Alt+Left takes the last filter back", wait_for(lambda: "Nobody matches" not in get_labels(), 5))
    press("alt+Left", "alt+Left")
    case("and those before", wait_for(lambda: not any("Remove Filter" in button for button in get_buttons()), 5))
    press("alt+Right")
    case("Alt+Right brings it again", wait_for(lambda: "Remove Filter “Program-Management Seats”" in get_buttons(), 5))
    press("alt+Left")
    case("the chart is as it was", wait_for(lambda: not any("Remove Filter" in button for button in get_buttons()), 5))

    press("ctrl+f")
    write("head of project management office")
    wait_for(lambda: any(label.startswith("1 of ") for label in get_labels()), 5)
    press("Escape", "ctrl+b")
    case("Ctrl+B shows a branch alone", wait_for(lambda: "Everything" in get_buttons(), 5))
    press("Escape")
    case("Escape shows everything again", wait_for(lambda: "Everything" not in get_buttons() and len(find_all(get_app(), "tree item", [])) > 0, 5))
    case("and keeps the selection", len(find_selected()) == 1)
    press("alt+Left")
    case("Alt+Left goes back to the branch", wait_for(lambda: "Everything" in get_buttons(), 5))
    press("Escape", "ctrl+t", "ctrl+t", "Escape")
    case("nothing is selected in the end", wait_for(lambda: find_selected() == [], 5))
    write("quantum")
    case("typing over the chart begins a search", wait_for(lambda: any(label.endswith((" results", " result")) or " of " in label or label == "No results"
                                                                       for label in get_labels()), 5))

finish()
