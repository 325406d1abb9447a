"""Who is answered, compared with the rules written down a second time, over the cases of visibility.md."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from graph.driver import Database
from graph.moment import Moment
from graph.name_matching import NEAR_ENOUGH, StoredName, score
from graph.search import Asked, AskedBirth, find_people
from tests.graph.search.oracle import Oracle, Record
from tests.graph.worlds.in_and_out import bring_in

CASES = Path(__file__).parents[2] / "cases"
WAYS = ("name", "name and day", "name and year", "reference", "reference and day", "name and other day")


def read_case(name: str) -> Oracle:
    """A case's world with the identities it expects."""
    world = json.loads((CASES / f"{name}.world.json").read_text())
    lines = (CASES / f"{name}.identities.jsonl").read_text().splitlines()
    rows = [json.loads(line) for line in lines]
    identities = {(row["account"], row["person"]): row["identity"] for row in rows}
    return Oracle(world, identities, Moment.at(datetime.fromisoformat(world["as_of"])))


def asked_of(person: Record, way: str) -> Asked:
    """A search that describes this person in one of the ways."""
    name = f"{person['given_name']} {person['family_name']}"
    born = date.fromisoformat(person.get("date_of_birth") or person.get("expected_date_of_birth") or "1950-01-01")
    day = AskedBirth(days=(born,), full=True)
    reference = person.get("nhs_number") or "absent"
    return {
        "name": Asked(name),
        "name and day": Asked(name, day),
        "name and year": Asked(name, AskedBirth(years=(born.year,))),
        "reference": Asked(reference=reference),
        "reference and day": Asked(reference=reference, birth=day),
        "name and other day": Asked(name, AskedBirth(days=(born.replace(year=born.year - 1, day=1),), full=True)),
    }[way]


def expected(oracle: Oracle, account: Record, asked: Asked) -> dict[str, str]:
    """Every person who should be answered, and how."""
    answers = {one["id"]: expected_answer(oracle, account, one, asked) for one in oracle.world["people"]}
    return {id_: answer for id_, answer in answers.items() if answer}


def expected_answer(oracle: Oracle, account: Record, person: Record, asked: Asked) -> str | None:
    """How one person is answered, None for not at all."""
    identity = oracle.identities[account["id"], person["id"]]
    stored = StoredName(person["given_name"], person["family_name"], tuple(person.get("also_known_as", ())))
    if asked.name and score(asked.name, stored) < NEAR_ENOUGH:
        return None
    born = [date.fromisoformat(person[key]) for key in ("date_of_birth", "expected_date_of_birth") if person.get(key)]
    birth = asked.birth
    born_agrees = birth is None or any(day in birth.days or day.year in birth.years for day in born)
    agrees = born_agrees and asked.reference in ("", person.get("nhs_number"))
    if identity == "full":
        return "full" if agrees else None
    if agrees and not asked.name_alone:
        if not person.get("shielded") and oracle.known_to(account, person):
            return "findable"
        certain = asked.reference and birth and birth.full and person.get("date_of_birth")
        if person.get("shielded") and certain and oracle.known_to(account, person, statutory_only=True):
            return "guarded"
    return "restricted" if identity == "restricted" and asked.name else None


@pytest.mark.parametrize("case", [f"random-{number}" for number in range(1, 7)])
def test_cases(case: str, database: Database) -> None:
    """Every account asks for every person, in one of the ways; who else is near by name must be answered too."""
    oracle = read_case(case)
    assert not bring_in(database, oracle.world, moment=oracle.moment).faults
    seen: set[str] = set()
    for place, account in enumerate(oracle.world["accounts"]):
        for turn, person in enumerate(oracle.world["people"]):
            asked = asked_of(person, WAYS[(place + turn) % len(WAYS)])
            wanted = expected(oracle, account, asked)
            answers = database.read(
                lambda tx, account=account, asked=asked: find_people(
                    tx, account=account["id"], asked=asked, moment=oracle.moment
                )
            )
            found = {one.id: one.answer for one in answers.people}
            if answers.more:
                assert found.items() <= wanted.items(), (account["id"], asked)
            else:
                assert found == wanted, (account["id"], asked)
            seen |= set(found.values())
    assert {"full", "findable"} <= seen
