"""Why an entry is shown, in plain words: one sentence for each permit of visibility.md that the query named.

The words say no more than the permit does. Where the page's own facts show through whom somebody works with the family,
the sentence says so; where they do not, it names what the permit leaves open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.team.circle import Circle

Seen = tuple[str, str, tuple[str, ...]]
"""A person's id, the agency's id (empty where it is not shown) and the reasons."""


def why_shown(seen: Iterable[Seen], circle: Circle) -> tuple[str, ...]:
    """The sentences for an entry, each once; KeyError for a permit that has no words yet."""
    sentences = (_WORDS[reason](circle, person, agency) for person, agency, reasons in seen for reason in reasons)
    return tuple(dict.fromkeys(sentences))


def _own(circle: Circle, person: str, agency: str) -> str:
    return "This is your own work."


def _own_agency(circle: Circle, person: str, agency: str) -> str:
    return f"{_near_or_opened(circle, person)}, and this is work of your own agency, {circle.onlooker.agency_name}."


def _statutory(circle: Circle, person: str, agency: str) -> str:
    return f"Work of this kind can always be found. {_near_or_opened(circle, person)}, and {_agreed(circle, agency)}."


def _around_family(circle: Circle, person: str, agency: str) -> str:
    return f"{_near(circle, person)}, and {_agreed(circle, agency)}."


def _consented(circle: Circle, person: str, agency: str) -> str:
    return f"Consent was given to show this service. {_near(circle, person)}, and {_agreed(circle, agency)}."


def _coordinator(circle: Circle, person: str, agency: str) -> str:
    return f"You coordinate the programme of {circle.name(person)}’s family, and {_agreed(circle, agency)}."


def _break_glass(circle: Circle, person: str, agency: str) -> str:
    return (
        f"You gave a justification to break the glass for {circle.name(person)}. It lasts four hours and is reviewed."
    )


def _findable(circle: Circle, person: str, agency: str) -> str:
    return f"You opened {circle.name(person)}’s record with a reason. That shows the agency, not the practitioner."


def _brokered(circle: Circle, person: str, agency: str) -> str:
    return f"{_near(circle, person)}. The service is not named; the broker can put you in touch."


def _near(circle: Circle, person: str) -> str:
    return circle.works_with(person) or f"You work with somebody in {circle.name(person)}’s family"


def _near_or_opened(circle: Circle, person: str) -> str:
    name = circle.name(person)
    return circle.works_with(person) or f"You work with {name}’s family, or opened {name}’s record with a reason"


def _agreed(circle: Circle, agency: str) -> str:
    if agency == circle.onlooker.agency:
        return "you are of the same agency"
    return "both agencies signed a sharing agreement"


_WORDS: dict[str, Callable[[Circle, str, str], str]] = {
    "OWN": _own,
    "OWN_AGENCY": _own_agency,
    "STATUTORY": _statutory,
    "AROUND_FAMILY": _around_family,
    "CONSENTED": _consented,
    "COORDINATOR": _coordinator,
    "BREAK_GLASS": _break_glass,
    "FINDABLE": _findable,
    "BROKERED": _brokered,
}
