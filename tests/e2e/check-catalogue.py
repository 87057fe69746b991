#!/usr/bin/python3
# check-catalogue.py — the built-in knowledge: schema, references, coverage, counts, style
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks data/catalogue against its schema with an independent validator, and what no schema can say.

Prints TAP. The root of the source tree comes from ESP_SOURCE_ROOT, or from the place of this file.
"""

import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print('1..0 # SKIP python3-jsonschema is not installed')
    sys.exit(0)

ROOT = Path(os.environ.get('ESP_SOURCE_ROOT') or Path(__file__).resolve().parents[2])
DATA = ROOT / 'data'
FILES = ['roles', 'topics', 'skills', 'ladders', 'moves', 'settings', 'places', 'glossary', 'sources']
TOPIC_KINDS = ['stakeholders', 'responsibilities', 'challenges', 'interests']
TAGS = [letter + str(number)
        for letter, last in (('P', 12), ('E', 4), ('S', 6), ('T', 5), ('M', 5), ('D', 7))
        for number in range(1, last + 1)]
ROLES = """program-manager technical-program-manager it-program-manager infrastructure-tpm product-program-manager
  services-program-manager support-program-manager engineering-program-manager customer-success-program-manager
  hr-program-manager external-program-manager product-manager associate-product-manager project-manager
  technical-project-manager portfolio-manager pmo-analyst pmo-manager head-of-pmo delivery-manager
  director-program-management director-product-management vp-engineering vp-product software-engineer system-analyst
  business-analyst release-manager scrum-master engineering-manager marketing-associate sales-program-manager
  legal-program-manager marketing-program-manager coe-lead vendor-program-manager""".split()
LADDERS = ['tpm', 'program', 'product', 'pmo', 'delivery', 'engineering', 'business']
# The ways that must be walkable, each station named by any of the rungs beside it
WAYS = {
    'T5 engineer to director of programs': ['engineering/mid', 'delivery/mid', 'tpm/mid', 'tpm/senior', 'tpm/manager',
                                            'tpm/senior-manager', 'tpm/director', 'program/director'],
    'T5 engineer to VP of engineering': ['engineering/mid', 'delivery/mid', 'tpm/mid', 'tpm/senior', 'tpm/manager',
                                         'tpm/senior-manager', 'tpm/director', 'engineering/vp'],
    'M5 analyst to VP of product': ['business/mid', 'product/associate', 'product/mid', 'product/senior',
                                    'product/director', 'product/vp'],
    'M5 marketing associate to product manager': ['business/associate', 'product/associate', 'product/mid'],
}
PROSE_KEYS = {'text', 'summary', 'scope'}
ROLE_SCOPES = {'internal', 'external', 'either'}
# Names in the catalogue that repeat by intention: a role is called like a rung or like a term of the glossary.
NAME_SCOPES = [('roles', 'roles', 'name'), ('skills', 'groups', 'name'), ('skills', 'skills', 'name'),
               ('skills', 'levels', 'name'), ('ladders', 'ladders', 'name'), ('ladders', 'levels', 'name'),
               ('settings', 'aspects', 'name'), ('settings', 'settings', 'name'), ('places', 'kinds', 'name'),
               ('places', 'functions', 'name'), ('glossary', 'terms', 'term'), ('sources', 'sources', 'name'),
               ] + [('topics', kind, 'name') for kind in TOPIC_KINDS]


def walk(value, path=''):
    """Every object of a JSON value with its path; a stack instead of recursion keeps the order of the file."""
    stack = [(value, path)]
    while stack:
        item, where = stack.pop()
        if isinstance(item, dict):
            yield item, where
            stack.extend((child, f'{where}/{key}') for key, child in reversed(item.items()))
        elif isinstance(item, list):
            stack.extend((child, f'{where}/{index}') for index, child in reversed(list(enumerate(item))))


def prose(docs):
    """Every paragraph of the catalogue as (text, where); the scope of a role is a word and no prose."""
    for name in FILES:
        for item, path in walk(docs[name], name):
            for key in sorted(PROSE_KEYS & item.keys()):
                if item[key] not in ROLE_SCOPES:
                    yield item[key], f'{path}/{key}'


def normalise(text):
    return re.sub(r'[^a-z0-9]+', ' ', text.lower()).strip()


def doubled(items):
    return [item for item, count in Counter(items).items() if count > 1]


class Checks:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def case(self, name, problems):
        """One TAP line; problems is a list of strings, empty if all is well."""
        self.count += 1
        problems = list(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems[:20]:
            print(f'# {problem}')
        if len(problems) > 20:
            print(f'# and {len(problems) - 20} more')
        self.failed += bool(problems)


def check_schema(checks, schema, name, document):
    """Against the file's own definition, for precise messages, and against the published whole."""
    own = {**{key: value for key, value in schema.items() if key != 'oneOf'}, '$ref': f'#/$defs/{name}-file'}
    problems = [f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                for error in Draft202012Validator(own).iter_errors(document)]
    if not problems and not Draft202012Validator(schema).is_valid(document):
        problems = ['valid as what it is, but not against the schema as a whole']
    checks.case(f'schema: {name}.json', problems)
    return not problems


