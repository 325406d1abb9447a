"""Several accounts acting over two worlds that differ only in what is `none` for some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from flask import Flask

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.app.page_client import PageClient
from tests.graph.worlds.in_and_out import bring_in
from tests.proof.hidden_changes import changed_unseen
from tests.proof.letters import Letter, sent
from tests.proof.oracle import Oracle
from tests.proof.oracle_finding import breakable, openable
from tests.proof.still import held_still
from tests.proof.unseen import INSTANT, address_of, variety
from tests.proof.visiting import Answered, Ids, Visitor
from tests.proof.worlds import World, small_world

TRIES = 150
# What tells others, by a notice or a mail, or may come to.
ACTS = (
    "emergency.break_found",
    "emergency.break_shown",
    "emergency.confirm",
    "emergency.decide",
    "emergency.justify",
    "emergency.justify_for",
    "emergency.look",
    "emergency.own_request",
    "emergency.search",
    "emergency.state",
    "emergency.answer",
    "notice_board.board",
    "proposals.add_myself",
    "proposals.added_myself",
    "proposals.answer",
    "proposals.ask_colleague",
    "proposals.asked_colleague",
    "proposals.board",
    "proposals.show",
    "search.answer",
    "search.open_with_reason",
    "shields.ask",
    "shields.shield",
)
# Of these, what is asked alike whatever else of the world an account may see.
ACTS_OF_OTHERS = ("emergency.justify_for", "emergency.break_shown", "proposals.add_myself", "proposals.added_myself")
READING = ("home.home", "notice_board.board")


@dataclass(frozen=True, slots=True)
class Company:
    """Two worlds; `unaware` are the accounts that must not notice the difference, `others` may."""

    unaware: tuple[str, ...]
    others: tuple[str, ...]
    world: World
    changed: World
    changes: list[str]

    @property
    def addresses(self) -> set[str]:
        """Where mail to the unaware goes."""
        return {address for one in self.unaware if (address := address_of(self.world, one))}

    @property
    def unseen_holders(self) -> int:
        """Of the holders whom the unaware tell what they do, how many there are in one of the two worlds alone."""
        one, other = (Oracle(world, INSTANT) for world in (self.world, self.changed))
        clients = {x for x in one.facts.people for v in self.unaware if one.direct(v, x)}
        return sum(one.direct(v, x) != other.direct(v, x) for x in clients for v in one.facts.accounts)


@dataclass(frozen=True, slots=True)
class Told:
    """What a company was answered, those who may notice apart, and what was sent to the unaware in the end."""

    answers: list[Answered]
    of_others: list[tuple[str, int, str | None]]
    letters: list[Letter]


def companies(count: int) -> list[Company]:
    """The worlds drawn in which two who work with one person see the most, and somebody else who does is hidden."""
    drawn = [small_world(Random(f"company/{number}"), INSTANT, "w0-") for number in range(30)]
    best = [
        max((variety(world, v) + variety(world, u), number, v, u) for v, u in pairs)
        for number, world in enumerate(drawn)
        if (pairs := [*_who_share_somebody(world)])
    ]
    found = (_company(drawn[number], v, u) for _, number, v, u in sorted(best, reverse=True))
    return [*islice((one for one in found if one.unseen_holders), count)]


def acted(database: Database, app: Flask, company: Company, world: World) -> Told:
    """All act in turn over one of the two worlds; then the unaware read what they were told, and mail is sent."""
    graph_cleaning.empty(database)
    answers: list[Answered] = []
    of_others: list[tuple[str, int, str | None]] = []
    with held_still(INSTANT) as chances:
        answer = bring_in(database, world, moment=Moment.at(INSTANT))
        assert not answer.faults, answer.faults[:3]

        def visit(account: str, endpoints: Iterable[str], people: list[str] | None = None) -> list[Answered]:
            client = PageClient(app, database)
            chances.begin(f"signing in {account}")
            client.sign_in_as(next(one["username"] for one in world["accounts"] if one["id"] == account))
            ids = Ids(company.world, INSTANT, account, people)
            visitor = Visitor(app, client, chances, ids, f"{account} ")
            visitor.visit_some(endpoints)
            return visitor.answers

        for other in company.others:
            of_others += [_outcome(one) for one in visit(other, ACTS_OF_OTHERS, _alike(company, other))]
        for account in company.unaware:
            answers += visit(account, ACTS)
        for account in company.unaware:
            answers += visit(account, READING)
        chances.begin("sending")
        letters = [one for one in sent(database) if set(one.recipients) <= company.addresses]
    return Told(answers, of_others, letters)


def _outcome(one: Answered) -> tuple[str, int, str | None]:
    return one.asked, one.status, dict(one.headers).get("Location")


def _who_share_somebody(world: World) -> Iterator[tuple[str, str]]:
    """Two practitioners who both work with one person, so that one is told what the other does."""
    oracle = Oracle(world, INSTANT)
    standing = [v for v in oracle.facts.accounts if oracle.standing(v) and oracle.facts.accounts[v]["practitioner"]]
    for at, v in enumerate(standing):
        for u in standing[at + 1 :]:
            if not set(_humans(world, v)) & set(_humans(world, u)) and any(
                oracle.direct(v, x) and oracle.direct(u, x) for x in oracle.facts.people
            ):
                yield v, u


def _company(world: World, v: str, u: str) -> Company:
    unaware = sorted({*_humans(world, v), *_humans(world, u)})
    changed, changes = changed_unseen(world, INSTANT, unaware, Random(f"company/{v}/{u}"), TRIES)
    oracle = Oracle(world, INSTANT)
    others = sorted(one for one in oracle.facts.accounts if one not in unaware and oracle.standing(one))
    return Company(tuple(unaware), tuple(others), world, changed, changes)


def _humans(world: World, v: str) -> list[str]:
    """The account with all others of its practitioner, to whom mail goes alike."""
    practitioner = next(one["practitioner"] for one in world["accounts"] if one["id"] == v)
    return [one["id"] for one in world["accounts"] if practitioner and one["practitioner"] == practitioner] or [v]


def _alike(company: Company, w: str) -> list[str]:
    """Those of whom an account that may notice the difference sees, and could come to see, the same in both worlds."""
    one, other = (Oracle(world, INSTANT) for world in (company.world, company.changed))

    def relation(oracle: Oracle, x: str) -> tuple[object, ...]:
        return (
            oracle.identity(w, x),
            oracle.direct(w, x),
            oracle.shielded(x),
            breakable(oracle, w, x),
            openable(oracle, w, x),
        )

    both = sorted(one.facts.people.keys() & other.facts.people.keys())
    return [x for x in both if relation(one, x) == relation(other, x)]
