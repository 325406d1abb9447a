"""The ways to reach somebody, the preferred one first, as links a telephone and a mail programme understand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult

from app.wording import long_day
from graph.team_rows import ContactMethod, TeamAgency, TeamInvolvement, TeamPractitioner

_PREFIX: dict[ContactMethod, str] = {"landline": "", "mobile": "mobile ", "email": ""}


@dataclass(frozen=True, slots=True)
class Contact:
    """One way: `address` is a tel: or mailto: address, None for a number that cannot be dialled as it is written."""

    method: ContactMethod
    icon: Literal["phone", "mail"]
    address: str | None
    text: str
    """The number as people write it, or the e-mail address in full."""

    @property
    def spoken(self) -> str:
        """The way with its kind, where the kind does not show: "mobile 07700 900142"."""
        return _PREFIX[self.method] + self.text


@dataclass(frozen=True, slots=True)
class Away:
    """An absence in words, and who stands in with the ways to reach them; `stand_in` is empty where nobody does."""

    until: str
    stand_in: str
    contacts: tuple[Contact, ...]


def away(group: Iterable[TeamInvolvement]) -> Away | None:
    """The absence of a practitioner from an agency for which this group shows them; the one that lasts longest."""
    absences = [(one.away.to, one.agency.id, one.away.stand_in) for one in group if one.away]
    if not absences:
        return None
    to, _, other = max(absences, key=lambda one: one[:2])
    return Away(f"Away until {long_day(to)}", other.name if other else "", ways_to_reach(other) if other else ())


def ways_to_reach(practitioner: TeamPractitioner) -> tuple[Contact, ...]:
    """Every way to reach a practitioner, the preferred one first; without a preference landline, mobile, e-mail."""
    ways = [
        *_phone("landline", practitioner.landline),
        *_phone("mobile", practitioner.mobile),
        *_email(practitioner.email),
    ]
    return tuple(sorted(ways, key=lambda way: way.method != practitioner.preferred_contact))


def duty_contacts(agency: TeamAgency) -> tuple[Contact, ...]:
    """An agency's duty contacts."""
    return (*_phone("landline", agency.phone), *_email(agency.email))


def _phone(method: ContactMethod, number: str | None) -> tuple[Contact, ...]:
    return (Contact(method, "phone", *_dialled(number)),) if number else ()


def _email(email: str | None) -> tuple[Contact, ...]:
    return (Contact("email", "mail", f"mailto:{quote(email, safe='@+')}", email),) if email else ()


def _dialled(number: str) -> tuple[str | None, str]:
    """A British number's tel: address and how it is written; no address for what is no number."""
    try:
        parsed = phonenumbers.parse(number, "GB")
    except NumberParseException:
        return None, number
    # Local digits alone, or an extension, are possible too, but after +44 they are another number.
    if phonenumbers.is_possible_number_with_reason(parsed) != ValidationResult.IS_POSSIBLE:
        return None, number
    shown = PhoneNumberFormat.NATIONAL if parsed.country_code == 44 else PhoneNumberFormat.INTERNATIONAL
    digits = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    extension = f";ext={parsed.extension}" if parsed.extension else ""
    return f"tel:{digits}{extension}", phonenumbers.format_number(parsed, shown)
