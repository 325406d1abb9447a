"""The districts, agencies and sharing agreements of the synthetic area."""

import re
from dataclasses import dataclass
from typing import Any

from graph.synthetic.data_files import data
from graph.synthetic.days import YEAR, Days
from graph.synthetic.dice import Dice
from graph.synthetic.numbers import landline
from graph.synthetic.people import Record

PEOPLE_A_DISTRICT = 12_000
PEOPLE_A_LOCAL_AGENCY = 4_000
DISTRICTS_A_COUNTY = 12


@dataclass(frozen=True, slots=True)
class Service:
    """What is usual for a kind of agency (`data/services.json`)."""

    kind: str
    sector: str
    county_wide: bool
    share: float
    caseload: int
    names: tuple[str, ...]
    jobs: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Landscape:
    """The districts, and the agencies at work in each; indexes of `agencies` by kind and district."""

    areas: list[Record]
    agencies: list[Record]
    at_work: dict[tuple[str, int], list[int]]


def services() -> dict[str, Service]:
    """Every kind of agency with what is usual for it."""
    rows: list[dict[str, Any]] = data("services")
    return {
        row["kind"]: Service(
            kind=row["kind"],
            sector=row["sector"],
            county_wide=row["scope"] == "county",
            share=row["share"],
            caseload=row["caseload"],
            names=tuple(row["names"]),
            jobs=tuple(row["jobs"]),
            basis=row["basis"],
        )
        for row in rows
    }


def districts_for(people: int) -> list[Record]:
    """The areas for so many people: three at least, each of about 12,000."""
    names: list[str] = data("places")["districts"]
    number = max(3, people // PEOPLE_A_DISTRICT)
    return [{"id": f"ar{index}", "name": _numbered(names, index)} for index in range(number)]


def landscape(dice: Dice, people: int) -> Landscape:
    """Districts and agencies for so many people; of each kind at least one, of local kinds one a district or more."""
    areas = districts_for(people)
    made: list[Record] = []
    for service in services().values():
        places = range(0, len(areas), DISTRICTS_A_COUNTY) if service.county_wide else range(len(areas))
        each = 1 if service.county_wide else max(1, people // len(areas) // PEOPLE_A_LOCAL_AGENCY)
        for place in places:
            made += [_agency(dice, service, areas, place, len(made) + turn, turn) for turn in range(each)]
    _some_not_live(made)
    return placed(areas, made)


def placed(areas: list[Record], agencies: list[Record]) -> Landscape:
    """Which agencies work in which district: those of one kind, in their order, share the districts out in order."""
    by_kind: dict[str, list[int]] = {}
    for index, agency in enumerate(agencies):
        by_kind.setdefault(agency["kind"], []).append(index)
    at_work: dict[tuple[str, int], list[int]] = {}
    for kind, indexes in by_kind.items():
        for district in range(len(areas)):
            first, after = (place * len(indexes) // len(areas) for place in (district, district + 1))
            at_work[kind, district] = indexes[first : max(after, first + 1)]
    return Landscape(areas, agencies, at_work)


def agreements(dice: Dice, days: Days, agencies: list[Record], county: str) -> list[Record]:
    """One agreement that most signed at different dates, others by sector, one over, and one not yet in force."""
    everybody = [agency["id"] for agency in agencies if dice.likely(0.9)]
    statutory = [agency["id"] for agency in agencies if agency["sector"] == "statutory"]
    older = [agency["id"] for agency in agencies if agency["kind"] in _OLDER_PEOPLE]
    years = [int(YEAR * number) for number in range(10)]
    return [
        _agreement(dice, days, "sa0", f"{county} sharing agreement", (-years[6], None), everybody, 20),
        _agreement(dice, days, "sa1", "Safeguarding children agreement", (-years[9], None), statutory, -300),
        _agreement(dice, days, "sa2", "Ageing well partnership", (-years[3], years[2]), older, -30),
        _agreement(dice, days, "sa3", "Early years pilot", (-years[5], -years[1]), everybody[::3], -years[4]),
        _agreement(dice, days, "sa4", "Whole family agreement", (90, None), everybody[::2], -1),
    ]


_OLDER_PEOPLE = frozenset(
    {"adult_social_care", "general_practice", "hospital", "housing", "fire_and_rescue", "voluntary"}
)


def slug(text: str) -> str:
    """The text as part of an address: small letters and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-")


def _agreement(
    dice: Dice, days: Days, key: str, name: str, term: tuple[int, int | None], agencies: list[str], last: int
) -> Record:
    """Signed from four months before the term on; the last agency signs `last` days from today."""
    start, end = term
    signatures: list[Record] = []
    for agency in agencies:
        signed = min(start - 120 + dice.waiting(260), last)
        signatures.append({"agency": agency, "signed_on": days.text(days.today + signed)})
    if signatures:
        signatures[-1]["signed_on"] = days.text(days.today + last)
    record: Record = {"id": key, "name": name, "from": days.text(days.today + start)}
    if end is not None:
        record["to"] = days.text(days.today + end)
    record["signatures"] = signatures
    return record


def _agency(dice: Dice, service: Service, areas: list[Record], place: int, serial: int, turn: int) -> Record:
    pattern = service.names[(place + turn) % len(service.names)]
    parts: list[str] = data("places")["parts"]
    town = areas[place]["name"] if turn == 0 else f"{areas[place]['name']} {_numbered(parts, turn - 1)}"
    county: str = data("places")["county"]
    name = pattern.format(place=town, county=county)
    if place and "{place}" not in pattern:
        name = f"{name}, {areas[place]['name']}"
    agency: Record = {
        "id": f"ag{serial}",
        "name": name,
        "kind": service.kind,
        "sector": service.sector,
        "status": "live",
    }
    agency["phone"] = landline(dice)
    agency["email"] = f"duty@{slug(name)[:50].strip('-')}.example.org"
    return agency


def _some_not_live(agencies: list[Record]) -> None:
    """One nursery is suspended; the last charity and the last landlord are preparing."""
    for kind, status in (("early_years", "suspended"), ("voluntary", "preparing"), ("housing", "preparing")):
        [agency for agency in agencies if agency["kind"] == kind][-1]["status"] = status


def _numbered(names: list[str], index: int) -> str:
    turn, place = divmod(index, len(names))
    return names[place] if turn == 0 else f"{names[place]} {turn + 1}"
