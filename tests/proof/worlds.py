"""Generated worlds: small, and dense in everything that visibility.md draws a line through."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.proof.world_days import INSTANTS, LONG_AGO, Days
from tests.proof.world_services import LOOK_ALIKE, Records, Services

World = dict[str, Any]
LISTS = (
    "areas",
    "involvement_types",
    "agencies",
    "agreements",
    "practitioners",
    "people",
    "families",
    "kinship",
    "involvements",
    "consents",
    "accounts",
    "grants",
    "bars",
)


DEFAULTS: dict[str, dict[str, Any]] = {
    "involvement_types": {"sensitive": False, "always_findable": False},
    "people": {"shielded": False},
    "families": {"programme": False},
    "involvements": {"sensitive": False, "confirmed": True},
    "consents": {"includes_sensitive": False},
}


def with_defaults(world: World) -> World:
    """The world with what world.schema.json says of properties that a record leaves out."""
    return world | {name: [default | one for one in world.get(name, ())] for name, default in DEFAULTS.items()}


def small_world(dice: Random, instant: datetime, prefix: str = "") -> World:
    """One world as of an instant, ready for import; every id begins with `prefix`."""
    days = Days(instant, dice)
    services = Services(prefix, days, dice)
    people = [_person(prefix, end, dice, days) for end in LOOK_ALIKE[:5]]
    ids = [one["id"] for one in people]
    accounts = [one["id"] for one in services.accounts]
    grants = [_grant(f"{prefix}gr{number}", accounts, ids, dice, days) for number in range(dice.randint(8, 16))]
    return {
        "format": "patchwork-world/1",
        "as_of": instant.isoformat(),
        "areas": services.areas,
        "involvement_types": services.types,
        "agencies": services.agencies,
        "agreements": services.agreements,
        "practitioners": services.practitioners,
        "people": people,
        "families": [_family(prefix, end, ids, services, dice, days) for end in LOOK_ALIKE[:3]],
        "kinship": _kinship(prefix, ids, dice),
        "involvements": _involvements(prefix, ids, services, dice, days),
        "consents": [
            _consent(f"{prefix}co{number}", ids, services, dice, days) for number in range(dice.randint(4, 12))
        ],
        "accounts": services.accounts,
        "grants": grants,
        "bars": _bars(prefix, accounts, ids, grants, dice),
    }


def merged(worlds: list[World]) -> World:
    """Worlds of one instant, told apart by their prefixes, as one."""
    heading = {"format": "patchwork-world/1", "as_of": worlds[0]["as_of"]}
    return heading | {name: [record for world in worlds for record in world[name]] for name in LISTS}


def seeded_worlds(seed: str, count: int, instant: datetime) -> list[World]:
    """The same worlds for the same seed."""
    return [small_world(Random(f"{seed}/{number}"), instant, f"w{number}-") for number in range(count)]


@st.composite
def some_worlds(draw: st.DrawFn) -> tuple[datetime, list[World]]:
    """An instant and a few worlds as of it; a failing example shrinks to the worlds that it needs."""
    instant = draw(st.sampled_from(INSTANTS))
    seeds = draw(st.lists(st.integers(0, 10**6), min_size=1, max_size=8, unique=True))
    return instant, [small_world(Random(seed), instant, f"w{number}-") for number, seed in enumerate(seeds)]


def _person(prefix: str, end: str, dice: Random, days: Days) -> dict[str, Any]:
    unborn = dice.random() < 0.15
    born = (days.today - timedelta(days=dice.randint(0, 15000))).isoformat()
    return {
        "id": f"{prefix}pe{end}",
        "given_name": dice.choice(("Mia", "Leo", "Ada")),
        "family_name": dice.choice(("Reed", "Read")),
        "date_of_birth": None if unborn else born,
        "expected_date_of_birth": (days.today + timedelta(days=40)).isoformat() if unborn else None,
        "shielded": dice.random() < 0.25,
        "upn": f"A{dice.randrange(10**12):012}",
        "address": "1 Mill Lane",
        "postcode": dice.choice(("LS11 0AA", "LS12 0AA")),
    }


def _family(prefix: str, end: str, people: list[str], services: Services, dice: Random, days: Days) -> dict[str, Any]:
    return {
        "id": f"{prefix}fa{end}",
        "name": dice.choice(("Reed", "Read")),
        "area": dice.choice([area["id"] for area in services.areas] * 2 + [None]),
        "programme": dice.random() < 0.7,
        "members": [_interval(days, {"person": person}) for person in people if dice.random() < 0.45],
    }


def _interval(days: Days, record: dict[str, Any]) -> dict[str, Any]:
    begins, ends = days.beginning(), days.ending()
    if begins and ends and begins >= ends:
        ends = None
    return record | {"from": begins.isoformat() if begins else None, "to": ends.isoformat() if ends else None}


def _kinship(prefix: str, people: list[str], dice: Random) -> Records:
    pairs = [(a, b) for at, a in enumerate(people) for b in people[at + 1 :] if dice.random() < 0.3]
    return [
        {"id": f"{prefix}ki{number}", "kind": dice.choice(("parent_of", "friend_of")), "from_person": a, "to_person": b}
        for number, (a, b) in enumerate(pairs)
    ]


def _involvements(prefix: str, people: list[str], services: Services, dice: Random, days: Days) -> Records:
    ends = [f"{one}{other}" for one in LOOK_ALIKE[:5] for other in LOOK_ALIKE[:3]]
    drawn = [_involvement(f"{prefix}in{end}", people, services, dice, days) for end in ends[: dice.randint(11, 15)]]
    return [one for one in drawn if one is not None]


def _involvement(id_: str, people: list[str], services: Services, dice: Random, days: Days) -> dict[str, Any] | None:
    practitioner, agency = dice.choice(services.places())
    spells = [
        work
        for one in services.practitioners
        if one["id"] == practitioner
        for work in one["works_for"]
        if work["agency"] == agency
    ]
    begins, ends = days.beginning() or days.past(), days.ended()
    if begins > days.today and dice.random() < 0.6:
        ends = days.today + timedelta(days=30)
    if ends and begins >= ends:
        begins = LONG_AGO
    if not any(work["from"] <= begins.isoformat() and begins.isoformat() < (work["to"] or "9") for work in spells):
        return None
    elsewhere = [one["id"] for one in services.practitioners if agency not in [w["agency"] for w in one["works_for"]]]
    plain = [one["code"] for one in services.types]
    return {
        "id": id_,
        "practitioner": practitioner,
        "agency": agency,
        "person": dice.choice(people),
        "type": dice.choice(plain[:1] * 2 + plain[:2] + plain),
        "sensitive": dice.random() < 0.12,
        "basis": dice.choice(("public_task", "legal_obligation", "vital_interests", "consent", "consent")),
        "from": begins.isoformat(),
        "to": ends.isoformat() if ends else None,
        "broker": dice.choice([*elsewhere, None]) if elsewhere and dice.random() < 0.6 else None,
        "confirmed": dice.random() < 0.85,
    }


def _consent(id_: str, people: list[str], services: Services, dice: Random, days: Days) -> dict[str, Any]:
    recorded, expires = days.moment(), days.to_come()
    if dice.random() < 0.4:
        expires = days.moment()
    agencies = [one["id"] for one in services.agencies]
    return {
        "id": id_,
        "person": dice.choice(people[:3]),
        "decision": dice.choice(("given",) * 4 + ("refused", "withdrawn")),
        "agency": dice.choice(agencies) if dice.random() < 0.4 else None,
        "includes_sensitive": dice.random() < 0.6,
        "recorded_at": recorded.isoformat(),
        "expires_at": expires.isoformat() if recorded < expires and dice.random() < 0.5 else None,
        "giver": dice.choice(("self", "self", "parental_responsibility", "representative")),
    }


def _bars(prefix: str, accounts: list[str], people: list[str], grants: Records, dice: Random) -> Records:
    """Bars, as often as not of somebody who holds a grant on the person, whose other accounts are barred with them."""
    pairs = [(dice.choice(accounts), dice.choice(people)) for _ in range(dice.choice((0, 0, 0, 1, 2)))]
    held = dice.choice(grants)
    pairs += [(held["account"], held["person"])] if dice.random() < 0.4 else []
    return [{"id": f"{prefix}ba{number}", "account": v, "person": x} for number, (v, x) in enumerate(pairs)]


def _grant(id_: str, accounts: list[str], people: list[str], dice: Random, days: Days) -> dict[str, Any]:
    """A grant that ends now, or just after; now and then one that is not given yet."""
    granted = days.instant + dice.choice((timedelta(hours=-2), timedelta(0), timedelta(microseconds=1)))
    granted = granted if dice.random() < 0.4 else days.instant - timedelta(hours=3)
    ends = max(days.to_come(), granted + timedelta(microseconds=1))
    return {
        "id": id_,
        "account": dice.choice(accounts),
        "person": dice.choice(people),
        "kind": dice.choice(("opened", "break_glass")),
        "reason": "A call about school",
        "granted_at": granted.isoformat(),
        "expires_at": ends.isoformat(),
    }
