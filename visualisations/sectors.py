"""Where practitioners and agencies stand: a fixed sector of the picture for each kind of agency.

A sector never moves and never widens: who has looked at one family's picture finds health on the right in every other.
Sectors (degrees clockwise from 12 o'clock) are those of the design. The kinds that the design does not name stand where
the work is nearest in daily practice:

- adult social care with children's social care: one department in most councils;
- maternity, hospitals, mental health, substance misuse and sexual health with health: all are health services by trade;
- early years with education: nurseries and schools share staff, safeguarding leads and premises;
- youth service and employment with early help: advisers and youth workers belong to the same families programmes;
- probation and youth justice with justice; fire and rescue with police: the emergency services that visit at home;
- domestic abuse and "other" with voluntary: refuges and most small organisations are charities. The rim then says
  "Voluntary, other", so that it claims nothing false.

A brokered service always stands in "not named", alone: its place must not tell its kind. The card bay holds no node.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sector:
    """A slice of the picture; from_ and to in degrees clockwise from 12 o'clock, to > from_ (may exceed 360)."""

    key: str
    name: str
    from_: float
    to: float
    at_top: bool = False
    """Labels of neighbours stand side by side here, so nodes need more room."""

    @property
    def span(self) -> float:
        """Degrees from border to border."""
        return self.to - self.from_


SECTORS: tuple[Sector, ...] = (
    Sector("social_care", "Social care", 332, 390, at_top=True),
    Sector("health", "Health", 30, 96),
    Sector("justice", "Justice", 96, 140),
    Sector("voluntary", "Voluntary", 220, 241),
    Sector("housing", "Housing", 241, 261),
    Sector("not_named", "", 261, 282),
    Sector("early_help", "Early help", 282, 305),
    Sector("education", "Education", 305, 332),
)
CARD_BAY = (140.0, 220.0)
"""From and to of the slice in which the contact card stands."""

SECTOR_OF_KIND: dict[str, str] = {
    "childrens_social_care": "social_care",
    "adult_social_care": "social_care",
    "health_visiting": "health",
    "school_nursing": "health",
    "general_practice": "health",
    "hospital": "health",
    "maternity": "health",
    "camhs": "health",
    "adult_mental_health": "health",
    "substance_misuse": "health",
    "sexual_health": "health",
    "police": "justice",
    "fire_and_rescue": "justice",
    "youth_justice": "justice",
    "probation": "justice",
    "voluntary": "voluntary",
    "domestic_abuse": "voluntary",
    "other": "voluntary",
    "housing": "housing",
    "early_help": "early_help",
    "youth_service": "early_help",
    "employment": "early_help",
    "education": "education",
    "early_years": "education",
}
_NAME_WITH: dict[str, str] = {
    "other": "Voluntary, other",
    "fire_and_rescue": "Justice, fire",
    "employment": "Early help, work",
}
_BY_KEY = {sector.key: sector for sector in SECTORS}


def sector_of(kind: str) -> str:
    """The sector's key for a kind of agency (world.schema.json); a kind not yet known stands with "other"."""
    return SECTOR_OF_KIND.get(kind, "voluntary")


def sector(key: str) -> Sector:
    """The sector of this key; KeyError for another."""
    return _BY_KEY[key]


def rim_name(key: str, kinds: Iterable[str]) -> str:
    """What stands along the rim of a sector that shows agencies of these kinds."""
    for kind in sorted(kinds):
        if kind in _NAME_WITH and SECTOR_OF_KIND[kind] == key:
            return _NAME_WITH[kind]
    return _BY_KEY[key].name
