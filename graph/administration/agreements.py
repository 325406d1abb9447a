"""Sharing agreements of an administrator's areas: who has signed them, from when to when they are in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph.administration.acting import Acting, NotInScope, acting_for_areas
from graph.administration.changes import Done, Refused, Stale, version_of
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query


@dataclass(frozen=True, slots=True)
class KeptAgreement:
    """An agreement in force on `[from, to)`; signatures have agency, name, on and the agency's status, by name."""

    id: str
    name: str
    from_: date | None
    to: date | None
    administered_at: datetime | None
    signatures: list[dict[str, Any]]

    @property
    def version(self) -> str:
        """See `version_of`."""
        return version_of({"to": self.to, "at": self.administered_at})

    def over(self, day: date) -> bool:
        """Whether it is no longer in force on a day."""
        return self.to is not None and self.to <= day


_AGREEMENTS = read_query("administration/agreements", KeptAgreement)
_CREATE = write_query("administration/create_agreement", Nothing)
_SIGN = write_query("administration/sign_agreement", Nothing)
_END = write_query("administration/end_agreement", Nothing)


def find_agreements(tx: Transaction, by: Acting) -> list[KeptAgreement]:
    """Those that an agency of the areas has signed, or that were made for these areas; NotInScope without areas."""
    return tx.run(_AGREEMENTS, agencies=acting_for_areas(by).kept, areas=by.areas)


def find_agreement(tx: Transaction, by: Acting, agreement: str) -> KeptAgreement:
    """One of them; NotInScope for any other."""
    for one in find_agreements(tx, by):
        if one.id == agreement:
            return one
    raise NotInScope


def create_agreement(
    tx: Transaction, by: Acting, id_: str, name: str, from_: date, to: date | None, area: str, moment: Moment
) -> Done | None:
    """Make an agreement for one of the administrator's areas; None where this form has made it already."""
    if area not in acting_for_areas(by).areas:
        raise NotInScope
    known = find_agreements(tx, by)
    if id_ in {one.id for one in known}:
        return None
    if name.casefold() in {one.name.casefold() for one in known}:
        raise Refused("There is an agreement with this name already: choose another name", "name")
    tx.run(_CREATE, id=id_, name=name, from_day=from_, to_day=to, area=area, now=moment.now)
    return Done((f"agreement:{id_}", f"area:{area}"), f"{from_.isoformat()} {to.isoformat() if to else 'open'}")


def sign(tx: Transaction, by: Acting, agreement: str, agency: str, on: date, moment: Moment) -> Done | None:
    """Note that an agency of the areas has signed on a day; the day of an earlier signature stays."""
    found = find_agreement(tx, by, agreement)
    if agency not in by.kept:
        raise NotInScope
    signed = {one["agency"]: one["on"] for one in found.signatures}
    if signed.get(agency) == on:
        return None
    if agency in signed:
        raise Refused("This agency has signed already, on another day, which stays", "agency")
    if found.over(moment.today):
        raise Refused("This agreement has ended: nobody can sign it any more", "agency")
    tx.run(_SIGN, agreement=agreement, agency=agency, on=on, now=moment.now)
    return Done((f"agreement:{agreement}", f"agency:{agency}"), f"signed {on.isoformat()}")


def end(tx: Transaction, by: Acting, agreement: str, to: date, version: str, moment: Moment) -> Done | None:
    """End an agreement on a day, today at the earliest: the first on which it is no longer in force."""
    found = find_agreement(tx, by, agreement)
    if found.to == to:
        return None
    if found.over(moment.today):
        raise Refused("This agreement has ended already, and stays so: make a new one", "to")
    if found.version != version:
        raise Stale(found.version)
    if to < moment.today:
        raise Refused("It was in force until now: choose today or a later day", "to")
    if found.from_ is not None and to <= found.from_:
        raise Refused("It has to be in force for a day at least: choose a later day", "to")
    tx.run(_END, agreement=agreement, to_day=to, now=moment.now)
    return Done((f"agreement:{agreement}",), f"to {to.isoformat()}")
