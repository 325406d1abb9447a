"""Each clause of the fragment, removed or weakened, is found out by the cases or by the oracle's worlds."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from graph.driver import Database
from tests.proof.comparing import Sample, stored_sample
from tests.proof.effort import FULL, MUTANTS_IN_SAMPLE
from tests.proof.equivalent_mutants import EQUIVALENT
from tests.proof.mutants import all_mutations, fates
from tests.proof.mutations import Mutation
from tests.proof.report import report
from tests.proof.worlds import INSTANTS, seeded_worlds

# Where the instant is, which worlds, how many, and how many properties each lost: one finds out what another cannot.
SAMPLES = (
    (INSTANTS[0], "a", 30, 0),
    (INSTANTS[4], "b", 50, 5),
    (INSTANTS[1], "c", 80, 0),
    (INSTANTS[9], "d", 80, 6),
    (INSTANTS[6], "e", 80, 3),
)


def test_the_reviewed_list_names_mutants_that_are_produced() -> None:
    assert sorted(EQUIVALENT.keys() - {one.name for one in all_mutations()}) == []
    assert all(sentence.endswith(".") for sentence in EQUIVALENT.values())


def test_every_mutation_changes_its_text_in_a_way_of_its_own() -> None:
    names = [one.name for one in all_mutations()]
    assert len(names) == len(set(names)) > 400


@pytest.mark.timeout(7200 if FULL else 300)
def test_no_mutant_survives_unexplained(connected_database: Database) -> None:
    wanted = all_mutations()
    if not FULL:
        wanted = Random("mutants").sample([one for one in wanted if one.name not in EQUIVALENT], MUTANTS_IN_SAMPLE)
    left = wanted
    for sample in _samples(connected_database):
        told = list(fates(connected_database, sample, left))
        left = [fate.mutation for fate in told if fate.killed_by is None]
        if not left:
            break
    unexplained = sorted(one.name for one in left if one.name not in EQUIVALENT)
    _report(len(wanted), left)
    report("mutants that survived unexplained", len(unexplained))
    assert unexplained == []
    if FULL:
        assert sorted(EQUIVALENT.keys() - {one.name for one in left}) == [], "killed now: take them off the list"


def _samples(database: Database) -> Iterator[Sample]:
    for instant, seed, count, lost in SAMPLES:
        yield stored_sample(database, seeded_worlds(seed, count, instant), seed=seed, lost=lost)


def _report(tried: int, left: list[Mutation]) -> None:
    report("mutants tried", tried)
    report("mutants killed", tried - len(left))
    report("mutants that survived", len(left))
