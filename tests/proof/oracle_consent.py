"""What people decided about sharing, as visibility.md ("Words") has it.

A missing property hides: what is not certainly a given counts as a refusal, as the person's own where its giver is
missing, and nothing is later than a refusal whose instant is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tests.proof.facts import Record, instant_of


@dataclass(frozen=True, slots=True)
class Said:
    """One decision that counts: a yes or a no, at an instant (None: unknown), for an agency (None: for any)."""

    yes: bool
    at: datetime | None
    agency: str | None
    sensitive: bool
    own: bool


def consented(decisions: Iterable[Record], agency: str | None, *, sensitive: bool, instant: datetime) -> bool:
    """Whether these decisions of a person allow an involvement of an agency to be shown."""
    said = _applying(decisions, agency, instant)
    noes = [one for one in said if not one.yes]
    return any(_outweighs(yes, noes, agency, sensitive=sensitive) for yes in said if yes.yes)


def decided_against(decisions: Iterable[Record], agency: str | None, *, sensitive: bool, instant: datetime) -> bool:
    """Whether a refusal or withdrawal applies, and nothing that was given outweighs it: `refused` of the page."""
    decisions = [*decisions]
    no = any(not one.yes for one in _applying(decisions, agency, instant))
    return no and not consented(decisions, agency, sensitive=sensitive, instant=instant)


def _outweighs(yes: Said, noes: list[Said], agency: str | None, *, sensitive: bool) -> bool:
    if sensitive and not yes.sensitive:
        return False
    if any(no.agency is not None for no in noes) and (yes.agency is None or yes.agency != agency):
        return False
    return all(no.at is not None and yes.at is not None and yes.at > no.at for no in noes)


def _applying(decisions: Iterable[Record], agency: str | None, instant: datetime) -> list[Said]:
    for_agency = [one for one in decisions if one.get("agency") is None or one["agency"] == agency]
    said = [counted for one in for_agency if (counted := _counted(one, instant)) is not None]
    own = [one for one in said if one.own]
    return own or said


def _counted(record: Record, instant: datetime) -> Said | None:
    recorded, expires = instant_of(record.get("recorded_at")), instant_of(record.get("expires_at"))
    if recorded is not None and recorded > instant:
        return None
    giver, given = record.get("giver"), record.get("decision") == "given"
    over = given and expires is not None and expires <= instant
    return Said(
        yes=given and not over and recorded is not None and giver is not None,
        at=expires if over else recorded,
        agency=record.get("agency"),
        sensitive=record.get("includes_sensitive") is True,
        own=giver in ("self", None),
    )
