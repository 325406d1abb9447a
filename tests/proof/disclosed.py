"""Everything that visibility.md discloses to one account, as the oracle has it: two worlds in which it is equal differ
only in what is `none` for the account."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.proof.disclosed_consent import told_of_consent
from tests.proof.oracle import Oracle
from tests.proof.oracle_finding import breakable, listed_team, openable
from tests.proof.worlds import World

_NAME = ("id", "given_name", "family_name")


def disclosed(world: World, instant: datetime, v: str) -> dict[str, Any]:
    """What the account may see, and what it could by opening those it may open or by breaking the glass."""
    oracle = Oracle(world, instant)
    openings = {x: answer for x in oracle.facts.people if (answer := openable(oracle, v, x))}
    breakings = [x for x in oracle.facts.people if breakable(oracle, v, x)]
    return {
        "now": _sight(oracle, v),
        "found": {x: (answer, oracle.facts.people[x]) for x, answer in openings.items()},
        "in an emergency": {x: oracle.facts.people[x] for x in breakings},
        "opened": _sight(Oracle(_granted(world, instant, v, [*openings], "opened"), instant), v),
        "broken": _sight(Oracle(_granted(world, instant, v, breakings, "break_glass"), instant), v),
    }


def _granted(world: World, instant: datetime, v: str, people: list[str], kind: str) -> World:
    lasting = {"granted_at": instant.isoformat(), "expires_at": (instant + timedelta(hours=1)).isoformat()}
    given = [{"id": f"as-if-{x}", "account": v, "person": x, "kind": kind, **lasting} for x in people]
    return world | {"grants": [*world["grants"], *given]}


def _sight(oracle: Oracle, v: str) -> dict[str, Any]:
    facts = oracle.facts
    identities = {x: identity for x in facts.people if (identity := oracle.identity(v, x)) != "none"}
    full = {x for x, identity in identities.items() if identity == "full"}
    return {
        "people": [_person(oracle, x, identity) for x, identity in sorted(identities.items())],
        "families": {f: _family(facts.families[f], full) for x in full for f in facts.families_of[x]},
        "links": [link for link in facts.kinship if {link["from_person"], link["to_person"]} <= full],
        "teams": {x: listed_team(oracle, v, x) for x in identities},
        "consent": {x: told for x in sorted(full) if (told := told_of_consent(oracle, v, x))},
        # Whoever opened somebody knows that they did, as long as they may see them at all.
        "grants": [one for one in facts.grants_of[v] if one["person"] in identities],
        "involvements": [shown for e in sorted(facts.involvements) if (shown := _involvement(oracle, v, e))],
    }


def _person(oracle: Oracle, x: str, identity: str) -> dict[str, Any]:
    person = oracle.facts.people[x]
    return {**person} if identity == "full" else {name: person[name] for name in _NAME}


def _family(family: Any, full: set[str]) -> dict[str, Any]:
    return {**family, "members": [one for one in family["members"] if one["person"] in full]}


def _involvement(oracle: Oracle, v: str, e: str) -> tuple[Any, ...] | None:
    facts, verdict = oracle.facts, oracle.verdict(v, e)
    involvement = facts.involvements[e]
    person = facts.people[involvement["person"]]
    if verdict.level == "none" or (oracle.identity(v, person["id"]) == "none" and "OWN" not in verdict.reasons):
        return None
    name = tuple(person[key] for key in _NAME)
    if verdict.level == "full":
        return (verdict, involvement, name)
    # An entry stands for any number of services behind an agency or a broker.
    return (verdict.level, involvement["agency" if verdict.level == "agency" else "broker"], name)
