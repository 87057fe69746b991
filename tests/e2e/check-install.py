#!/usr/bin/env python3
"""check-install BUILD — installs and takes away again, and builds twice; prints TAP.

BUILD is a folder with everything built. ESP_INSTALL_TESTS=1 adds what takes minutes: “meson dist” with the tests of what it packs, and two whole
builds of which every installed byte is compared.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.environ.get("ESP_SOURCE_ROOT") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
ID = "io.github.espalier.Espalier"
BUILD = os.path.abspath(sys.argv[1])
MESON = os.environ.get("ESP_MESON", "meson").split()
results = []
for name in ("G_DEBUG", "GSETTINGS_BACKEND", "GSETTINGS_SCHEMA_DIR", "DESTDIR", "XDG_DATA_HOME", "MESON_TEST_ITERATION"):
    os.environ.pop(name, None)


def case(name, faults):
    """One test case: FAULTS is a list, or whether it went well."""
    results.append((name, faults if isinstance(faults, list) else ([] if faults else ["no"])))


def run(*command, seconds=120, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL, **options)


def get_faults(done):
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()[-40:]


def list_files(folder):
    return sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names)


def get_option(build, name):
    options = json.loads(run(*MESON, "introspect", "--buildoptions", build).stdout)
    return next(option["value"] for option in options if option["name"] == name)


def get_wanted(app_id, languages):
    """What is installed below the prefix"""
    share = "share/"
    return sorted(["bin/espalier"] + [share + name for name in [
        f"applications/{app_id}.desktop", f"dbus-1/services/{app_id}.service", f"glib-2.0/schemas/{app_id}.gschema.xml",
        f"icons/hicolor/scalable/apps/{app_id}.svg", f"icons/hicolor/scalable/mimetypes/{app_id}-application-x-espalier+json.svg",
        f"icons/hicolor/symbolic/apps/{app_id}-symbolic.svg", f"metainfo/{app_id}.metainfo.xml", f"mime/packages/{app_id}.xml",
        *(f"locale/{language}/LC_MESSAGES/{ID}.mo" for language in languages)]])


def get_languages():
    with open(os.path.join(ROOT, "po", "LINGUAS"), encoding="utf-8") as file:
        return [word for line in file if not line.startswith("#") for word in line.split()]


def check_destdir(scratch):
    """Into a folder that stands for the root, as packages are made"""
    target = os.path.join(scratch, "root")
    prefix = get_option(BUILD, "prefix").lstrip("/")
    environment = {**os.environ, "DESTDIR": target}
    done = run(*MESON, "install", "--no-rebuild", "--quiet", "-C", BUILD, env=environment)
    case("it installs into DESTDIR", get_faults(done))
    found = list_files(target)
    wanted = [os.path.join(prefix, name) for name in get_wanted(ID, get_languages())]
    case("everything is there, and nothing else", [f"+ {name}" for name in found if name not in wanted] + [f"- {name}" for name in wanted if name not in found])
    with open(os.path.join(target, prefix, "share", "dbus-1", "services", ID + ".service"), encoding="utf-8") as file:
        case("the service starts what is installed", f"Exec=/{prefix}/bin/espalier --gapplication-service" in file.read())
    done = run(os.path.join(ROOT, "build-aux", "uninstall"), BUILD, env=environment)
    case("it is taken away from DESTDIR", get_faults(done) + list_files(target))


# Runs where the prefix is an empty folder of the test; what fails ends it with the number of the line.
IN_PREFIX = """
set -eu
mount --bind "$EMPTY" "$PREFIX"
fail () { echo "$1" >&2; exit 1; }
meson_install () { "$@" install --no-rebuild --quiet -C "$BUILD"; }
meson_install $MESON
share=$PREFIX/share
export XDG_DATA_DIRS="$share:/usr/share" HOME="$EMPTY.home" XDG_DATA_HOME="$EMPTY.home/share" XDG_CONFIG_HOME="$EMPTY.home/config" GSETTINGS_BACKEND=memory
mkdir -p "$HOME"
"$PREFIX/bin/espalier" --version >/dev/null || fail 'it does not run'
"$PREFIX/bin/espalier" stats builtin:startup >/dev/null || fail 'its command line does not run'
gsettings get $ID view >/dev/null || fail 'its settings are not known'
[ -f "$share/applications/mimeinfo.cache" ] && grep -q "x-espalier+json=$ID.desktop" "$share/applications/mimeinfo.cache" || fail 'it is not registered for its files'
echo '{ "format": "espalier-organization", "version": 1 }' >"$HOME/by-content"
echo '{}' >"$HOME/by-name.espalier"
for file in by-content by-name.espalier; do
  gio info -a standard::content-type,standard::icon "$HOME/$file" >"$HOME/info"
  grep -q 'content-type: application/x-espalier+json' "$HOME/info" || fail "$file is not known as an organization"
  grep -q "$ID-application-x-espalier+json" "$HOME/info" || fail "$file has not the icon of an organization"
