"""Worlds brought into the graph, and what the fragment decides there compared with what the oracle says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from graph.driver import Database
from graph.moment import Moment
from tests import graph_cleaning
from tests.graph.worlds.in_and_out import bring_in
from tests.proof.fragments import Sight
from tests.proof.missing import losses, take_away, without
from tests.proof.oracle import Oracle, Verdict
from tests.proof.worlds import World, merged

Expected = dict[tuple[str, str], str | Verdict]
HIDDEN = Verdict("none", (), ())


@dataclass(frozen=True, slots=True)
class Sample:
    """Small worlds of one instant as the graph holds them, and what the oracle says of each pair within a world."""

    moment: Moment
    worlds: list[World]
    oracle: Oracle
    expected: Expected

    @property
    def accounts(self) -> list[str]:
        """Every account's id."""
        return [one["id"] for world in self.worlds for one in world["accounts"]]

    def parts(self) -> Iterator[Sample]:
        """The sample in parts to decide one after the other: a few worlds first, which tell most faults, then more."""
        for some in (self.worlds[:4], self.worlds[4:16], self.worlds[16:]):
            yield Sample(self.moment, some, self.oracle, _expected(self.oracle, some))


def stored_sample(database: Database, worlds: list[World], *, seed: str, lost: int = 0) -> Sample:
    """Import small worlds as one and take away some properties of each; everything else in the graph goes."""
    instant = datetime.fromisoformat(worlds[0]["as_of"])
    moment = Moment.at(instant)
    graph_cleaning.empty(database)
    answer = bring_in(database, merged(worlds), moment=moment)
    assert not answer.faults, answer.faults[:5]
    gone = [one for world in worlds for one in losses(world, Random(f"{seed}/{world['people'][0]['id']}"), lost)]
    if gone:
        take_away(database, gone)
    left = [without(world, gone) for world in worlds] if gone else worlds
    oracle = Oracle(merged(left), instant)
    return Sample(moment, left, oracle, _expected(oracle, left))


def _expected(oracle: Oracle, worlds: list[World]) -> Expected:
    expected: Expected = {}
    for world in worlds:
        for account in world["accounts"]:
            v = account["id"]
            expected |= {(v, x["id"]): oracle.identity(v, x["id"]) for x in world["people"]}
            expected |= {(v, e["id"]): oracle.verdict(v, e["id"]) for e in world["involvements"]}
    return expected


def differences(sample: Sample, rows: list[Sight]) -> Iterator[str]:
    """Each pair on which the graph and the oracle disagree, in words."""
    decided = {pair: HIDDEN if isinstance(one, Verdict) else "none" for pair, one in sample.expected.items()}
    for row in rows:
        decided[row.account, row.person] = row.identity
        for one in row.decided:
            decided[row.account, one["involvement"]] = verdict_of(one)
    for pair, told in decided.items():
        if told != sample.expected[pair]:
            yield f"{pair[0]} of {pair[1]}: the oracle says {sample.expected[pair]}, the fragment {told}"


def verdict_of(decided: dict[str, Any]) -> Verdict:
    """A decision as the graph gives it in the oracle's form."""
    return Verdict(decided["level"], tuple(decided["reasons"]), tuple(decided["blockers"]))


def fired(sample: Sample) -> Counter[str]:
    """How often each permit, blocker and identity clause holds in a sample, by its name."""
    count: Counter[str] = Counter()
    for (v, other), told in sample.expected.items():
        if isinstance(told, Verdict):
            count.update((told.level, *told.reasons, *told.blockers))
        else:
            count.update((f"identity {told}", *sample.oracle.identity_reasons(v, other)))
    return count
