"""Whether an involvement still holds: said by its holder, or by a colleague who works with the person (visibility.md).

Saying so never confirms one that waits for somebody else: "confirming one's own is not among it".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from graph.audit import AuditEvent, entry_of, record
from graph.driver import Transaction
from graph.history import keep_former
from graph.involvement_ends import withdraw_hand_overs
from graph.moment import Moment
from graph.proposals import own_id
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import hold_people

Answer = Literal["yes", "ended", "handed_over"]
ANSWERS: tuple[Answer, ...] = ("yes", "ended", "handed_over")


@dataclass(frozen=True, slots=True)
class Held:
    """An involvement about which the account may say whether it still holds; own: it is its holder.

    asked_on, asked_again_on: when reminders that wait for an answer went out. unanswered_on: when that was given up.
    """

    id: str
    person: str
    given_name: str
    family_name: str
    own: bool
    type_label: str
    role: str | None
    from_: date | None
    last_confirmed: date | None
    source: str | None
    asked_on: date | None
    asked_again_on: date | None
    unanswered_on: date | None
    handed_over_on: date | None
    reasons: list[str]

    @property
    def initials(self) -> str:
        """ "L.M."."""
        return f"{self.given_name[:1]}.{self.family_name[:1]}."


_HELD = read_query("still_true/held", Held)
_SAY = write_query("still_true/say", Nothing)


def held(tx: Transaction, *, account: str, involvements: Iterable[str], moment: Moment) -> list[Held]:
    """Those of these involvements that the account may say still hold; one it may not is as none."""
    ids = sorted(set(involvements))
    return tx.run(_HELD, account=account, involvements=ids, now=moment.now, today=moment.today)


def say(
    tx: Transaction, *, event: AuditEvent, involvements: Iterable[str], answer: Answer, own: bool, moment: Moment
) -> list[Held]:
    """Record what `event.account` says of these involvements: those it may say it of, as they were before.

    own: only those of which it is the holder. `yes` confirms them today; `ended` makes today the first day on which
    they are over, or the day after they began; `handed_over` notes that somebody else has them, who is still to be
    named: until then nothing else changes. Said again on the same day it changes nothing.
    """
    if event.account is None:
        raise ValueError("Only an account can say so.")
    account, ids = event.account, sorted(set(involvements))
    found = held(tx, account=account, involvements=ids, moment=moment)
    hold_people(tx, (one.person for one in found))
    found = [one for one in held(tx, account=account, involvements=ids, moment=moment) if one.own or not own]
    changed = [one for one in found if _differs(one, answer, moment)]
    for one in changed:
        _write(tx, account, one, answer, moment)
    if answer == "ended":
        people, ended = [one.person for one in changed], [one.id for one in changed]
        withdraw_hand_overs(tx, people=people, involvements=ended, account=account, moment=moment)
    if changed:
        people = sorted({one.person for one in changed})
        entries = [entry_of(one.id, "full", one.reasons) for one in changed]
        record(tx, replace(event, kind=f"still_true_{answer}", people=people, entries=entries))
    return found


def _differs(one: Held, answer: Answer, moment: Moment) -> bool:
    if answer == "ended":
        return True
    said = one.last_confirmed if answer == "yes" else one.handed_over_on
    return said != moment.today or one.asked_on is not None or one.unanswered_on is not None


def _write(tx: Transaction, account: str, one: Held, answer: Answer, moment: Moment) -> None:
    day = moment.today
    said: dict[str, Any]
    if answer == "yes":
        said = {"last_confirmed": day, "handed_over_on": None}
    elif answer == "ended":
        said = {"to": max(day, one.from_ + timedelta(days=1)) if one.from_ else day}
    else:
        said = {"handed_over_on": day}
    before = {name: getattr(one, name, None) for name in said}
    keep_former(
        tx,
        id_=own_id(account, "still true", one.id, answer, day.isoformat()),
        kind="involvement",
        of=one.id,
        said=before,
        account=account,
        moment=moment,
    )
    tx.run(_SAY, involvement=one.id, said=said)
