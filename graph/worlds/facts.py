"""What a record says that other records are checked against: whom it names, who works where, who leads, and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.accounts import username_key
from graph.worlds.lists import Record
from graph.worlds.record_rules import LAST

Row = tuple[str | int | None, ...]
Reference = tuple[str, str, str]
"""The path of the reference in its record, the list it points into, and the id."""


def references(name: str, record: Record) -> Iterator[Reference]:
    """Every other record that this one names."""
    for path, target in _SINGLE.get(name, ()):
        if record[path] is not None:
            yield f".{path}", target, record[path]
    for path, part, target in _PARTS.get(name, ()):
        for position, item in enumerate(record[path]):
            yield f".{path}[{position}]{'.' * bool(part)}{part}", target, item[part] if part else item


def facts(name: str, place: int | None, record: Record) -> Iterator[tuple[str, Row]]:
    """The rows for the spool's tables of facts; place is None for what is stored already."""
    make = _FACTS.get(name)
    return make(place, record) if make else iter(())


def _account(place: int | None, account: Record) -> Iterator[tuple[str, Row]]:
    key = username_key(account["username"])
    yield "account", (account["id"], key, account["practitioner"], account["agency"], place)


def _employment(place: int | None, practitioner: Record) -> Iterator[tuple[str, Row]]:
    for work in practitioner["works_for"]:
        yield "employment", (practitioner["id"], work["agency"], work["from"] or "", work["to"] or LAST, place)


def _involvement(place: int | None, involvement: Record) -> Iterator[tuple[str, Row]]:
    named = (involvement[name] for name in ("id", "practitioner", "agency", "person"))
    interval = (involvement["from"] or "", involvement["to"] or LAST)
    yield "involvement", (*named, *interval, int(involvement["lead"]), involvement["broker"], place)


def _parentage(place: int | None, link: Record) -> Iterator[tuple[str, Row]]:
    if link["kind"] == "parent_of":
        yield "parentage", (link["id"], link["from_person"], link["to_person"], place)


def _nhs_number(place: int | None, person: Record) -> Iterator[tuple[str, Row]]:
    if person["nhs_number"] is not None:
        yield "nhs_number", (person["nhs_number"], person["id"], place)


_FACTS: dict[str, Callable[[int | None, Record], Iterator[tuple[str, Row]]]] = {
    "accounts": _account,
    "practitioners": _employment,
    "involvements": _involvement,
    "kinship": _parentage,
    "people": _nhs_number,
}

_SINGLE = {
    "families": (("area", "areas"),),
    "kinship": (("from_person", "people"), ("to_person", "people")),
    "involvements": (
        ("practitioner", "practitioners"),
        ("agency", "agencies"),
        ("person", "people"),
        ("type", "involvement_types"),
        ("broker", "practitioners"),
    ),
    "consents": (("person", "people"), ("agency", "agencies"), ("recorded_by", "practitioners")),
    "accounts": (("practitioner", "practitioners"), ("agency", "agencies")),
    "grants": (("account", "accounts"), ("person", "people")),
    "bars": (("account", "accounts"), ("person", "people")),
}

_PARTS = {
    "agreements": (("signatures", "agency", "agencies"),),
    "practitioners": (("works_for", "agency", "agencies"),),
    "families": (("members", "person", "people"),),
    "accounts": (("areas", "", "areas"),),
}
