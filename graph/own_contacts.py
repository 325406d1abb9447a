"""How a practitioner is reached, kept by themselves: numbers, address, the best way and time, and who stands in.

An absence belongs to one agency, that of the account: a card shows it beside an involvement for that agency alone, so
that nobody learns for whom else a practitioner works (docs/decisions/keeping-true.md).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from graph.administration.accounts import Letter
from graph.administration.changes import unlike, version_of
from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.email_changes import ask_to_confirm
from graph.history import Former, history_of, keep_former
from graph.involvement_of_others import Colleague
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

Outcome = Literal["changed", "same", "stale", "no_colleague"]
_AWAY = {"away_from", "away_to", "stand_in"}


@dataclass(frozen=True, slots=True)
class Contacts:
    """What a practitioner says of how they are reached. Away `[away_from, away_to)`; stand_in is a colleague's id."""

    landline: str | None
    mobile: str | None
    email: str | None
    preferred_contact: str | None
    best_time: str | None
    away_from: date | None
    away_to: date | None
    stand_in: str | None

    @property
    def version(self) -> str:
        """A digest, by which a form tells which state it was filled in from."""
        return version_of(asdict(self))


@dataclass(frozen=True, slots=True)
class StoredContacts:
    """The same as the graph holds it, with an address that waits to be confirmed until an instant (UTC)."""

    practitioner: str
    landline: str | None
    mobile: str | None
    email: str | None
    preferred_contact: str | None
    best_time: str | None
    away_from: date | None
    away_to: date | None
    stand_in: str | None
    waiting_email: str | None
    waiting_until: datetime | None
    asked_in: str | None

    @property
    def contacts(self) -> Contacts:
        """What can be changed."""
        return Contacts(
            self.landline,
            self.mobile,
            self.email,
            self.preferred_contact,
            self.best_time,
            self.away_from,
            self.away_to,
            self.stand_in,
        )


@dataclass(frozen=True, slots=True)
class OwnContacts:
    """What the page about one's own contact details shows."""

    stored: StoredContacts
    colleagues: list[Colleague]
    history: list[Former]


@dataclass(frozen=True, slots=True)
class Changed:
    """How a change ended, and what is recorded now."""

    outcome: Outcome
    now: Contacts


_OWN = read_query("contacts/own", StoredContacts)
_HOLD = write_query("contacts/hold", Nothing)
_SET = write_query("contacts/set_own", Nothing)
_SET_AWAY = write_query("contacts/set_away", Nothing)
_COLLEAGUES = read_query("proposals/colleagues", Colleague)


def read_own_contacts(tx: Transaction, *, account: str, moment: Moment) -> OwnContacts | None:
    """What an account's practitioner has recorded, and what was before; None for an account without a practitioner."""
    rows = tx.run(_OWN, account=account, now=moment.now)
    if not rows:
        return None
    colleagues = tx.run(_COLLEAGUES, account=account, today=moment.today)
    return OwnContacts(rows[0], colleagues, history_of(tx, [rows[0].practitioner]))


def change_contacts(
    tx: Transaction,
    *,
    event: AuditEvent,
    id_: str,
    wanted: Contacts,
    version: str,
    letter: Letter | None,
    moment: Moment,
) -> Changed | None:
    """Record `wanted` for the practitioner of `event.account`; `version` is that of the state the form showed.

    Another e-mail address waits until its link is used, for which there has to be a `letter`; none is removed at once.
    `no_colleague`: the stand-in is nobody of the account's agency. None for an account without a practitioner. The same
    `id_` again changes nothing more.
    """
    if event.account is None:
        raise ValueError("A change needs an account.")
    rows = tx.run(_OWN, account=event.account, now=moment.now)
    if not rows:
        return None
    tx.run(_HOLD, practitioner=rows[0].practitioner)
    stored = tx.run(_OWN, account=event.account, now=moment.now)[0]
    now, new_email = stored.contacts, wanted.email if wanted.email != stored.email else None
    kept = replace(wanted, email=stored.email) if new_email else wanted
    before = unlike(asdict(now), asdict(kept))
    asks = new_email is not None and stored.asked_in != id_
    if not before and not asks:
        return Changed("same", now)
    if now.version != version:
        return Changed("stale", now)
    if kept.stand_in and kept.stand_in not in {
        one.id for one in tx.run(_COLLEAGUES, account=event.account, today=moment.today)
    }:
        return Changed("no_colleague", now)
    if before:
        _store(tx, event.account, stored.practitioner, id_, before, kept, moment)
    if asks and new_email and letter:
        ask_to_confirm(
            tx,
            kind="practitioner",
            of=stored.practitioner,
            email=new_email,
            account=event.account,
            asked_in=id_,
            letter=letter,
            moment=moment,
        )
    changed = sorted(before) + ["new email"] * asks
    objects = [f"practitioner:{stored.practitioner}"]
    record(tx, replace(event, objects=objects, purpose=f"changed: {', '.join(changed)}"))
    return Changed("changed", kept)


def _store(
    tx: Transaction,
    account: str,
    practitioner: str,
    id_: str,
    before: dict[str, Any],
    kept: Contacts,
    moment: Moment,
) -> None:
    keep_former(tx, id_=id_, kind="practitioner", of=practitioner, said=before, account=account, moment=moment)
    said = asdict(kept)
    contacts = {name: value for name, value in said.items() if name not in _AWAY}
    if not _AWAY.issuperset(before):
        contacts |= {"contacts_changed_at": moment.now}
    tx.run(_SET, account=account, contacts=contacts)
    if not _AWAY.isdisjoint(before):
        away = {"from": kept.away_from, "to": kept.away_to, "stand_in": kept.stand_in, "changed_at": moment.now}
        tx.run(_SET_AWAY, account=account, away=away)