def check_schema_is_strict(checks, schema):
    Draft202012Validator.check_schema(schema)
    checks.case('schema: every object is closed',
                [f'{path} allows unknown members' for item, path in walk(schema)
                 if item.get('type') == 'object' and item.get('additionalProperties') is not False])


def check_references(checks, docs):
    def ids(name, member):
        return {entry['id'] for entry in docs[name][member]}

    known = {'skill': ids('skills', 'skills'), 'group': ids('skills', 'groups'), 'ladder': ids('ladders', 'ladders'),
             'level': ids('ladders', 'levels'), 'source': ids('sources', 'sources'), 'kind': ids('places', 'kinds'),
             'function': ids('places', 'functions'), 'aspect': ids('settings', 'aspects'),
             'role': ids('roles', 'roles'), 'setting': ids('settings', 'settings')}
    rungs = {f"{ladder['id']}/{rung['level']}" for ladder in docs['ladders']['ladders'] for rung in ladder['rungs']}
    missing = []

    def need(what, identifier, where):
        if identifier not in known[what]:
            missing.append(f'{where}: no {what} “{identifier}”')

    for name in FILES:
        for item, path in walk(docs[name], name):
            for source in item.get('sources', []):
                if isinstance(source, str):
                    need('source', source, path)
            if 'skill' in item:
                need('skill', item['skill'], path)
    checks.case('references: sources and skills', missing)

    missing = []
    for skill in docs['skills']['skills']:
        need('group', skill['group'], skill['id'])
    for role in docs['roles']['roles']:
        for kind in TOPIC_KINDS:
            topics = ids('topics', kind)
            missing += [f"{role['id']}: no topic “{entry['topic']}” in {kind}"
                        for entry in role[kind] if entry['topic'] not in topics]
        for place in role['places']:
            need('kind', place['kind'], role['id'])
            if 'function' in place:
                need('function', place['function'], role['id'])
        if 'ladder' in role:
            need('ladder', role['ladder'], role['id'])
        if 'level' in role and f"{role['ladder']}/{role['level']}" not in rungs:
            missing.append(f"{role['id']}: no rung {role['ladder']}/{role['level']}")
    checks.case('references: roles', missing)

    missing = []
    for ladder in docs['ladders']['ladders']:
        for rung in ladder['rungs']:
            need('level', rung['level'], ladder['id'])
    for move in docs['moves']['moves']:
        missing += [f'move to or from “{end}”, which is no rung' for end in (move['from'], move['to'])
                    if end not in rungs]
    checks.case('references: ladders and moves', missing)

    missing = []
    for setting in docs['settings']['settings']:
        for aspect in setting['aspects']:
            need('aspect', aspect['aspect'], setting['id'])
    for fact in docs['sources']['facts']:
        for about in fact['about']:
            if about != 'general':
                need(*about.split(':'), fact['id'])
    checks.case('references: settings and facts', missing)

    used = {source for name in FILES for item, _ in walk(docs[name]) for source in item.get('sources', [])
            if isinstance(source, str)}
    checks.case('references: nothing is written and never used',
                [f'source “{source}”' for source in sorted(known['source'] - used)]
                + [f'topic “{topic}” of {kind}' for kind in TOPIC_KINDS
                   for topic in sorted(ids('topics', kind) - {entry['topic'] for role in docs['roles']['roles']
                                                              for entry in role[kind]})]
                + [f'skill “{skill}”' for skill in sorted(known['skill'] - {
                    entry['skill'] for role in docs['roles']['roles'] for entry in role['skills']})]
                + [f'group “{group}”' for group in sorted(known['group'] - {
                    skill['group'] for skill in docs['skills']['skills']})])


