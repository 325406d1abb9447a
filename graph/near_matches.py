"""Second records of one person: one that the maker may not see is accepted without a word and queued for an officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.driver import Transaction
from graph.moment import Moment
from graph.name_matching import NEAR_ENOUGH, StoredName, score
from graph.privacy_queue import QueueItem, queue_items
from graph.proposals import own_id
from graph.query_loader import read_query
from graph.search_keys import name_keys, year_key

VERY_NEAR = 0.93
"""How near a name must be where the day of birth differs and the year is the same."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What was recorded of a new person; the references are NHS number, UPN and local number, without spaces."""

    id: str
    given_name: str
    family_name: str
    also_known_as: tuple[str, ...] = ()
    date_of_birth: date | None = None
    expected_date_of_birth: date | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody stored whom the new record may be about; `clash`: has one of its references; `shown`: to the maker."""

    id: str
    given_name: str
    family_name: str
    also_known_as: list[str]
    clash: bool
    same_day: bool
    shown: bool


_CANDIDATES = read_query("near_matches/candidates", Candidate)


def queue_near_matches(tx: Transaction, *, account: str, new: NewPerson, moment: Moment) -> None:
    """Have a privacy officer compare a new person with whoever they may be already (visibility.md, "a new person").

    Answers nothing and never fails for it, so that no error, answer or number of statements tells the maker that
    somebody is there. Whom the maker sees in full is theirs to compare while typing, and is not queued.
    """
    keys = sorted(name_keys(f"{new.given_name} {new.family_name}"))
    days = [day for day in (new.date_of_birth, new.expected_date_of_birth) if day]
    candidates = tx.run(
        _CANDIDATES,
        account=account,
        person=new.id,
        days=days,
        terms=[f"+({' '.join(year_key(day.year) for day in days)}) +({' '.join(keys)})"] if days and keys else [],
        references=sorted({one for one in new.references if one}),
        now=moment.now,
        today=moment.today,
    )
    near = [one for one in candidates if not one.shown and _is_near(new, one)]
    note = "clash" if any(one.clash for one in near) else "near match"
    people = [one.id for one in near]
    item = QueueItem(own_id(account, "near_match", new.id), "near_match", account, new.id, note, people=people)
    queue_items(tx, [item] if near else [], moment)


def _is_near(new: NewPerson, stored: Candidate) -> bool:
    names = StoredName(stored.given_name, stored.family_name, tuple(stored.also_known_as))
    typed = (f"{new.given_name} {new.family_name}", *new.also_known_as)
    nearness = max(score(name, names) for name in typed)
    return stored.clash or nearness >= (NEAR_ENOUGH if stored.same_day else VERY_NEAR)
