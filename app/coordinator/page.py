"""What the page of shared practitioners says, made of the rows that the coordinator may see."""

from __future__ import annotations

from dataclasses import dataclass

from app.paging import pages_of
from app.team.contacts import Contact, ways_to_reach
from graph.shared_practitioners import PractitionerAcrossFamilies, SharedPractitioners, TouchedFamily
from visualisations.shared_practitioners import (
    SharedDrawing,
    SharedFamily,
    SharedPractitioner,
    draw_shared,
)

PER_PAGE = 30
"""As many as the picture holds, so that it shows the rows of its page."""


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One practitioner of the table."""

    id: str
    name: str
    job_title: str | None
    agencies: tuple[str, ...]
    best_time: str | None
    contacts: tuple[Contact, ...]
    families: tuple[TouchedFamily, ...]


class SharedPage:
    """A page of the table with its picture; pages count from 1."""

    def __init__(self, found: SharedPractitioners, number: int) -> None:
        self.areas = found.areas
        self.families = found.families
        self.total = found.total
        self.number = number
        self.pages = pages_of(found.total, PER_PAGE)
        self.first = (number - 1) * PER_PAGE + 1
        self.lines = tuple(_line(one) for one in found.practitioners)
        self.drawing = _drawing(found.practitioners) if found.practitioners else None

    @property
    def last(self) -> int:
        """The place of the last line of this page among all."""
        return self.first + len(self.lines) - 1


def _line(one: PractitionerAcrossFamilies) -> SharedLine:
    practitioner = one.practitioner
    return SharedLine(
        id=practitioner.id,
        name=practitioner.name,
        job_title=practitioner.job_title,
        agencies=one.agencies,
        best_time=practitioner.best_time,
        contacts=ways_to_reach(practitioner),
        families=one.families,
    )


def _drawing(found: tuple[PractitionerAcrossFamilies, ...]) -> SharedDrawing:
    families = {family.id: family.name for one in found for family in one.families}
    return draw_shared(
        families=tuple(SharedFamily(id=id_, name=families[id_]) for id_ in sorted(families)),
        practitioners=tuple(
            SharedPractitioner(
                id=one.practitioner.id,
                name=one.practitioner.name,
                agency_name=", ".join(one.agencies),
                families=tuple(family.id for family in one.families),
            )
            for one in found
        ),
    )
