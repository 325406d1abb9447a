"""A look at a team: the team is read and the look recorded by one transaction, so that nobody looks unrecorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from graph.audit import AuditEvent, entry_of, facts_of
from graph.audit_lanes import next_link
from graph.driver import Transaction
from graph.moment import LONDON, Moment
from graph.query_loader import write_query
from graph.team import read_team
from graph.team_rows import Team


@dataclass(frozen=True, slots=True)
class RecordedLook:
    """Whether the event was new, and when the account last looked at the same team on an earlier day, if ever."""

    is_new: bool
    looked_before: datetime | None


@dataclass(frozen=True, slots=True)
class Look:
    """A team as it was shown, and when the same account looked last on an earlier day (UTC).

    An earlier day, not an earlier minute: what was new this morning is still marked after the page is loaded again.
    """

    team: Team
    looked_before: datetime | None


_RECORD_LOOK = write_query("audit/record_look", RecordedLook)


def look_at_team(tx: Transaction, *, event: AuditEvent, moment: Moment) -> Look | None:
    """The team around `event.subject` as `event.account` may see it, with the look recorded (visibility.md, "Audit").

    The event comes with everything but the people and entries shown, which are filled in here. None, and nothing is
    recorded, where the account may not see the person or there is no such person.
    """
    if event.account is None or event.subject is None:
        raise ValueError("A look needs an account and a subject.")
    team = read_team(tx, account=event.account, person=event.subject, moment=moment)
    if team is None:
        return None
    shown = replace(
        event, people=[person.id for person in team.people], entries=entries_of(team), through=[*team.through]
    )
    began = datetime.combine(moment.today, time.min, LONDON).astimezone(UTC)
    link = next_link(tx, facts_of(shown))
    recorded = tx.run(_RECORD_LOOK, event=link.properties, day_began=began)[0]
    link.stored(new=recorded.is_new)
    return Look(team, recorded.looked_before)


def entries_of(team: Team) -> list[str]:
    """A team's entries as an event tells them."""
    return [
        *(entry_of(one.id, "full", one.reasons) for one in team.involvements),
        *(entry_of(one.id, "agency", one.reasons) for one in team.agencies),
        *(entry_of(one.id, "broker", one.reasons) for one in team.brokers),
    ]
