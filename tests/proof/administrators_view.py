"""What an administrator is told: their own agency's work, people as initials, and who can see it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.proof.facts import Facts, Record
from tests.proof.oracle import Oracle
from tests.proof.worlds import World

# What a page about an own involvement says of it.
_TOLD = ("id", "practitioner", "person", "type", "role", "from", "to", "sensitive")


def administrators_view(world: World, instant: datetime, administrator: Record) -> dict[str, Any]:
    """Everything that the pages of an administrator's account may depend on, as the oracle has it.

    It is told as if nobody worked for a sensitive service of another agency: such work leaves nothing behind.
    """
    agency, masked = administrator["agency"], Oracle(world, instant).sensitive
    left = [one for one in world["involvements"] if one["agency"] == agency or not masked(one["id"])]
    oracle = Oracle(world | {"involvements": left}, instant)
    own = [one for one in left if one["agency"] == agency]
    services = ("agencies", "agreements", "practitioners", "accounts", "involvement_types", "areas")
    return {
        "services": {name: world[name] for name in services},
        "kept": _of_areas(world, instant, administrator["areas"]),
        "own": [({key: one.get(key) for key in _TOLD}, _initials(oracle.facts.people[one["person"]])) for one in own],
        "seen": [row for one in own for v in oracle.facts.accounts if (row := _row(oracle, v, one, agency))],
    }


def _of_areas(world: World, instant: datetime, areas: list[str]) -> set[str]:
    """The agencies of these areas: those with work there today, whatever it is (docs/decisions/administration.md)."""
    oracle = Oracle(world, instant)
    homes = {
        x: [oracle.facts.families[f]["area"] for f in families] for x, families in oracle.facts.families_of.items()
    }
    lasting = [one for one in world["involvements"] if one["confirmed"] and oracle.current(one["id"])]
    return {one["agency"] for one in lasting if {*homes.get(one["person"], ())} & {*areas}}


def _initials(person: Record) -> str:
    return f"{person['given_name'][0]}.{person['family_name'][0]}."


def _row(oracle: Oracle, v: str, e: Record, agency: str) -> tuple[Any, ...] | None:
    """An account that sees something of an own involvement, or is of the own agency, with the facts that explain it."""
    facts, x, verdict = oracle.facts, e["person"], oracle.verdict(v, e["id"])
    if verdict.level == "none" and facts.accounts[v]["agency"] != agency:
        return None
    work = [one for y in sorted(facts.together(x)) if oracle.direct(v, y) for one in oracle.held(v, y)]
    grants = [one for one in facts.grants_of[v] if one["person"] == x]
    families = [
        _shared(facts, family, {x, *(one["person"] for one in work)}) for family in sorted(facts.families_of[x])
    ]
    return v, e["id"], verdict, [(one["id"], one["from"]) for one in work], grants, families, facts.consents_of[x]


def _shared(facts: Facts, family: str, people: set[str]) -> tuple[Any, ...]:
    """A family as far as it explains who is near: since when these people belong to it, and its programme."""
    record = facts.families[family]
    members = [one for one in record["members"] if one["person"] in people]
    return family, record["area"], record["programme"], members
