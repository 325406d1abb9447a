"""The checks that an import makes beyond the schema, written from visibility.md's contract alone, for whole worlds."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

World = dict[str, Any]
FAR = "9999-12-31"


def faults(world: World) -> list[str]:
    """Every fault of the world, as the list it is in and what is wrong."""
    found: list[str] = []
    for check in (_ids, _references, _intervals, _text, _people, _families, _kinship, _involvements, _accounts):
        found += check(world)
    return found


def _ids(world: World) -> Iterator[str]:
    for name, records in world.items():
        if isinstance(records, list):
            key = "code" if name == "involvement_types" else "id"
            for value, times in Counter(record[key] for record in records).items():
                if times > 1:
                    yield f"{name}: {value} stands {times} times"


REFERENCES = {
    "agreements": [("signatures.agency", "agencies")],
    "practitioners": [("works_for.agency", "agencies")],
    "families": [("members.person", "people"), ("area", "areas")],
    "kinship": [("from_person", "people"), ("to_person", "people")],
    "involvements": [
        ("practitioner", "practitioners"),
        ("agency", "agencies"),
        ("person", "people"),
        ("type", "involvement_types"),
        ("broker", "practitioners"),
    ],
    "consents": [("person", "people"), ("agency", "agencies"), ("recorded_by", "practitioners")],
    "accounts": [("practitioner", "practitioners"), ("agency", "agencies"), ("areas", "areas")],
    "grants": [("account", "accounts"), ("person", "people")],
    "bars": [("account", "accounts"), ("person", "people")],
}


def _references(world: World) -> Iterator[str]:
    for name, rules in REFERENCES.items():
        for path, target in rules:
            known = {record.get("code", record.get("id")) for record in world[target]}
            for record in world[name]:
                for value in _at(record, path):
                    if value is not None and value not in known:
                        yield f"{name}: {path} {value} is nobody"


def _at(record: dict[str, Any], path: str) -> list[Any]:
    head, _, tail = path.partition(".")
    value = record.get(head)
    if tail:
        return [row.get(tail) for row in value or []]
    return value if isinstance(value, list) else [value]


def _intervals(world: World) -> Iterator[str]:
    rows = [row for name in ("agreements", "involvements", "kinship") for row in world[name]]
    rows += [row for practitioner in world["practitioners"] for row in practitioner["works_for"]]
    rows += [row for family in world["families"] for row in family["members"]]
    for row in rows:
        if (row.get("from") or "") >= (row.get("to") or FAR):
            yield f"from is not before to: {row}"
    for name, start in (("consents", "recorded_at"), ("grants", "granted_at")):
        for row in world[name]:
            if row[start] >= (row.get("expires_at") or FAR):
                yield f"{name}: expires before it begins: {row}"


def _text(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _text(part)
    elif isinstance(value, str) and (not value.isprintable() or BIDI & set(map(unicodedata.bidirectional, value))):
        yield f"text with control characters: {value!r}"


BIDI = frozenset({"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})


def _people(world: World) -> Iterator[str]:
    seen: set[str] = set()
    for person in world["people"]:
        if (person.get("date_of_birth") or "") > (person.get("deceased_on") or FAR):
            yield f"birth after death: {person['id']}"
        number = person.get("nhs_number")
        if number is not None:
            total = sum(int(digit) * weight for digit, weight in zip(number, range(10, 0, -1), strict=True))
            if total % 11 or number in seen:
                yield f"NHS number wrong or twice: {number}"
            seen.add(number)


def _families(world: World) -> Iterator[str]:
    for family in world["families"]:
        times: dict[str, list[tuple[str, str]]] = {}
        for row in family["members"]:
            times.setdefault(row["person"], []).append((row.get("from") or "", row.get("to") or FAR))
        for person, spans in times.items():
            spans.sort()
            if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
                yield f"{person} is twice at a time in {family['id']}"


def _kinship(world: World) -> Iterator[str]:
    parents: dict[str, list[str]] = {}
    for link in world["kinship"]:
        if link["from_person"] == link["to_person"]:
            yield f"kinship with oneself: {link['id']}"
        if link["kind"] == "parent_of":
            parents.setdefault(link["to_person"], []).append(link["from_person"])
    for child in parents:
        above, waiting = set[str](), list(parents[child])
        while waiting:
            one = waiting.pop()
            if one not in above:
                above.add(one)
                waiting += parents.get(one, [])
        if child in above:
            yield f"{child} is an own ancestor"


def _involvements(world: World) -> Iterator[str]:
    posts = {practitioner["id"]: practitioner["works_for"] for practitioner in world["practitioners"]}
    leads: Counter[str] = Counter()
    today = world["as_of"][:10]
    for one in world["involvements"]:
        spans = [row for row in posts[one["practitioner"]] if row["agency"] == one["agency"]]
        if not any(row["from"] <= one["from"] < (row.get("to") or FAR) for row in spans):
            yield f"{one['id']}: the holder did not work for the agency"
        broker = one.get("broker")
        employers = [row["agency"] for row in posts.get(broker, [])]
        if broker and (broker == one["practitioner"] or one["agency"] in employers):
            yield f"{one['id']}: the broker is not of another agency"
        if one.get("lead") and one["from"] <= today < (one.get("to") or FAR):
            leads[one["person"]] += 1
    yield from (f"{person} has {number} leads" for person, number in leads.items() if number > 1)


def _accounts(world: World) -> Iterator[str]:
    posts = {one["id"]: {row["agency"] for row in one["works_for"]} for one in world["practitioners"]}
    names = Counter(account["username"].casefold() for account in world["accounts"])
    yield from (f"username {name} is taken twice" for name, times in names.items() if times > 1)
    held = Counter((one["agency"], one["practitioner"]) for one in world["accounts"] if one.get("practitioner"))
    yield from (f"two accounts of {key}" for key, times in held.items() if times > 1)
    for account in world["accounts"]:
        practitioner = account.get("practitioner")
        if account["role"] == "practitioner" and not practitioner:
            yield f"{account['id']} has no practitioner"
        if practitioner and account["agency"] not in posts[practitioner]:
            yield f"{account['id']} is of an agency that the practitioner never worked for"
