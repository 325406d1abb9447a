"""Looks at teams that the trail holds before an auditor comes: the same ones in two worlds, some of them masked."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask

from graph.audit import tail
from graph.driver import Database
from tests.app.page_client import PageClient
from tests.proof.oracle import Oracle
from tests.proof.oracle_finding import listed_team
from tests.proof.still import Chances
from tests.proof.unseen import INSTANT, Pair
from tests.proof.worlds import World

AT_MOST = 8
Look = tuple[str, str]


def alike(pair: Pair) -> list[Look]:
    """Accounts and people: who looks is shown the same people and open services in both worlds, and is masked alike."""
    one, other = ([*_looks(world)] for world in (pair.world, pair.changed))
    both = sorted(look for look in one if look in other)
    masked = [(v, x) for v, x, _, is_masked in both if is_masked]
    shown = [(v, x) for v, x, _, is_masked in both if not is_masked]
    return [*masked[: AT_MOST // 2], *shown[: AT_MOST // 2]]


def look(database: Database, app: Flask, world: World, chances: Chances, looks: list[Look]) -> list[str]:
    """Each account opens the team's page; answers the ids of the events."""
    usernames = {one["id"]: one["username"] for one in world["accounts"]}
    for number, (account, person) in enumerate(looks):
        client = PageClient(app, database)
        chances.begin(f"look {number}")
        client.sign_in_as(usernames[account])
        client.get(f"/people/{person}/team")
    return [one.id for one in database.read(lambda tx: tail(tx, 100)) if one.kind == "team"]


def _looks(world: World) -> Iterator[tuple[str, str, str, bool]]:
    oracle = Oracle(world, INSTANT)
    for v in oracle.facts.accounts:
        for x in oracle.facts.people:
            if team := listed_team(oracle, v, x):
                open_ones = [one for one in team.involvements if not oracle.sensitive(one[0])]
                told = (team.people, open_ones, team.agencies, _masked(oracle, v, _ever_related(oracle, x)))
                yield v, x, repr(told), _masked(oracle, v, {id_ for id_, _ in team.people})


def _ever_related(oracle: Oracle, x: str) -> set[str]:
    """Who was ever of one family with somebody."""
    members = [{one["person"] for one in family["members"]} for family in oracle.facts.families.values()]
    return {x}.union(*(some for some in members if x in some))


def _masked(oracle: Oracle, v: str, shown: set[str]) -> bool:
    """Whether the account works with those shown for sensitive services alone, or for a sensitive agency."""
    work = [e for x in shown for e in oracle.held(v, x)]
    ordinary = [e for e in work if oracle.sensitive(e["id"]) is False and e["confirmed"] and oracle.current(e["id"])]
    kind = oracle.facts.agencies[oracle.facts.accounts[v]["agency"]]["kind"]
    sensitive = any(oracle.sensitive(e["id"]) for e in work)
    return kind in ("domestic_abuse", "substance_misuse", "sexual_health") or (sensitive and not ordinary)
