"""E-mail addresses that others are shown: a new one replaces the old once a link in a mail to it was used.

The link's token is in the mail alone; the graph knows its hash. It works once, for seven days, and until another
address is asked for. What the address was before is kept, and whoever reads mail there is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from graph.administration.accounts import Letter
from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.history import keep_former
from graph.moment import Moment
from graph.outbox import Mail, is_address, queue_mail
from graph.proposals import own_id
from graph.query_loader import Nothing, read_query, write_query
from graph.sessions import session_id

VALID_FOR = timedelta(days=7)
Whose = Literal["practitioner", "agency"]


@dataclass(frozen=True, slots=True)
class WaitingAddress:
    """An address that a link confirms, and whether it is to be a practitioner's or an agency's."""

    kind: Whose
    email: str


@dataclass(frozen=True, slots=True)
class ConfirmedAddress:
    """An address that was confirmed: of whom, what it was before, and the account that had asked."""

    kind: Whose
    of: str
    email: str
    before: str | None
    account: str
    role: str
    agency: str


_ASK = write_query("email_changes/ask", Nothing)
_OPEN = read_query("email_changes/open", WaitingAddress)
_CONFIRM = write_query("email_changes/confirm", ConfirmedAddress)


def ask_to_confirm(
    tx: Transaction, *, kind: Whose, of: str, email: str, account: str, asked_in: str, letter: Letter, moment: Moment
) -> None:
    """Keep a new address and queue the mail to it; ValueError where it is no address. `asked_in` names the form."""
    id_ = session_id(letter.token)
    change = {"kind": kind, "of": of, "email": email, "asked_by": account, "asked_in": asked_in}
    tx.run(_ASK, id=id_, change=change, now=moment.now, expires_at=moment.now + VALID_FOR)
    body = _LETTER.format(days=VALID_FOR.days, link=f"{letter.base_url}/confirm-email/{letter.token}")
    queue_mail(tx, Mail(f"confirm-{id_}", email, "Confirm your e-mail address for Patchwork", body), moment)


def find_waiting(tx: Transaction, *, token: str, moment: Moment) -> WaitingAddress | None:
    """The address of a link; None where it is forged, used, expired or replaced, or whoever asked has no account."""
    rows = tx.run(_OPEN, id=session_id(token), now=moment.now)
    return rows[0] if rows else None


def confirm(tx: Transaction, *, token: str, use: str, route: str | None, moment: Moment) -> ConfirmedAddress | None:
    """Let the address of a link take effect; None where the link cannot be used (any more).

    `use` is the caller's own random id of this attempt, and the audit event's: a retry of it is the same use.
    """
    id_ = session_id(token)
    rows = tx.run(_CONFIRM, id=id_, use=use, now=moment.now)
    for row in rows:
        said = {"email": row.before}
        keep_former(
            tx, id_=own_id(id_, "email"), kind=row.kind, of=row.of, said=said, account=row.account, moment=moment
        )
        objects = [f"{row.kind}:{row.of}"]
        record(
            tx,
            AuditEvent("confirm_email", moment.now, row.account, row.role, row.agency, route, objects=objects, id=use),
        )
        if row.before and is_address(row.before) and row.before != row.email:
            queue_mail(tx, Mail(f"replaced-{id_}", row.before, "Your e-mail address in Patchwork", _REPLACED), moment)
    return rows[0] if rows else None


_LETTER = (
    "Hello\n\n"
    "Somebody asked Patchwork to show this address to those who work with the same families. Open this link within "
    "{days} days and press the button there to confirm it:\n\n"
    "{link}\n\n"
    "Until then nothing changes. If you do not know what this is about, do nothing.\n"
)
_REPLACED = (
    "Hello\n\n"
    "Another e-mail address has taken the place of this one in Patchwork. If that was you, there is nothing to do. If "
    "not, tell an administrator of your agency at once.\n"
)