def check_unique(checks, docs):
    problems = []
    for name in FILES:
        for member, entries in docs[name].items():
            if isinstance(entries, list) and all('id' in entry for entry in entries):
                problems += [f'{name}.json, {member}: “{twice}” twice' for twice in
                             doubled(entry['id'] for entry in entries)]
    problems += [f'topics: “{twice}” twice' for twice in
                 doubled(entry['id'] for kind in TOPIC_KINDS for entry in docs['topics'][kind])]
    for role in docs['roles']['roles']:
        for kind in TOPIC_KINDS:
            problems += [f"{role['id']}: topic “{twice}” twice" for twice in
                         doubled(entry['topic'] for entry in role[kind])]
        problems += [f"{role['id']}: skill “{twice}” twice" for twice in
                     doubled(entry['skill'] for entry in role['skills'])]
        problems += [f"{role['id']}: place {twice} twice" for twice in
                     doubled((place['kind'], place.get('function')) for place in role['places'])]
    for ladder in docs['ladders']['ladders']:
        problems += [f"{ladder['id']}: rung “{twice}” twice" for twice in
                     doubled(rung['level'] for rung in ladder['rungs'])]
        for rung in ladder['rungs']:
            problems += [f"{ladder['id']}/{rung['level']}: skill “{twice}” twice" for twice in
                         doubled(entry['skill'] for entry in rung['skills'])]
    problems += [f'move {twice} twice' for twice in
                 doubled((move['from'], move['to']) for move in docs['moves']['moves'])]
    checks.case('ids: unique', problems)

    texts = {}
    sentences = {}
    same_texts = []
    same_sentences = []
    for text, where in prose(docs):
        whole = normalise(text)
        if whole in texts:
            same_texts.append(f'{where} says the same as {texts[whole]}')
        texts[whole] = where
        for sentence in map(normalise, re.split(r'(?<=[.?:])\s+', text)):
            if len(sentence) >= 30:
                if sentence in sentences:
                    same_sentences.append(f'{where}: “{sentence}”, also in {sentences[sentence]}')
                sentences[sentence] = where
    checks.case('texts: none stands twice', same_texts)
    checks.case('texts: no sentence stands twice', same_sentences)

    problems = []
    for name, member, key in NAME_SCOPES:
        problems += [f'{name}.json, {member}: “{twice}” twice' for twice in
                     doubled(normalise(entry[key]) for entry in docs[name][member])]
    for ladder in docs['ladders']['ladders']:
        problems += [f"{ladder['id']}: “{twice}” twice" for twice in
                     doubled(normalise(rung['name']) for rung in ladder['rungs'])]
    checks.case('names: unique among their like', problems)


def check_coverage(checks, docs):
    covered = {tag for name in FILES for item, _ in walk(docs[name]) for tag in item.get('covers', [])}
    for tag in TAGS:
        checks.case(f'covers: {tag}', [] if tag in covered else [f'no entry tells fact {tag}'])


