"""The team as JSON: the facts of the page and no more, every list sorted by id (tests/app/team/team.schema.json)."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.notices import OTHERS_MAY_BE_INVOLVED
from app.team.circle import whole_name
from graph.team_rows import (
    Absence,
    AgencyEntry,
    BrokerEntry,
    KinLink,
    Team,
    TeamInvolvement,
    TeamPerson,
    TeamPractitioner,
)

Json = dict[str, Any]


def team_json(team: Team) -> Json:
    """The answer of /people/<id>/team.json."""
    return {
        "subject": team.subject,
        "people": [_person(one) for one in team.people],
        "families": [{"id": one.id, "name": one.name, "members": list(one.members)} for one in team.families],
        "links": [_link(one) for one in team.links],
        "involvements": [_involvement(one) for one in team.involvements],
        "agencies": [_agency(one) for one in team.agencies],
        "brokers": [_broker(one) for one in team.brokers],
        "notice": OTHERS_MAY_BE_INVOLVED,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _person(person: TeamPerson) -> Json:
    shown = {"id": person.id, "identity": person.identity, "name": whole_name(person)}
    if person.identity == "restricted":
        return shown
    return {**shown, "date_of_birth": _day(person.date_of_birth), "client": person.client}


def _link(link: KinLink) -> Json:
    return {"id": link.id, "kind": link.kind, "from_person": link.from_person, "to_person": link.to_person}


def _practitioner(practitioner: TeamPractitioner) -> Json:
    return {
        "id": practitioner.id,
        "name": practitioner.name,
        "job_title": practitioner.job_title,
        "landline": practitioner.landline,
        "mobile": practitioner.mobile,
        "email": practitioner.email,
        "preferred_contact": practitioner.preferred_contact,
        "best_time": practitioner.best_time,
    }


def _involvement(one: TeamInvolvement) -> Json:
    return {
        "id": one.id,
        "person": one.person,
        "practitioner": _practitioner(one.practitioner),
        "agency": {"id": one.agency.id, "name": one.agency.name},
        "type": one.type,
        "role": one.role,
        "lead": one.lead,
        "from": one.from_.isoformat(),
        "to": _day(one.to),
        "last_confirmed": _day(one.last_confirmed),
        "source": one.source,
        "away": _away(one.away),
        "reasons": list(one.reasons),
    }


def _away(away: Absence | None) -> Json | None:
    if away is None:
        return None
    return {"to": away.to.isoformat(), "stand_in": _practitioner(away.stand_in) if away.stand_in else None}


def _agency(entry: AgencyEntry) -> Json:
    agency = entry.agency
    contact = {"id": agency.id, "name": agency.name, "phone": agency.phone, "email": agency.email}
    return {"id": entry.id, "person": entry.person, "agency": contact}


def _broker(entry: BrokerEntry) -> Json:
    return {"id": entry.id, "person": entry.person, "practitioner": _practitioner(entry.practitioner)}
