"""The generated area: valid, the same from the same seed, and as varied as it says."""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from graph.synthetic.area import synthetic_area
from graph.synthetic.writing import LISTS, write_world
from tests.graph.synthetic.world_checks import faults

AS_OF = datetime(2026, 11, 23, 9, tzinfo=UTC)
SCHEMA = json.loads(files("graph.worlds").joinpath("world.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema_rs.validator_for(SCHEMA, validate_formats=True)


def written(path: Path, people: int, seed: int, as_of: datetime = AS_OF) -> bytes:
    write_world(synthetic_area(people, seed, as_of), as_of, path, lambda _: None)
    return path.read_bytes()


@pytest.fixture(scope="module")
def area(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("area") / "area.json"
    return json.loads(written(path, 6000, 11))


@pytest.mark.parametrize("people", [1, 2, 9, 10, 57, 400, 3000])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_an_area_of_any_size_is_valid(tmp_path: Path, people: int, seed: int) -> None:
    world = json.loads(written(tmp_path / "area.json", people, seed))
    for name in LISTS:
        world.setdefault(name, [])
    assert [str(error) for error in VALIDATOR.iter_errors(world)] == []
    assert faults(world) == []
    assert len(world["people"]) == people


@pytest.mark.parametrize("as_of", ["2020-02-29T12:00:00Z", "2024-03-31T00:30:00Z", "2026-10-25T23:59:59+00:00"])
def test_an_area_is_valid_at_any_instant(tmp_path: Path, as_of: str) -> None:
    world = json.loads(written(tmp_path / "area.json", 1500, 5, datetime.fromisoformat(as_of)))
    assert [str(error) for error in VALIDATOR.iter_errors(world)] == []
    assert faults(world) == []


def test_a_larger_area_is_valid(area: dict[str, Any]) -> None:
    assert [str(error) for error in VALIDATOR.iter_errors(area)] == []
    assert faults(area) == []


def test_nobody_worked_with_somebody_before_they_worked(tmp_path: Path) -> None:
    """In so many people a rare history goes back further than any practitioner of its agency."""
    assert faults(json.loads(written(tmp_path / "area.json", 20000, 3))) == []


def test_the_same_seed_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    script = (
        "import sys; from datetime import datetime; from pathlib import Path\n"
        "from graph.synthetic.area import synthetic_area; from graph.synthetic.writing import write_world\n"
        "at = datetime.fromisoformat('2026-11-23T09:00:00Z')\n"
        "write_world(synthetic_area(700, 3, at), at, Path(sys.argv[1]), lambda _: None)\n"
    )
    answers: list[bytes] = []
    for hash_seed in ("1", "2"):
        path = tmp_path / f"{hash_seed}.json"
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": f"UTC{hash_seed}"}
        subprocess.run([sys.executable, "-c", script, str(path)], check=True, env=environment)
        answers.append(path.read_bytes())
    assert answers[0] == answers[1]


def test_another_seed_gives_another_area(tmp_path: Path) -> None:
    assert written(tmp_path / "one.json", 300, 1) != written(tmp_path / "two.json", 300, 2)


def test_json_lines_hold_the_same_records_with_each_list_after_those_it_refers_to(tmp_path: Path) -> None:
    world = json.loads(written(tmp_path / "area.json", 300, 1))
    first, *lines = written(tmp_path / "area.jsonl", 300, 1).decode().splitlines()
    again: dict[str, Any] = json.loads(first)
    for line in lines:
        row = json.loads(line)
        again.setdefault(row["list"], []).append(row["record"])
    assert again == world
    assert list(again) == list(world)


def test_nothing_is_left_of_a_file_that_could_not_be_finished(tmp_path: Path) -> None:
    def stop(name: str) -> None:
        if name == "people":
            raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        write_world(synthetic_area(50, 1, AS_OF), AS_OF, tmp_path / "area.json", stop)
    assert list(tmp_path.iterdir()) == []


def test_an_area_needs_people_and_an_offset() -> None:
    with pytest.raises(ValueError, match="one person"):
        next(synthetic_area(0, 1, AS_OF))
    with pytest.raises(ValueError, match="offset"):
        next(synthetic_area(5, 1, datetime(2026, 11, 23)))


def test_families_have_a_heavy_tail_of_involvements(area: dict[str, Any]) -> None:
    around = Counter(one["person"] for one in area["involvements"] if "to" not in one)
    sizes = [sum(around[row["person"]] for row in family["members"]) for family in area["families"]]
    assert 0.005 < sum(10 <= size <= 25 for size in sizes) / len(sizes) < 0.06
    assert max(sizes) <= 30
    assert sum(size <= 3 for size in sizes) > len(sizes) / 2


def test_caseloads_are_believable(area: dict[str, Any]) -> None:
    held = Counter(one["practitioner"] for one in area["involvements"] if "to" not in one)
    assert 5 < sum(held.values()) / len(held) < 60
    assert max(held.values()) < 250


def test_every_kind_status_and_decision_occurs(area: dict[str, Any]) -> None:
    properties = SCHEMA["$defs"]
    for name, definition, key in (
        ("agencies", "agency", "kind"),
        ("agencies", "agency", "sector"),
        ("agencies", "agency", "status"),
        ("involvements", "involvement", "basis"),
        ("consents", "consent", "decision"),
        ("consents", "consent", "giver"),
        ("accounts", "account", "role"),
        ("accounts", "account", "status"),
        ("grants", "grant", "kind"),
        ("kinship", "kinship", "kind"),
    ):
        wanted = set(properties[definition]["properties"][key]["enum"])
        assert {record[key] for record in area[name]} == wanted, (name, key)


def test_the_situations_that_matter_occur(area: dict[str, Any]) -> None:
    people = {person["id"]: person for person in area["people"]}
    homes = Counter(row["person"] for family in area["families"] for row in family["members"] if "to" not in row)
    today, kept = area["as_of"][:10], "2020-11-23"
    ended = [one["to"] for one in area["involvements"] if "to" in one]
    shielded = [person for person in people.values() if person.get("shielded")]
    young = [one for one in area["consents"] if one["giver"] == "self" and people[one["person"]].get("upn")]
    parents = {one["person"] for one in area["consents"] if one["giver"] == "parental_responsibility"}
    seen = {
        "unborn": any("expected_date_of_birth" in person for person in people.values()),
        "deceased": any("deceased_on" in person for person in people.values()),
        "shielded": bool(shielded) and not any("address" in person for person in shielded),
        "two households": max(homes.values()) == 2,
        "looked after": any(one["type"] == "looked_after" for one in area["involvements"]),
        "foster": any(link.get("qualifier") == "foster" for link in area["kinship"]),
        "step": any(link.get("qualifier") == "step" for link in area["kinship"]),
        "half": any(link.get("qualifier") == "half" for link in area["kinship"]),
        "broker": any("broker" in one for one in area["involvements"]),
        "lead": any(one.get("lead") for one in area["involvements"]),
        "unconfirmed": any(one.get("confirmed") is False for one in area["involvements"]),
        "raised": any(one.get("sensitive") for one in area["involvements"]),
        "ended lately": any(kept < day <= today for day in ended),
        "ended long ago": any(day < kept for day in ended),
        "against the parents": any(one["person"] in parents for one in young),
        "expired": any(one.get("expires_at", "9999") < area["as_of"] for one in area["consents"]),
        "two agencies": any(
            sum("to" not in row for row in practitioner["works_for"]) == 2 for practitioner in area["practitioners"]
        ),
        "changed agency": any("to" in practitioner["works_for"][0] for practitioner in area["practitioners"]),
        "agreement over": any(one.get("to", "9999") < today for one in area["agreements"]),
        "agreement to come": any(one["from"] > today for one in area["agreements"]),
        "signature to come": any(row["signed_on"] > today for one in area["agreements"] for row in one["signatures"]),
        "programme": any(family.get("programme") for family in area["families"]),
        "mononym": any(person["given_name"] == person["family_name"] for person in people.values()),
        "diacritics": any(not person["family_name"].isascii() for person in people.values()),
        "other names": any("also_known_as" in person for person in people.values()),
    }
    assert [name for name, occurs in seen.items() if not occurs] == []


def test_contacts_reach_nobody_real(area: dict[str, Any]) -> None:
    for one in area["practitioners"]:
        assert one.get("landline", "01632 960000").startswith("01632 960")
        assert one.get("mobile", "07700 900000").startswith("07700 900")
        assert one.get("email", "a@example.org").endswith("example.org")
    for person in area["people"]:
        assert person.get("nhs_number", "999").startswith("999")
        assert person.get("postcode", "ZN").startswith("Z")
