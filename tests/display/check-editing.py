#!/usr/bin/env python3
"""check-editing ESPALIER — edits in the real window through the actions that cards offer over the accessibility bus; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import sys
import tempfile
import time

from screenreader import Atspi, Program, case, find_all, finish, get_app, get_names, press, wait_for, write
from gi.repository import GLib

DOCUMENT = """{ "format": "espalier-organization", "version": 1, "name": "Four",
  "positions": [
    { "id": "a", "title": "Head of Beds" },
    { "id": "b", "title": "Program Manager", "reports_to": "a" },
    { "id": "c", "title": "Pruner", "reports_to": "a" },
    { "id": "d", "title": "Writer", "reports_to": "b" } ] }
"""


def find_card(words):
    return next((item for item in find_all(get_app(), "tree item", []) if item.get_name().startswith(words)), None)


def act(words, action):
    """Does what a card offers; says whether it offers it."""
    card = wait_for(lambda: find_card(words), 5)
    if card is None:
        return False
    names = [card.get_action_name(i) for i in range(card.get_n_actions())]
    if action not in names:
        return False
    card.do_action(names.index(action))
    time.sleep(0.5)
    return True


def said(words):
    """Whether the chart says so, where a screen reader hears of it."""
    return any(words in name for role in ("statusbar", "status bar", "label", "info bar", "alert") for name in get_names(role))


told = []


def tell(event):
    """A name has changed: what a screen reader speaks if it is that of a status."""
    try:
        if event.source.get_role_name() in ("status bar", "statusbar"):
            told.append(event.source.get_name())
    except Exception:  # it went away
        pass


def heard(words):
    """Whether a screen reader was told of it as it came."""
    while GLib.MainContext.default().iteration(False):
        pass
    return any(words in text for text in told)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "four.espalier")
    with open(path, "w", encoding="utf-8") as file:
        file.write(DOCUMENT)

    def saved():
        """The positions as the file has them after saving, by their id."""
        press("ctrl+s")
        time.sleep(0.7)
        with open(path, encoding="utf-8") as file:
            return {position["id"]: position for position in json.load(file)["positions"]}

    with Program(sys.argv[1], path) as program:
        wait_for(lambda: get_app() and find_card("Head of Beds"))
        program.focus()
        listener = Atspi.EventListener.new(tell)
        listener.register("object:property-change:accessible-name")

        case("a card offers to be renamed", act("Writer", "card.rename"))
        write("Chronicler")
        press("Return")
        case("it has the new title", wait_for(lambda: find_card("Chronicler"), 5) is not None)

        case("a card offers a report", act("Chronicler", "card.add"))
        write("Apprentice")
        press("Return")
        case("the report is there", wait_for(lambda: find_card("Apprentice"), 5) is not None)
        positions = saved()
        case("it reports to the card", [p["title"] for p in positions.values() if p.get("reports_to") == "d"] == ["Apprentice"])

        case("a card can be cut", act("Chronicler", "card.cut"))
        case("the chart says what was cut", wait_for(lambda: said("Chronicler and 1 below"), 5))
        case("and screen readers hear of it", wait_for(lambda: heard("Chronicler and 1 below"), 5))
        case("and pasted below another", act("Pruner", "card.paste"))
        case("the branch has moved", saved()["d"].get("reports_to") == "c")

        case("a card can be picked up", act("Chronicler", "card.pick-up"))
        case("the chart says what to do", wait_for(lambda: said("Picked up: Chronicler"), 5))
        case("and put down where the keyboard is", act("Program Manager", "card.put-down"))
        case("there it is", saved()["d"].get("reports_to") == "b")

        case("a ring is refused", act("Program Manager", "card.cut") and act("Chronicler", "card.paste"))
        case("with the reason", wait_for(lambda: said("this would close a ring"), 5))
        case("that can be heard", wait_for(lambda: heard("this would close a ring"), 5))
        case("and nothing has moved", saved()["b"].get("reports_to") == "a")
        press("Escape")

        case("cards change places", act("Program Manager", "card.move-later"))
        positions = list(saved())
        case("the file has the order", positions.index("b") > positions.index("c"))

        case("several can be selected", act("Pruner", "card.activate") and act("Apprentice", "card.toggle-selected"))
        case("and deleted", act("Apprentice", "card.delete"))
        case("both are gone", set(saved()) == {"a", "b", "d"})
        press("ctrl+z")
        case("undo brings both back", len(saved()) == 5)

finish()
