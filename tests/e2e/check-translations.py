#!/usr/bin/env python3
# check-translations.py — po/: complete lists, a template that says what the sources say, languages that are whole and well written
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-translations.py XGETTEXT-OPTION… — checks po/; prints TAP. What is out of date, build-aux/update-po brings up to date."""
import gettext
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(os.environ.get("ESP_SOURCE_ROOT") or Path(__file__).resolve().parents[2])
OPTIONS = sys.argv[1:]  # of xgettext, as po/meson.build has them
PO = ROOT / "po"
TEMPLATE = PO / "io.github.espalier.Espalier.pot"
WHOLE = ["de"]  # languages in which every text is translated
QUOTES = {"en": "“”", "de": "„“"}  # how a language opens and closes
results = []


def run(*command):
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def result(name, faults):
    results.append((name, faults[:20]))


def texts(po, folder):
    """Every translation in a file, plural forms too; fuzzy ones are left out."""
    compiled = folder / "texts.mo"
    run("msgfmt", "-o", compiled, po)
    with open(compiled, "rb") as file:
        catalog = gettext.GNUTranslations(file)._catalog  # the only reader of such files that every Python has
    return [text for english, text in catalog.items() if english]


def faults_of_style(text, opening, closing):
    faults = []
    if "!" in text:
        faults.append("an exclamation mark")
    if "..." in text:
        faults.append("three dots in place of an ellipsis")
    if '"' in text or re.search(r"\w'\w", text):
        faults.append("a straight quote")
    quotes = re.sub("[^“”„]", "", text)
    if quotes.replace(opening + closing, ""):
        faults.append(f"quotes that are not {opening}…{closing}")
    return faults


def check_lists():
    listed = (PO / "POTFILES").read_text(encoding="utf-8").split()
    code, expected, errors = run(ROOT / "build-aux" / "update-po", "--potfiles")
    expected = expected.split()
    result("POTFILES names every file with texts, and no other",
           [errors] * (code != 0) + [f"{name} is missing" for name in expected if name not in listed]
           + [f"{name} has no texts, or is not there" for name in listed if name not in expected])
    languages = (PO / "LINGUAS").read_text(encoding="utf-8").split()
    there = sorted(path.stem for path in PO.glob("*.po"))
    result("LINGUAS names every language", [f"{name}" for name in set(languages) ^ set(there)])
    return there


def check_template(folder):
    fresh = folder / "fresh.pot"
    code, _, errors = run("xgettext", "--files-from=po/POTFILES", f"--directory={ROOT}", *OPTIONS, "-o", fresh)
    if code != 0:
        result("the template says what the sources say", errors.splitlines())
        return
    # what stands in only one of the two
    code, different, errors = run("msgcomm", "--unique", "--omit-header", "--no-location", "--no-wrap", "-o", "-", TEMPLATE, fresh)
    result("the template says what the sources say",
           [f"out of date: {line}" for line in different.splitlines() if line.startswith("msgid ")] + errors.splitlines())
    # Blueprint and JSON are no languages of xgettext: one text of each kind of file proves that they were read.
    _, names, _ = run("grep", "^#:", fresh)
    result("texts come from every kind of file",
           [kind for kind in (".c", ".blp", ".desktop.in", ".metainfo.xml.in", ".mime.xml.in", ".gschema.xml.in", "/roles.json") if kind not in names])


def check_language(language, folder):
    po = PO / f"{language}.po"
    code, _, errors = run("msgfmt", "--check", "--check-accelerators=_", "-o", folder / "checked.mo", po)
    result(f"{language}: formats, plurals and mnemonics are sound", errors.splitlines() if code != 0 else [])
    if language in WHOLE:
        lacking = [run("msgattrib", "--no-obsolete", "--no-wrap", kind, po)[1] for kind in ("--untranslated", "--only-fuzzy")]
        _, _, compared = run("msgcmp", po, TEMPLATE)
        result(f"{language}: every text is translated",
               [line for text in lacking for line in text.splitlines() if re.match(r'msgid ".', line)] + compared.splitlines())
    result(f"{language}: typography", [f"{fault}: {text}" for text in texts(po, folder) for fault in faults_of_style(text, *QUOTES[language])])


with tempfile.TemporaryDirectory() as name:
    FOLDER = Path(name)
    LANGUAGES = check_lists()
    check_template(FOLDER)
    run("msginit", "--no-translator", "--locale=en", "--input", TEMPLATE, "--output-file", FOLDER / "en.po")  # English says what the sources say
    result("en: typography", [f"{fault}: {text}" for text in texts(FOLDER / "en.po", FOLDER) for fault in faults_of_style(text, *QUOTES["en"])])
    for each in LANGUAGES:
        check_language(each, FOLDER)

print(f"1..{len(results)}")
for number, (name, faults) in enumerate(results, 1):
    for fault in faults:
        print(f"# {fault}")
    print(f"{'not ok' if faults else 'ok'} {number} {name}")
if any(faults for _, faults in results):
    print("# build-aux/update-po renews lists and template; what it leaves empty or fuzzy is to be translated in po/LANGUAGE.po")
sys.exit(any(faults for _, faults in results))
