"""The team around a family as one account may see it: the rows that pages, pictures and exports share.

Everything here is already filtered by the rules of visibility.md; nothing counts or hints at what is hidden.
Every tuple is sorted by id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Identity = Literal["full", "restricted"]
ContactMethod = Literal["landline", "mobile", "email"]


@dataclass(frozen=True, slots=True)
class TeamPerson:
    """The subject or a current member of the subject's families; a restricted one has an id and a name only."""

    id: str
    identity: Identity
    given_name: str
    family_name: str
    date_of_birth: date | None
    expected_date_of_birth: date | None
    deceased_on: date | None
    gender: str | None
    shielded: bool
    client: bool
    """Somebody's current involvement with this person is shown on this page."""


@dataclass(frozen=True, slots=True)
class TeamFamily:
    """A family of the subject; members are the ids of those whose membership may be shown."""

    id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KinLink:
    """from_person is the KIND to to_person (world.schema.json, kinship)."""

    id: str
    kind: str
    qualifier: str | None
    from_person: str
    to_person: str
    from_: date | None
    to: date | None


@dataclass(frozen=True, slots=True)
class TeamPractitioner:
    """A practitioner with every contact method."""

    id: str
    name: str
    job_title: str | None
    landline: str | None
    mobile: str | None
    email: str | None
    preferred_contact: ContactMethod | None
    best_time: str | None


@dataclass(frozen=True, slots=True)
class Absence:
    """Away from one agency until `to`, the first day back; a colleague of that agency may stand in."""

    to: date
    stand_in: TeamPractitioner | None


@dataclass(frozen=True, slots=True)
class TeamAgency:
    """An agency with its duty contact; kind and sector as world.schema.json."""

    id: str
    name: str
    kind: str
    sector: str
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class TeamInvolvement:
    """An involvement seen at level full."""

    id: str
    person: str
    practitioner: TeamPractitioner
    agency: TeamAgency
    type: str
    type_label: str
    statutory: bool
    """The type is always findable."""
    role: str | None
    lead: bool
    confirmed: bool
    from_: date
    to: date | None
    last_confirmed: date | None
    recorded_at: datetime | None
    led_since: datetime | None
    """Since when the holder is known to lead; None where they do not."""
    current: bool
    reasons: tuple[str, ...]
    away: Absence | None = None
    source: str | None = None
    """Who recorded it: self, colleague, import or invite."""
    unanswered_on: date | None = None
    """Since when reminders to its holder are known to stay without an answer."""
    handed_over_on: date | None = None
    """When its holder said that somebody else has it now, without having named them."""


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """Level agency: one entry an (agency, person), its id made from these two."""

    id: str
    person: str
    agency: TeamAgency
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BrokerEntry:
    """Level broker: one entry a (broker, person), its id made from these two."""

    id: str
    person: str
    practitioner: TeamPractitioner
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """The team around one person's family, as one account may see it now."""

    subject: str
    people: tuple[TeamPerson, ...]
    families: tuple[TeamFamily, ...]
    links: tuple[KinLink, ...]
    involvements: tuple[TeamInvolvement, ...]
    agencies: tuple[AgencyEntry, ...]
    brokers: tuple[BrokerEntry, ...]
    through: tuple[str, ...] = ()
    """What gives the account sight of the subject, for the audit trail alone: `around`, `opened`, …"""
