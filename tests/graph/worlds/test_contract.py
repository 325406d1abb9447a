"""Each check of visibility.md ("What an import refuses"), by a world that breaks it and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.driver import Database
from tests.graph.worlds.in_and_out import bring_in, everything
from tests.graph.worlds.small_world import World, small_world

pytestmark = pytest.mark.database

Breaking = Callable[[World], Any]


def put(name: str, position: int, /, **properties: Any) -> Breaking:
    """Change properties of a record."""
    return lambda world: world[name][position].update({key.rstrip("_"): value for key, value in properties.items()})


def add(name: str, like: int, /, **properties: Any) -> Breaking:
    """Add a record like another one with other properties."""
    changes = {key.rstrip("_"): value for key, value in properties.items()}
    return lambda world: world[name].append(world[name][like] | changes)


def drop(name: str, position: int, key: str) -> Breaking:
    """Take a property out of a record."""
    return lambda world: world[name][position].pop(key)


SCHEMA = [
    (drop("people", 0, "family_name"), "$.people[0].family_name"),
    (put("people", 1, nickname="K"), "$.people[1].nickname"),
    (put("people", 1, **{"nick name": "K"}), '$.people[1]["nick name"]'),
    (put("people", 0, given_name=""), "$.people[0].given_name"),
    (put("people", 0, given_name="a" * 201), "$.people[0].given_name"),
    (put("people", 0, gender="f"), "$.people[0].gender"),
    (put("people", 0, shielded="yes"), "$.people[0].shielded"),
    (put("people", 0, also_known_as=["Annie", 7]), "$.people[0].also_known_as[1]"),
    (put("people", 0, date_of_birth="1990-02-30"), "$.people[0].date_of_birth"),
    (put("people", 0, date_of_birth="0000-02-03"), "$.people[0].date_of_birth"),
    (put("people", 0, date_of_birth="1990-2-3"), "$.people[0].date_of_birth"),
    (put("people", 0, date_of_birth="1990-02-03T00:00:00Z"), "$.people[0].date_of_birth"),
    (put("bars", 0, id="a b"), "$.bars[0].id"),
    (put("agencies", 0, email="nobody"), "$.agencies[0].email"),
    (put("practitioners", 0, works_for=[]), "$.practitioners[0].works_for"),
    (put("consents", 0, recorded_at="2021-06-01T12:00:00"), "$.consents[0].recorded_at"),
    (put("consents", 0, recorded_at="2021-02-30T12:00:00Z"), "$.consents[0].recorded_at"),
    (put("consents", 0, recorded_at="2021-06-01 12:00:00Z"), "$.consents[0].recorded_at"),
    (put("consents", 0, recorded_at="2016-12-31T23:59:60Z"), "$.consents[0].recorded_at"),
    (put("consents", 0, recorded_at="0001-01-01T00:00:00+01:00"), "$.consents[0].recorded_at"),
    (put("grants", 0, reason="x" * 2001), "$.grants[0].reason"),
    (lambda world: world.update(format="patchwork-world/2"), "$.format"),
    (lambda world: world.pop("format"), "$.format"),
    (lambda world: world.pop("as_of"), "$.as_of"),
    (lambda world: world.update(as_of="yesterday"), "$.as_of"),
    (lambda world: world.update(pets=[]), "$.pets"),
    (lambda world: world.update(grants={}), "$.grants"),
    (lambda world: world["areas"].append("South"), "$.areas[1]"),
]

REFERENCES = [
    (put("agreements", 0, signatures=[{"agency": "gone", "signed_on": "2020-01-01"}]),
     "$.agreements[0].signatures[0].agency"),
    (put("practitioners", 2, works_for=[{"agency": "charity", "from": "2015-01-01"},
                                        {"agency": "gone", "from": "2015-01-01"}]),
     "$.practitioners[2].works_for[1].agency"),
    (put("families", 0, area="gone"), "$.families[0].area"),
    (put("families", 0, members=[{"person": "ann"}, {"person": "gone"}]), "$.families[0].members[1].person"),
    (put("kinship", 0, from_person="gone"), "$.kinship[0].from_person"),
    (put("kinship", 0, to_person="gone"), "$.kinship[0].to_person"),
    (put("involvements", 1, practitioner="gone"), "$.involvements[1].practitioner"),
    (put("involvements", 1, person="gone"), "$.involvements[1].person"),
    (put("involvements", 1, type="gone"), "$.involvements[1].type"),
    (put("involvements", 1, broker="gone"), "$.involvements[1].broker"),
    (put("consents", 0, person="gone"), "$.consents[0].person"),
    (put("consents", 0, agency="gone"), "$.consents[0].agency"),
    (put("consents", 0, recorded_by="gone"), "$.consents[0].recorded_by"),
    (put("accounts", 1, areas=["north", "gone"]), "$.accounts[1].areas[1]"),
    (put("accounts", 0, practitioner="gone"), "$.accounts[0].practitioner"),
    (put("accounts", 1, agency="gone"), "$.accounts[1].agency"),
    (put("grants", 0, account="gone"), "$.grants[0].account"),
    (put("grants", 0, person="gone"), "$.grants[0].person"),
    (put("bars", 0, account="gone"), "$.bars[0].account"),
    (put("bars", 0, person="gone"), "$.bars[0].person"),
]  # fmt: skip

TWICE = [
    (add("areas", 0, name="Other"), "$.areas[1].id"),
    (add("involvement_types", 0), "$.involvement_types[2].code"),
    (add("people", 1), "$.people[3].id"),
    (add("kinship", 2, kind="neighbour_of"), "$.kinship[3].id"),
    (add("involvements", 1), "$.involvements[2].id"),
    (add("bars", 0), "$.bars[1].id"),
    (put("accounts", 1, username="oLA"), "$.accounts[1].username"),
    (put("accounts", 1, practitioner="ola"), "$.accounts[1].practitioner"),
    (put("people", 2, nhs_number="4341925415"), "$.people[2].nhs_number"),
    (add("involvements", 0, id="i3"), "$.involvements[2].lead"),
]

PERIODS = [
    (put("agreements", 0, to="2020-01-01"), "$.agreements[0].to"),
    (put("practitioners", 0, works_for=[{"agency": "help", "from": "2015-01-01", "to": "2014-01-01"},
                                        {"agency": "help", "from": "2015-01-01"}]),
     "$.practitioners[0].works_for[0].to"),
    (put("families", 0, members=[{"person": "kit", "from": "2020-01-01", "to": "2020-01-01"}]),
     "$.families[0].members[0].to"),
    (put("kinship", 2, to="2020-01-01"), "$.kinship[2].to"),
    (put("involvements", 1, to="2021-01-01"), "$.involvements[1].to"),
    (put("consents", 0, expires_at="2021-06-01T11:00:00Z"), "$.consents[0].expires_at"),
    (put("consents", 0, expires_at="2021-06-01T12:00:00+02:00"), "$.consents[0].expires_at"),
    (put("people", 0, deceased_on="1990-04-30"), "$.people[0].deceased_on"),
    (put("families", 0, members=[{"person": "ann", "to": "2012-01-02"}, {"person": "ann", "from": "2012-01-01"}]),
     "$.families[0].members[1]"),
    (put("families", 0, members=[{"person": "kit"}, {"person": "kit"}]), "$.families[0].members[1]"),
]  # fmt: skip

WORK = [
    (drop("accounts", 0, "practitioner"), "$.accounts[0].practitioner"),
    (put("accounts", 0, agency="school"), "$.accounts[0].agency"),
    (put("involvements", 1, from_="2019-06-01"), "$.involvements[1].agency"),
    (put("involvements", 1, from_="2019-01-01"), "$.involvements[1].agency"),
    (put("involvements", 0, agency="charity", broker=None), "$.involvements[0].agency"),
    (put("involvements", 0, broker="ola"), "$.involvements[0].broker"),
    (lambda world: world["practitioners"][2]["works_for"].append({"agency": "help", "from": "2022-01-01"}),
     "$.involvements[0].broker"),
]  # fmt: skip

PEOPLE = [
    (put("people", 0, nhs_number="4341925414"), "$.people[0].nhs_number"),
    (put("people", 0, nhs_number="434 192 5415"), "$.people[0].nhs_number"),
    (put("people", 0, nhs_number="434192541"), "$.people[0].nhs_number"),
    (put("people", 0, nhs_number="٤٣٤١٩٢٥٤١٥"), "$.people[0].nhs_number"),
    (put("kinship", 2, to_person="joe"), "$.kinship[2].to_person"),
]

TEXT = [
    (put("people", 0, given_name="An\u0000n"), "$.people[0].given_name"),
    (put("people", 0, given_name="An\nn"), "$.people[0].given_name"),
    (put("people", 0, given_name="An\u007fn"), "$.people[0].given_name"),
    (put("people", 0, given_name="An\u0085n"), "$.people[0].given_name"),
    (put("people", 0, also_known_as=["Annie", "\u202eeinnA"]), "$.people[0].also_known_as[1]"),
    (put("practitioners", 0, best_time="\u2066mornings"), "$.practitioners[0].best_time"),
    (put("agencies", 0, name="Help\u200f"), "$.agencies[0].name"),
    (put("grants", 0, reason="duty\u061c"), "$.grants[0].reason"),
    (put("people", 0, address="half \ud83d"), "$.people[0].address"),
    (put("accounts", 0, password="tab\tbed"), "$.accounts[0].password"),
]


@pytest.mark.parametrize(
    ("broken", "path"),
    [*SCHEMA, *REFERENCES, *TWICE, *PERIODS, *WORK, *PEOPLE, *TEXT],
    ids=lambda value: value[:60] if isinstance(value, str) else "broken",
)
def test_a_broken_world_is_refused_at_its_place(database: Database, broken: Breaking, path: str) -> None:
    world = small_world()
    broken(world)
    faults = bring_in(database, world).faults
    assert [fault.split(": ")[0] for fault in faults] == [path]
    assert everything(database) == []


def test_parents_in_a_circle_are_refused_all_of_them(database: Database) -> None:
    world = small_world()
    world["kinship"].append({"id": "k4", "kind": "parent_of", "from_person": "kit", "to_person": "joe"})
    places = [fault.split(": ")[0] for fault in bring_in(database, world).faults]
    assert places == ["$.kinship[0].to_person", "$.kinship[1].to_person", "$.kinship[3].to_person"]


def test_every_fault_is_named_at_once(database: Database) -> None:
    world = small_world()
    for broken, _ in (SCHEMA[0], REFERENCES[6], PERIODS[4], PEOPLE[4], TEXT[6]):
        broken(world)
    places = {fault.split(": ")[0] for fault in bring_in(database, world).faults}
    assert places >= {
        "$.people[0].family_name",
        "$.involvements[1].practitioner",
        "$.involvements[1].to",
        "$.kinship[2].to_person",
        "$.agencies[0].name",
    }


ALLOWED = [
    put("consents", 0, recorded_at="2039-01-01T00:00:00Z", expires_at=None),
    put("accounts", 1, role="auditor"),
    put("accounts", 1, role="administrator"),
    put("grants", 0, expires_at="2026-07-14T09:00:00Z"),
    put("people", 0, deceased_on="1990-05-01"),
    put("people", 0, expected_date_of_birth="2030-01-01", deceased_on="2029-01-01"),
    put("involvements", 1, from_="2018-12-31"),
    add("involvements", 0, id="i3", from_="2019-01-01", to="2021-01-01"),
    add("involvements", 0, id="i3", from_="2090-01-01"),
    lambda world: world["practitioners"][2]["works_for"].append(
        {"agency": "help", "from": "2015-01-01", "to": "2016-01-01"}
    ),
    put("people", 0, given_name="Zoë \U0001f600 李"),
    put("consents", 0, recorded_at="2021-06-01t12:00:00.123456z"),
]


@pytest.mark.parametrize("change", ALLOWED)
def test_what_only_looks_wrong_is_accepted(database: Database, change: Breaking) -> None:
    world = small_world()
    change(world)
    assert bring_in(database, world).faults == []
