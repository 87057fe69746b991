#!/usr/bin/env python3
"""check-views ESPALIER FILE — saves, shows, renames and deletes views in the real window by the keyboard alone; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import sys
import tempfile

from screenreader import Program, case, find_all, finish, get_app, get_names, press, wait_for, write


def get_views():
    """The rows of the popover: their names."""
    lists = [node for node in find_all(get_app(), "list", []) if node.get_name() == "Saved Views"]
    return [item.get_name() for item in find_all(lists[0], "list item", [])] if lists else []


def is_branch():
    """Whether a branch is shown alone: then there is a way back to everything."""
    return "Everything" in get_names("push button") + get_names("button")


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "views.espalier")
    shutil.copy(sys.argv[2], path)
    before = read(path).get("views", [])
    with Program(sys.argv[1], path) as program:
        case("the window shows the chart", wait_for(lambda: get_app() and find_all(get_app(), "tree item", [])) is not None)
        program.focus()
        press("Down", "Down", "Down", "ctrl+b")
        case("a branch is shown alone", wait_for(is_branch, 5))
        branch = sorted(get_names("tree item"))
        press("ctrl+shift+d")
        write("My branch")
        press("Return", "Escape")
        case("the whole is shown again", wait_for(lambda: not is_branch(), 5))
        press("ctrl+d")
        names = [view["name"] for view in before] + ["My branch"]
        case("Ctrl+D offers it behind the others", wait_for(lambda: get_views() == names, 5))
        press("End", "Return")
        case("and shows it again", wait_for(lambda: is_branch() and sorted(get_names("tree item")) == branch, 5))
        press("ctrl+d", "End", "F2", "ctrl+a")
        write("Another name")
        press("Return")
        case("F2 renames it", wait_for(lambda: get_views()[-1:] == ["Another name"], 5))
        press("Home", "Delete")
        case("Delete deletes one", wait_for(lambda: get_views() == names[1:-1] + ["Another name"], 5))
        press("Escape", "ctrl+z", "ctrl+s")
        case("undone and saved, the file has them", wait_for(lambda: [view["name"] for view in read(path)["views"]] == names[:-1] + ["Another name"], 10))
        saved = read(path)["views"][-1]
        case("with the branch and what is open", "top" in saved and "folded" in saved and "chart" in saved)
        case("the others are as they were", read(path)["views"][:-1] == before)

finish()
