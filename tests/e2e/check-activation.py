#!/usr/bin/env python3
"""check-activation ESPALIER SERVICE — one process, started by the desktop over the bus, and what it is asked for there; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ESPALIER, SERVICE = sys.argv[1:3]
ID = os.path.basename(SERVICE).removesuffix(".service")
PATH = "/" + ID.replace(".", "/")
for program in ("Xvfb", "dbus-daemon", "xdotool"):
    if not shutil.which(program):
        print(f"1..0 # SKIP {program} is missing")
        sys.exit(0)

from desktop import Desktop  # noqa: E402

scratch = tempfile.TemporaryDirectory(prefix="espalier-activation-")
services = pathlib.Path(scratch.name, "share", "dbus-1", "services")
services.mkdir(parents=True)
runtime = pathlib.Path(scratch.name, "runtime")
runtime.mkdir(mode=0o700)
# the service that is installed, of the program that is not
service = pathlib.Path(SERVICE).read_text(encoding="utf-8")
(services / f"{ID}.service").write_text(re.sub(r"^Exec=\S+", "Exec=" + ESPALIER, service, flags=re.M), encoding="utf-8")
desktop = Desktop(scratch.name, str(runtime), data_dirs=[os.path.join(scratch.name, "share")])
os.environ["GDK_DEBUG"] = "no-portals"
from screenreader import Atspi, case, find_all, finish, get_app, wait_for  # noqa: E402

FIRST = """{ "format": "espalier-organization", "version": 1, "name": "Two",
  "positions": [
    { "id": "a", "title": "Head of Beds" },
    { "id": "b", "title": "Program Manager", "reports_to": "a" } ] }
"""


def ask(method, arguments):
    return desktop.call(ID, PATH, "org.freedesktop.Application", method, arguments)


def act(action):
    return ask("ActivateAction", f"('{action}', @av [], @a{{sv}} {{}})")


def has_card(words):
    return any((node.get_name() or "").startswith(words) for node in find_all(get_app(), "tree item", []))


def list_windows():
    """The names of the windows, which are right below the application"""
    app = get_app()
    getattr(app, "clear_cache_single", app.clear_cache)()
    return [window.get_name() or "" for window in (app.get_child_at_index(i) for i in range(app.get_child_count())) if window is not None]


def count_windows():
    return len(list_windows())


def get_process():
    return desktop.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", f"('{ID}',)")


def get_focused():
    return subprocess.run(["xdotool", "getwindowfocus", "getwindowname"], capture_output=True, text=True, check=False).stdout.strip()


def write(name, text):
    path = pathlib.Path(scratch.name, name)
    path.write_text(text, encoding="utf-8")
    return path


def has_ended():
    return "True" not in desktop.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", f"('{ID}',)")


with desktop:
    Atspi.init()
    Atspi.get_desktop(0).get_child_count()
    beds = write("beds.espalier", FIRST)
    roses = write("roses & more.espalier", FIRST.replace("Beds", "Roses").replace("Two", "Three"))

    case("nothing runs before it is asked for", has_ended())
    ask("Activate", "(@a{sv} {},)")
    case("the bus starts it, with the sample", wait_for(lambda: get_app() and has_card("Chief Executive Officer"), 40))
    process = get_process()
    ask("Activate", "(@a{sv} {},)")
    case("activated again, it has one window still", count_windows() == 1)

    ask("Open", f"(['{beds.as_uri()}', '{roses.as_uri()}'], @a{{sv}} {{}})")
    case("two files open", wait_for(lambda: has_card("Head of Beds") and has_card("Head of Roses"), 20))
    before = count_windows()
    case("each in its window", [] if before == 3 else [f"{before} windows"])
    case("the last one is in front", [] if wait_for(lambda: get_focused().startswith("Three"), 5) else [get_focused()])
    ask("Open", f"(['{beds.as_uri()}'], @a{{sv}} {{}})")
    case("a file that is open comes to the front", [] if wait_for(lambda: get_focused().startswith("Two"), 5) else [get_focused()])
    link = pathlib.Path(scratch.name, "other", "..", "roses & more.espalier")
    done = subprocess.run([ESPALIER, str(link)], timeout=30, check=False)
    case("so does one that is asked for on the command line, by another way", [] if wait_for(lambda: get_focused().startswith("Three"), 5) else [get_focused()])
    case("without a further window, and at once", [] if done.returncode == 0 and count_windows() == before else [f"{done.returncode}, {count_windows()} windows"])

    act("new-window")
    case("New Window makes another", wait_for(lambda: count_windows() == before + 1, 10))
    done = subprocess.run([ESPALIER, "--new-window"], timeout=30, check=False)
    case("and so it does from the command line", done.returncode == 0 and wait_for(lambda: count_windows() == before + 2, 10))
    act("open")
    case("Open… asks for a file", wait_for(lambda: "Open an Organization" in list_windows(), 10))
    case("all of it is one process", [] if process and get_process() == process else [process, get_process()])
    act("quit")
    case("Quit ends it", wait_for(has_ended, 10))

    ask("Open", f"(['{beds.as_uri()}'], @a{{sv}} {{}})")
    case("the bus starts it for a file, with that alone", wait_for(lambda: get_app() and has_card("Head of Beds"), 40) and count_windows() == 1)
    act("quit")
    wait_for(has_ended, 10)
scratch.cleanup()
finish()
