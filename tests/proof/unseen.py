"""Two worlds that differ only in what is `none` for an account, visited alike, and their answers compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from random import Random

from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.page_client import PageClient
from tests.graph.worlds.in_and_out import bring_in
from tests.proof.disclosed import disclosed
from tests.proof.hidden_changes import changed_unseen
from tests.proof.mails import mails_of_three_rounds
from tests.proof.still import held_still
from tests.proof.visiting import Answered, Ids, Visitor
from tests.proof.worlds import World, small_world

INSTANT = datetime.fromisoformat("2026-07-14T23:30:00+00:00")
TRIES = 150


@dataclass(frozen=True, slots=True)
class Pair:
    """A world and what was done to it that the account must not notice."""

    account: str
    username: str
    world: World
    changed: World
    changes: list[str]


@dataclass(frozen=True, slots=True)
class Visited:
    """What one visit to every route was answered, and which endpoints it opened."""

    answers: list[Answered]
    endpoints: set[str]


@cache
def pairs(role: str, count: int) -> list[Pair]:
    """The worlds, of those drawn from seeds, in which accounts of a role see the most kinds of things."""
    drawn = [small_world(Random(f"unseen/{number}"), INSTANT, "w0-") for number in range(30)]
    ranked = sorted(
        (
            (_variety(world, one["id"]), number, one["id"])
            for number, world in enumerate(drawn)
            for one in world["accounts"]
            if one["role"] == role
        ),
        reverse=True,
    )
    return [_pair(drawn[number], account) for _, number, account in ranked[:count]]


def visit(database: Database, app: Flask, pair: Pair, world: World) -> Visited:
    """The account's visit to every route of the application over one of the two worlds."""
    graph_cleaning.empty(database)
    with held_still(INSTANT) as chances:
        answer = bring_in(database, world, moment=Moment.at(INSTANT))
        assert not answer.faults, answer.faults[:3]
        client = PageClient(app, database)
        chances.begin("signing in")
        client.sign_in_as(pair.username)
        # Asked for alike in both worlds: the first one's ids.
        visitor = Visitor(app, client, chances, Ids(pair.world, INSTANT, pair.account))
        visitor.visit_everything()
        chances.begin("mails")
        mails = mails_of_three_rounds(database, world, pair.account)
    return Visited([*visitor.answers, *mails], visitor.endpoints)


def difference(one: Visited, other: Visited) -> str:
    """The first answer in which two visits differ, in words; empty where they are alike byte for byte."""
    for a, b in zip(one.answers, other.answers, strict=False):
        if a != b:
            return f"{a.asked}: {_first_difference(a, b)}"
    return "" if len(one.answers) == len(other.answers) else "one visit has more answers than the other"


def _first_difference(a: Answered, b: Answered) -> str:
    at = next(
        (n for n, (x, y) in enumerate(zip(a.body, b.body, strict=False)) if x != y), min(len(a.body), len(b.body))
    )
    bodies = [one.body[max(at - 200, 0) : at + 160].decode(errors="replace") for one in (a, b)]
    headers = [sorted(set(one.headers) - set(other.headers)) for one, other in ((a, b), (b, a))]
    return f"{a.status} {headers[0]} {bodies[0]!r} and {b.asked}: {b.status} {headers[1]} {bodies[1]!r}"


def _pair(world: World, account: str) -> Pair:
    username = next(one["username"] for one in world["accounts"] if one["id"] == account)
    changed, changes = changed_unseen(world, INSTANT, account, Random(f"{account}/{world['as_of']}"), TRIES)
    return Pair(account, username, world, changed, changes)


def _variety(world: World, account: str) -> int:
    """How many kinds of things an account sees, and whether somebody is hidden from it."""
    told = disclosed(world, INSTANT, account)
    now = told["now"]
    levels = {"full" if len(one) == 3 and not isinstance(one[0], str) else one[0] for one in now["involvements"]}
    kinds = {answer for answer, _ in told["found"].values()}
    hidden = len(now["people"]) < len(world["people"])
    return 3 * len(levels) + 2 * len(kinds) + 2 * hidden + bool(now["links"]) + len(now["people"]) // 2
