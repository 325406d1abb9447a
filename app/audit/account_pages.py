"""The page about one account: whom it sees and what, why, and what another account sees less of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.audit.account_looks import PEOPLE_A_PAGE, AccountSight
from app.audit.explaining import Explainer
from app.audit.family_words import LEVEL_WORDS, RANK
from app.paging import pages_of
from graph.audit_accounts import LabelledInvolvement, SeenPerson
from graph.audit_sight import ExplainedRow

IDENTITIES = {
    "full": "Seen in full",
    "restricted": "Name alone (restricted)",
    "none": "Not seen: the own involvement alone",
}
_NEAR = (
    ("direct", "it works with them directly"),
    ("around", "it works with somebody in their family"),
    ("opened", "it opened the record with a reason"),
    ("broken", "it used emergency access, with a justification"),
    ("coordinates", "it coordinates the programme in the area of their family"),
)


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One involvement of the table: the level, why, and, where compared, the other's level and why not more."""

    id: str
    title: str
    level: str
    why: list[tuple[str, str]]
    other_level: str
    other_why: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SeenGroup:
    """One person that the account sees."""

    person: str
    name: str
    families: str
    identity: str
    because: str
    shielded: bool
    lines: list[SeenLine]


class AccountPage:
    """A page of what an account sees; compared, only what the other sees less of, or not at all."""

    def __init__(self, look: AccountSight, page: int, compared: bool, today: date) -> None:
        self.account = look.account
        self.other = look.other
        self.masked = look.masked and look.account.role in ("practitioner", "coordinator")
        self.page = page
        self.pages = pages_of(look.reach.total, PEOPLE_A_PAGE)
        self._look = look
        self._compared = compared
        self._today = today
        groups = (self._group(person) for person in look.people)
        self.groups = [one for one in groups if one.lines or (one.identity != IDENTITIES["none"] and not compared)]

    def _group(self, seen: SeenPerson) -> SeenGroup:
        person = seen.person
        explainer = Explainer(person.id, person.given_name, None, self._today)
        lines = [self._line(one, explainer) for one in seen.involvements if self._wanted(one.id)]
        return SeenGroup(
            person=person.id,
            name=f"{person.given_name} {person.family_name}",
            families=", ".join(seen.families),
            identity=IDENTITIES[seen.identity],
            because=_because(seen),
            shielded=person.shielded,
            lines=lines,
        )

    def _wanted(self, involvement: str) -> bool:
        """Something is seen of it; compared: and the other, of whom it is told, sees less."""
        row, other = self._look.rows.get(involvement), self._look.beside.get(involvement)
        if row is None or row.level == "none":
            return False
        return not self._compared or (other is not None and RANK[other.level] < RANK[row.level])

    def _line(self, one: LabelledInvolvement, explainer: Explainer) -> SeenLine:
        row, other = self._look.rows[one.id], self._look.beside.get(one.id)
        return SeenLine(
            id=one.id,
            title=f"{one.type}: {one.practitioner}, {one.agency}",
            level=LEVEL_WORDS[row.level],
            why=explainer.reasons(row),
            other_level=LEVEL_WORDS[other.level] if other else "",
            other_why=_why_less(other, explainer) if other else [],
        )


def _why_less(row: ExplainedRow, explainer: Explainer) -> list[tuple[str, str]]:
    return [*explainer.reasons(row), *explainer.blockers(row)]


def _because(seen: SeenPerson) -> str:
    fired = [words for key, words in _NEAR if seen.near[key]]
    if seen.near["direct"]:
        fired = [one for one in fired if one != _NEAR[1][1]]
    if seen.identity == "none" or not fired:
        return ""
    return f"Because {' and '.join(fired)}."
