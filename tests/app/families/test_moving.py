"""Families merge and split: members move at once where one works with both sides, else as proposals."""

from __future__ import annotations

from typing import Any

import pytest

from graph.moment import Moment
from graph.team import read_team
from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import ELLIE, OLIVE, PRIYA
from tests.graph.worlds.in_and_out import take_out

MARSH = "/people/x-leo/families/f-marsh/members"


def _families(actors: Actors, account: str, person: str) -> dict[str, str]:
    """The families that an account is shown of a person: names by id."""
    now = Moment.current()
    team = actors.database.read(lambda tx: read_team(tx, account=account, person=person, moment=now))
    return {one.id: one.name for one in team.families if person in one.members} if team else {}


def _move(actors: Actors, where: str, people: list[str], target: str, **typed: Any) -> str:
    form = {"token": token(), "people": people, "target": target, **typed}
    return actors(ELLIE).post(where, form, status=typed.pop("status", 200)).text


def _client(actors: Actors, given_name: str, relative: str) -> str:
    form = {"token": token(), "given_name": given_name, "family_name": "Quill", "born": "3/7/2019"}
    mother = {"given_name": relative, "family_name": "Quill", "tie": "mother"}
    typed = form | {"type": "befriending"} | {f"relatives-0-{name}": value for name, value in mother.items()}
    return actors(ELLIE).post("/clients/new", typed, status=303).location.split("/")[2]


def test_a_family_parts_and_the_move_is_taken_back(actors: Actors) -> None:
    before = set(actors.waiting("acc-ray"))
    page = _move(actors, MARSH, ["x-dawn", "x-sam"], "new", name="Marsh-Reed")
    assert "Dawn Marsh has moved." in page
    assert "Sam Marsh moves once somebody who works with the others accepts." in page
    (family,) = _families(actors, "acc-priya", "x-dawn") or _families(actors, "acc-ellie", "x-dawn")
    assert _families(actors, "acc-ellie", "x-dawn") == {family: "Marsh-Reed"}
    assert "f-marsh" in _families(actors, "acc-priya", "x-sam")
    (proposal,) = set(actors.waiting("acc-ray")) - before
    assert actors.answer("ray.recovery", proposal, "accept") == "Accepted"
    assert actors.identity("acc-priya", "x-sam") == "none", "of her family he is no more"
    page = actors(ELLIE).get(MARSH).text
    assert "Dawn Marsh, Sam Marsh: from this family" in page
    undo = page.partition("/family-moves/")[2].partition("/")[0]
    for _ in "sent", "sent twice":
        actors(ELLIE).post(f"/people/x-leo/family-moves/{undo}/take-back", {}, status=303)
    assert _families(actors, "acc-ellie", "x-dawn") == {"f-marsh": "Marsh", family: "Marsh-Reed"}, "until Sam follows"
    (again,) = set(actors.waiting("acc-ray")) - before
    actors.answer("ray.recovery", again, "accept")
    assert "f-marsh" in _families(actors, "acc-priya", "x-sam")
    actors(ELLIE).post(f"/people/x-dawn/families/{family}/end", {}, status=303)
    assert _families(actors, "acc-priya", "x-dawn") == {"f-marsh": "Marsh"}


def test_a_move_is_taken_back_as_if_it_had_not_been(actors: Actors) -> None:
    before = take_out(actors.database, Moment.current(), lines=True).splitlines()
    _move(actors, MARSH, ["x-leo"], "new", name="Leo alone")
    assert "Leo alone" in actors(ELLIE).get("/people/x-leo/links").text
    assert actors.identity("acc-ellie", "x-ryan") == "full"
    (family,) = _families(actors, "acc-ellie", "x-leo")
    page = actors(ELLIE).get(f"/people/x-leo/families/{family}/members").text
    undo = page.partition("/family-moves/")[2].partition("/")[0]
    actors(OLIVE).post(f"/people/x-leo/family-moves/{undo}/take-back", {}, status=404)
    actors(ELLIE).post(f"/people/x-leo/family-moves/{undo}/take-back", {}, status=303)
    after = take_out(actors.database, Moment.current(), lines=True).splitlines()
    assert [one for one in after if family not in one] == before, "but for the family that stands empty"


