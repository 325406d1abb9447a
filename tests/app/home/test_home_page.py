"""The first page after sign-in."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from graph.audit import tail
from graph.driver import Database
from graph.moment import Moment
from tests.app.home.looks import put_looks_back
from tests.app.page_client import PageClient
from tests.app.search.world import involvement, person, search_world
from tests.graph.worlds.in_and_out import bring_in

TODAY = Moment.current().today


def signed_in(app: Flask, database: Database, username: str, world: dict[str, Any] | None = None) -> PageClient:
    """A browser with an account signed in, over the small area or a changed one."""
    answer = bring_in(database, world or search_world())
    assert not answer.faults, answer.faults
    client = PageClient(app, database)
    client.sign_in_as(username)
    return client


def families(page: str) -> list[str]:
    """The families' names, in order."""
    return [html.unescape(name).strip() for name in re.findall(r'family__name">([^<]*)<', page)]


def test_my_clients_stand_by_family_with_the_others_in_it(app: Flask, database: Database) -> None:
    page = signed_in(app, database, "ellie").get("/").text
    assert families(page) == ["Haddad, Sami", "Marsh"]
    assert 'href="/people/leo/team">Leo Marsh</a>' in page
    assert "With Mia Marsh" in page
    assert "Family support (lead)" in page
    assert "You have not looked at this team yet" in page


def test_somebody_restricted_has_a_name_and_the_word(app: Flask, database: Database) -> None:
    page = signed_in(app, database, "ellie").get("/").text
    line = page.split("Sami Haddad</a>")[1].split("</li>")[0]
    assert "restricted" in line
    assert "not yet confirmed" in line
    assert "2010" not in page


def test_past_clients_have_a_name_and_no_link(app: Flask, database: Database) -> None:
    page = signed_in(app, database, "ellie").get("/").text
    past = page.split("People you worked with before (1)")[1]
    assert "Vera Stone" in past
    assert "until 1 January 2024" in past
    assert "/people/past" not in page
    assert "2009" not in page


def test_what_is_new_since_i_looked(app: Flask, database: Database) -> None:
    client = signed_in(app, database, "ellie")
    client.get("/people/leo/team")
    assert "Nothing new since you looked today" in client.get("/").text
    world = search_world()
    world["involvements"] += [
        involvement("news", "tom", "school", "leo"),
        involvement("secret-news", "ida", "refuge", "leo", type="refuge"),
    ]
    assert not bring_in(database, world).faults
    page = client.get("/").text
    assert "1 new" in page
    assert "Tom Ash is new here: Family support for Leo (Hill School)" in page
    assert "Ida" not in page
    assert "Refuge for" not in page


def test_what_ended_is_new_until_i_look(app: Flask, database: Database) -> None:
    world = search_world()
    ended = TODAY - timedelta(days=3)
    client = signed_in(app, database, "ellie", world)
    client.get("/people/mia/team")
    put_looks_back(database, "ellie", days=10)
    for one in world["involvements"]:
        if one["id"] == "beside":
            one["to"] = ended.isoformat()
    assert not bring_in(database, world).faults
    assert "Tom Ash ended: Family support for Mia (Hill School)" in client.get("/").text
    client.get("/people/leo/team")
    assert "Tom Ash ended" not in client.get("/").text


def test_a_new_lead_is_new_until_i_look(app: Flask, database: Database) -> None:
    world = search_world()
    client = signed_in(app, database, "ellie", world)
    client.get("/people/mia/team")
    put_looks_back(database, "ellie", days=2)
    for one in world["involvements"]:
        if one["id"] == "beside":
            one["lead"] = True
    assert not bring_in(database, world).faults
    assert "Tom Ash leads now: Family support for Mia (Hill School)" in client.get("/").text
    changes = client.get("/people/mia/team").text
    assert re.search(r"Tom Ash</a>\s*leads now for Mia", changes)
    assert "Tom Ash leads now" not in client.get("/").text


