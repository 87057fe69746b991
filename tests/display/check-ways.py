#!/usr/bin/env python3
"""check-ways ESPALIER FILE — kinds of lines, folding, isolating, back and forth in the real window; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import sys
import tempfile

from screenreader import Atspi, Program, case, click, find_all, finish, get_app, get_names, has_state, press, wait_for


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def get_buttons():
    return get_names("push button") + get_names("button")


def find_check(words):
    """The check box whose name begins with WORDS."""
    boxes = find_all(get_app(), "check box", [])
    return next((box for box in boxes if (box.get_name() or "").startswith(words)), None)


def is_branch():
    return "Everything" in get_buttons()


def find_selected():
    return [item.get_name() for item in find_all(get_app(), "tree item", []) if has_state(item, Atspi.StateType.SELECTED)]


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "ways.espalier")
    shutil.copy(sys.argv[2], path)
    kinds = [line.get("kind", "dotted") for position in read(path)["positions"] for line in position.get("lines", [])]
    with Program(sys.argv[1], path) as program:
        case("the window shows the chart", wait_for(lambda: get_app() and find_all(get_app(), "tree item", [])) is not None)
        program.focus()

        click([button for button in find_all(get_app(), "push button", []) if button.get_name() == "View Options"][-1])
        label = f"Dotted line · {kinds.count('dotted')}"
        case("the options count the lines of a kind", wait_for(lambda: find_check(label) is not None, 5))
        case("they are shown at first", has_state(find_check(label), Atspi.StateType.CHECKED))
        press("alt+l")
        case("with the other lines they come and go", wait_for(lambda: not has_state(find_check(label), Atspi.StateType.SENSITIVE), 5))
        press("alt+l")
        case("and back", wait_for(lambda: has_state(find_check(label), Atspi.StateType.SENSITIVE), 5))
        press("Escape")

        press("Down", "Home", "Down", "Return")
        case("the head is selected", wait_for(lambda: len(find_selected()) == 1, 5))
        head = find_selected()
        press("plus", "equal", "asterisk", "minus", "plus")
        case("what folds is not looked for", wait_for(lambda: find_selected() == head and "Close" in get_buttons(), 5))
        press("Home", "Down", "Down", "ctrl+b")
        case("Ctrl+B shows the branch alone", wait_for(is_branch, 5))
        press("alt+Left")
        case("Alt+Left goes back to the whole", wait_for(lambda: not is_branch(), 5))
        press("alt+Right")
        case("Alt+Right goes forward to the branch", wait_for(is_branch, 5))
        press("ctrl+b")
        case("Ctrl+B shows the whole again", wait_for(lambda: not is_branch(), 5))

finish()
