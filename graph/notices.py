"""Notices: what an account is told about a person it works with, kept as ids and put into words when it is read.

What a reader may know is decided by the visibility fragment at the moment of reading, not at the moment of telling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import uuid4

from graph.driver import Transaction
from graph.moment import Moment
from graph.outbox import Mail, is_address, queue_mail
from graph.query_loader import read_query, write_query

KEPT_FOR = timedelta(days=366)
"""How long a notice is shown."""
_SUBJECT = "Something new waits for you in Patchwork"
_BODY = "Something new waits for you in Patchwork. Sign in to read it.\n"
_LINK = "\n{link}\n"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice as its reader may read it now; `total` is how many there are on all pages.

    person and names: None where it is about nobody, or its reader has no sight of people. about: the id of what it is
    about. by_name, by_agency: who did it, and for which agency; None where the account is gone.
    """

    id: str
    kind: str
    code: str | None
    about: str | None
    told_at: datetime
    seen: bool
    person: str | None
    given_name: str | None
    family_name: str | None
    by_name: str | None
    by_agency: str | None
    total: int


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that was left, and where its reader's mail goes; None where they have no address."""

    id: str
    account: str
    email: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    """An account whose practitioner holds a current, confirmed involvement for its agency."""

    id: str


@dataclass(frozen=True, slots=True)
class Reader:
    """An account that may read a notice now."""

    id: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A notice that was marked as read."""

    id: str


_TELL = write_query("notices/tell", Told)
_HOLDERS = read_query("notices/holders", Holder)
_READERS = read_query("notices/readers", Reader)
_READ = read_query("notices/read", Notice)
_MARK_SEEN = write_query("notices/mark_seen", Marked)


def tell_holders(
    tx: Transaction,
    *,
    person: str,
    kind: str,
    by_account: str,
    moment: Moment,
    except_account: str | None = None,
    code: str | None = None,
    about: str | None = None,
) -> None:
    """Tell every holder of a current, confirmed involvement with a person what `by_account` did, but not themselves.

    A provisional holder is told nothing: nobody widens their own sight by adding themselves. Arguments as `tell`.
    """
    silent = {by_account, except_account}
    holders = [one for one in holders_of(tx, person=person, moment=moment) if one not in silent]
    tell(tx, accounts=holders, kind=kind, person=person, by_account=by_account, moment=moment, code=code, about=about)


def holders_of(tx: Transaction, *, person: str, moment: Moment) -> list[str]:
    """The accounts of those who hold a current, confirmed involvement with a person, as recipients of notices."""
    return [row.id for row in tx.run(_HOLDERS, person=person, today=moment.today)]


def tell(
    tx: Transaction,
    *,
    accounts: Iterable[str],
    kind: str,
    person: str | None,
    by_account: str,
    moment: Moment,
    code: str | None = None,
    about: str | None = None,
    link: str | None = None,
) -> None:
    """Leave a notice for each account, in the transaction of the act itself.

    `kind` has its words in app/notice_board/words.py. `code` is a coded detail (a justification), `about` the id of
    what it is about (a grant, a request, a proposal): with it the same notice is left once however often it is told.
    `link` is the address of the page of notices, for the mail.
    """
    left = [
        {
            "id": _id(kind, account, about),
            "account": account,
            "kind": kind,
            "person": person,
            "code": code,
            "about": about,
        }
        for account in sorted(set(accounts))
    ]
    told = tx.run(_TELL, notices=left, by_account=by_account, now=moment.now)
    _mail(tx, told, _readers(tx, [row.account for row in told], person, moment), moment, link)


def read_notices(
    tx: Transaction, *, account: str, moment: Moment, unseen: bool = False, skip: int = 0, limit: int = 50
) -> list[Notice]:
    """What an account was told in the last year and may know now, newest first; `unseen`: only what it has not read."""
    return tx.run(
        _READ,
        account=account,
        since=moment.now - KEPT_FOR,
        unseen=unseen,
        skip=skip,
        limit=limit,
        now=moment.now,
        today=moment.today,
    )


def mark_seen(tx: Transaction, *, account: str, notices: Iterable[str]) -> int:
    """Mark those of the notices that are the account's own as read; answers how many were not before."""
    return len(tx.run(_MARK_SEEN, account=account, notices=[*notices]))


def _readers(tx: Transaction, accounts: list[str], person: str | None, moment: Moment) -> set[str]:
    if person is None:
        return set(accounts)
    rows = tx.run(_READERS, accounts=accounts, person=person, now=moment.now, today=moment.today)
    return {row.id for row in rows}


def _mail(tx: Transaction, told: list[Told], readers: set[str], moment: Moment, link: str | None) -> None:
    """A mail to each who would find something to read: one that leads nowhere would tell that something is hidden."""
    body = _BODY + _LINK.format(link=link) if link else _BODY
    for one in told:
        if one.account in readers and one.email and is_address(one.email):
            queue_mail(tx, Mail(f"notice-{one.id}", one.email, _SUBJECT, body), moment)


def _id(kind: str, account: str, about: str | None) -> str:
    return sha256(f"{kind}\0{account}\0{about}".encode()).hexdigest()[:32] if about else uuid4().hex
