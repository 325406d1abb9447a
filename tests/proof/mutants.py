"""Runs mutants of the visibility fragment against the oracle, and tells which of them no world finds out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.driver import Database, GraphFault
from tests.proof.comparing import Sample, differences
from tests.proof.fragments import decide_everything, fragments, sights
from tests.proof.mutations import Mutation, mutations


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a mutant: killed (with the first difference, or the server's refusal), or not."""

    mutation: Mutation
    killed_by: str | None


def all_mutations() -> list[Mutation]:
    """Every mutation of the three files of the fragment."""
    return [one for name, text in fragments().items() for one in mutations(name, text)]


def fates(database: Database, sample: Sample, some: Iterable[Mutation]) -> Iterator[Fate]:
    """Each mutant decides the whole sample by one query; one difference from the oracle kills it."""
    texts = fragments()
    for one in some:
        query = decide_everything({**texts, one.fragment: one.applied(texts[one.fragment])})
        try:
            rows = database.read(lambda tx, query=query: sights(tx, query, sample.accounts, sample.moment))
        except GraphFault as fault:
            yield Fate(one, f"refused by the server: {fault}")
        else:
            yield Fate(one, next(differences(sample, rows), None))