def check_counts(checks, docs):
    roles = {role['id']: role for role in docs['roles']['roles']}
    checks.case('counts: the roles', [f'no role “{role}”' for role in ROLES if role not in roles])
    skills = docs['skills']['skills']
    checks.case('counts: 40 skills', [] if len(skills) >= 40 else [f'only {len(skills)}'])
    ladders = {ladder['id'] for ladder in docs['ladders']['ladders']}
    total = sum(len(ladder['rungs']) for ladder in docs['ladders']['ladders'])
    checks.case('counts: ladders with 30 rungs',
                [f'no ladder “{ladder}”' for ladder in LADDERS if ladder not in ladders]
                + ([] if total >= 30 else [f'only {total} rungs']))
    checks.case('counts: 35 terms', [] if len(docs['glossary']['terms']) >= 35 else ['too few'])
    problems = []
    for role in roles.values():
        for kind, least in (('stakeholders', 3), ('responsibilities', 3), ('challenges', 3), ('interests', 3),
                            ('skills', 8), ('places', 2), ('path', 2), ('aliases', 1)):
            if len(role[kind]) < least:
                problems.append(f"{role['id']}: {len(role[kind])} {kind}, wanted {least}")
    checks.case('counts: every role is filled', problems)
    aspects = [aspect['id'] for aspect in docs['settings']['aspects']]
    checks.case('counts: settings have the same aspects, in one order',
                [setting['id'] for setting in docs['settings']['settings']
                 if [aspect['aspect'] for aspect in setting['aspects']] != aspects]
                + ([] if len(docs['settings']['settings']) >= 2 else ['fewer than two settings']))
    checks.case('counts: every unit kind and function has its paragraph',
                [f"{entry['id']} is short" for member in ('kinds', 'functions') for entry in docs['places'][member]
                 if len(entry['text']) < 100]
                + [member for member, count in (('kinds', 7), ('functions', 12))
                   if len(docs['places'][member]) != count])


def check_comparable(checks, docs):
    """Topics are there to be shared: a row that only one role has says little in a comparison."""
    problems = []
    for kind in TOPIC_KINDS:
        uses = Counter(entry['topic'] for role in docs['roles']['roles'] for entry in role[kind])
        problems += [f'{kind}: “{topic}” in one role only' for topic, count in uses.items() if count < 2]
    checks.case('comparison: every topic is shared', problems)

    seats = [role for role in docs['roles']['roles'] if role['family'] != 'other']
    problems = []
    for index, one in enumerate(seats):
        for other in seats[index + 1:]:
            if {(s['skill'], s['level']) for s in one['skills']} == {(s['skill'], s['level']) for s in other['skills']}:
                problems.append(f"{one['id']} and {other['id']} have the same skills")
    checks.case('comparison: no two seats ask for the same skills', problems)


