"""What a decision about consent would change, told before it is recorded: decided by the fragment, and undone.

Told is only what the account sees of the person's team anyway: which colleagues whom it sees would see more or less of
the involvements that it sees. Nothing counts or hints at others.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from graph.access import Level
from graph.consent import read_consents
from graph.consent_recording import Wanted, store_supposed
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query
from graph.team import read_team
from graph.team_rows import Team, TeamInvolvement


@dataclass(frozen=True, slots=True)
class Sight:
    """How much of one involvement a practitioner sees by one account, for an agency."""

    account: str
    practitioner: str
    agency: str
    involvement: str
    level: Level


@dataclass(frozen=True, slots=True)
class Changed:
    """What one colleague sees of one involvement, before and after; both are shown to the asking account."""

    colleague: TeamInvolvement
    """Some work of the colleague by which the account knows them."""
    involvement: TeamInvolvement
    before: Level
    after: Level


_SIGHTS = read_query("consent/sights", Sight)


def shown_work(team: Team) -> list[TeamInvolvement]:
    """The subject's own involvements, among which a decision of theirs can change something."""
    return [one for one in team.involvements if one.person == team.subject]


def effect_of(tx: Transaction, *, account: str, person: str, wanted: Wanted, moment: Moment) -> list[Changed] | None:
    """What would change, by colleague's name; None where the account does not work with the person.

    `tx` must be one that is rolled back (Database.suppose). A decision that would wait for somebody's acceptance is
    taken as accepted.
    """
    if read_consents(tx, account=account, person=person, moment=moment) is None:
        return None
    team = read_team(tx, account=account, person=person, moment=moment)
    if team is None:
        return None
    before = _sights(tx, team, moment)
    store_supposed(tx, id_=uuid4().hex, person=person, wanted=wanted, moment=moment)
    after = _sights(tx, team, moment)
    return _changes(team, before, after)


def _sights(tx: Transaction, team: Team, moment: Moment) -> dict[tuple[str, str], Sight]:
    colleagues = sorted({(one.practitioner.id, one.agency.id) for one in team.involvements if one.current})
    rows = tx.run(
        _SIGHTS,
        person=team.subject,
        colleagues=[{"practitioner": one, "agency": agency} for one, agency in colleagues],
        involvements=[one.id for one in shown_work(team)],
        now=moment.now,
        today=moment.today,
    )
    return {(row.account, row.involvement): row for row in rows}


def _changes(team: Team, before: dict[tuple[str, str], Sight], after: dict[tuple[str, str], Sight]) -> list[Changed]:
    known = {(one.practitioner.id, one.agency.id): one for one in team.involvements if one.current}
    work = {one.id: one for one in team.involvements}
    changed = [
        Changed(known[row.practitioner, row.agency], work[row.involvement], row.level, after[key].level)
        for key, row in before.items()
        if row.level != after[key].level
    ]
    return sorted(changed, key=lambda one: (one.colleague.practitioner.name, one.colleague.id, one.involvement.id))
