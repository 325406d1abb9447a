"""Who acts, and on what: the scope of an administrator, decided anew in the transaction of every read and change.

Without areas it is the own agency; with areas also the agencies of these areas (docs/decisions/administration.md). What
lies outside and what does not exist are the same `NotInScope`.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query


@dataclass(frozen=True, slots=True)
class Acting:
    """An active administrator; email in small letters.

    `kept` are the agencies of their areas, which may leave out their own.
    """

    account: str
    agency: str
    practitioner: str | None
    email: str | None
    areas: list[str]
    kept: list[str]

    @property
    def agencies(self) -> list[str]:
        """The agencies whose accounts and practitioners they administer: their own, and those of their areas."""
        return sorted({self.agency, *self.kept})

    def is_own(self, account: str, practitioner: str | None, email: str | None) -> bool:
        """Whether an account is this administrator's, or another one of the same human.

        Two practitioners are two, whatever mailbox they share; where one is nobody's, the mailbox tells.
        """
        if account == self.account:
            return True
        if practitioner is not None and self.practitioner is not None:
            return practitioner == self.practitioner
        return email is not None and email.lower() == self.email


@dataclass(frozen=True, slots=True)
class AreaName:
    """An area to choose."""

    id: str
    name: str


class NotInScope(Exception):
    """There is no such thing, or it is not this administrator's: nobody is told which."""


_ACTING = read_query("administration/acting", Acting)
_AREAS = read_query("administration/areas", AreaName)
_LOCK = write_query("administration/lock", Nothing)


def acting(tx: Transaction, *, account: str, moment: Moment) -> Acting:
    """The administrator that an account is now; NotInScope where it is none, is suspended or its agency is."""
    rows = tx.run(_ACTING, account=account, today=moment.today)
    if not rows:
        raise NotInScope
    return rows[0]


def acting_alone(tx: Transaction, *, account: str, moment: Moment) -> Acting:
    """As `acting`, in turn after every other administrator: nothing that is checked now changes before the commit."""
    take_turn(tx, moment=moment)
    return acting(tx, account=account, moment=moment)


def take_turn(tx: Transaction, *, moment: Moment) -> None:
    """Wait until whoever changes something here at this moment has ended."""
    tx.run(_LOCK, now=moment.now)


def acting_for_areas(by: Acting) -> Acting:
    """The same administrator where they have areas; NotInScope where not."""
    if not by.areas:
        raise NotInScope
    return by


def area_names(tx: Transaction, areas: list[str]) -> list[AreaName]:
    """These areas, by name."""
    return tx.run(_AREAS, areas=areas)
