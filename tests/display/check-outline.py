#!/usr/bin/env python3
"""check-outline ESPALIER FILE — walks the outline of the real window by the keyboard, in step with the chart; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sys

from screenreader import Atspi, Program, case, find_all, finish, get_app, has_state, press, wait_for, write


def find_rows():
    """The rows of the outline; the first is that of the titles."""
    return [row for row in find_all(get_app(), "table row", []) if row.get_description()]


def get_row_names():
    return [row.get_name() for row in find_rows()]


def find_selected(role):
    return [item.get_name() for item in find_all(get_app(), role, []) if has_state(item, Atspi.StateType.SELECTED)]


def find_row(words):
    return next((row for row in find_rows() if row.get_name().startswith(words)), None)


with open(sys.argv[2], encoding="utf-8") as file:
    organization = json.load(file)

with Program(sys.argv[1], sys.argv[2]) as program:
    case("the window shows the chart", wait_for(lambda: get_app() and find_all(get_app(), "tree item", [])) is not None)
    program.focus()
    case("there is no outline before", find_rows() == [])
    press("F9")
    case("F9 shows it", bool(wait_for(find_rows, 10)))
    case("it begins where the chart does", bool(find_rows()) and find_rows()[0].get_name().startswith(organization["units"][0]["name"]))
    case("rows say how deep they are", all("Level" in row.get_description() for row in find_rows()[:20]))
    press("Home", "Menu", "i")
    case("“Show in Outline” puts the keyboard there", wait_for(lambda: find_selected("table row") != [], 5))
    selected = find_selected("table row")
    case("at the card that is selected", selected == find_selected("tree item"))
    press("Down")
    case("an arrow selects in the chart, too", wait_for(lambda: find_selected("table row") not in ([], selected) and
                                                        find_selected("table row") == find_selected("tree item"), 5))
    press("Up")
    wait_for(lambda: find_selected("table row") == selected, 5)
    top = find_rows()[0].get_name()
    n_rows = len(find_rows())
    press("Left")
    case("Left folds", wait_for(lambda: not has_state(find_row(top), Atspi.StateType.EXPANDED), 5))
    case("one row and its head are left", wait_for(lambda: len(find_rows()) == 2, 5))
    press("Right")
    case("Right opens", wait_for(lambda: has_state(find_row(top), Atspi.StateType.EXPANDED) and len(find_rows()) == n_rows, 5))
    press("Right")
    case("and goes inside", wait_for(lambda: find_selected("table row") == [find_rows()[1].get_name()], 5))
    press("Left")
    case("Left goes back out", wait_for(lambda: find_selected("table row") == [top], 5))
    press("Down", "Down", "Down", "Return")
    chosen = find_selected("table row")
    case("Enter brings the card into view", wait_for(lambda: chosen != [] and find_selected("tree item") == chosen, 5))
    press("ctrl+f")
    write("infrastructure technical")
    case("what is found is selected in the outline", wait_for(lambda: len(find_selected("table row")) == 1 and
                                                               "Infrastructure" in find_selected("table row")[0], 5))
    press("Escape", "ctrl+shift+f", "End", "Return", "Escape")
    case("a filter is in the outline, too", wait_for(lambda: any("does not match the filter" in row.get_description() for row in find_rows()), 5))
    press("alt+Left", "F9")
    case("F9 hides it", wait_for(lambda: find_rows() == [], 5))

finish()