done
gio mime application/x-espalier+json >"$HOME/mime" || fail 'the media type is not known'
grep -q "$ID.desktop" "$HOME/mime" || fail 'files do not open with it'
"$ROOT/build-aux/uninstall" "$BUILD" || fail 'it is not taken away'
find "$PREFIX" -mindepth 1 >"$HOME/left"
[ ! -s "$HOME/left" ] || fail "left behind: $(cat "$HOME/left")"

# beside others nothing of theirs goes
mkdir -p "$share/applications" "$share/mime/packages" "$share/glib-2.0/schemas" "$PREFIX/bin"
printf '[Desktop Entry]\\nType=Application\\nName=Other\\nExec=true\\nMimeType=text/x-other;\\n' >"$share/applications/other.desktop"
printf '<?xml version="1.0"?><mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info"><mime-type type="text/x-other"><comment>Other</comment><glob pattern="*.other"/></mime-type></mime-info>' >"$share/mime/packages/other.xml"
printf '<schemalist><schema id="org.example.other" path="/org/example/other/"><key name="a" type="b"><default>true</default></key></schema></schemalist>' >"$share/glib-2.0/schemas/org.example.other.gschema.xml"
touch "$PREFIX/bin/other"
meson_install $MESON
"$ROOT/build-aux/uninstall" "$BUILD" || fail 'it is not taken away from others'
gsettings get org.example.other a >/dev/null || fail "another's settings are gone"
gsettings get $ID view >/dev/null 2>&1 && fail 'its settings are still known'
grep -q 'text/x-other=other.desktop' "$share/applications/mimeinfo.cache" || fail "another's files are not known any more"
grep -q espalier -r "$share/applications" "$share/mime" && fail 'the caches still name it'
for file in applications/other.desktop mime/packages/other.xml ../bin/other; do
  [ -f "$share/$file" ] || fail "$file is gone"
