"""What the tests over the accessibility bus share: starting the program, looking for objects, keys, and TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import subprocess
import sys
import time

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
except (ImportError, ValueError) as missing:
    print(f"1..0 # SKIP no AT-SPI for Python: {missing}")
    sys.exit(0)
if not os.environ.get("DISPLAY") or not shutil.which("xdotool"):
    print("1..0 # SKIP no display, or no xdotool")
    sys.exit(0)


def find_all(node, role, found, depth=0):
    """All objects of a role below NODE, in reading order, added to FOUND."""
    if node is None or depth > 60:
        return found
    try:
        # what was read before may have changed since, and no main loop tells us; newer versions have another name for it
        getattr(node, "clear_cache_single", node.clear_cache)()
        if node.get_role_name() == role:
            found.append(node)
        for i in range(node.get_child_count()):
            find_all(node.get_child_at_index(i), role, found, depth + 1)
    except Exception:  # an object that went away while it was read
        pass
    return found


def get_names(role):
    """The names of all objects of a role that are there just now."""
    names = []
    for node in find_all(get_app(), role, []):
        try:
            names.append(node.get_name() or "")
        except Exception:  # it went away
            pass
    return names


def has_state(node, state):
    return node.get_state_set().contains(state)


def get_app():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        if app is not None and "portal" not in (app.get_name() or ""):
            return app
    return None


def wait_for(what, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        time.sleep(0.2)
    return what()


class Program:
    """The program on the present display; ends with the block it was started in."""

    def __init__(self, *command):
        Atspi.init()  # the accessibility bus must be up before the program starts
        Atspi.get_desktop(0).get_child_count()
        self.command = command
        self.process = None

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, start_new_session=True)
        return self

    def __exit__(self, *_):
        try:
            os.killpg(self.process.pid, 15)
        except ProcessLookupError:  # it has ended by itself
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)

    def has_ended(self):
        return self.process.poll() is not None

    def focus(self):
        """Gives the keyboard to the program's newest window: there is no window manager."""
        windows = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                 capture_output=True, text=True, check=False).stdout.split()
        if windows:
            subprocess.run(["xdotool", "windowfocus", windows[-1]], check=False)


def press(*keys):
    for key in keys:
        subprocess.run(["xdotool", "key", key], check=False)
        time.sleep(0.2)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=False)
    time.sleep(0.2)


def click(node):
    """Presses the pointer's button in the middle of an object; the windows stand in the corner of the screen."""
    extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    subprocess.run(["xdotool", "mousemove", str(extents.x + extents.width // 2), str(extents.y + extents.height // 2), "click", "1"],
                   check=False)
    time.sleep(0.5)


results = []


def case(name, faults):
    """One test case: FAULTS is a list, or whether it went well."""
    results.append((name, faults if isinstance(faults, list) else ([] if faults else ["no"])))


def finish():
    print(f"1..{len(results)}")
    for number, (name, faults) in enumerate(results, 1):
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {number} {name}")
    sys.exit(any(faults for _, faults in results))
