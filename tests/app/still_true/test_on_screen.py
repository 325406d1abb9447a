"""Still true, said on the page of a team and in the list of one's own work."""

from __future__ import annotations

import re

import pytest

from tests.app.proposals.acting import Actors
from tests.app.proposals.world import ELLIE, OLIVE, PRIYA, RUTH
from tests.app.team.reading import page_of, row, select, text_of


def confirmed_on_card(actors: Actors, username: str, person: str, practitioner: str) -> str:
    return text_of(select(row(page_of(actors(username).get(f"/people/{person}/team")), practitioner), ".fresh")[0])


def test_one_click_on_the_own_card_confirms_all_that_it_shows(actors: Actors) -> None:
    card = row(page_of(actors(ELLIE).get("/people/x-leo/team")), "practitioner-p-ellie")
    wanted = [field.get("value") for field in card.xpath('.//input[@name="involvement"]')]
    assert sorted(wanted) == ["i-ellie-dawn", "i-ellie-leo"]
    assert "since 14 Apr 2026, source not recorded" in text_of(card)
    before = actors.kinds().count("still_true_yes")
    for _ in range(2):
        actors(ELLIE).post("/people/x-leo/still-true", {"involvement": wanted}, status=303)
    assert actors.kinds().count("still_true_yes") == before + 1
    assert confirmed_on_card(actors, ELLIE, "x-leo", "practitioner-p-ellie") == "today"
    card = row(page_of(actors(ELLIE).get("/people/x-leo/team")), "practitioner-p-ellie")
    assert not select(card, ".still"), "nothing is left to say today"


def test_the_older_the_emptier(actors: Actors) -> None:
    page = page_of(actors(PRIYA).get("/people/x-leo/team"))
    bars = {who: len(select(row(page, f"practitioner-p-{who}"), ".bars__full")) for who in ("amina", "james", "martin")}
    assert bars == {"amina": 4, "james": 3, "martin": 2}
    assert not select(row(page, "practitioner-p-martin"), ".still"), "of another agency"


def test_one_that_waits_is_not_confirmed_by_its_holder(actors: Actors) -> None:
    assert 'action="/my-involvements/i-ruth-tyler"' not in actors(RUTH).get("/my-involvements").text
    actors(RUTH).post("/people/x-tyler/still-true", {"involvement": ["i-ruth-tyler"]}, status=404)
    actors(RUTH).get("/my-involvements/i-ruth-tyler", status=404)


@pytest.mark.parametrize("involvement", ["i-priya-leo", "i-hidden-dawn", "i-far-leo", "nothing"])
def test_nobody_elses_and_none_are_alike(actors: Actors, involvement: str) -> None:
    client = actors(ELLIE)
    absent = client.get("/my-involvements/nobody", status=404).text
    assert client.get(f"/my-involvements/{involvement}", status=404).text == absent
    events = actors.kinds()
    client.post("/people/x-leo/still-true", {"involvement": [involvement]}, status=404)
    client.post(f"/my-involvements/{involvement}", {"answer": "ended"}, status=303)
    assert actors.kinds() == events


def test_the_list_begins_with_what_was_confirmed_longest_ago(actors: Actors) -> None:
    page = actors(OLIVE).get("/my-involvements").text
    assert re.findall(r'<a href="/people/([\w-]+)/team">', page)[0] == "x-neil"
    actors(OLIVE).post("/my-involvements/i-olive-neil", {"answer": "handed_over"}, status=303)
    assert "somebody else has it: hand it over to them" in actors(OLIVE).get("/my-involvements").text
    asked = actors(OLIVE).get("/my-involvements/i-olive-neil?say=ended").text
    assert "Neil Frost" in asked
    assert "Choose an answer" in actors(OLIVE).post("/my-involvements/i-olive-neil", {}, status=422).text
    assert "Not a valid choice" in (
        actors(OLIVE).post("/my-involvements/i-olive-neil", {"answer": "maybe"}, status=422).text
    )
    for _ in range(2):
        actors(OLIVE).post("/my-involvements/i-olive-neil", {"answer": "ended"}, status=303)
    assert actors.kinds().count("still_true_ended") == 1
    assert "Neil Frost" not in actors(OLIVE).get("/my-involvements").text.partition(">Over<")[0]
