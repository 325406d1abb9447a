"""Those at work who are named in a report: a name may be withheld wherever it stands; their agency stays."""

from __future__ import annotations

from typing import Any

from app.subject_access.items import Fact, Parties, Party

Map = dict[str, Any]

_HEALTH = {
    "health_visiting",
    "school_nursing",
    "general_practice",
    "hospital",
    "maternity",
    "camhs",
    "adult_mental_health",
    "substance_misuse",
    "sexual_health",
}
_SOCIAL_WORK = {"childrens_social_care", "adult_social_care"}
_EDUCATION = {"education"}
_PRESUMED = "Presumed reasonable to tell: {} (Schedule 2, paragraph 17({}))"
_AT_WORK = "Ordinarily reasonable to tell: acted in their work (Schedule 2, paragraph 16(2)(b))"
MASKED = "Somebody at a sensitive service (masked)"


def ground_of(kind: str | None) -> str:
    """Why the name of somebody who works for such an agency may be told (Data Protection Act 2018, Schedule 2)."""
    if kind in _HEALTH:
        return _PRESUMED.format("health work", 2)
    if kind in _SOCIAL_WORK:
        return _PRESUMED.format("social work", 3)
    return _PRESUMED.format("education work", 4) if kind in _EDUCATION else _AT_WORK


def named(parties: Parties, label: str, who: Map | None) -> tuple[Fact, ...]:
    """The facts that name somebody at work, and the agency; none where nobody is recorded."""
    if who is None:
        return ()
    if who["masked"]:
        return (Fact(label, MASKED),)
    key = f"practitioner:{who['practitioner']}" if who["practitioner"] else f"account:{who['account']}"
    parties.known.setdefault(
        key, Party(key, who["name"], who["job"] or "", who["agency"] or "", ground_of(who["kind"]))
    )
    text = f"{who['name']}, {who['job']}" if who["job"] else who["name"]
    name = Fact(label, text, key=key, instead="Somebody whose name is not told")
    return (name, Fact("Agency", who["agency"])) if who["agency"] else (name,)
