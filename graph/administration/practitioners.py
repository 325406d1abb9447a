"""Practitioners of an administrator's agencies: how to reach them, and from when to when they work for which agency."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from graph.administration.acting import Acting, NotInScope
from graph.administration.changes import Done, Refused, Stale, differences, unlike, version_of
from graph.driver import Transaction
from graph.history import keep_former
from graph.moment import Moment
from graph.proposals import own_id
from graph.query_loader import Nothing, read_query, write_query

_WORDS = {
    "name": "the name",
    "job_title": "the job title",
    "landline": "the landline",
    "mobile": "the mobile",
    "email": "the e-mail",
    "preferred_contact": "the best way",
    "best_time": "the best time",
}


REACHED = frozenset({"landline", "mobile", "email", "preferred_contact", "best_time"})
"""The particulars that say how somebody is reached."""


@dataclass(frozen=True, slots=True)
class PractitionerFacts:
    """What an administrator says of a practitioner."""

    name: str
    job_title: str | None
    landline: str | None
    mobile: str | None
    email: str | None
    preferred_contact: str | None
    best_time: str | None


@dataclass(frozen=True, slots=True)
class Employment:
    """Time at one agency: `[from, to)`."""

    agency: str
    agency_name: str
    from_: date | None
    to: date | None

    def over(self, today: date) -> bool:
        """Whether it has ended."""
        return self.to is not None and self.to <= today


@dataclass(frozen=True, slots=True)
class PractitionersRow:
    """A page of practitioners and how many there are."""

    total: int
    practitioners: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class PractitionerRow:
    """A practitioner as stored."""

    id: str
    name: str
    job_title: str | None
    landline: str | None
    mobile: str | None
    email: str | None
    preferred_contact: str | None
    best_time: str | None
    administered_at: datetime | None
    works_for: list[dict[str, Any]]

    @property
    def facts(self) -> PractitionerFacts:
        """What can be edited."""
        return PractitionerFacts(
            self.name,
            self.job_title,
            self.landline,
            self.mobile,
            self.email,
            self.preferred_contact,
            self.best_time,
        )

    @property
    def version(self) -> str:
        """See `version_of`."""
        return version_of({**asdict(self.facts), "at": self.administered_at})

    @property
    def employments(self) -> list[Employment]:
        """Times at the administrator's agencies, the first first."""
        return [Employment(one["agency"], one["agency_name"], one["from"], one["to"]) for one in self.works_for]


_PRACTITIONERS = read_query("administration/practitioners", PractitionersRow)
_PRACTITIONER = read_query("administration/practitioner", PractitionerRow)
_CREATE = write_query("administration/create_practitioner", Nothing)
_EDIT = write_query("administration/edit_practitioner", Nothing)
_JOIN = write_query("administration/join_agency", Nothing)
_LEAVE = write_query("administration/leave_agency", Nothing)


def find_practitioners(
    tx: Transaction, by: Acting, *, text: str, skip: int, limit: int, moment: Moment
) -> PractitionersRow:
    """Those whose name holds the text, by name."""
    return tx.run(_PRACTITIONERS, agencies=by.agencies, text=text.lower(), today=moment.today, skip=skip, limit=limit)[
        0
    ]


def find_practitioner(tx: Transaction, by: Acting, practitioner: str) -> PractitionerRow:
    """One practitioner; NotInScope for one of other agencies, and for none."""
    rows = tx.run(_PRACTITIONER, practitioner=practitioner, agencies=by.agencies)
    if not rows:
        raise NotInScope
    return rows[0]


def create_practitioner(
    tx: Transaction, by: Acting, id_: str, facts: PractitionerFacts, agency: str, from_: date, moment: Moment
) -> Done | None:
    """Make a practitioner of an agency in scope; None where this form has made them already."""
    if agency not in by.agencies:
        raise NotInScope
    if tx.run(_PRACTITIONER, practitioner=id_, agencies=by.agencies):
        return None
    tx.run(_CREATE, id=id_, record=asdict(facts), agency=agency, from_day=from_, now=moment.now)
    return Done((f"practitioner:{id_}", f"agency:{agency}"), f"from {from_.isoformat()}")


def edit_practitioner(
    tx: Transaction, by: Acting, practitioner: str, facts: PractitionerFacts, version: str, moment: Moment
) -> Done | None:
    """Change a practitioner's particulars, where they work for an agency in scope now or are going to."""
    found = find_practitioner(tx, by, practitioner)
    if found.facts == facts:
        return None
    if found.version != version:
        raise Stale(found.version, differences(asdict(found.facts), asdict(facts), _WORDS))
    if all(one.over(moment.today) for one in found.employments):
        raise Refused("They have left: only an agency for which they work now can change this")
    said = unlike(asdict(found.facts), asdict(facts))
    id_ = own_id(by.account, "edit_practitioner", practitioner, version)
    keep_former(tx, id_=id_, kind="practitioner", of=practitioner, said=said, account=by.account, moment=moment)
    reached = not REACHED.isdisjoint(said)
    tx.run(_EDIT, id=practitioner, record=asdict(facts), reached=reached, now=moment.now)
    return Done((f"practitioner:{practitioner}",))


def join(tx: Transaction, by: Acting, practitioner: str, agency: str, from_: date, moment: Moment) -> Done | None:
    """Let a practitioner work for an agency in scope from a day on; what was before stays as it is."""
    found = find_practitioner(tx, by, practitioner)
    if agency not in by.agencies:
        raise NotInScope
    _refuse_own(by, practitioner)
    there = [one for one in found.employments if one.agency == agency]
    if any(one.from_ == from_ and one.to is None for one in there):
        return None
    if any(one.to is None or one.to > from_ for one in there):
        raise Refused("They work there on that day already, or later: choose a day after they have left", "from_")
    tx.run(_JOIN, practitioner=practitioner, agency=agency, from_day=from_, now=moment.now)
    return Done((f"practitioner:{practitioner}", f"agency:{agency}"), f"from {from_.isoformat()}")


def leave(tx: Transaction, by: Acting, practitioner: str, agency: str, to: date, moment: Moment) -> Done | None:
    """End a practitioner's time at an agency on a day, the first on which they no longer work there.

    From then on their account there is not active. A day that is still ahead can be changed; a past one stays.
    """
    found = find_practitioner(tx, by, practitioner)
    _refuse_own(by, practitioner)
    present = [one for one in found.employments if one.agency == agency and not one.over(moment.today)]
    if any(one.agency == agency and one.to == to for one in found.employments):
        return None
    if not present:
        raise NotInScope
    if len(present) > 1:
        raise Refused("They are to leave and to come back already. Wait until they have left", "to")
    if present[0].from_ is not None and to <= present[0].from_:
        raise Refused("They have to work there for a day at least: choose a later day", "to")
    tx.run(_LEAVE, practitioner=practitioner, agency=agency, to_day=to, today=moment.today, now=moment.now)
    return Done((f"practitioner:{practitioner}", f"agency:{agency}"), f"to {to.isoformat()}")


def _refuse_own(by: Acting, practitioner: str) -> None:
    if practitioner == by.practitioner:
        raise Refused("Nobody changes for which agency they work themselves: ask another administrator")
