"""Auditors and administrators over two worlds that differ only in what is masked for them, or not theirs to know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from random import Random
from typing import Any

from tests.proof.administrators_view import administrators_view
from tests.proof.hidden_changes import changed_alike
from tests.proof.masked_changes import changed_masked, open_view
from tests.proof.oracle import Oracle
from tests.proof.unseen import INSTANT, Pair
from tests.proof.visiting import ABSENT, Ids
from tests.proof.worlds import World, small_world

TRIES = 150
SEEDS_WITH_ANOTHER_HOLDER = (26, 36, 39)
_OFFICER = {"practitioner": None, "status": "active"}


class OfficersIds(Ids):
    """Everybody and everything there is to ask about in a small world: nothing of it is hidden from an auditor."""

    def __init__(self, world: World, instant: datetime, v: str, *, few: int | None = None) -> None:
        super().__init__(world, instant, v, sorted(one["id"] for one in world["people"]))
        masked = {id_ for _, _, id_ in open_view(world, instant)["masked"]}
        involvements = sorted((one["id"] for one in world["involvements"]), key=lambda id_: (id_ not in masked, id_))
        self._world, self._few = world, few
        self.arguments["involvement"] = [*involvements[: len(masked) + 3], ABSENT]
        self.arguments["account"] = [*sorted(one["id"] for one in world["accounts"]), ABSENT]

    def filled(self, queries: Iterable[str]) -> list[str]:
        """Each query for each account, with another account, a person, an agency and an agreement beside it."""
        world = self._world
        accounts = [one["id"] for one in world["accounts"]]
        some = [
            {
                "account": account,
                "other": accounts[(at + 1) % len(accounts)],
                "person": world["people"][at % len(world["people"])]["id"],
                "agency": world["agencies"][at % len(world["agencies"])]["id"],
                "agreement": world["agreements"][at % len(world["agreements"])]["id"],
            }
            for at, account in enumerate(accounts)
        ][: self._few]
        return [*dict.fromkeys(query.format(**one) for query in queries for one in some)]


def masked_pairs(count: int) -> list[Pair]:
    """Worlds in which much is masked and much is not, and what is masked is otherwise: another account works there."""
    return [_masked_pair(number) for number in SEEDS_WITH_ANOTHER_HOLDER[:count]]


def administrators_pairs(count: int, *, areas: bool) -> list[Pair]:
    """The worlds drawn in which an agency holds the most, and others' work as its administrator must not notice."""
    drawn = [
        _with_officer(small_world(Random(f"administered/{number}"), INSTANT, "w0-"), "administrator", areas=areas)
        for number in range(30)
    ]
    ranked = sorted(range(30), key=lambda number: (-_own(drawn[number]), number))
    return [_administrators_pair(drawn[number], f"administered/{number}") for number in ranked[:count]]


def _administrators_pair(world: World, seed: str) -> Pair:
    officer = world["accounts"][-1]
    dice = Random(seed)

    def view(one: World) -> dict[str, Any]:
        return administrators_view(one, INSTANT, officer)

    changed, done = changed_masked(world, INSTANT, dice, TRIES, view)
    changed, more = changed_alike(changed, dice, TRIES, view)
    return Pair(officer["id"], officer["username"], world, changed, [*done, *more])


def _own(world: World) -> int:
    return sum(one["agency"] == world["accounts"][-1]["agency"] for one in world["involvements"])


def _masked_pair(number: int) -> Pair:
    world = _with_officer(small_world(Random(f"masked/{number}"), INSTANT, "w0-"), "auditor")
    officer = world["accounts"][-1]
    changed, changes = changed_masked(world, INSTANT, Random(f"masked/{number}"), TRIES)
    assert _masked_holders(world) != _masked_holders(changed)
    return Pair(officer["id"], officer["username"], world, changed, changes)


def _masked_holders(world: World) -> set[tuple[str, str]]:
    """The accounts that work with somebody for a sensitive service alone, each with whom."""
    oracle = Oracle(world, INSTANT)
    return {
        (v, x)
        for v in oracle.facts.accounts
        for x in oracle.facts.people
        if oracle.standing(v) and oracle.direct(v, x) and all(oracle.sensitive(e["id"]) for e in oracle.held(v, x))
    }


def _with_officer(world: World, role: str, *, areas: bool = False) -> World:
    """The last account of a world is nobody's own; it becomes the officer's."""
    *others, last = world["accounts"]
    first = world["agencies"][0]
    # An officer of an ordinary agency that is live: looks by one of a sensitive service are masked like anybody's.
    agencies = [{**first, "status": "live", "kind": "early_help"}, *world["agencies"][1:]]
    kept = [one["id"] for one in world["areas"]] if areas else []
    officer = {**last, **_OFFICER, "role": role, "agency": first["id"], "areas": kept}
    return world | {"agencies": agencies, "accounts": [*others, officer]}
