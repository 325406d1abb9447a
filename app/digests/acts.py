"""What the page of changes reads and keeps, each in one transaction with its audit event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.audit_event import event_of_request
from app.current import moment, viewer
from app.wording import long_day
from graph.audit import entry_of, record
from graph.digests import ChangedAround, Rhythm, changes_of, choose_rhythm, read_changes, rhythm_of
from graph.driver import Transaction

LONGEST = timedelta(days=31)
USUAL = timedelta(days=7)
_WHAT = {
    "joined": "joined",
    "left": "no longer works with them",
    "lead": "leads now",
    "contact": "has other contact details, or is away",
}


@dataclass(frozen=True, slots=True)
class Around:
    """Somebody of one's families, and sentences about what changed around them."""

    person: str
    name: str
    family: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What changed since a day, by name, and how often the account hears of it."""

    since: str
    around: tuple[Around, ...]
    rhythm: Rhythm | None


def first_day(typed: str | None) -> date:
    """The day from which changes are shown: at most a month ago, a week ago where none was asked for."""
    today = moment().today
    try:
        asked = date.fromisoformat(typed or "")
    except ValueError:
        return today - USUAL
    return min(max(asked, today - LONGEST), today)


def look(tx: Transaction, since: date) -> Page:
    """The page, the look recorded."""
    account = viewer().account
    found = read_changes(tx, account=account, since=since, moment=moment())
    entries = [entry_of(said.id, "full", said.reasons) for one in found for said in changes_of(one)]
    record(tx, event_of_request("what_changed", people=[one.id for one in found], entries=entries))
    around = sorted((_around(one) for one in found), key=lambda one: (one.family, one.name, one.person))
    return Page(long_day(since), tuple(around), rhythm_of(tx, account=account))


def choose(tx: Transaction, rhythm: Rhythm | None) -> None:
    """Keep how often the account wants to hear of changes."""
    if choose_rhythm(tx, account=viewer().account, rhythm=rhythm, moment=moment()):
        record(tx, event_of_request("choose_digest", purpose=rhythm or "off"))


def _around(one: ChangedAround) -> Around:
    return Around(
        one.id,
        f"{one.given_name} {one.family_name}",
        ", ".join(sorted(family["name"] for family in one.families)),
        tuple(f"{said.practitioner}, {said.agency}, {_WHAT[said.what]}: {said.type_label}" for said in changes_of(one)),
    )
