#!/usr/bin/env python3
"""check-desktop ID VERSION DATA — what the desktop and the software catalogues are told, beyond what validators look at; prints TAP.

DATA is the folder of what was made of the templates.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import configparser
import datetime
import glob
import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET

ID, VERSION, DATA = sys.argv[1:4]
ROOT = os.environ.get("ESP_SOURCE_ROOT") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
MEDIA_TYPE = "application/x-espalier+json"
MIN_CONTRAST = 3.0  # of the name of the application, which catalogues write in black or white on the color of the brand
results = []


def case(name, faults):
    """One test case: FAULTS is a list, or whether it went well."""
    results.append((name, faults if isinstance(faults, list) else ([] if faults else ["no"])))


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def parse_keys(text):
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str
    parser.read_string(text)
    return parser


def translate(name):
    """Of a template, with the languages as they are now: Meson does not look whether they have changed since"""
    done = subprocess.run(["msgfmt", "--desktop", "--template=" + os.path.join(DATA, name), "-d", os.path.join(ROOT, "po"), "-o", "-"],
                          capture_output=True, text=True, check=True)
    return done.stdout


def check_entry():
    entry = parse_keys(translate(f"{ID}.desktop.in"))
    main = entry["Desktop Entry"]
    case("the entry shows the application’s own icon", main["Icon"] == ID)
    case("it opens files of its media type", main["MimeType"].split(";") == [MEDIA_TYPE, ""] and "%U" in main["Exec"])
    case("it is in a real category", bool({"Office"} & set(main["Categories"].split(";"))))
    case("it is found by more words than its name", len([word for word in main["Keywords"].split(";") if word]) >= 5)
    case("it is started over the bus", main["DBusActivatable"] == "true" and main["StartupNotify"] == "true")
    source = read(ROOT, "src", "app", "esp-application.c")
    actions = [action for action in main["Actions"].split(";") if action]
    faults = []
    for action in actions:
        section = entry[f"Desktop Action {action}"]
        if f'{{ "{action}", ' not in source:
            faults.append(f"the application has no action “{action}”")
        if section["Exec"] != f"espalier --{action}":
            faults.append(f"“{action}” does something else without the bus: {section['Exec']}")
    case("its actions are actions of the application", faults + ([] if actions == ["new-window", "open"] else [str(actions)]))
    languages = [line.strip() for line in read(ROOT, "po", "LINGUAS").splitlines() if line.strip() and not line.startswith("#")]
    sections = [main] + [entry[f"Desktop Action {action}"] for action in actions]
    # “Espalier” is a name in every language, and gettext leaves out what is the same
    wanted = [("Comment", main), ("GenericName", main), ("Keywords", main)] + [("Name", section) for section in sections[1:]]
    case("it speaks every language", [f"{key}[{language}]" for language in languages for key, section in wanted if f"{key}[{language}]" not in section])
    service = parse_keys(read(DATA, f"{ID}.service"))["D-BUS Service"]
    case("the service has the application’s name", service["Name"] == ID and service["Exec"].endswith("/espalier --gapplication-service"))


def get_luminance(color):
    channels = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def check_metainfo():
    component = ET.fromstring(read(DATA, f"{ID}.metainfo.xml"))

    def get(path):
        found = component.find(path)
        return "" if found is None else (found.text or "").strip()

    case("the metainfo has the id, and leads to the entry", get("id") == ID and get("launchable") == f"{ID}.desktop")
    case("its name and summary are short", [] if len(get("name")) <= 20 and len(get("summary")) <= 35 and not get("summary").endswith(".") else [get("summary")])
    case("its first paragraph says enough", len(get("description/p")) >= 80)
    case("it names licences, developer and homes", [path for path in ("metadata_license", "project_license", "developer/name", "url[@type='homepage']",
                                                                      "url[@type='bugtracker']", "url[@type='vcs-browser']") if not get(path)])
    rating = component.find("content_rating")
    case("it has a content rating", rating is not None and rating.get("type") == "oars-1.1")

    colors = {color.get("scheme_preference"): color.text for color in component.iterfind("branding/color")}
    faults = [] if set(colors) == {"light", "dark"} else [str(colors)]
    for scheme, color in colors.items():
        against = (get_luminance(color) + 0.05) / 0.05 if scheme == "light" else 1.05 / (get_luminance(color) + 0.05)
        if against < MIN_CONTRAST:
            faults.append(f"{scheme}: {against:.1f} to 1")
    case("the colors of the brand are for light and dark, and can be written on", faults)

    length = component.find("requires/display_length")
    case("it says what screen it needs", length is not None and length.get("compare") == "ge" and int(length.text) == 360)
    controls = {control.text for relation in ("supports", "recommends", "requires") for control in component.iterfind(relation + "/control")}
    case("it says what it is worked with", controls >= {"pointing", "keyboard", "touch"})
    case("it provides its program, media type and service", get("provides/binary") == "espalier" and get("provides/mediatype") == MEDIA_TYPE
         and get("provides/dbus") == ID)
    case("it is found by words", len(component.findall("keywords/keyword")) >= 4)

    releases = component.findall("releases/release")
    news = re.match(r"Espalier (\S+)\n", read(ROOT, "NEWS"))
    case("its newest release is this version, and that of NEWS",
         [] if releases and news and releases[0].get("version") == VERSION == news[1] else [f"{VERSION}, {news and news[1]}"])
    dates = [datetime.date.fromisoformat(release.get("date")) for release in releases]
    case("releases have dates that have been, the newest first", dates == sorted(dates, reverse=True) and dates[0] <= datetime.date.today())
    case("releases say what is new", all(release.find("description") is not None for release in releases))

    faults = []
    made = read(ROOT, "build-aux", "screenshots")
    for screenshot in component.iterfind("screenshots/screenshot"):
        url, caption = screenshot.findtext("image"), screenshot.findtext("caption")
        name = os.path.basename(url)
        path = os.path.join(ROOT, "data", "screenshots", name)
        if not url.startswith("https://") or not url.endswith("/data/screenshots/" + name) or not os.path.exists(path):
            faults.append(f"{url} is not a picture of the repository")
            continue
        with open(path, "rb") as file:
            head = file.read(24)
        width, height = struct.unpack(">II", head[16:24])
        if head[:8] != b"\x89PNG\r\n\x1a\n" or width < 620 or width < height:
            faults.append(f"{name} is {width} × {height}")
        if name.rsplit("-", 1)[0] not in made:
            faults.append(f"{name} is not made by build-aux/screenshots")
        if not caption or len(caption) > 100 or caption.endswith("."):
            faults.append(f"{name}: {caption}")
    count = len(component.findall("screenshots/screenshot"))
    case("its screenshots are the repository’s, wide, and have captions", faults + ([] if count >= 3 else [f"{count} screenshots"]))


def check_media_type():
    name = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    root = ET.fromstring(read(DATA, f"{ID}.xml"))
    kind = root.find("m:mime-type", name)
    case("the media type is known by ending and by content", kind is not None and kind.get("type") == MEDIA_TYPE
         and kind.find("m:glob", name).get("pattern") == "*.espalier" and kind.find("m:magic/m:match", name) is not None)
    case("its icon has the name of the one that is installed", kind.find("m:icon", name).get("name") == f"{ID}-application-x-espalier+json")


def check_icons():
    folder = os.path.join(ROOT, "data", "icons")
    faults = []
    for path in glob.glob(os.path.join(folder, "scalable", "[am]*s", "io.*.svg")) + glob.glob(os.path.join(folder, "symbolic", "*", "*.svg")):
        root = ET.parse(path).getroot()
        if root.get("width") != root.get("height") or root.get("viewBox") != f"0 0 {root.get('width')} {root.get('height')}":
            faults.append(f"{os.path.basename(path)} is not square")
    case("the icons are square", faults)


def check_xml():
    files = [path for top in ("data", "src", "ui") for ending in ("xml", "xml.in", "svg")
             for path in glob.glob(os.path.join(ROOT, top, "**", "*." + ending), recursive=True)]
    files += glob.glob(os.path.join(os.path.dirname(DATA), "ui", "*.ui")) + glob.glob(os.path.join(DATA, "*.xml"))
    if not shutil.which("xmllint"):
        results.append(("every XML is well-formed # SKIP xmllint is missing", []))
        return
    done = subprocess.run(["xmllint", "--noout", "--nonet", *files], capture_output=True, text=True, check=False)
    case(f"every XML of {len(files)} is well-formed", [] if done.returncode == 0 and len(files) > 50 else done.stderr.splitlines())


check_entry()
check_metainfo()
check_media_type()
check_icons()
check_xml()
print(f"1..{len(results)}")
for number, (name, faults) in enumerate(results, 1):
    for fault in faults:
        print(f"# {fault}")
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
sys.exit(any(faults for _, faults in results))
