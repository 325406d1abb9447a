"""Invitations: a link by mail with which somebody takes up the account that an administrator made for them.

An account made this way has the status `invited`, which is not active (visibility.md, "Words"): it signs in nowhere and
sees nothing. The link's token is in the mail alone; the graph knows its hash. A link works once, for seven days, and
until the account is invited again, suspended or taken up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.outbox import Mail, queue_mail
from graph.query_loader import Nothing, read_query, write_query
from graph.sessions import session_id

VALID_FOR = timedelta(days=7)
INVITED = "invited"
"""The status of an account whose holder has not taken it up."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom an invitation is for."""

    username: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """The account that was taken up."""

    account: str
    username: str
    role: str
    agency: str


_invite = write_query("invitations/invite", Invited)
_open = read_query("invitations/open", Invited)
_accept = write_query("invitations/accept", Accepted)
_forget = write_query("invitations/forget_expired", Nothing)


def invite(tx: Transaction, *, account: str, email: str, token: str, base_url: str, moment: Moment) -> bool:
    """Invite the holder of an account of status `invited`, and queue the mail with the link; False for any other.

    `token` is `graph.sessions.new_token()`, made before the transaction so that a retry invites once. An earlier
    invitation of the account ends. `email` becomes the account's address; ValueError where it is none.
    `base_url` is `app.mail.links.public_address()`. Whether the caller may, and the audit event, are the caller's.
    """
    invitation = session_id(token)
    mail = Mail(invitation, email, "Your account for Patchwork", "")
    expires_at = moment.now + VALID_FOR
    invited = tx.run(
        _invite, account=account, email=email, invitation=invitation, now=moment.now, expires_at=expires_at
    )
    for row in invited:
        body = _letter(row.username, f"{base_url}/invitation/{token}")
        queue_mail(tx, Mail(mail.id, mail.to, mail.subject, body), moment)
    return bool(invited)


def find_invited(tx: Transaction, *, token: str, moment: Moment) -> Invited | None:
    """Whom a link is for; None where it is forged, used, expired or replaced."""
    rows = tx.run(_open, invitation=session_id(token), now=moment.now)
    return rows[0] if rows else None


def accept(
    tx: Transaction, *, token: str, use: str, password_hash: str, route: str | None, moment: Moment
) -> Accepted | None:
    """Take up the account of a link with a password; None where the link cannot be used (any more).

    `use` is the caller's own random id of this attempt, and the audit event's: a retry of it is the same use.
    """
    rows = tx.run(_accept, invitation=session_id(token), use=use, password_hash=password_hash, now=moment.now)
    for row in rows:
        event = AuditEvent("accept_invitation", moment.now, row.account, row.role, row.agency, route, id=use)
        record(tx, event)
    return rows[0] if rows else None


def forget_expired_invitations(tx: Transaction, *, moment: Moment) -> None:
    """Remove invitations that have expired."""
    tx.run(_forget, now=moment.now)


def _letter(username: str, link: str) -> str:
    return (
        "Hello\n\n"
        "An administrator has made an account for you in Patchwork, which shows the people who work with a family who "
        "else works with it.\n\n"
        f"Your username is {username}. To choose your password, open this link within {VALID_FOR.days} days:\n\n"
        f"{link}\n\n"
        "The link works once. Nobody from Patchwork will ask you for it, or for your password.\n\n"
        "If you do not know what this is about, do nothing: the account stays closed.\n"
    )
