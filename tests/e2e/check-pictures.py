#!/usr/bin/env python3
"""check-pictures — “espalier convert” to SVG, PNG and PDF without a display; prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ESPALIER = sys.argv[1]
SVG = "{http://www.w3.org/2000/svg}"
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
ENVIRONMENT["LC_ALL"] = "C.UTF-8"

results = []


def check(condition, what):
    results.append((bool(condition), what))


def run(*arguments, data=None):
    done = subprocess.run([ESPALIER, *arguments], input=data, capture_output=True, env=ENVIRONMENT, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def get_words(svg):
    """What each <text> says: before it was cut, if it was"""
    words = []
    for text in ElementTree.fromstring(svg).iter(SVG + "text"):
        title = text.find(SVG + "title")
        words.append(title.text if title is not None else "".join(text.itertext()))
    return words


def check_sample(folder, sample):
    document = os.path.join(folder, "document.espalier")
    run("convert", "builtin:" + sample, document)
    positions = json.loads(read(document))["positions"]
    for chart in ("structure", "reporting"):
        for direction in ("down", "up", "right", "left"):
            out = os.path.join(folder, "chart.svg")
            code, output, error = run("convert", "builtin:" + sample, out, "--chart=" + chart, "--direction=" + direction)
            words = get_words(read(out))
            missing = [p["title"] for p in positions if "title" in p and p["title"] not in words]
            missing += [p["holders"][0]["name"] for p in positions
                        if len(p.get("holders", [])) == 1 and p["holders"][0].get("name", "") not in words + [""]]
            check(code == 0 and not output and not error and not missing, f"{sample}, {chart}, {direction}: {missing}")
    for ending, magic in ((".png", b"\x89PNG\r\n\x1a\n"), (".pdf", b"%PDF-")):
        out = os.path.join(folder, "chart" + ending)
        code, output, error = run("convert", "builtin:" + sample, out)
        check(code == 0 and not output and read(out).startswith(magic), f"{sample}{ending} {error}")


def check_refusals(folder):
    for option in ("--chart=pie", "--direction=around"):
        out = os.path.join(folder, "refused.svg")
        code, output, error = run("convert", "builtin:startup", out, option)
        check(code == 2 and not output and error.startswith("espalier: ") and not os.path.exists(out), f"{option} is refused")
    code, _, error = run("convert", "builtin:startup", os.path.join(folder, "nowhere", "chart.svg"))
    check(code == 2 and error.startswith("espalier: "), "a folder that is not there")
    chain = "id,title,reports_to\n" + "".join(f"{i},Link,{i - 1 if i else ''}\n" for i in range(20000))
    out = os.path.join(folder, "chain.png")
    code, _, error = run("convert", "-", out, "--chart=reporting", data=chain.encode())
    check(code == 2 and "too large" in error and not os.path.exists(out), "a chain too long for a PNG is refused with a word")
    out = os.path.join(folder, "chain.svg")
    code, _, error = run("convert", "-", out, "--chart=reporting", data=chain.encode())
    check(code == 0 and read(out).count(b"\n<rect x=") == 20000, "and is drawn as SVG")


with tempfile.TemporaryDirectory() as temporary:
    _, listed, _ = run("list", "organizations", "--json")
    for organization in json.loads(listed):
        check_sample(temporary, organization["id"])
    check_refusals(temporary)

print(f"1..{len(results)}")
for number, (is_right, what) in enumerate(results, 1):
    print(("ok" if is_right else "not ok"), number, what)
sys.exit(not all(is_right for is_right, _ in results))
