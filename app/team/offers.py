"""What the team's page offers to do: by what the page itself shows; each page behind a link decides anew."""

from __future__ import annotations

from dataclasses import dataclass

from app.team.circle import Circle
from graph.team_rows import Team

_LASTING = {"around", "opened", "coordinates"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A link to a page about the subject, by endpoint; roles: whom it is for."""

    text: str
    endpoint: str
    roles: tuple[str, ...] = ("practitioner", "coordinator")


def offers(team: Team, circle: Circle) -> tuple[Offer, ...]:
    """The links below a team; none where the person is shown in part, or by emergency access alone."""
    if circle.subject.identity != "full" or not _LASTING & set(team.through):
        return ()
    own = [one for one in team.involvements if one.person == team.subject and _is_mine(one.practitioner.id, circle)]
    works_with = any(one.current and one.confirmed and one.agency.id == circle.onlooker.agency for one in own)
    recorded = any(one.current and one.agency.id == circle.onlooker.agency for one in own)
    given = (
        (not recorded and not circle.subject.shielded, Offer("Add myself", "proposals.add_myself", ("practitioner",))),
        (works_with, Offer("Add a colleague", "proposals.ask_colleague")),
        (True, Offer("Links and members", "proposals.links")),
        (works_with, Offer("Add a relative", "recording.new_relative")),
        (works_with, Offer("Name, dates and address", "families.details")),
        (works_with, Offer("Consent", "consent.consent")),
        (works_with, Offer(f"Shield {circle.name(team.subject)}", "shields.ask")),
    )
    return tuple(offer for holds, offer in given if holds)


def _is_mine(practitioner: str, circle: Circle) -> bool:
    return practitioner == circle.onlooker.practitioner
