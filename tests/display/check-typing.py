#!/usr/bin/env python3
"""check-typing ESPALIER — types in the real window as a person does: retitle, undo, redo, save, close; prints TAP.

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


def get_title():
    return "\n".join(get_names("frame")[:1])


def find_card(words):
    return next((item for item in find_all(get_app(), "tree item", []) if item.get_name().startswith(words)), None)


def find_entry(name):
    return next((entry for entry in find_all(get_app(), "text", []) if entry.get_name() == name), None)


def find_buttons():
    """The last words on all buttons (GTK tells them with their mnemonic before: “_Save Save”)."""
    return {name.split(" ")[-1] for name in get_names("push button") + get_names("button")}


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "two.espalier")
    with open(path, "w", encoding="utf-8") as file:
        file.write(CANONICAL)
    with Program(sys.argv[1], path) as program:
        card = wait_for(lambda: get_app() and find_card("Head of Beds"))
        case("the window shows the card", card is not None)
        program.focus()
        if card is not None:
            click(card)
        entry = wait_for(lambda: find_entry("Title"), 5)
        case("the inspector has a field for the title", entry is not None)
        if entry is not None:
            click(entry)
        press("ctrl+a")
        write("Chief Gardener")
        press("Return")
        case("the card has the new title", wait_for(lambda: find_card("Chief Gardener"), 5) is not None)
        case("the window's title has the mark of changes", wait_for(lambda: get_title().startswith("• "), 5))

        card = find_card("Chief Gardener")
        if card is not None:
            click(card)
        press("ctrl+z")
        case("Ctrl+Z takes it back", wait_for(lambda: find_card("Head of Beds"), 5) is not None)
        case("at the saved point there is no mark", wait_for(lambda: not get_title().startswith("• "), 5))
        press("ctrl+shift+z")
        case("Ctrl+Shift+Z does it again", wait_for(lambda: find_card("Chief Gardener"), 5) is not None)
        press("ctrl+s")
        case("Ctrl+S writes the file", wait_for(lambda: "Chief Gardener" in read(path), 5))
        press("ctrl+z", "ctrl+s")
        case("undone and saved, the file has its bytes back", wait_for(lambda: read(path) == CANONICAL, 5))

        press("ctrl+shift+z")
        wait_for(lambda: get_title().startswith("• "), 5)
        press("ctrl+w")
        case("closing over changes asks", wait_for(lambda: {"Cancel", "Discard", "Save"} <= find_buttons(), 5))
        program.focus()
        press("Escape")
        case("Escape keeps the window", wait_for(lambda: "Discard" not in find_buttons(), 5) and not program.has_ended())
        program.focus()
        press("ctrl+w")
        wait_for(lambda: "Discard" in find_buttons(), 5)
        program.focus()
        press("alt+d")
        case("Discard ends the program", wait_for(program.has_ended, 10))
        case("and writes nothing", read(path) == CANONICAL)

finish()