def test_two_records_of_one_family_become_one(actors: Actors) -> None:
    client = _client(actors, "Zora", "Mona")
    (family,) = _families(actors, "acc-ellie", client)
    now = Moment.current()
    team = actors.database.read(lambda tx: read_team(tx, account="acc-ellie", person=client, moment=now))
    (mona,) = [one.id for one in team.people if one.given_name == "Mona"] if team else ()
    where = f"/people/{client}/families/{family}/members"
    form = {"token": token(), "people": [client, mona], "target": "f-marsh"}
    page = actors(ELLIE).post(where, form).text
    assert "Zora Quill belongs to both families" in page
    assert "Mona Quill moves once" in page
    assert "f-marsh" in _families(actors, "acc-priya", client)
    actors(ELLIE).post(where, form, status=303)
    events = [one for one in actors.events() if one.kind == "move_members" and client in one.people]
    assert len(events) == 1
    assert "Merge or split the family Marsh" in actors(ELLIE).get(f"/people/{client}/links").text


@pytest.mark.parametrize("family", ["f-marsh", "f-nobody", "f-siddiqui"])
def test_families_that_are_not_shown_are_as_absent(actors: Actors, family: str) -> None:
    where = f"/people/x-neil/families/{family}/members"
    absent = actors(OLIVE).get("/people/no/families/no/members", status=404).text
    assert actors(OLIVE).get(where, status=404).text == absent
    actors(OLIVE).post(where, {"people": "x-leo", "target": "new", "name": "Taken"}, status=404)


def test_nobody_is_moved_whom_one_is_not_shown(actors: Actors) -> None:
    hidden = actors(ELLIE).post(MARSH, {"people": "x-kept", "target": "new", "name": "Taken"}, status=422).text
    absent = actors(ELLIE).post(MARSH, {"people": "nobody", "target": "new", "name": "Taken"}, status=422).text
    assert "not a valid choice" in hidden
    assert hidden.replace("x-kept", "nobody").count("Error") == absent.count("Error")
    assert "Kester" not in actors(ELLIE).get(MARSH).text
    assert "Kester" in actors(PRIYA).get(MARSH).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"people": [], "target": "new", "name": "Reed"}, "Choose at least one person"),
        ({"people": ["x-leo"], "target": "", "name": ""}, "Choose a family, or a new one"),
        ({"people": ["x-leo"], "target": "new", "name": ""}, "Enter a name for the new family"),
        ({"people": ["x-leo"], "target": "new", "name": "Re\u202eed"}, "Take out what cannot be seen"),
        ({"people": ["x-leo"], "target": "f-nobody", "name": ""}, "Not a valid choice"),
    ],
)
def test_what_cannot_be_done_is_said(actors: Actors, typed: dict[str, Any], said: str) -> None:
    assert said in actors(ELLIE).post(MARSH, typed, status=422).text


def test_a_mother_who_lives_with_them_and_a_father_elsewhere_since_a_year(actors: Actors) -> None:
    client = _client(actors, "Wilma", "Nora")
    form = {"token": token(), "one": client, "how": "sibling_of", "other": "x-leo", "lives": "here"}
    page = actors(ELLIE).post("/people/x-leo/links", form).text
    assert "They belong to the family from today." in page
    assert "f-marsh" in _families(actors, "acc-ellie", client)
    assert "Nora Quill is the parent" not in page
    form |= {"token": token(), "how": "friend_of", "lives": "elsewhere", "since": "2024"}
    assert "They belong to the family no more." in actors(ELLIE).post("/people/x-leo/links", form).text
    assert "f-marsh" not in _families(actors, "acc-ellie", client)
    assert (
        "Enter a day up to today"
        in actors(ELLIE).post("/people/x-leo/links", form | {"since": "1/1/2027"}, status=422).text
    )


def test_children_of_one_mother_are_offered_as_siblings(actors: Actors) -> None:
    page = actors(ELLIE).get("/people/x-leo/links").text
    assert "Leo Marsh and Mia Marsh are both children of" in page
    assert "Are they a parent of Leo Marsh too?" in page
    assert "Kester" not in page
