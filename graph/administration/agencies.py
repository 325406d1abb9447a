"""Agencies of an administrator's areas: made in preparation, live, suspended."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from graph.administration.acting import Acting, NotInScope, acting_for_areas
from graph.administration.changes import Done, Refused, Stale, differences, unlike, version_of
from graph.driver import Transaction
from graph.history import keep_former
from graph.moment import Moment
from graph.proposals import own_id
from graph.query_loader import Nothing, read_query, write_query

SENSITIVE_KINDS = frozenset({"domestic_abuse", "substance_misuse", "sexual_health"})
"""visibility.md, "Words": every involvement that an agency of these kinds holds is sensitive."""
_WORDS = {"name": "the name", "kind": "the kind", "sector": "the sector", "phone": "the phone", "email": "the e-mail"}


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What an administrator says of an agency; phone and email are its duty contact."""

    name: str
    kind: str
    sector: str
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class KeptAgency:
    """An agency as its administrators see it."""

    id: str
    name: str
    kind: str
    sector: str
    status: str
    phone: str | None
    email: str | None
    administered_at: datetime | None
    areas: list[str]
    has_administrator: bool
    has_signed: bool

    @property
    def facts(self) -> AgencyFacts:
        """What can be edited."""
        return AgencyFacts(self.name, self.kind, self.sector, self.phone, self.email)

    @property
    def version(self) -> str:
        """See `version_of`."""
        return version_of({**asdict(self.facts), "status": self.status, "at": self.administered_at})

    @property
    def missing(self) -> list[str]:
        """What it lacks before others can count on it: administrator, duty_contact, signature."""
        lacking = {
            "administrator": not self.has_administrator,
            "duty_contact": not (self.phone or self.email),
            "signature": not self.has_signed,
        }
        return [what for what, lacks in lacking.items() if lacks]


_AGENCIES = read_query("administration/agencies", KeptAgency)
_CREATE = write_query("administration/create_agency", Nothing)
_EDIT = write_query("administration/edit_agency", Nothing)
_SET_STATUS = write_query("administration/set_agency_status", Nothing)


def find_agencies(tx: Transaction, by: Acting) -> list[KeptAgency]:
    """The agencies of the administrator's areas; NotInScope where they have none."""
    return tx.run(_AGENCIES, agencies=acting_for_areas(by).kept)


def find_administered(tx: Transaction, by: Acting) -> list[KeptAgency]:
    """The agencies whose accounts and practitioners the administrator keeps: their own among them."""
    return tx.run(_AGENCIES, agencies=by.agencies)


def find_agency(tx: Transaction, by: Acting, agency: str) -> KeptAgency:
    """One of them; NotInScope for any other."""
    for one in find_agencies(tx, by):
        if one.id == agency:
            return one
    raise NotInScope


def create_agency(tx: Transaction, by: Acting, id_: str, facts: AgencyFacts, area: str, moment: Moment) -> Done | None:
    """Make an agency that prepares, in one of the administrator's areas; None where this form has made it already."""
    if area not in acting_for_areas(by).areas:
        raise NotInScope
    known = find_agencies(tx, by)
    if id_ in {one.id for one in known}:
        return None
    _refuse_name(facts.name, known)
    tx.run(_CREATE, id=id_, record=asdict(facts), area=area, now=moment.now)
    return Done((f"agency:{id_}", f"area:{area}"), f"{facts.kind} {facts.sector} preparing")


def edit_agency(
    tx: Transaction, by: Acting, agency: str, facts: AgencyFacts, version: str, moment: Moment
) -> Done | None:
    """Change an agency's particulars; its kind never so that its involvements cease to be sensitive."""
    found = find_agency(tx, by, agency)
    if found.facts == facts:
        return None
    if found.version != version:
        raise Stale(found.version, differences(asdict(found.facts), asdict(facts), _WORDS))
    if found.kind in SENSITIVE_KINDS and facts.kind not in SENSITIVE_KINDS:
        raise Refused("This agency’s work is sensitive and stays so: choose a kind that is sensitive too", "kind")
    _refuse_name(facts.name, [one for one in find_agencies(tx, by) if one.id != agency])
    said = unlike(asdict(found.facts), asdict(facts))
    id_ = own_id(by.account, "edit_agency", agency, version)
    keep_former(tx, id_=id_, kind="agency", of=agency, said=said, account=by.account, moment=moment)
    tx.run(_EDIT, id=agency, record=asdict(facts), now=moment.now)
    return Done((f"agency:{agency}",), f"{found.kind}>{facts.kind}" if found.kind != facts.kind else None)


def set_status(tx: Transaction, by: Acting, agency: str, status: str, version: str, moment: Moment) -> Done | None:
    """Let an agency go live now, or suspend it: its accounts are signed out in this transaction, their grants end."""
    found = find_agency(tx, by, agency)
    if found.status == status:
        return None
    if agency == by.agency:
        raise Refused("Nobody changes the status of their own agency: ask another administrator of the area")
    if found.version != version:
        raise Stale(found.version)
    tx.run(_SET_STATUS, id=agency, status=status, now=moment.now)
    return Done((f"agency:{agency}",), f"{found.status}>{status}")


def _refuse_name(name: str, others: list[KeptAgency]) -> None:
    if name.casefold() in {one.name.casefold() for one in others}:
        raise Refused("There is an agency with this name in your areas already: choose another name", "name")
