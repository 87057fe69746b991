#!/usr/bin/env python3
"""check-flatpak — builds the manifest, installs it for nobody but this test, and works with it as a person does; prints TAP.

Needs flatpak, flatpak-builder, the runtime and Sdk that the manifest names, a virtual screen and the desktop's portals; without one of them it is
skipped and says which. The file dialog's place is taken by desktop.FileChooser, which answers what a person would have chosen. What was built is kept
under ~/.cache/espalier-flatpak/check and taken again as long as no source changes. ESP_FLATPAK_TESTS=1 runs the manifest's own tests, too.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.environ.get("ESP_SOURCE_ROOT") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
ID = "io.github.espalier.Espalier"
MANIFEST = os.path.join(ROOT, "flatpak", ID + ".json")
RUNTIME = f"/run/user/{os.getuid()}"
os.environ.pop("G_DEBUG", None)  # a warning of Flatpak’s is none of ours
LONG = 1200  # seconds for a build on a slow and busy machine


def skip(why):
    print(f"1..0 # SKIP {why}")
    sys.exit(0)


def run(*command, seconds=60, **options):
    """Runs a command to its end, within a time. Returns it with its output as text."""
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL, **options)


with open(MANIFEST, encoding="utf-8") as manifest_file:
    manifest = json.load(manifest_file)
for program in ("flatpak", "flatpak-builder", "eu-strip", "Xvfb", "dbus-daemon", "xdotool"):
    if not shutil.which(program):
        skip(f"{program} is missing")
for runtime in (manifest["runtime"], manifest["sdk"]):
    if run("flatpak", "info", f"{runtime}//{manifest['runtime-version']}").returncode != 0:
        skip(f"the runtime {runtime}//{manifest['runtime-version']} is not installed")
if not any(os.access(os.path.join(folder, "xdg-desktop-portal"), os.X_OK) for folder in ("/usr/libexec", "/usr/lib/xdg-desktop-portal")):
    skip("xdg-desktop-portal is missing")
with open("/proc/mounts", encoding="utf-8") as mounts:
    if f" {RUNTIME}/doc " in mounts.read():
        skip("another session’s document portal is at work here")
try:
    os.makedirs(RUNTIME, mode=0o700, exist_ok=True)
except OSError as no_folder:
    skip(f"no folder of the session: {no_folder}")

# The runtimes stay where they are: for this test, the user's own installation is the system's, and the user's is one for the test.
user_installation = os.environ.get("FLATPAK_USER_DIR") or os.path.expanduser("~/.local/share/flatpak")
if os.path.isdir(os.path.join(user_installation, "runtime", manifest["runtime"])):
    os.environ["FLATPAK_SYSTEM_DIR"] = user_installation
cache = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "espalier-flatpak", "check")
os.makedirs(cache, exist_ok=True)
os.environ["FLATPAK_USER_DIR"] = os.path.join(cache, "installation")
os.environ["ESP_FLATPAK_WORK"] = cache
REPO = os.path.join(cache, "repo")

lock = open(os.path.join(cache, "lock"), "w", encoding="utf-8")
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    skip("another run of this test is at work")


def get_fingerprint():
    """Of every source that what is installed is made of; with the manifest's tests, also of those"""
    left_out = set(manifest["modules"][0]["sources"][0]["skip"]) | {".ci"}
    if not os.environ.get("ESP_FLATPAK_TESTS"):
        left_out.add("tests")
    digest = hashlib.sha256()
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if name not in left_out)
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name in left_out or name.endswith(".md") or not os.path.isfile(path):
                continue
            with open(path, "rb") as file:
                digest.update(os.path.relpath(path, ROOT).encode() + b"\0" + hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


def build():
    """Builds the unchanged manifest into a repository, unless that was done. Returns: what went wrong, or nothing."""
    stamp = os.path.join(cache, "stamp")
    wanted = get_fingerprint()
    if os.path.exists(stamp):
        with open(stamp, encoding="utf-8") as file:
            if file.read() == wanted:
                print("# built before from the same sources")
                return []
        os.remove(stamp)
    for folder in (REPO, os.path.join(cache, "state", "build")):  # what failed was left to be looked at
        shutil.rmtree(folder, ignore_errors=True)
    options = [] if os.environ.get("ESP_FLATPAK_TESTS") else ["--no-tests"]
    # the other tests have limits of time
    done = run("nice", os.path.join(ROOT, "flatpak", "build"), "--repo", REPO, *options, seconds=LONG)
    if done.returncode != 0:
        return (done.stdout + done.stderr).splitlines()[-60:]
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(wanted)
    return []


def install():
    """Takes away what building has installed, and installs it as somebody else would. Returns: what went wrong, or nothing."""
    shutil.rmtree(os.environ["FLATPAK_USER_DIR"], ignore_errors=True)
    # the runtime is there, and where it would come from may be out of reach
    with open(os.path.join(REPO, ID + ".flatpakref"), encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("RuntimeRepo=")]
    reference = os.path.join(cache, ID + ".flatpakref")
    with open(reference, "w", encoding="utf-8") as file:
        file.writelines(lines)
    done = run("flatpak", "install", "--user", "--noninteractive", reference, seconds=120)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


for what, do in (("the manifest builds", build), ("it is installed from the repository", install)):
    faults = do()
    if faults:
        print("1..1")
        for line in faults:
            print(f"# {line}")
        print(f"not ok 1 {what}")
        sys.exit(1)

from desktop import Desktop, FileChooser  # noqa: E402: with the environment of the test

scratch = tempfile.TemporaryDirectory(prefix="espalier-flatpak-")
desktop = Desktop(scratch.name, RUNTIME, data_dirs=[os.path.join(os.environ["FLATPAK_USER_DIR"], "exports", "share")])
from screenreader import (Program, case, click, find_all, finish, get_app, get_names, press, wait_for, write)  # noqa: E402

CANONICAL = """{ "format": "espalier-organization", "version": 1, "name": "Two",
  "positions": [
    { "id": "a", "title": "Head of Beds", "holders": [ { "name": "Ada Quince" } ] },
    { "id": "b", "title": "Program Manager", "reports_to": "a" } ] }
"""
FLATPAK_RUN = ("flatpak", "run", "--user")
app_home = os.path.join(desktop.home, ".var", "app", ID)
documents = os.path.join(desktop.home, "documents")
os.makedirs(documents)
own_path = os.path.join(documents, "Zwei & drei.espalier")
other_path = os.path.join(documents, "kept.espalier")
with open(own_path, "w", encoding="utf-8") as file:
    file.write(CANONICAL)


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def find(role, words):
    return next((node for node in find_all(get_app(), role, []) if (node.get_name() or "").startswith(words)), None)


def get_title():
    return "\n".join(get_names("frame")[:1])


def get_texts(node):
    try:
        return [node.get_name() or "", node.get_description() or ""]
    except Exception:  # it went away
        return []


def find_lent_paths():
    """Texts on the screen that tell a path of the document portal"""
    return [text for role in ("frame", "label", "tree item", "list item", "text", "button", "push button", "toggle button", "alert", "dialog")
            for node in find_all(get_app(), role, []) for text in get_texts(node) if "/doc/" in text or "/run/" in text]


class App(Program):
    """The application in its sandbox, where its windows have another process id than ours"""

    def focus(self):
        windows = run("xdotool", "search", "--onlyvisible", "--class", ".").stdout.split()
        if windows:
            run("xdotool", "windowfocus", windows[-1])


def check_installed():
    case("the manifest builds", [])
    case("it is installed from the repository", [])
    exports = os.path.join(os.environ["FLATPAK_USER_DIR"], "exports", "share")
    icons = "icons/hicolor/scalable"
    wanted = [f"applications/{ID}.desktop", f"dbus-1/services/{ID}.service", f"mime/packages/{ID}.xml", f"{icons}/apps/{ID}.svg",
              f"{icons}/mimetypes/{ID}-application-x-espalier+json.svg", f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg"]
    case("the desktop gets the entry, the service, the media type and the icons",
         [f"{name} is missing" for name in wanted if not os.path.exists(os.path.join(exports, name))])
    permissions = run("flatpak", "info", "--user", "--show-permissions", ID).stdout
    lines = [line for line in permissions.splitlines() if line and not line.startswith("[")]
    case("it asks for nothing but a window", lines if sorted(lines) != ["devices=dri;", "shared=ipc;", "sockets=x11;wayland;fallback-x11;"]
 else [])
    files = os.path.join(run("flatpak", "info", "--user", "--show-location", ID).stdout.strip(), "files")
    unwanted = [name for name in ("include", "lib/pkgconfig", "share/man", "bin/espalier-bench") if os.path.exists(os.path.join(files, name))]
    case("there is nothing in it that users do not need", unwanted or os.listdir(os.path.join(files, "bin")) == ["espalier"])


def check_command_line():
    inside = os.path.join(app_home, "data")
    os.makedirs(inside, exist_ok=True)
    for ending, beginning in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF-"), ("csv", b""), ("espalier", b'{ "format"')):
        path = os.path.join(inside, "chart." + ending)
        done = run(*FLATPAK_RUN, ID, "convert", "builtin:startup", path)
        content = b""
        if os.path.exists(path):
            with open(path, "rb") as file:
                content = file.read()
        case(f"the command line writes {ending} in the sandbox",
             [] if done.returncode == 0 and content and content.startswith(beginning) else [f"{done.returncode}", done.stderr.strip()])
    done = run(*FLATPAK_RUN, ID, "stats", own_path)
    case("it does not see files of the user", done.returncode == 2)
    done = run(*FLATPAK_RUN, "--file-forwarding", ID, "stats", "@@", own_path, "@@", "--json")
    case("but one that is given to it", [] if done.stdout and json.loads(done.stdout)["positions"] == 2 else [done.stderr])
    done = run(*FLATPAK_RUN, "--command=sh", ID, "-c", "cat /proc/net/dev | wc -l; ls " + documents)
    case("it has no network", [] if done.stdout.split()[:1] == ["3"] else [done.stdout])


def check_work():
    with App(*FLATPAK_RUN, ID) as program:
        case("the window shows the sample", wait_for(lambda: get_app() and find("tree item", "Chief Executive Officer"), 40) is not None)
        program.focus()
        press("ctrl+o")
        case("without a file dialog it says so", wait_for(lambda: find("label", "The file dialog of the desktop did not open"), 10) is not None)
        chooser = FileChooser(desktop.address, own_path, other_path)
        press("ctrl+o")
        card = wait_for(lambda: find("tree item", "Head of Beds"), 20)
        case("a document opens through the file chooser portal", [] if card is not None and chooser.opened == 1 else [f"{chooser.opened} questions"])
        case("its title is its own", [] if get_title().startswith("Two") else [get_title()])
        case("nothing on the screen tells where it is lent", find_lent_paths())
        if card is not None:
            click(card)
        entry = wait_for(lambda: next((node for node in find_all(get_app(), "text", []) if node.get_name() == "Title"), None), 5)
        if entry is not None:
            click(entry)
        press("ctrl+a")
        write("Chief Gardener")
        press("Return", "ctrl+s")
        case("what is changed is saved where it came from", [] if wait_for(lambda: "Chief Gardener" in read(own_path), 10) else [read(own_path)])
        press("ctrl+shift+s")
        case("it is saved elsewhere through the portal", [] if wait_for(lambda: read(other_path) == read(own_path) != "", 10) else [read(other_path)])
        case("nothing else is left beside it", [name for name in os.listdir(documents) if name not in ("Zwei & drei.espalier", "kept.espalier")])
        case("the dialog is asked for no lent folder", [text for text in chooser.asked if "/doc/" in text])
        case("nothing on the screen tells where it was saved", find_lent_paths())
        arrow = next((node for role in ("toggle button", "button", "push button") for node in find_all(get_app(), role, [])
                      if "Recent Files and Examples" in get_texts(node)), None)
        if arrow is not None:
            arrow.get_action_iface().do_action(0)
        recent = wait_for(lambda: find("list item", "Zwei & drei.espalier"), 5)
        case("recent files have their names", [] if recent is not None and find("list item", "kept.espalier") is not None else get_names("list item"))
        case("and tell no lent path", find_lent_paths())
        press("Escape")
        case("the details are beside the chart", wait_for(lambda: find("text", "Title"), 5) is not None)
        press("ctrl+i")
        wait_for(lambda: find("text", "Title") is None, 5)
        press("ctrl+q")
        case("Ctrl+Q ends it", wait_for(program.has_ended, 10))
    case("settings are in the sandbox’s own file", "show-inspector=false" in read(os.path.join(app_home, "config", "glib-2.0", "settings", "keyfile")))


def check_again():
    with App(*FLATPAK_RUN, "--file-forwarding", ID, "@@", own_path, "@@") as program:
        case("a file that is given to it opens", wait_for(lambda: get_app() and find("tree item", "Chief Gardener"), 40) is not None)
        case("settings persist", find("text", "Title") is None)
        second = run(*FLATPAK_RUN, "--file-forwarding", ID, "@@", own_path, "@@")
        case("given again, it is raised", second.returncode == 0 and len(get_names("frame")) == 1)
        program.focus()
        press("ctrl+q")
        wait_for(program.has_ended, 10)


def check_activation():
    desktop.call(ID, "/" + ID.replace(".", "/"), "org.freedesktop.Application", "Activate", "(@a{sv} {},)")
    case("the desktop starts it over the bus", wait_for(lambda: get_app() and find("tree item", "Chief Executive Officer"), 40) is not None)
    desktop.call(ID, "/" + ID.replace(".", "/"), "org.freedesktop.Application", "ActivateAction", "('quit', @av [], @a{sv} {})")
    case("and ends it", wait_for(lambda: ID not in run("flatpak", "ps", "--columns=application").stdout, 10))


def check_uninstalled():
    done = run("flatpak", "uninstall", "--user", "--noninteractive", "--delete-data", ID)
    exports = os.path.join(os.environ["FLATPAK_USER_DIR"], "exports")
    left = [os.path.join(folder, name) for folder, _, names in os.walk(exports) for name in names if ID in name]
    case("it is taken away without a trace", left + ([] if done.returncode == 0 and not os.path.exists(app_home) else [done.stderr, app_home]))


with desktop:
    check_installed()
    check_command_line()
    check_work()
    check_again()
    check_activation()
    check_uninstalled()
scratch.cleanup()
finish()
