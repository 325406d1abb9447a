"""The confirming world with clients of Ellie's, one for each test, and who else works with them."""

from __future__ import annotations

from typing import Any

from tests.app.proposals.world import confirming_world

Record = dict[str, Any]
CLIENTS = tuple(f"x-client-{number}" for number in range(1, 31))
LED_BY_PRIYA, LED_UNSEEN, LED_BY_NOBODY = "x-led", "x-led-unseen", "x-unled"
"""People with whom Ellie works: with a lead whom she sees, with one whom she does not see, and with none."""


def involvement_world() -> Record:
    """Ellie works with every client; each of the first twenty is also Ruth's, her colleague, and Priya's."""
    world = confirming_world()
    world["practitioners"] = [_at_help_too(one) if one["id"] == "p-gareth" else one for one in world["practitioners"]]
    named = [(one, f"Client{one.rpartition('-')[2]}") for one in CLIENTS]
    named += [(LED_BY_PRIYA, "Led"), (LED_UNSEEN, "Unseen"), (LED_BY_NOBODY, "Unled")]
    world["people"] += [
        {"id": id_, "given_name": "Cora", "family_name": name, "date_of_birth": "2015-05-05"} for id_, name in named
    ]
    world["involvements"] += [own(one) for one, _ in named]
    world["involvements"] += [work(f"r-{one}", "p-ruth", "a-help", one) for one in CLIENTS[:20]]
    world["involvements"] += [work(f"p-{one}", "p-priya", "a-care", one) for one in CLIENTS[:20]]
    world["involvements"] += [
        work("lead-seen", "p-priya", "a-care", LED_BY_PRIYA, lead=True),
        work("lead-unseen", "p-hidden", "a-drugs", LED_UNSEEN, type="substance_misuse", lead=True),
        work("old-gareth", "p-gareth", "a-care", "x-dawn", **{"from": "2025-01-01"}),
    ]
    return world


def own(person: str) -> Record:
    """Ellie's involvement."""
    return work(f"e-{person}", "p-ellie", "a-help", person)


def work(id_: str, practitioner: str, agency: str, person: str, **more: Any) -> Record:
    """A current involvement on a public task."""
    ids = {"id": id_, "practitioner": practitioner, "agency": agency, "person": person}
    return {**ids, "type": "family_support", "basis": "public_task", "from": "2024-01-01", **more}


def _at_help_too(one: Record) -> Record:
    return {**one, "works_for": [*one["works_for"], {"agency": "a-help", "from": "2020-01-01"}]}
