"""What changed around one's own families: a page for whoever looks, and a mail that says no more than that it is there.

The mail is sent where the fragment shows its reader a change, and then alone: one that led nowhere would tell that
something is hidden. What the page shows is decided anew when it is opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from graph.driver import Database, Transaction
from graph.moment import LONDON, Moment
from graph.outbox import Mail, is_address, queue_mails
from graph.proposals import own_id
from graph.query_loader import Nothing, read_query, write_query

Rhythm = Literal["daily", "weekly"]
What = Literal["joined", "left", "lead", "contact"]
AT_ONCE = 20
"""Accounts a transaction."""


@dataclass(frozen=True, slots=True)
class ChangedAround:
    """Somebody of one's families, and what changed around them: maps as `Change` has them."""

    id: str
    given_name: str
    family_name: str
    families: list[dict[str, Any]]
    changes: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """One involvement, seen at level full, and what changed of it."""

    id: str
    what: What
    practitioner: str
    agency: str
    type_label: str
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """How often an account wants to hear of changes; None for never."""

    rhythm: Rhythm | None


@dataclass(frozen=True, slots=True)
class Telling:
    """An account to be told of what changed since an instant (UTC), and its address, if any."""

    account: str
    since: datetime
    email: str | None


_CHANGES = read_query("digests/changes", ChangedAround)
_RHYTHM = read_query("digests/rhythm", Chosen)
_CHOOSE = write_query("digests/choose", Nothing)
_ACCOUNTS = write_query("digests/accounts", Telling)


def read_changes(tx: Transaction, *, account: str, since: date, moment: Moment) -> list[ChangedAround]:
    """What changed from the beginning of a day in London on."""
    instant = datetime.combine(since, time.min, LONDON).astimezone(UTC)
    return _changes(tx, account, instant, moment)


def changes_of(one: ChangedAround) -> list[Change]:
    """What changed around somebody, by name, then id."""
    return sorted((Change(**said) for said in one.changes), key=lambda said: (said.practitioner, said.id))


def rhythm_of(tx: Transaction, *, account: str) -> Rhythm | None:
    """How often an account wants to hear of changes."""
    return tx.run(_RHYTHM, account=account)[0].rhythm


def choose_rhythm(tx: Transaction, *, account: str, rhythm: Rhythm | None, moment: Moment) -> bool:
    """Choose another rhythm; whether it is another one. What changed before is not told."""
    if rhythm_of(tx, account=account) == rhythm:
        return False
    tx.run(_CHOOSE, account=account, rhythm=rhythm, now=moment.now, today=moment.today)
    return True


def tell_due(database: Database, base_url: str, moment: Moment) -> int:
    """Queue the mails that are due, and answer how many; any number of processes may do so at once.

    GraphFault where the graph is away: whoever was not told is told in the next round.
    """
    queued = 0
    while (done := database.write(lambda tx: _tell_some(tx, base_url, moment))) is not None:
        queued += done
    return queued


def _tell_some(tx: Transaction, base_url: str, moment: Moment) -> int | None:
    telling = tx.run(_ACCOUNTS, limit=AT_ONCE, now=moment.now, today=moment.today)
    if not telling:
        return None
    mails = [_mail(one, base_url, moment) for one in telling if _is_told(tx, one, moment)]
    queue_mails(tx, mails, moment)
    return len(mails)


def _is_told(tx: Transaction, one: Telling, moment: Moment) -> bool:
    if one.email is None or not is_address(one.email):
        return False
    return bool(_changes(tx, one.account, one.since, moment))


def _mail(one: Telling, base_url: str, moment: Moment) -> Mail:
    day = one.since.astimezone(LONDON).date().isoformat()
    id_ = own_id(one.account, "digest", moment.today.isoformat())
    return Mail(f"digest-{id_}", one.email or "", _SUBJECT, _BODY.format(link=f"{base_url}/what-changed?since={day}"))


def _changes(tx: Transaction, account: str, since: datetime, moment: Moment) -> list[ChangedAround]:
    day = since.astimezone(LONDON).date()
    return tx.run(_CHANGES, account=account, since=since, since_day=day, now=moment.now, today=moment.today)


_SUBJECT = "Patchwork: something changed around your families"
_BODY = (
    "Hello\n\n"
    "Something changed around the families you work with. Sign in to see it:\n\n"
    "{link}\n\n"
    "How often you hear of changes is for you to choose, on the same page.\n"
)
