"""Runs mutants of the visibility fragment against the oracle, and tells which of them no world finds out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.driver import Database, GraphFault
from graph.query_loader import Header, Nothing, Query
from tests.proof.comparing import Sample, differences
from tests.proof.fragments import fragments, sights_in_two_steps
from tests.proof.mutations import Mutation, mutations

# A server keeps a plan for each mutant until it has no memory left for anything else.
PLANS_KEPT = 25
_FORGET_PLANS = Query(
    "forget_plans",
    Header("", "write", "none: tests", {}, {}, "", one_row=True, order=()),
    (Path(__file__).parent / "forget_plans.cypher").read_text("utf-8"),
    Nothing,
)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a mutant: killed (with the first difference, or the server's refusal), or not."""

    mutation: Mutation
    killed_by: str | None


def all_mutations() -> list[Mutation]:
    """Every mutation of the three files of the fragment."""
    return [one for name, text in fragments().items() for one in mutations(name, text)]


def fates(database: Database, sample: Sample, some: Iterable[Mutation]) -> Iterator[Fate]:
    """Each mutant decides the sample, a few worlds at a time; the first difference from the oracle kills it."""
    texts = fragments()
    parts = [*sample.parts()]
    for number, one in enumerate(some):
        if number % PLANS_KEPT == 0:
            database.apply(_FORGET_PLANS)
        changed = {**texts, one.fragment: one.applied(texts[one.fragment])}
        yield Fate(one, _first_difference(database, parts, changed))


def _first_difference(database: Database, parts: list[Sample], texts: Mapping[str, str]) -> str | None:
    for part in parts:
        try:
            rows = database.read(lambda tx, part=part: sights_in_two_steps(tx, texts, part.accounts, part.moment))
        except GraphFault as fault:
            return f"refused by the server: {fault}"
        if told := next(differences(part, rows), None):
            return told
    return None
