"""The fragment decides as the oracle does, on generated worlds, turned any way round."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings

from graph import access
from graph.driver import Database
from graph.grants import find_openable
from graph.moment import Moment
from graph.team import Team, read_team
from tests.proof.comparing import Sample, differences, fired, stored_sample
from tests.proof.effort import FULL, INSTANTS_TRIED
from tests.proof.fragments import decide_everything, fragments, sights
from tests.proof.oracle import BLOCKERS, IDENTITY_REASONS, PERMITS, Verdict
from tests.proof.oracle_finding import Listed, listed_team, openable
from tests.proof.report import report
from tests.proof.worlds import INSTANTS, World, seeded_worlds, some_worlds

pytestmark = pytest.mark.timeout(3600 if FULL else 300)

IDENTITIES = ("identity full", "identity restricted", "identity none")
LEVELS = ("full", "agency", "broker", "none")


@pytest.fixture
def sample(connected_database: Database) -> Sample:
    """A few worlds in the graph, with what the oracle says of them."""
    return stored_sample(connected_database, seeded_worlds("turned", 3, INSTANTS[1]), seed="turned")


@pytest.mark.parametrize("lost", [0, 2])
def test_seeded_worlds_are_decided_as_the_oracle_does(connected_database: Database, lost: int) -> None:
    """Every permit, blocker and clause of identity fires among them, so that none is compared in name only."""
    count: Counter[str] = Counter()
    compared = 0
    for instant in INSTANTS[:INSTANTS_TRIED]:
        seed = f"{instant.isoformat()}/{lost}"
        sample = stored_sample(connected_database, seeded_worlds(seed, 30, instant), seed=seed, lost=lost)
        assert _differences(connected_database, sample) == []
        count += fired(sample)
        compared += len(sample.expected)
        report("decisions compared with the oracle", len(sample.expected))
    wanted = {*(name for name, _ in PERMITS), *BLOCKERS, *IDENTITY_REASONS, *IDENTITIES, *LEVELS}
    assert wanted - {name for name, times in count.items() if times} == set()
    assert compared >= (20_000 if FULL else 2_000)
    if not lost:
        for name in (*(name for name, _ in PERMITS), *BLOCKERS, *IDENTITY_REASONS):
            report(f"fired: {name}", count[name])


@settings(
    max_examples=40 if FULL else 4,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[*HealthCheck],
)
@given(drawn=some_worlds())
def test_drawn_worlds_are_decided_as_the_oracle_does(
    connected_database: Database, drawn: tuple[datetime, list[World]]
) -> None:
    _, worlds = drawn
    sample = stored_sample(connected_database, worlds, seed="drawn", lost=1)
    report("decisions compared with the oracle", len(sample.expected))
    assert _differences(connected_database, sample) == []


def test_matrix_identities_and_viewers_are_the_oracles(connected_database: Database, sample: Sample) -> None:
    """The whole matrix of all worlds together; viewers are the matrix without `none`, turned around."""
    moment, facts = sample.moment, sample.oracle.facts
    rows = [
        *access.matrix(
            connected_database, accounts=[*facts.accounts], involvements=[*facts.involvements], moment=moment
        )
    ]
    told = {(one.account, one.involvement): one for one in rows}
    assert len(told) == len(rows) == len(facts.accounts) * len(facts.involvements)
    for (v, e), one in told.items():
        assert Verdict(one.level, tuple(one.reasons), tuple(one.blockers)) == sample.oracle.verdict(v, e), (v, e)
    for one in access.identities(connected_database, accounts=[*facts.accounts], people=[*facts.people], moment=moment):
        assert one.identity == sample.oracle.identity(one.account, one.person), one
    for involvement in facts.involvements:
        seen = [told[v, involvement] for v in sorted(facts.accounts) if told[v, involvement].level != "none"]
        assert seen == connected_database.read(
            lambda tx, e=involvement: access.viewers(tx, involvement=e, moment=moment)
        )


def test_teams_and_openings_are_the_oracles(connected_database: Database, sample: Sample) -> None:
    for world in sample.worlds:
        people = [one["id"] for one in world["people"]]
        for v in (one["id"] for one in world["accounts"]):
            teams = connected_database.read(lambda tx, v=v, people=people: _read_teams(tx, v, people, sample.moment))
            for x, (team, answer) in zip(people, teams, strict=True):
                assert _as_listed(team) == listed_team(sample.oracle, v, x), (v, x)
                assert answer == openable(sample.oracle, v, x), (v, x)


def _differences(database: Database, sample: Sample) -> list[str]:
    query = decide_everything(fragments())
    rows = database.read(lambda tx: sights(tx, query, sample.accounts, sample.moment))
    return [*differences(sample, rows)][:5]


def _read_teams(tx, v: str, people: list[str], moment: Moment) -> list[tuple[Team | None, str | None]]:
    answers = []
    for x in people:
        found = find_openable(tx, account=v, person=x, by_reference_and_birth=True, moment=moment)
        answers.append((read_team(tx, account=v, person=x, moment=moment), found.answer if found else None))
    return answers


def _as_listed(team: Team | None) -> Listed | None:
    if team is None:
        return None
    return Listed(
        people=tuple((one.id, one.identity) for one in team.people),
        families=tuple((one.id, one.members) for one in team.families),
        links=tuple(one.id for one in team.links),
        involvements=tuple((one.id, one.reasons) for one in team.involvements),
        agencies=tuple(sorted((one.agency.id, one.person) for one in team.agencies)),
        brokers=tuple(sorted((one.practitioner.id, one.person) for one in team.brokers)),
    )
