"""What an import changes, and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.driver import Database
from graph.moment import Moment
from graph.password_hashing import password_matches
from graph.worlds.lists import LISTS
from graph.worlds.stored import stored_password_hashes
from tests.graph.worlds.in_and_out import bring_in, everything, take_out
from tests.graph.worlds.small_world import small_world

pytestmark = pytest.mark.database

NOON = Moment.at(datetime(2026, 8, 1, 12, tzinfo=UTC))
LATER = Moment.at(datetime(2026, 8, 2, 12, tzinfo=UTC))
CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.world.json"))


def test_the_same_file_twice_changes_nothing(database: Database) -> None:
    assert bring_in(database, small_world(), moment=NOON).written == 24
    before = everything(database)
    assert bring_in(database, small_world(), moment=LATER).written == 0
    assert everything(database) == before


def test_defaults_are_filled_in_and_instants_kept_in_utc(database: Database) -> None:
    bring_in(database, small_world())
    stored = json.loads(take_out(database, NOON))
    ann = stored["people"][0]
    assert ann["shielded"] is False
    assert stored["consents"][0]["recorded_at"] == "2021-06-01T11:00:00Z"
    assert stored["consents"][0]["expires_at"] == "2031-06-01T12:00:00.250000Z"
    assert stored["involvements"][0]["confirmed"] is True
    assert stored["involvement_types"][0] == {
        "code": "drugs", "label": "Drug and alcohol", "sensitive": True, "always_findable": False,
    }  # fmt: skip


def test_days_are_stored_as_days_and_labels_as_counts_need_them(database: Database) -> None:
    bring_in(database, small_world(), moment=NOON)
    found = "\n".join(everything(database))
    assert '["Client", "FamilyMember", "Person"], {"also_known_as": ["Annie"], "date_of_birth": "1990-05-01"' in found
    assert '[["Person"], {"also_known_as": [], "family_name": "Reed", "given_name": "Joe", "id": "joe"' in found
    assert '\\"recorded_at\\": \\"2026-08-01 12:00:00+00:00\\"' in found


def test_a_changed_file_changes_what_changed(database: Database) -> None:
    bring_in(database, small_world())
    world = small_world()
    world["people"][0]["address"] = "1 Hill Road"
    world["families"][0]["members"] = [{"person": "joe"}]
    world["agreements"][0]["signatures"].pop()
    world["kinship"][2]["kind"] = "neighbour_of"
    answer = bring_in(database, world)
    assert answer.outcome is not None
    assert {counts.name: counts.changed for counts in answer.outcome.lists if counts.changed} == {
        "people": 1, "families": 1, "agreements": 1, "kinship": 1,
    }  # fmt: skip
    stored = json.loads(take_out(database, NOON))
    assert stored["people"][0]["address"] == "1 Hill Road"
    assert stored["families"][0]["members"] == [{"person": "joe"}]
    assert len(stored["agreements"][0]["signatures"]) == 1
    assert [link["kind"] for link in stored["kinship"]] == ["parent_of", "parent_of", "neighbour_of"]
    assert '["Client", "Person"], {"address": "1 Hill Road"' in "\n".join(everything(database))


def test_records_absent_from_the_file_stay(database: Database) -> None:
    bring_in(database, small_world())
    before = everything(database)
    rest = {key: part for key, part in small_world().items() if key not in LISTS}
    assert bring_in(database, rest | {"areas": small_world()["areas"]}).written == 0
    assert everything(database) == before


def test_a_moved_involvement_keeps_when_it_was_first_stored(database: Database) -> None:
    bring_in(database, small_world(), moment=NOON)
    world = small_world()
    world["involvements"][0] |= {"practitioner": "tom", "agency": "school", "person": "joe", "lead": False}
    assert bring_in(database, world, moment=LATER).written == 1
    found = everything(database)
    assert sum('\\"id\\": \\"i1\\"' in node for node in found) == 1
    tom = next(node for node in found if '"name": "Tom Ash"' in node)
    assert '\\"recorded_at\\": \\"2026-08-01 12:00:00+00:00\\"' in tom.split('\\"i1\\"')[1]
    assert '["FamilyMember", "Person"], {"also_known_as": ["Annie"]' in "\n".join(found)


def test_a_password_is_hashed_once_and_kept_where_the_file_has_none(database: Database) -> None:
    bring_in(database, small_world())
    first = database.read(lambda tx: stored_password_hashes(tx, ["a-ola"]))["a-ola"]
    assert password_matches("correct horse battery", first)
    world = small_world()
    world["accounts"][0].pop("password")
    assert bring_in(database, world).written == 0
    world["accounts"][0]["password"] = "another good password"
    assert bring_in(database, world).written == 1
    second = database.read(lambda tx: stored_password_hashes(tx, ["a-ola"]))["a-ola"]
    assert password_matches("another good password", second)
    assert "password" not in take_out(database, NOON)


def test_two_accounts_may_swap_usernames(database: Database) -> None:
    bring_in(database, small_world())
    world = small_world()
    world["accounts"][0]["username"], world["accounts"][1]["username"] = "north", "Ola"
    assert bring_in(database, world).written == 2


@pytest.mark.parametrize(
    ("name", "position", "mark"), [("involvement_types", 1, "sensitive"), ("people", 1, "shielded")]
)
def test_lowering_is_refused_unless_allowed(database: Database, name: str, position: int, mark: str) -> None:
    bring_in(database, small_world())
    before = everything(database)
    world = small_world()
    world[name][position].pop(mark)
    fault = f"$.{name}[{position}].{mark}: is stored as true; it is lowered only with --allow-lowering."
    assert bring_in(database, world).faults == [fault]
    assert everything(database) == before
    assert bring_in(database, world, allow_lowering=True).written == 1


def test_a_dry_run_counts_and_changes_nothing(database: Database) -> None:
    assert bring_in(database, small_world(), dry=True).written == 24
    assert everything(database) == []


def test_what_is_stored_counts_in_the_checks(database: Database) -> None:
    bring_in(database, small_world())
    before = everything(database)
    heading = {"format": "patchwork-world/1", "as_of": "2026-07-14T22:30:00Z"}
    old = small_world()
    lead = old["involvements"][0] | {"id": "i9", "practitioner": "tom", "agency": "school", "broker": None}
    staff = old["practitioners"]
    at_help = [{"agency": "help", "from": "2015-01-01"}]
    begun_late = [{"agency": "help", "from": "2022-01-01"}]
    circle = {"id": "k9", "kind": "parent_of", "from_person": "kit", "to_person": "joe"}
    at_school = {"id": "new", "username": "new", "agency": "school"}
    additions = [
        ({"involvements": [lead]}, "$.involvements[0].lead"),
        ({"people": [old["people"][0] | {"id": "new"}]}, "$.people[0].nhs_number"),
        ({"accounts": [old["accounts"][1] | {"id": "new", "username": "OLA"}]}, "$.accounts[0].username"),
        ({"accounts": [old["accounts"][0] | {"id": "new", "username": "new"}]}, "$.accounts[0].practitioner"),
        ({"accounts": [old["accounts"][0] | at_school]}, "$.accounts[0].agency"),
        ({"kinship": [circle]}, "$.kinship[0].to_person"),
        ({"involvements": [lead | {"lead": False, "from": "2019-06-01"}]}, "$.involvements[0].agency"),
        ({"practitioners": [staff[0] | {"works_for": begun_late}]}, "$.practitioners[0].works_for"),
        ({"practitioners": [staff[1] | {"works_for": at_help}]}, "$.practitioners[0].works_for"),
    ]  # fmt: skip
    for lists, place in additions:
        faults = bring_in(database, heading | lists).faults
        assert [fault.split(": ")[0] for fault in faults] == [place]
    assert everything(database) == before


def test_the_built_in_types_apply_where_the_file_gives_none(database: Database) -> None:
    world = small_world()
    world.pop("involvement_types")
    for involvement in world["involvements"]:
        involvement["type"] = "family_support"
    assert bring_in(database, world).faults == []
    world["involvements"][0]["type"] = "support"
    assert [fault.split(": ")[0] for fault in bring_in(database, world).faults] == ["$.involvements[0].type"]


def test_built_in_types_leave_an_areas_own_alone(database: Database) -> None:
    world = small_world()
    world["involvement_types"].append({"code": "family_support", "label": "Our own word", "sensitive": True})
    bring_in(database, world)
    world.pop("involvement_types")
    bring_in(database, world)
    stored = json.loads(take_out(database, NOON))["involvement_types"]
    assert [found["label"] for found in stored if found["code"] == "family_support"] == ["Our own word"]


@pytest.mark.parametrize("lines", [False, True])
def test_an_export_comes_back_the_same(database: Database, empty: Callable[[], None], lines: bool) -> None:
    bring_in(database, small_world())
    out = take_out(database, NOON, lines=lines)
    assert bring_in(database, out.encode(), name="w.jsonl" if lines else "w.json").written == 0
    empty()
    bring_in(database, out.encode(), name="w.jsonl" if lines else "w.json")
    assert take_out(database, NOON, lines=lines) == out


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_case_comes_in_and_out_the_same(database: Database, empty: Callable[[], None], case: Path) -> None:
    world = json.loads(case.read_text(encoding="utf-8"))
    records = sum(len(part) for part in world.values() if isinstance(part, list))
    assert bring_in(database, world).written == records
    out = take_out(database, NOON)
    empty()
    assert bring_in(database, out.encode()).written == records
    assert take_out(database, NOON) == out
