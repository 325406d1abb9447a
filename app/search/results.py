"""The lines of a search's answer: each tells no more than its kind of answer may (visibility.md, "Finding someone")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.search.proof import Way, proof_of
from app.wording import long_day
from graph.search import Answers, Asked, Candidate
from visualisations.dates import age_in_years


@dataclass(frozen=True, slots=True)
class Line:
    """One person found.

    With a `proof`, they must be opened with a reason, or by emergency access; without, their team may be looked at.
    """

    id: str
    name: str
    about: str
    restricted: bool
    proof: str | None
    emergency: bool
    """They are shown by emergency access alone."""


def lines(answers: Answers, asked: Asked, *, account: str, today: date) -> tuple[Line, ...]:
    """The answer, nearest first."""
    return tuple(_line(person, asked, account, today) for person in answers.people)


def hints(asked: Asked) -> tuple[str, ...]:
    """What may help when nobody is found; it follows from what was typed alone, so it tells nothing of who exists."""
    found = [
        (asked.name_alone, "A name alone finds people of your own families. Add a date of birth, or just the year."),
        (
            bool(asked.name and not asked.name_alone),
            "All that you type must agree. Try less: the name and the year.",
        ),
        (
            _mistyped(asked.reference),
            "This is no valid NHS number: check its digits, or go on if it is another one.",
        ),
        (bool(asked.district), "Leave the postcode out: they may have moved."),
        (bool(asked.birth and asked.birth.full), "If the date may be wrong, give the year alone."),
    ]
    return tuple(text for applies, text in found if applies)


def _line(person: Candidate, asked: Asked, account: str, today: date) -> Line:
    to_open = person.answer in ("findable", "guarded", "emergency")
    emergency = person.answer == "emergency"
    way: Way = "emergency search" if emergency else "search"
    # Of what was asked alone: the proof can be read, and the stored day and month must not be told.
    certain = bool(asked.reference and asked.birth and asked.birth.full)
    return Line(
        id=person.id,
        name=f"{person.given_name} {person.family_name}",
        about=_about(person, asked, today),
        restricted=person.answer == "restricted",
        proof=proof_of(person.id, account=account, by_reference_and_birth=certain, way=way) if to_open else None,
        emergency=emergency,
    )


def _about(person: Candidate, asked: Asked, today: date) -> str:
    if person.answer == "restricted":
        return ""
    if person.date_of_birth:
        return f"born {long_day(person.date_of_birth)}, {_age(person.date_of_birth, today)}"
    if person.expected_date_of_birth:
        return f"expected {long_day(person.expected_date_of_birth)}"
    return _as_asked(person, asked) if person.answer != "full" else ""


def _age(born: date, today: date) -> str:
    years = age_in_years(born, today) or 0
    return "under 1 year" if years < 1 else f"{years} year{'' if years == 1 else 's'}"


def _as_asked(person: Candidate, asked: Asked) -> str:
    """The reference and the date as they were asked, never as they are stored."""
    said = ["the reference you gave"] if asked.reference else []
    if asked.postcode:
        said.append("the postcode you gave")
    if asked.birth and asked.birth.full and person.birth in ("day", "swapped"):
        # The same words whichever of the two is stored.
        either = " (or day and month the other way round)" if asked.birth.swapped else ""
        said.append(f"born or expected {long_day(asked.birth.days[0])}{either}")
    elif asked.birth and person.birth == "year":
        said.append(f"born or expected in {_years(asked.birth.years)}")
    elif asked.birth:
        said.append(f"born or expected in {long_day(asked.birth.days[0]).partition(' ')[2]}")
    return ", ".join(said)


def _years(years: tuple[int, ...]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"


def _mistyped(reference: str) -> bool:
    """Ten digits that fail the check of an NHS number (modulus 11)."""
    digits = [int(one) for one in reference if one.isdecimal()]
    if len(digits) != 10 or any(one.isalpha() for one in reference):
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 != digits[9]