def check_moves(checks, docs):
    rank = {level['id']: level['rank'] for level in docs['ladders']['levels']}
    rungs = {f"{ladder['id']}/{rung['level']}": {entry['skill']: entry['level'] for entry in rung['skills']}
             for ladder in docs['ladders']['ladders'] for rung in ladder['rungs']}
    height = {rung: rank[rung.split('/')[1]] for rung in rungs}
    moves = docs['moves']['moves']
    steps = {}
    for move in moves:
        steps.setdefault(move['from'], set()).add(move['to'])

    problems = []
    for move in moves:
        rise = height[move['to']] - height[move['from']]
        fits = {'promotion': rise > 0, 'lateral': rise == 0, 'entry': rise <= 0, 'down-level': rise < 0}
        if not fits[move['kind']]:
            problems.append(f"{move['from']} to {move['to']}: {move['kind']} with a rise of {rise}")
        problems += [f"{move['from']} to {move['to']}: {entry['skill']} is there already"
                     for entry in move.get('build', [])
                     if rungs[move['from']].get(entry['skill'], 0) >= entry['level']]
        if move['kind'] == 'promotion' and not any(
                level > rungs[move['from']].get(skill, 0) for skill, level in rungs[move['to']].items()):
            problems.append(f"{move['from']} to {move['to']}: a promotion that asks for nothing more")
    checks.case('moves: the kind fits the rise, and each asks for something', problems)

    problems = []
    for ladder in docs['ladders']['ladders']:
        ids = [f"{ladder['id']}/{rung['level']}" for rung in ladder['rungs']]
        if [height[rung] for rung in ids] != sorted(height[rung] for rung in ids):
            problems.append(f"{ladder['id']}: rungs out of order")
        up = {(move['from'], move['to']) for move in moves if move['kind'] == 'promotion'}
        problems += [f'{rung}: no promotion leads to it within its ladder' for rung in ids[1:]
                     if not any((lower, rung) in up for lower in ids)]
        problems += [f'{rung}: no promotion leads on within its ladder' for rung in ids[:-1]
                     if not any((rung, higher) in up for higher in ids)]
    checks.case('moves: every ladder can be climbed', problems)

    for name, way in WAYS.items():
        checks.case(f'moves: {name}', [f'no move from {a} to {b}' for a, b in zip(way, way[1:])
                                       if b not in steps.get(a, ())])

    told = {tag for move in moves for tag in move.get('covers', [])}
    checks.case('moves: T5, M5 and D7 are told', [f'{tag} by no move' for tag in ('T5', 'M5', 'D7') if tag not in told])
    crossing = {(move['from'].split('/')[0], move['to'].split('/')[0])
                for move in moves if 'D7' in move.get('covers', [])}
    checks.case('moves: D7 both ways', [f'none from {a} to {b}' for a, b in (('tpm', 'product'), ('product', 'tpm'))
                                        if (a, b) not in crossing])

    ladder_of = {'E1': {'tpm', 'program'}, 'E2': {'program'}, 'E3': {'program'}, 'E4': {'program'}}
    for tag, home in ladder_of.items():
        ends = [(move['from'].split('/')[0] in home, move['to'].split('/')[0] in home)
                for move in moves if tag in move.get('covers', [])]
        checks.case(f'moves: {tag} in and out',
                    ([] if (False, True) in ends else ['none in']) + ([] if (True, False) in ends else ['none out']))

    reached, fresh = {'engineering/mid'}, ['engineering/mid']
    neighbours = {}
    for move in moves:
        neighbours.setdefault(move['from'], set()).add(move['to'])
        neighbours.setdefault(move['to'], set()).add(move['from'])
    while fresh:
        fresh = [rung for rung in {n for f in fresh for n in neighbours.get(f, ())} if rung not in reached]
        reached.update(fresh)
    checks.case('moves: one connected map', [f'{rung} stands apart' for rung in rungs if rung not in reached])


def check_style(checks, docs):
    faults = [(r'!', 'an exclamation mark'), (r'"', 'a straight quote'), (r"'", 'a straight apostrophe'),
              (r'\s\s|\n|\t', 'a double space or a break'), (r'^\s|\s$', 'a space at an end'),
              (r'\.\.\.', 'three dots instead of an ellipsis'), (r'\s[,.;:?]', 'a space before a mark'),
              (r'\b(\w+) \1\b', 'a word twice')]
    problems = []
    for name in FILES:
        for item, path in walk(docs[name], name):
            for key, value in item.items():
                for text in value if isinstance(value, list) else [value]:
                    if isinstance(text, str):
                        problems += [f'{path}/{key}: {what}: “{text[:80]}”' for pattern, what in faults
                                     if re.search(pattern, text, re.IGNORECASE)]
    checks.case('style: punctuation', problems)


def main():
    checks = Checks()
    schema = json.loads((DATA / 'schema' / 'catalogue.schema.json').read_text(encoding='utf-8'))
    docs = {}
    for path in sorted((DATA / 'catalogue').glob('*.json')):
        docs[path.stem] = json.loads(path.read_text(encoding='utf-8'))
    resource = (DATA / 'espalier-data.gresource.xml').read_text(encoding='utf-8')

    check_schema_is_strict(checks, schema)
    valid = {name for name, document in docs.items() if check_schema(checks, schema, name, document)}
    checks.case('files: all there', [f'{name}.json' for name in FILES if name not in docs])
    checks.case('files: all in the resource',
                [f'{name}.json' for name in docs if f'>catalogue/{name}.json<' not in resource])
    if valid.issuperset(FILES):
        check_references(checks, docs)
        check_unique(checks, docs)
        check_coverage(checks, docs)
        check_counts(checks, docs)
        check_comparable(checks, docs)
        check_moves(checks, docs)
        check_style(checks, docs)
    print(f'1..{checks.count}')
    return 1 if checks.failed else 0


if __name__ == '__main__':
    sys.exit(main())
