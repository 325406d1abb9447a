"""What each permit of visibility.md says in plain words: once, for whoever sees something and for whoever checks it.

The words say no more than the permit does. The parts in braces are what the two speak of differently: "You work with
Leo" to the practitioner, "Ellie Brandon works with Leo for Northwick Early Help" to an auditor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class PermitParts:
    """How one reader is told of one account and one person."""

    because: str
    """ "Because ", or empty."""
    own: str
    """The whole sentence about one's own work."""
    near: str
    """The account works with the person or the family."""
    near_or_opened: str
    """The same, or that the record was opened."""
    own_agency: str
    """ "your own agency, Tidewater Homes"."""
    agreed: str
    """Why the two agencies may share."""
    coordinates: str
    broke: str
    opened: str
    put: str
    """Whom the broker can put in touch: "you", or "them"."""


_SENTENCES = {
    "OWN": "{own}",
    "OWN_AGENCY": "{because}{near_or_opened}, and this is work of {own_agency}.",
    "STATUTORY": "Work of this kind can always be found. {near_or_opened}, and {agreed}.",
    "AROUND_FAMILY": "{because}{near}, and {agreed}.",
    "CONSENTED": "Consent was given to show this service. {near}, and {agreed}.",
    "COORDINATOR": "{because}{coordinates}, and {agreed}.",
    "BREAK_GLASS": "{broke}. It lasts four hours and is reviewed.",
    "FINDABLE": "{opened}. That shows the agency, not the practitioner.",
    "BROKERED": "{near}. The service is not named; the broker can put {put} in touch.",
}
_FINDABLE_AND_MORE = "{opened}. That alone would show the agency, not the practitioner."


def permit_sentences(reasons: Iterable[str], parts: PermitParts) -> list[tuple[str, str]]:
    """Each permit that fired with its sentence, in their order; KeyError for a permit that has no words yet."""
    fired = [*reasons]
    filled = asdict(parts)
    words = _SENTENCES | ({"FINDABLE": _FINDABLE_AND_MORE} if len(fired) > 1 else {})
    return [(reason, words[reason].format(**filled)) for reason in fired]
