"""The generated worlds hold what visibility.md draws its lines through, without a database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random
from zoneinfo import ZoneInfo

import pytest

from tests.proof.missing import PROPERTIES, losses
from tests.proof.world_services import LOOK_ALIKE
from tests.proof.worlds import INSTANTS, World, seeded_worlds

LONDON = ZoneInfo("Europe/London")
WORLDS = 30


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    """As many as are compared at one instant."""
    return seeded_worlds("held", WORLDS, INSTANTS[1])


def test_instants_lie_around_both_changes_of_the_clocks_and_on_29_february() -> None:
    offsets = {at.astimezone(LONDON).date(): set[timedelta | None]() for at in INSTANTS}
    for at in INSTANTS:
        offsets[at.astimezone(LONDON).date()].add(at.astimezone(LONDON).utcoffset())
    changed = [day for day, known in offsets.items() if len(known) == 2]
    assert [(day.month, day.day) for day in sorted(changed)] == [(3, 29), (10, 25)]
    assert any((day.month, day.day) == (2, 29) for day in offsets)
    assert any(at.astimezone(LONDON).date() != at.astimezone(UTC).date() for at in INSTANTS)


def test_consents_tie_to_the_instant(worlds: list[World]) -> None:
    ties = [(one, other) for world in worlds for one, other in combinations(world["consents"], 2) if _tied(one, other)]
    assert any((one["decision"] == "given") != (other["decision"] == "given") for one, other in ties)


def test_intervals_end_and_begin_today_and_beside_it(worlds: list[World]) -> None:
    today = INSTANTS[1].astimezone(LONDON).date()
    days = [today + timedelta(days=days) for days in (-1, 0, 1)]
    for name in ("involvements", "members", "agreements", "works_for"):
        ends = {one["to"] for world in worlds for one in _intervals(world, name)}
        assert {day.isoformat() for day in days} & ends, name
        assert None in ends, name
    ends = {one["to"] for world in worlds for one in world["involvements"]}
    assert {day.isoformat() for day in days} <= ends
    assert (today - timedelta(days=90)).isoformat() in ends
    begins = {one["from"] for world in worlds for one in world["involvements"]}
    assert {today.isoformat(), days[2].isoformat()} <= begins


def test_grants_end_now_and_just_after(worlds: list[World]) -> None:
    now = INSTANTS[1]
    ends = {datetime.fromisoformat(one["expires_at"]) - now for world in worlds for one in world["grants"]}
    assert {timedelta(0), timedelta(microseconds=1)} <= ends


def test_ids_look_alike(worlds: list[World]) -> None:
    for name in ("people", "accounts", "agencies", "practitioners", "involvements"):
        ends = {one["id"][-1] for world in worlds for one in world[name]}
        assert {"l", "I", "1"} <= ends <= {*"".join(LOOK_ALIKE)}, name


def test_every_property_is_lost_somewhere(worlds: list[World]) -> None:
    lost = {
        (one.list, one.field)
        for number in range(20)
        for world in worlds
        for one in losses(world, Random(f"{number}/{world['people'][0]['id']}"), 2)
    }
    assert {(name, field) for name, field, _, _ in PROPERTIES} == lost


def _tied(one: World, other: World) -> bool:
    """Whether two decisions of one kind of giver apply to some service alike, at the same instant."""
    alike = one["agency"] == other["agency"] or None in (one["agency"], other["agency"])
    givers = (one["giver"] == "self") == (other["giver"] == "self")
    return alike and givers and (one["person"], one["recorded_at"]) == (other["person"], other["recorded_at"])


def _intervals(world: World, name: str) -> Iterator[World]:
    if name == "members":
        yield from (member for family in world["families"] for member in family["members"])
    elif name == "works_for":
        yield from (work for one in world["practitioners"] for work in one["works_for"])
    else:
        yield from world[name]
