"""Groups of agencies that go live together on a date.

The visibility fragment reads an agency's stored status, so the date has to become a status on its day: `bring_live_due`
does it, in one transaction a group, whenever a process serves or a command connects (docs/decisions/administration.md).
It never comes early, takes effect once however many processes try, and skips what is no longer in preparation.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.administration.acting import Acting, NotInScope, acting_for_areas, take_turn
from graph.administration.agencies import find_agencies
from graph.administration.agreements import find_agreement
from graph.administration.changes import Done, Refused
from graph.audit import AuditEvent, record
from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query


@dataclass(frozen=True, slots=True)
class ScheduledGoLive:
    """A group that waits for its day: its agencies (id, name, status) in scope, and whether it has others."""

    id: str
    on: date
    agreement: str
    agreement_name: str
    agencies: list[dict[str, Any]]
    others: bool


@dataclass(frozen=True, slots=True)
class GoLiveStatus:
    """scheduled, called_off or done."""

    status: str


@dataclass(frozen=True, slots=True)
class DueGoLive:
    """A group whose day has come."""

    id: str
    on: date
    agreement: str


@dataclass(frozen=True, slots=True)
class BroughtLive:
    """An agency that is live now."""

    agency: str


_GO_LIVES = read_query("administration/go_lives", ScheduledGoLive)
_STATUS = read_query("administration/go_live_status", GoLiveStatus)
_SCHEDULE = write_query("administration/schedule_go_live", Nothing)
_CALL_OFF = write_query("administration/call_off_go_live", Nothing)
_DUE = read_query("administration/go_lives_due", DueGoLive)
_BRING_LIVE = write_query("administration/bring_live", BroughtLive)


def find_go_lives(tx: Transaction, by: Acting) -> list[ScheduledGoLive]:
    """The groups that wait for their day, soonest first."""
    return tx.run(_GO_LIVES, agencies=acting_for_areas(by).kept)


def schedule(
    tx: Transaction, by: Acting, id_: str, on: date, agreement: str, agencies: list[str], moment: Moment
) -> Done | None:
    """Let agencies that prepare go live on a day, when they will also have signed the agreement; today: at once."""
    signed = find_agreement(tx, by, agreement)
    if tx.run(_STATUS, id=id_):
        return None
    if on < moment.today:
        raise Refused("Choose today or a later day", "on")
    if signed.over(on):
        raise Refused("This agreement is over by then: choose another one, or an earlier day", "agreement")
    _refuse_agencies(tx, by, agencies)
    tx.run(_SCHEDULE, id=id_, on=on, agreement=agreement, agencies=agencies, account=by.account, now=moment.now)
    if on == moment.today:
        tx.run(_BRING_LIVE, id=id_, now=moment.now)
    objects = (f"go_live:{id_}", f"agreement:{agreement}", *(f"agency:{agency}" for agency in sorted(agencies)))
    return Done(objects, f"on {on.isoformat()}")


def call_off(tx: Transaction, by: Acting, id_: str, moment: Moment) -> Done | None:
    """Call off a group before its day; NotInScope where it has agencies of other areas too."""
    for one in find_go_lives(tx, by):
        if one.id == id_ and not one.others:
            tx.run(_CALL_OFF, id=id_, account=by.account, now=moment.now)
            return Done((f"go_live:{id_}", *(f"agency:{agency['id']}" for agency in one.agencies)), "called_off")
    raise NotInScope


def bring_live_due(database: Database, moment: Moment) -> int:
    """Bring every group live whose day has come, each in a transaction with its audit event; answers how many."""
    due = database.read(lambda tx: tx.run(_DUE, today=moment.today))
    return sum(database.write(lambda tx, one=one: _bring_live(tx, one, moment)) for one in due)


def _bring_live(tx: Transaction, due: DueGoLive, moment: Moment) -> bool:
    take_turn(tx, moment=moment)
    brought = tx.run(_BRING_LIVE, id=due.id, now=moment.now)
    if not brought:
        return False
    event = AuditEvent(
        kind="go_live",
        at=moment.now,
        purpose=f"as of {due.on.isoformat()}",
        objects=[f"go_live:{due.id}", f"agreement:{due.agreement}", *(f"agency:{one.agency}" for one in brought)],
        id=hashlib.sha256(f"go_live {due.id}".encode()).hexdigest()[:32],
    )
    record(tx, event)
    return True


def _refuse_agencies(tx: Transaction, by: Acting, agencies: list[str]) -> None:
    kept = {one.id: one for one in find_agencies(tx, by)}
    if not set(agencies) <= set(kept):
        raise NotInScope
    if by.agency in agencies:
        raise Refused("Nobody changes the status of their own agency: leave it out", "agencies")
    if any(kept[agency].status != "preparing" for agency in agencies):
        raise Refused("One of these agencies no longer prepares: look at the list and choose again", "agencies")
    planned = {agency["id"] for group in find_go_lives(tx, by) for agency in group.agencies}
    if planned & set(agencies):
        raise Refused("One of these agencies goes live with another group already: call that off first", "agencies")
