"""Notices: what an account is told about a person it works with, kept as ids and put into words when it is read.

What a reader may know is decided by the visibility fragment at the moment of reading, not at the moment of telling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import uuid4

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query, write_query


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that was left, and where its reader's mail goes; None where they have no address."""

    id: str
    email: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    """An account whose practitioner holds a current, confirmed involvement for its agency."""

    id: str


_TELL = write_query("notices/tell", Told)
_HOLDERS = read_query("notices/holders", Holder)


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
    holders = [row.id for row in tx.run(_HOLDERS, person=person, today=moment.today) if row.id not in silent]
    tell(tx, accounts=holders, kind=kind, person=person, by_account=by_account, moment=moment, code=code, about=about)


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
) -> None:
    """Leave a notice for each account, in the transaction of the act itself.

    `kind` has its words in app/notice_board/words.py. `code` is a coded detail (a justification), `about` the id of
    what it is about (a grant, a request, a proposal): with it the same notice is left once however often it is told.
    """
    notices = [
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
    tx.run(_TELL, notices=notices, by_account=by_account, now=moment.now)


def _id(kind: str, account: str, about: str | None) -> str:
    return sha256(f"{kind}\0{account}\0{about}".encode()).hexdigest()[:32] if about else uuid4().hex
