#!/usr/bin/env python3
"""check-crash ESPALIER — types in the real window, kills the program, and starts it again, as power cuts do; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys
import tempfile

from screenreader import Program, case, click, find_all, finish, get_app, get_names, press, wait_for, write

CANONICAL = """{ "format": "espalier-organization", "version": 1, "name": "Two",
  "positions": [
    { "id": "a", "title": "Head of Beds", "holders": [ { "name": "Ada Quince" } ] },
    { "id": "b", "title": "Program Manager", "reports_to": "a" } ] }
"""


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def find_card(words):
    return next((item for item in find_all(get_app(), "tree item", []) if item.get_name().startswith(words)), None)


def find_entry(name):
    return next((entry for entry in find_all(get_app(), "text", []) if entry.get_name() == name), None)


def says(words):
    return any(words in name for name in get_names("label"))


def list_journals():
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "espalier", "journal")
    return os.listdir(folder) if os.path.isdir(folder) else []


def retitle(program, old, new):
    card = wait_for(lambda: get_app() and find_card(old))
    program.focus()
    if card is not None:
        click(card)
    entry = wait_for(lambda: find_entry("Title"), 5)
    if entry is not None:
        click(entry)
    press("ctrl+a")
    write(new)
    press("Return")
    return wait_for(lambda: find_card(new), 5) is not None


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "two.espalier")
    with open(path, "w", encoding="utf-8") as file:
        file.write(CANONICAL)
    with Program(sys.argv[1], path) as program:
        case("a title is typed", retitle(program, "Head of Beds", "Chief Gardener"))
        program.process.kill()
        program.process.wait()
    case("killed, the program leaves the file as it was", read(path) == CANONICAL)
    case("and a journal", len(list_journals()) == 1)

    with Program(sys.argv[1], path) as program:
        case("started again, it has the new title", wait_for(lambda: get_app() and find_card("Chief Gardener")) is not None)
        case("and says so", wait_for(lambda: says("Recovered 1 change that was not saved"), 5))
        program.focus()
        press("ctrl+z")
        case("which can be taken back", wait_for(lambda: find_card("Head of Beds"), 5) is not None)
        press("ctrl+shift+z", "ctrl+s")
        case("and saved", wait_for(lambda: "Chief Gardener" in read(path), 5))
        case("the journal is cleared by that", wait_for(lambda: list_journals() == [], 5))
        saved = read(path)
        program.process.kill()
        program.process.wait()

    with Program(sys.argv[1], path) as program:
        wait_for(lambda: get_app() and find_card("Chief Gardener"))
        case("killed after saving, there is nothing to recover", not says("Recovered"))
        case("a second crash", retitle(program, "Chief Gardener", "Not to be kept"))
        program.process.kill()
        program.process.wait()
    with Program(sys.argv[1], path) as program:
        wait_for(lambda: says("Recovered 1 change"))
        program.focus()
        press("alt+d")  # Discard
        case("what is recovered can be discarded", wait_for(lambda: find_card("Chief Gardener"), 5) is not None)
        case("the journal is gone then", wait_for(lambda: list_journals() == [], 5))
        case("and the file as it was", read(path) == saved)

finish()
