"""Two worlds that differ only in what is `none` for an account, visited alike, and their answers compared."""

from __future__ import annotations

from collections.abc import Callable
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
from tests.proof.letters import Letter, sent
from tests.proof.mails import mails_of_three_rounds
from tests.proof.routes import OF_ROLE
from tests.proof.still import Chances, held_still
from tests.proof.visiting import Answered, Ids, Visitor
from tests.proof.worlds import World, small_world

INSTANT = datetime.fromisoformat("2026-07-14T23:30:00+00:00")
TRIES = 150
PURPOSE = {"code": "check", "note": "A planned check of this week"}


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
    """What one visit to every route was answered, which endpoints it opened, and what was mailed to the account."""

    answers: list[Answered]
    endpoints: set[str]
    letters: list[Letter]


@cache
def pairs(role: str, count: int) -> list[Pair]:
    """The worlds, of those drawn from seeds, in which accounts of a role see the most kinds of things."""
    drawn = [small_world(Random(f"unseen/{number}"), INSTANT, "w0-") for number in range(30)]
    ranked = sorted(
        (
            (variety(world, one["id"]), number, one["id"])
            for number, world in enumerate(drawn)
            for one in world["accounts"]
            if one["role"] == role
        ),
        reverse=True,
    )
    return [_pair(drawn[number], account) for _, number, account in ranked[:count]]


def visit(
    database: Database,
    app: Flask,
    pair: Pair,
    world: World,
    role: str = "practitioner",
    ids: Ids | None = None,
    before: Callable[[Chances], None] = lambda _: None,
) -> Visited:
    """The account's visit to every route of the application over one of the two worlds.

    `ids`: what stands for each argument of an address, the same in both worlds; `before`: what is done in the world
    before the visit. An officer states a purpose first.
    """
    graph_cleaning.empty(database)
    with held_still(INSTANT) as chances:
        answer = bring_in(database, world, moment=Moment.at(INSTANT))
        assert not answer.faults, answer.faults[:3]
        before(chances)
        client = PageClient(app, database)
        chances.begin("signing in")
        client.sign_in_as(pair.username)
        if role in OF_ROLE:
            client.post("/access/purpose", PURPOSE, status=303)
        # Asked for alike in both worlds: the first one's ids.
        visitor = Visitor(app, client, chances, ids or Ids(pair.world, INSTANT, pair.account), role=role)
        visitor.visit_everything()
        chances.begin("sending")
        letters = [one for one in sent(database) if one.recipients == (address_of(world, pair.account),)]
        chances.begin("mails")
        mails = mails_of_three_rounds(database, world, pair.account)
    return Visited([*visitor.answers, *mails], visitor.endpoints, letters)


def address_of(world: World, account: str) -> str | None:
    """Where mail to an account goes: to its practitioner; None where it has none."""
    emails = {one["id"]: one["email"] for one in world["practitioners"]}
    return next(emails.get(one["practitioner"]) for one in world["accounts"] if one["id"] == account)


def first_difference(one: list[Answered], other: list[Answered]) -> str:
    """The first answer in which two visits differ, in words; empty where they are alike byte for byte."""
    for a, b in zip(one, other, strict=False):
        if a != b:
            return f"{a.asked}: {_difference(a, b)}"
    return "" if len(one) == len(other) else "one visit has more answers than the other"


def bytes_of_difference(one: list[Answered], other: list[Answered]) -> int:
    """How many bytes stand in answers that differ."""
    return sum(max(len(a.body), len(b.body), 1) for a, b in zip(one, other, strict=False) if a != b)


def _difference(a: Answered, b: Answered) -> str:
    at = next(
        (n for n, (x, y) in enumerate(zip(a.body, b.body, strict=False)) if x != y), min(len(a.body), len(b.body))
    )
    bodies = [one.body[max(at - 200, 0) : at + 160].decode(errors="replace") for one in (a, b)]
    headers = [sorted(set(one.headers) - set(other.headers)) for one, other in ((a, b), (b, a))]
    return f"{a.status} {headers[0]} {bodies[0]!r} and {b.asked}: {b.status} {headers[1]} {bodies[1]!r}"


def _pair(world: World, account: str) -> Pair:
    username = next(one["username"] for one in world["accounts"] if one["id"] == account)
    changed, changes = changed_unseen(world, INSTANT, (account,), Random(f"{account}/{world['as_of']}"), TRIES)
    return Pair(account, username, world, changed, changes)


def variety(world: World, account: str) -> int:
    """How many kinds of things an account sees, and whether somebody is hidden from it."""
    told = disclosed(world, INSTANT, account)
    now = told["now"]
    levels = {"full" if len(one) == 3 and not isinstance(one[0], str) else one[0] for one in now["involvements"]}
    kinds = {answer for answer, _ in told["found"].values()}
    hidden = len(now["people"]) < len(world["people"])
    return 3 * len(levels) + 2 * len(kinds) + 2 * hidden + bool(now["links"]) + len(now["people"]) // 2