done
find "$PREFIX" -iname '*espalier*' >"$HOME/left"
[ ! -s "$HOME/left" ] || fail "left behind: $(cat "$HOME/left")"
"""


def check_prefix(scratch):
    """Into the prefix itself, which is another folder for these processes alone"""
    empty = os.path.join(scratch, "prefix")
    os.makedirs(empty)
    prefix = get_option(BUILD, "prefix")
    alone = ("unshare", "--mount", "--map-root-user")
    name = "it installs completely to its prefix, and goes without a trace"
    if not os.path.isdir(prefix) or not shutil.which("unshare") or run(*alone, "mount", "--bind", empty, prefix).returncode != 0:
        results.append((name + " # SKIP a folder cannot be put in the place of the prefix here", []))
        return
    tools = [MESON[0], "ninja", "python3", "gsettings", "gio", "update-mime-database", "update-desktop-database", "glib-compile-schemas"]
    hidden = [tool for tool in tools if not shutil.which(tool) or os.path.realpath(shutil.which(tool)).startswith(prefix + "/")]
    if hidden:
        results.append((f"{name} # SKIP {hidden[0]} is missing, or in the prefix itself", []))
        return
    done = run(*alone, "sh", "-c", IN_PREFIX, env={**os.environ, "EMPTY": empty, "PREFIX": prefix, "BUILD": BUILD, "ROOT": ROOT, "ID": ID, "MESON": " ".join(MESON)})
    case(name, get_faults(done))


def compare(first, second, names):
    faults = []
    for name in names:
        with open(os.path.join(first, name), "rb") as a, open(os.path.join(second, name), "rb") as b:
            if a.read() != b.read():
                faults.append(f"{name} differs")
    return faults if names else ["nothing was built"]


def configure(folder, *options):
    return run(*MESON, "setup", "--buildtype=release", *options, folder, ROOT)


def check_development(scratch):
    """The variant for development: the same files under its own id, all valid"""
    folder = os.path.join(scratch, "development")
    done = configure(folder, "-Dprofile=development", "-Dtests=true")
    if done.returncode == 0:
        done = run("ninja", "-C", folder, "data/gschemas.compiled")
    case("the development variant is set up", get_faults(done))
    installed = json.loads(run(*MESON, "introspect", "--installed", folder).stdout)
    found = sorted(os.path.relpath(path, get_option(folder, "prefix")) for path in installed.values())
    wanted = get_wanted(ID + ".Devel", get_languages())
    case("it has the same files under its own id", [f"+ {name}" for name in found if name not in wanted] + [f"- {name}" for name in wanted if name not in found])
    targets = [path for path in installed if path.startswith(os.path.join(folder, "data")) and not os.path.exists(path)]
    run("ninja", "-C", folder, *(os.path.relpath(path, folder) for path in targets))
    done = run(*MESON, "test", "-C", folder, "--no-rebuild", "--suite", "data", "--print-errorlogs")
    case("its desktop file, metainfo and settings are valid", get_faults(done))
    with open(os.path.join(folder, "data", ID + ".Devel.svg"), encoding="utf-8") as file:
        case("its icon has stripes", "url(#foot)" in file.read())
    manifests = []
    for app_id in (ID, ID + ".Devel"):
        with open(os.path.join(ROOT, "flatpak", app_id + ".json"), encoding="utf-8") as file:
            manifests.append(json.load(file))
    manifests[1]["id"] = ID
    options = manifests[1]["modules"][0].pop("config-opts")
    case("its Flatpak differs in nothing else", manifests[0] == manifests[1] and options == ["-Dprofile=development"])


def check_same_bytes(scratch):
    """Two builds in different places: what the compiler and the tools make of some rooms, or of everything"""
    whole = bool(os.environ.get("ESP_INSTALL_TESTS"))
    environment = {**os.environ, "CCACHE_DISABLE": "1"}
    places = [os.path.join(scratch, name) for name in ("here", "somewhere-else/deeper")]
    roots = []
    for place in places:
        source = os.path.join(place, "source")
        shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".git", "_*"))
        done = run(*MESON, "setup", "--buildtype=release", "-Dtests=false", os.path.join(source, "_build"), source)
        case("a copy is set up" if place == places[0] else "another is set up elsewhere", get_faults(done))
        build = os.path.join(source, "_build")
        targets = run("ninja", "-C", build, "-t", "targets", "all").stdout.splitlines()
        names = [line.rsplit(":", 1)[0] for line in targets]
        some = [name for name in names if name.endswith((".gresource", ".ui", ".mo", ".desktop", ".metainfo.xml", "-resources.c", "gschemas.compiled"))
                or name.startswith(("src/core/", "src/layout/")) and name.endswith(".o")]
        done = run("nice", "ninja", "-C", build, *([] if whole else some), env=environment, seconds=3600)
        if whole and done.returncode == 0:
            done = run(*MESON, "install", "--quiet", "--no-rebuild", "-C", build, env={**environment, "DESTDIR": os.path.join(place, "root")})
        case("it is built" if place == places[0] else "and built", get_faults(done))
        roots.append(os.path.join(place, "root") if whole else build)
    names = list_files(roots[0]) if whole else some
    case("every byte that is installed is the same" if whole else "what is made of sources has the same bytes", compare(*roots, names))


def check_dist():
    """The tarball, with the tests of what is in it"""
    if not shutil.which("git") or run("git", "-C", ROOT, "rev-parse", "HEAD").returncode != 0:
        case("“meson dist” packs the sources # SKIP it takes git, and a clone", True)
    elif os.environ.get("ESP_INSTALL_TESTS"):
        environment = {name: value for name, value in os.environ.items() if name != "ESP_INSTALL_TESTS"}
        done = run("nice", *MESON, "dist", "-C", BUILD, "--formats", "xztar", seconds=3600, env=environment)
        case("“meson dist” passes its check", get_faults(done))
    else:
        done = run(*MESON, "dist", "-C", BUILD, "--formats", "xztar", "--no-tests", "--allow-dirty", seconds=300)
        case("“meson dist” packs the sources", get_faults(done))


with tempfile.TemporaryDirectory(prefix="espalier-install-") as temporary:
    check_destdir(temporary)
    check_prefix(temporary)
    check_development(temporary)
    check_same_bytes(temporary)
check_dist()

print(f"1..{len(results)}")
for number, (name, faults) in enumerate(results, 1):
    for fault in faults:
        print(f"# {fault}")
    words, mark, why = name.partition(" # SKIP")
    print(f"{'not ok' if faults else 'ok'} {number} {words}{mark}{why}")
sys.exit(any(faults for _, faults in results))
