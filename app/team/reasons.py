"""Why an entry is shown, in plain words: one sentence for each permit of visibility.md that the query named.

Where the page's own facts show through whom somebody works with the family, the sentence says so; where they do not, it
names what the permit leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.permit_words import PermitParts, permit_sentences
from app.team.circle import Circle

Seen = tuple[str, str, tuple[str, ...]]
"""A person's id, the agency's id (empty where it is not shown) and the reasons."""


def why_shown(seen: Iterable[Seen], circle: Circle) -> tuple[str, ...]:
    """The sentences for an entry, each once; KeyError for a permit that has no words yet."""
    told = (permit_sentences(reasons, _parts(circle, person, agency)) for person, agency, reasons in seen)
    return tuple(dict.fromkeys(sentence for pairs in told for _, sentence in pairs))


def _parts(circle: Circle, person: str, agency: str) -> PermitParts:
    name = circle.name(person)
    near = circle.works_with(person)
    return PermitParts(
        because="",
        own="This is your own work.",
        near=near or f"You work with somebody in {name}’s family",
        near_or_opened=near or f"You work with {name}’s family, or opened {name}’s record with a reason",
        own_agency=f"your own agency, {circle.onlooker.agency_name}",
        agreed=_agreed(circle, agency),
        coordinates=f"You coordinate the programme of {name}’s family",
        broke=f"You gave a justification for emergency access to {name}",
        opened=f"You opened {name}’s record with a reason",
        put="you",
    )


def _agreed(circle: Circle, agency: str) -> str:
    if agency == circle.onlooker.agency:
        return "you are of the same agency"
    return "both agencies signed a sharing agreement"
