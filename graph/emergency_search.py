"""Finding somebody in an emergency: whom breaking the glass would show, by a stated justification.

It answers whom every search answers, and beyond that people for whom BREAK_GLASS would give something: by a name with a
birth date or a postcode, or by a reference; somebody shielded by a reference with the full date of birth alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.break_glass import EmergencySight, sights_if_broken
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query
from graph.search import Answers, Asked, BirthMatch, Candidate, find_candidates, keys_of, nearest

POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})")


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody who agrees with what was asked, and how the birth date does."""

    id: str
    birth: BirthMatch


_CANDIDATES = read_query("break_glass/candidates", Meant)


def find_in_emergency(tx: Transaction, *, account: str, asked: Asked, moment: Moment) -> Answers:
    """Whom the account is answered with; needs a write transaction, and leaves nothing of what it assumes.

    Where a postcode is asked, `asked.district` is its first part.
    """
    known = find_candidates(tx, account=account, asked=asked, moment=moment)
    seen = {one.id for one in known if one.answer == "full"}
    meant = {one.id: one for one in _meant(tx, asked) if one.id not in seen}
    # Asked for nobody too: the number of statements would tell that somebody is there.
    sights = sights_if_broken(tx, account=account, people=sorted(meant), moment=moment)
    broken = {one.person: _candidate(one, meant[one.person]) for one in sights if one.gives}
    return nearest(asked.name, [*(one for one in known if one.id not in broken), *broken.values()])


def _meant(tx: Transaction, asked: Asked) -> list[Meant]:
    if asked.name_alone and not asked.postcode:
        return []
    keys = keys_of(asked)
    del keys["name_alone"]
    return tx.run(_CANDIDATES, postcodes=_written_forms(asked.postcode), **keys)


def _candidate(sight: EmergencySight, meant: Meant) -> Candidate:
    return Candidate(
        id=sight.person,
        answer="emergency",
        given_name=sight.given_name,
        family_name=sight.family_name,
        also_known_as=sight.also_known_as,
        birth=meant.birth,
        date_of_birth=None,
        expected_date_of_birth=None,
    )


def _written_forms(postcode: str) -> list[str]:
    """The ways in which a postcode may be stored: with its space and without, in capitals and in small letters."""
    parts = POSTCODE.fullmatch(postcode)
    forms = {postcode, f"{parts[1]} {parts[2]}"} if parts else {postcode} if postcode else set[str]()
    return sorted(forms | {form.lower() for form in forms})
