"""An administrator's own agency: how others reach it, and how often it asks its practitioners what still holds."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from graph.administration.accounts import Letter
from graph.administration.acting import Acting, NotInScope
from graph.administration.changes import Done, Refused, Stale, differences, unlike, version_of
from graph.driver import Transaction
from graph.email_changes import ask_to_confirm
from graph.history import Former, history_of, keep_former
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

INTERVALS = (1, 2, 3, 6, 12)
"""After how many months without a confirmation an agency may ask."""
_WORDS = {"phone": "the telephone", "email": "the e-mail", "asks_every": "the interval"}


@dataclass(frozen=True, slots=True)
class DutyContact:
    """What an administrator says of their own agency; asks_every: months, None where it does not ask."""

    phone: str | None
    email: str | None
    asks_every: int | None


@dataclass(frozen=True, slots=True)
class OwnAgency:
    """The agency as stored, with an address that waits to be confirmed."""

    id: str
    name: str
    phone: str | None
    email: str | None
    asks_every: int | None
    waiting_email: str | None
    asked_in: str | None

    @property
    def facts(self) -> DutyContact:
        """What can be edited."""
        return DutyContact(self.phone, self.email, self.asks_every)

    @property
    def version(self) -> str:
        """See `version_of`."""
        return version_of(asdict(self.facts))


_OWN = read_query("administration/own_agency", OwnAgency)
_SET = write_query("administration/set_own_agency", Nothing)


def find_own_agency(tx: Transaction, by: Acting, moment: Moment) -> OwnAgency:
    """The administrator's own agency."""
    rows = tx.run(_OWN, agency=by.agency, now=moment.now)
    if not rows:
        raise NotInScope
    return rows[0]


def former_contacts(tx: Transaction, by: Acting) -> list[Former]:
    """What was recorded of it before, the newest first."""
    return history_of(tx, [by.agency])


def edit_own_agency(
    tx: Transaction, by: Acting, facts: DutyContact, version: str, id_: str, letter: Letter | None, moment: Moment
) -> Done | None:
    """Change it; another e-mail address waits until its link is used, for which there has to be a `letter`.

    `id_` is made of the form: sent twice it is one change.
    """
    found = find_own_agency(tx, by, moment)
    new_email = facts.email if facts.email != found.email else None
    kept = replace(facts, email=found.email) if new_email else facts
    said, asks = unlike(asdict(found.facts), asdict(kept)), bool(new_email) and found.asked_in != id_
    if not said and not asks:
        return None
    if found.version != version:
        raise Stale(found.version, differences(asdict(found.facts), asdict(facts), _WORDS))
    if asks and letter is None:
        raise Refused("No link can be sent: ask whoever runs Patchwork to set PATCHWORK_PUBLIC_URL", "email")
    if said:
        keep_former(tx, id_=id_, kind="agency", of=by.agency, said=said, account=by.account, moment=moment)
        tx.run(_SET, agency=by.agency, record=asdict(kept), now=moment.now)
    if asks and new_email and letter:
        ask_to_confirm(
            tx,
            kind="agency",
            of=by.agency,
            email=new_email,
            account=by.account,
            asked_in=id_,
            letter=letter,
            moment=moment,
        )
    return Done((f"agency:{by.agency}",), f"changed: {', '.join(sorted(said) + ['new email'] * asks)}")