def test_whom_i_opened_is_listed_until_the_grant_ends(app: Flask, database: Database) -> None:
    client = signed_in(app, database, "ellie")
    found = client.post("/search", {"name": "Nadia Okafor", "born": "2014"}).text
    proof = re.findall(r'name="proof" value="([^"]+)"', found)[0]
    client.post("/search/open", {"proof": proof, "reason": "referral"}, status=303)
    opened = client.get("/").text.split("Opened by you")[1].split("</ul>")[0]
    assert 'href="/people/found/team">Nadia Okafor</a>' in opened
    assert re.search(r"open until \d+\.\d\d[ap]m", opened)


def long_caseload(number: int) -> dict[str, Any]:
    """The small area with so many more families, each with one client of Ellie's."""
    world = search_world()
    for at in range(number):
        world["people"].append(person(f"p{at}", "Kim", f"Number {at:04}"))
        world["families"].append({"id": f"f{at}", "name": f"Number {at:04}", "members": [{"person": f"p{at}"}]})
        world["involvements"].append(involvement(f"i{at}", "ellie", "help", f"p{at}"))
    return world


def test_a_long_caseload_is_paged_to_its_last_row(app: Flask, database: Database) -> None:
    client = signed_in(app, database, "ellie", long_caseload(60))
    seen: list[str] = []
    for number in range(1, 4):
        page = client.get(f"/?page={number}").text
        seen += families(page)
    assert len(seen) == len(set(seen)) == 62
    assert seen == sorted(seen, key=str.casefold)
    client.get("/?page=4", status=404)
    client.get("/?page=0", status=404)
    client.get("/?page=9999999999999", status=404)
    assert "Families 51 to 62 of 62" in page


def test_news_on_another_page_is_told_on_this_one(app: Flask, database: Database) -> None:
    world = long_caseload(60)
    client = signed_in(app, database, "ellie", world)
    client.get("/people/p59/team")
    assert "Also new" not in client.get("/").text
    world["involvements"].append(involvement("news", "tom", "school", "p59"))
    assert not bring_in(database, world).faults
    told = client.get("/").text.split("Also new, on other pages:")[1].split("</p>")[0]
    assert 'href="/people/p59/team">Number 0059</a> (1)' in told
    assert "1 new" in client.get("/?page=3").text


def test_the_filter_goes_by_post_and_keeps_its_pages(app: Flask, database: Database) -> None:
    client = signed_in(app, database, "ellie", long_caseload(60))
    page = client.post("/", {"filter": "kim"}).text
    assert "Families 1 to 25 of 60 with a client of that name" in page
    assert len(families(client.post("/", {"filter": "kim", "page": "3"}).text)) == 10
    assert families(client.post("/", {"filter": "leo marsh"}).text) == ["Marsh"]
    none = client.post("/", {"filter": "Vera Stone"}).text
    assert "None of your families has a client of that name" in none


def test_a_look_at_the_list_is_recorded(app: Flask, database: Database) -> None:
    signed_in(app, database, "ellie").get("/")
    event = next(event for event in database.read(lambda tx: tail(tx, 9)) if event.kind == "home")
    assert event.people == ["leo", "mia", "past", "unsure"]
    assert event.entries == ["over full OWN", "own full OWN", "unconfirmed full OWN"]


def test_without_clients_the_page_says_what_to_do(app: Flask, database: Database) -> None:
    page = signed_in(app, database, "cora").get("/").text
    assert "Nobody is recorded here as your client today" in page
    assert 'href="/shared-practitioners"' in page


@pytest.mark.parametrize("username", ["adam", "ava"])
def test_administrators_and_auditors_have_no_families(app: Flask, database: Database, username: str) -> None:
    client = signed_in(app, database, username)
    page = client.get("/").text
    assert "Your pages" in page
    assert "Marsh" not in page
    client.post("/", {"filter": "Leo"}, status=404)


def test_somebody_barred_is_not_on_the_list(app: Flask, database: Database) -> None:
    world = search_world()
    world["bars"] = [{"id": "bar", "account": "ellie", "person": "leo"}]
    page = signed_in(app, database, "ellie", world).get("/").text
    assert "Leo" not in page
