"""The team's page on a real graph: what it shows, to whom, and that nothing else can be read from it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from app.notices import OTHERS_MAY_BE_INVOLVED
from graph.audit import tail
from graph.driver import Database, Transaction
from graph.moment import Moment
from tests.app.page_client import PageClient
from tests.app.team.loading import load
from tests.app.team.marsh_family import COORDINATOR, ELLIE, NOW, OUTSIDER, PRIYA, marsh_family
from tests.app.team.reading import page_of, row, row_names, select, text_of, without_token

HIDDEN = (
    "Hidden",
    "Fresh Start",
    "p-hidden",
    "a-drugs",
    "Farouk",
    "Unsigned",
    "p-far",
    "i-far",
    "Quentin",
    "substance",
)


def test_lead_first_then_the_subject_then_the_family_in_ring_order(ellie: PageClient) -> None:
    page = page_of(ellie.get("/people/x-leo/team"))
    assert row_names(page) == [
        "Priya Nair",
        "Amina Yusuf",
        "Ellie Brandon",
        "James Whitlock",
        "Beth Collins",
        "Kofi Mensah",
        "PC Hannah Reid",
        "Joan Ellery",
        "Martin Shaw",
        "Another service",
    ]


def test_one_row_a_practitioner_whoever_of_the_family_it_is_for(ellie: PageClient) -> None:
    priya = row(page_of(ellie.get("/people/x-leo/team")), "practitioner-p-priya")
    assert text_of(select(priya, ".for")[0]) == "Leo, Mia, unborn babyChild protection"
    assert [text_of(tag) for tag in select(priya, ".tag")] == ["Lead", "Statutory"]
    assert "since 2 Mar 2026" in text_of(priya)
    assert [a.get("href") for a in select(priya, ".contact a")] == [
        "tel:+441632960114",
        "tel:+447700900142",
        "mailto:priya.nair@example.org",
    ]


def test_the_head_says_whose_team_it_is(ellie: PageClient) -> None:
    page = page_of(ellie.get("/people/x-leo/team"))
    assert text_of(select(page, "h1")[0]) == "Leo Marsh 9 years, born 14 March 2017"
    facts = [text_of(fact) for fact in select(page, ".facts div")]
    assert facts[0].startswith("FamilyMarsh: Mia, Sam, Tyler")
    assert facts[1] == "Last confirmed20 November 2026 One to check: Martin Shaw, 5 months ago"
    assert select(page, ".lead .call")[0].get("href") == "tel:+441632960114"


def test_neither_title_nor_address_holds_a_name(ellie: PageClient) -> None:
    page = page_of(ellie.get("/people/x-leo/team"))
    assert select(page, "head title")[0].text == "Team around the family - Patchwork"
    addresses = " ".join(str(a.get("href")) for a in select(page, "a") if not a.get("href", "").startswith("mailto:"))
    assert not any(name in addresses for name in ("Leo", "Marsh", "Dawn", "Priya", "Nair"))


def test_why_shown_says_through_whom(ellie: PageClient) -> None:
    page = page_of(ellie.get("/people/x-leo/team"))
    beth = [text_of(p) for p in select(row(page, "practitioner-p-beth"), ".why p")]
    assert beth == ["You work with Mia’s brother Leo, and both agencies signed a sharing agreement."]
    own = [text_of(p) for p in select(row(page, "practitioner-p-ellie"), ".why p")]
    assert own[0] == "This is your own work."
    broker = [text_of(p) for p in select(row(page, "broker-p-ruth"), ".why p")]
    assert broker == ["You work with Dawn. The service is not named; the broker can put you in touch."]


def test_what_waits_for_confirmation_is_marked(ellie: PageClient) -> None:
    martin = row(page_of(ellie.get("/people/x-leo/team")), "practitioner-p-martin")
    assert text_of(select(martin, ".fresh--old")[0]) == "5 months ago"


def test_what_has_ended_stands_apart(ellie: PageClient) -> None:
    page = page_of(ellie.get("/people/x-leo/team"))
    gareth = row(page, "practitioner-p-gareth")
    assert "ended" in gareth.getparent().getparent().getparent().get("class")
    assert "8 Jan 2025 to 31 Aug 2026" in text_of(gareth)
    assert not select(gareth, "a")


def test_an_opened_person_shows_agencies_alone(ellie: PageClient) -> None:
    page = page_of(ellie.get("/people/x-neil/team"))
    assert set(row_names(page)) == {"Quayside GP Practice", "Open Door Befriending"}
    entry = row(page, "entry-a-gp")
    assert "Practitioner not shown" in text_of(entry)
    assert "You opened Neil’s record with a reason" in text_of(entry)
    assert "Lena Fox" not in ellie.get("/people/x-neil/team").text


def test_others_see_other_teams(client_request: PageClient, marsh: Database) -> None:
    client_request.sign_in_as(COORDINATOR)
    page = page_of(client_request.get("/people/x-leo/team"))
    assert "Another service" not in row_names(page)
    assert not select(page, ".tag--you")
    assert "You coordinate the programme of Leo’s family" in text_of(row(page, "practitioner-p-james"))


def test_nothing_hidden_is_in_the_bytes(ellie: PageClient) -> None:
    for address in ("/people/x-leo/team", "/people/x-leo/team.json", "/people/x-dawn/team", "/people/x-neil/team"):
        body = ellie.get(address).text
        assert [word for word in HIDDEN if word in body] == [], address


def test_a_hidden_service_changes_no_byte(database: Database, client_request: PageClient) -> None:
    with time_machine.travel(NOW, tick=False):
        world = marsh_family()
        hidden = [one for one in world["involvements"] if one["id"] in ("i-hidden-sam", "i-far-leo")]
        world["involvements"] = [one for one in world["involvements"] if one not in hidden]
        load(database, world, Moment.current())
        client_request.sign_in_as(ELLIE)
        addresses = ("/people/x-leo/team", "/people/x-leo/team.json", "/people/x-sam/team")
        without = [without_token(client_request.get(address).data) for address in addresses]
        load(database, marsh_family(), Moment.current())
        assert [without_token(client_request.get(address).data) for address in addresses] == without


@pytest.mark.parametrize("suffix", ["", ".json"])
def test_whom_one_may_not_see_and_nobody_get_the_same_answer(ellie: PageClient, marsh: Database, suffix: str) -> None:
    unseen = ellie.get(f"/people/x-quiet/team{suffix}", status=404)
    nobody = ellie.get(f"/people/no-such-person/team{suffix}", status=404)
    assert without_token(unseen.data) == without_token(nobody.data)
    assert dict(unseen.headers) == dict(nobody.headers)
    assert [event.kind for event in marsh.read(lambda tx: tail(tx, 5)) if event.kind == "team"] == []


@pytest.mark.parametrize("username", [OUTSIDER, "adam.min"])
def test_strangers_and_administrators_see_no_team(client_request: PageClient, marsh: Database, username: str) -> None:
    client_request.sign_in_as(username)
    client_request.get("/people/x-leo/team", status=404)
    client_request.get("/people/x-leo/team.json", status=404)


def test_a_look_is_recorded_with_what_it_showed(ellie: PageClient, marsh: Database) -> None:
    ellie.get("/people/x-leo/team")
    (event,) = [one for one in marsh.read(lambda tx: tail(tx, 10)) if one.kind == "team"]
    assert (event.account, event.role, event.agency, event.subject) == ("acc-ellie", "practitioner", "a-help", "x-leo")
    assert event.route == "team.team"
    assert event.at == NOW
    assert event.request_id
    assert "x-unborn" in event.people
    assert "i-priya-leo full STATUTORY+AROUND_FAMILY" in event.entries
    assert "p-ruth.x-dawn broker BROKERED" in event.entries
    assert not [entry for entry in event.entries if "hidden" in entry]


def test_an_agency_entry_is_recorded_with_its_reason(ellie: PageClient, marsh: Database) -> None:
    ellie.get("/people/x-neil/team.json")
    (event,) = [one for one in marsh.read(lambda tx: tail(tx, 10)) if one.kind == "team"]
    assert event.entries == ["a-friend.x-neil agency FINDABLE", "a-gp.x-neil agency FINDABLE"]
    assert event.route == "team.team_as_json"


@pytest.mark.parametrize("address", ["/people/x-leo/team", "/people/x-leo/team.json"])
def test_three_statements_a_request(ellie: PageClient, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    statements: list[str] = []
    real = Transaction.stream

    def counted(self: Transaction, query: Any, **parameters: Any) -> Any:
        statements.append(query.name)
        return real(self, query, **parameters)

    monkeypatch.setattr(Transaction, "stream", counted)
    ellie.get(address)
    assert statements == ["sign_in/signed_in", "team/around_family", "audit/record_look"]


def test_what_is_new_since_the_last_look(database: Database, client_request: PageClient) -> None:
    world = marsh_family()
    late = [one for one in world["involvements"] if one["id"] in ("i-kofi-tyler", "i-hannah-tyler")]
    world["involvements"] = [one for one in world["involvements"] if one not in late]
    with time_machine.travel(NOW - timedelta(days=90), tick=False):
        load(database, world, Moment.current())
        client_request.sign_in_as(PRIYA)
        assert not select(page_of(client_request.get("/people/x-leo/team")), ".since")
    with time_machine.travel(NOW, tick=False):
        load(database, marsh_family(), Moment.current())
        client_request.sign_in_as(PRIYA)
        for _ in range(2):  # reading it again on the same day takes nothing away
            page = page_of(client_request.get("/people/x-leo/team"))
            said = text_of(select(page, ".since")[0])
            assert said.startswith(
                "New since you looked on 25 August: PC Hannah Reid joined for Tyler; Kofi Mensah joined"
            )
            assert said.endswith("Gareth Lowe ended for Leo.")
            assert text_of(select(row(page, "practitioner-p-kofi"), ".tag--new")[0]) == "New"


def test_nobody_else_shown_says_what_it_means(database: Database, client_request: PageClient) -> None:
    world = marsh_family()
    world["involvements"] = [one for one in world["involvements"] if one["practitioner"] == "p-ellie"]
    with time_machine.travel(NOW, tick=False):
        load(database, world, Moment.current())
        client_request.sign_in_as(ELLIE)
        page = page_of(client_request.get("/people/x-leo/team"))
    assert "Nobody else is shown to you." in text_of(select(page, ".empty")[0])
    assert "No lead is shown to you" in text_of(select(page, ".lead")[0])
    assert OTHERS_MAY_BE_INVOLVED in text_of(select(page, ".notice")[0])


def test_restricted_people_show_a_name_alone(database: Database, client_request: PageClient) -> None:
    world = marsh_family()
    for person in world["people"]:
        person["shielded"] = person["id"] == "x-neil"
    with time_machine.travel(NOW, tick=False):
        load(database, world, Moment.current())
        client_request.sign_in_as(ELLIE)
        page = page_of(client_request.get("/people/x-neil/team"))
    assert text_of(select(page, "h1")[0]) == "Neil Frost Restricted"
    assert row_names(page) == []
    assert "1950" not in page.text_content()


def test_those_who_work_with_a_shielded_person_see_the_mark(database: Database, client_request: PageClient) -> None:
    world = marsh_family()
    for person in world["people"]:
        person["shielded"] = person["id"] == "x-leo"
    with time_machine.travel(NOW, tick=False):
        load(database, world, Moment.current())
        client_request.sign_in_as(ELLIE)
        page = page_of(client_request.get("/people/x-leo/team"))
    assert [text_of(tag) for tag in select(page, "h1 .tag")] == ["Shielded"]


def test_an_unborn_child_has_a_team(ellie: PageClient) -> None:
    page = page_of(ellie.get("/people/x-unborn/team"))
    assert text_of(select(page, "h1")[0]) == "Baby Marsh due 21 February 2027 Unborn"


def test_names_are_text_never_markup(database: Database, client_request: PageClient) -> None:
    world = marsh_family()
    world["people"][0]["given_name"] = "Leo</script><b>'\"&amp;"
    world["practitioners"][4]["name"] = 'James\' <i>"Whitlock" & co'
    with time_machine.travel(NOW, tick=False):
        load(database, world, Moment.current())
        client_request.sign_in_as(ELLIE)
        page = page_of(client_request.get("/people/x-leo/team"))
    assert text_of(select(page, "h1")[0]).startswith("Leo</script><b>'\"&amp; Marsh")
    assert 'James\' <i>"Whitlock" & co' in row_names(page)
