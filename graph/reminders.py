"""Reminders: once a day each practitioner of an agency that asks is asked about all that was not confirmed for long.

One mail holds all of an account's due involvements; each line has initials, the kind of work and the month in which it
began, and links that `link` makes. What goes in is decided by the fragment, for the account that is asked. Whoever does
not answer is asked once more; then the agency's administrators are told that somebody has not answered, and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Literal

from graph.audit import AuditEvent, entry_of, record
from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.outbox import Mail, is_address, queue_mails
from graph.proposals import Touched, own_id
from graph.query_loader import read_query, write_query

PATIENCE = timedelta(days=14)
"""How long a reminder waits for its answer before it is sent again, and then before administrators are told."""
ANSWERED_WITHIN = 2 * PATIENCE
"""How long the links of a mail work."""
TOGETHER = timedelta(days=7)
"""What falls due within these days is asked about in the same mail, so that nobody gets one a day."""
AT_ONCE = 50
"""Accounts a transaction."""
Step = Literal["ask", "soon", "again", "over"]
Link = Callable[[str, str, date, date], str]
"""The address behind which an account says whether an involvement holds: asked on a day, good before another one."""


@dataclass(frozen=True, slots=True)
class Asking:
    """An account to ask, and after how many months without a confirmation."""

    account: str
    months: int


@dataclass(frozen=True, slots=True)
class Due:
    """An involvement of an account and the next step: ask, ask soon, ask again, or leave it unanswered (over)."""

    account: str
    role: str
    agency: str
    email: str | None
    involvement: str
    person: str
    initials: str
    type_label: str
    from_: date | None
    last_confirmed: date | None
    asked_on: date | None
    step: Step
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Administrator:
    """An administrator's account and its address, if any."""

    account: str
    email: str | None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A practitioner who has not answered, or has handed over to nobody recorded; since: the oldest confirmation."""

    id: str
    name: str
    works_here: bool
    unanswered: int
    handed_over: int
    since: date | None


_ACCOUNTS = write_query("reminders/accounts", Asking)
_DUE = read_query("reminders/due", Due)
_NOTE = write_query("reminders/note", Touched)
_ADMINISTRATORS = read_query("reminders/administrators", Administrator)
_UNANSWERED = read_query("reminders/unanswered", Unanswered)


def find_unanswered(tx: Transaction, *, agency: str, moment: Moment) -> list[Unanswered]:
    """The practitioners of an agency who have not answered, by name; for its administrators."""
    return tx.run(_UNANSWERED, agency=agency, today=moment.today)


def remind_due(database: Database, link: Link, moment: Moment) -> int:
    """Queue today's reminders, and answer how many; any number of processes may do so at once, each mail is one.

    GraphFault where the graph is away: whoever was not asked is asked in the next round.
    """
    queued = 0
    while True:
        done = database.write(lambda tx: _remind_some(tx, link, moment))
        if done is None:
            return queued
        queued += done


def _remind_some(tx: Transaction, link: Link, moment: Moment) -> int | None:
    """How many mails were queued; None where nobody is left to be looked at today."""
    asking = tx.run(_ACCOUNTS, limit=AT_ONCE, now=moment.now, today=moment.today)
    if not asking:
        return None
    rows = tx.run(
        _DUE,
        asking=[asdict(one) for one in asking],
        now=moment.now,
        today=moment.today,
        soon=moment.today + TOGETHER,
        patience=PATIENCE.days,
    )
    due = [one for _, some in groupby(rows, key=lambda one: one.account) for one in _worth_a_mail([*some])]
    notes = [_note(one, moment) for one in due]
    noted = {one.id for one in tx.run(_NOTE, notes=notes, now=moment.now, today=moment.today)}
    due = [one for one in due if one.involvement in noted]
    asked = [one for one in due if one.step != "over"]
    mails = [
        mail for _, some in groupby(asked, key=lambda one: one.account) for mail in _ask(tx, [*some], link, moment)
    ]
    told = _tell_administrators(tx, {one.agency for one in due if one.step == "over"}, moment)
    queue_mails(tx, [*mails, *told], moment)
    return len(mails)


def _worth_a_mail(due: list[Due]) -> list[Due]:
    """What is soon due goes along with what is due, and never alone."""
    asks = any(one.step in ("ask", "again") for one in due)
    return [one for one in due if asks or one.step == "over"]


def _note(one: Due, moment: Moment) -> dict[str, Any]:
    said: dict[str, date | None]
    if one.step == "again":
        said = {"asked_again_on": moment.today}
    elif one.step == "over":
        said = {"unanswered_on": moment.today, "asked_on": None, "asked_again_on": None}
    else:
        said = {"asked_on": moment.today}
    seen = {"last_confirmed": one.last_confirmed, "asked_on": one.asked_on}
    return {"involvement": one.involvement, **seen, "said": said}


def _ask(tx: Transaction, due: list[Due], link: Link, moment: Moment) -> list[Mail]:
    """The mail to one account, its showing recorded; none where it has no address."""
    first = due[0]
    if not first.email or not is_address(first.email):
        return []
    id_ = own_id(first.account, "still true", moment.today.isoformat())
    event = AuditEvent(
        "still_true_asked",
        moment.now,
        first.account,
        first.role,
        first.agency,
        people=sorted({one.person for one in due}),
        entries=[entry_of(one.involvement, "full", one.reasons) for one in due],
        id=id_,
    )
    record(tx, event)
    return [Mail(f"still-true-{id_}", first.email, _SUBJECT, _letter(due, link, moment))]


def _letter(due: list[Due], link: Link, moment: Moment) -> str:
    until = moment.today + ANSWERED_WITHIN
    lines = [_line(one, link(one.account, one.involvement, one.asked_on or moment.today, until)) for one in due]
    return _LETTER.format(lines="\n".join(lines), until=f"{until.day} {until:%B %Y}")


def _line(one: Due, address: str) -> str:
    since = f", since {one.from_:%B %Y}" if one.from_ else ""
    return (
        f"{one.initials} {one.type_label}{since}\n"
        f"  Yes:         {address}?say=yes\n"
        f"  Ended:       {address}?say=ended\n"
        f"  Handed over: {address}?say=handed_over\n"
    )


def _tell_administrators(tx: Transaction, agencies: set[str], moment: Moment) -> list[Mail]:
    """That somebody has not answered, to each administrator once a day; who it is stands on their page."""
    rows = tx.run(_ADMINISTRATORS, agencies=sorted(agencies)) if agencies else []
    return [
        Mail(f"unanswered-{own_id(one.account, moment.today.isoformat())}", one.email, _TOLD_SUBJECT, _TOLD)
        for one in rows
        if one.email and is_address(one.email)
    ]


_SUBJECT = "Patchwork: does this still hold?"
_LETTER = (
    "Hello\n\n"
    "Your agency asks whether this work of yours still holds. Each line gives initials, the kind of work and the month "
    "in which it began.\n\n"
    "{lines}\n"
    "Each link opens a page with a button; nothing changes before you press it. The links work until {until}, and you "
    "need not sign in. You can also sign in and open “What I do for whom”.\n\n"
    "Please do not pass this mail on: whoever has a link can answer for you.\n"
)
_TOLD_SUBJECT = "Patchwork: reminders were not answered"
_TOLD = (
    "Hello\n\n"
    "Somebody of your agency was asked twice whether their work still holds, and has not answered. Sign in and open "
    "“Not confirmed” under Administration.\n"
)
