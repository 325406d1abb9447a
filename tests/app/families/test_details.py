"""A person's details: changed by whoever works with them, at once, with what was recorded before kept."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import ELLIE, GP, NEIGHBOURS, OLIVE
from tests.graph.near_matches.queued import queued

PRIYA, LEO = "priya.nair", "x-leo"


def _address(person: str) -> str:
    return f"/people/{person}/details"


def _form(actors: Actors, username: str, person: str, **changed: str) -> dict[str, Any]:
    """The form as the page offers it, with what is typed over it."""
    page = actors(username).get(_address(person)).text
    fields = dict(re.findall(r'<input[^>]* name="(\w+)"[^>]* value="([^"]*)"', page))
    fields |= dict(re.findall(r'<input[^>]* value="([^"]*)"[^>]* name="(\w+)"', page)) and {}
    chosen = re.search(r'<option value="(\w*)" selected', page)
    fields.pop("csrf_token", None)
    return {**fields, "gender": chosen[1] if chosen else "", "token": token(), **changed}


def _send(actors: Actors, username: str, person: str, form: dict[str, Any], status: int = 303) -> str:
    return actors(username).post(_address(person), form, status=status).text


def test_it_counts_at_once_and_is_found_by_the_new_name(actors: Actors) -> None:
    person = NEIGHBOURS[0]
    _send(actors, GP, person, _form(actors, GP, person, given_name="Wilhelmina", date_of_birth="7 June 1960"))
    page = actors(GP).get(_address(person)).text
    assert 'value="Wilhelmina"' in page
    assert 'value="7 June 1960"' in page
    found = actors(GP).post("/search", {"name": "Wilhelmina Next1", "born": "7/6/1960"}).text
    assert f"/people/{person}/team" in found


def test_what_was_recorded_before_is_kept(actors: Actors) -> None:
    person = NEIGHBOURS[1]
    _send(actors, GP, person, _form(actors, GP, person, address="1 Quay Street", postcode="nw19xx"))
    _send(actors, GP, person, _form(actors, GP, person, address="2 Quay Street", postcode="NW1 9XX"))
    page = actors(GP).get(_address(person)).text
    assert page.count("Until ") == 2
    assert "1 Quay Street" in page.partition("Recorded before")[2]
    assert 'value="NW1 9XX"' in page


def test_sent_twice_it_is_one_change(actors: Actors) -> None:
    person = NEIGHBOURS[2]
    form = _form(actors, GP, person, also_known_as="Nana, Nan Smith")
    before = actors.kinds().count("change_details")
    _send(actors, GP, person, form)
    _send(actors, GP, person, form)
    assert actors.kinds().count("change_details") == before + 1
    assert actors(GP).get(_address(person)).text.count("Until ") == 1


def test_the_second_is_told_what_the_first_changed_and_loses_nothing(actors: Actors) -> None:
    first = _form(actors, ELLIE, LEO, given_name="Leonard")
    second = _form(actors, PRIYA, LEO, address="9 Elm Close")
    _send(actors, ELLIE, LEO, first)
    page = _send(actors, PRIYA, LEO, second, status=422)
    assert "Given name, recorded now" in page
    assert "Leonard" in page
    assert 'value="9 Elm Close"' in page
    again = dict(second, version=re.search(r'name="version" value="(\w+)"', page)[1], given_name="Leonard")  # type: ignore[index]
    _send(actors, PRIYA, LEO, again)
    assert 'value="9 Elm Close"' in actors(ELLIE).get(_address(LEO)).text


@pytest.mark.parametrize("person", ["x-petra", "x-hidden", "nobody", LEO])
def test_nobody_else_reads_or_changes_it(actors: Actors, person: str) -> None:
    who = OLIVE if person == LEO else ELLIE
    absent = actors(who).get(_address("nobody"), status=404).text
    assert actors(who).get(_address(person), status=404).text == absent
    _send(actors, who, person, {"given_name": "Zed", "family_name": "Zed", "version": "x"}, status=404)


def test_somebody_opened_alone_is_not_changed(actors: Actors) -> None:
    actors(ELLIE).get(_address(NEIGHBOURS[3]), status=404)


def test_a_number_that_somebody_hidden_has_is_accepted_and_queued(actors: Actors) -> None:
    person, number = NEIGHBOURS[4], "9434765919"
    _send(actors, GP, "x-petra", _form(actors, GP, "x-petra", nhs_number=number))
    before = len(queued(actors.database))
    _send(actors, "martin.shaw", "x-dawn", _form(actors, "martin.shaw", "x-dawn", nhs_number=number))
    added = queued(actors.database)[before:]
    assert [(one.kind, one.note, one.people) for one in added] == [("near_match", "clash", ["x-petra"])]
    _send(actors, GP, person, _form(actors, GP, person, nhs_number="943 476 5919"))
    assert queued(actors.database)[-1].people == ["x-dawn"], "the GP works with Petra and compares the two themselves"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("given_name", "", "Enter a given name"),
        ("family_name", "123", "Enter a name with letters in it"),
        ("given_name", "x" * 201, "Shorten this to 200 characters"),
        ("given_name", "Mia\u202e", "Take out what cannot be seen"),
        ("date_of_birth", "2014", "Enter a whole date"),
        ("date_of_birth", "31/2/2014", "There is no such day"),
        ("date_of_birth", "1 May 2027", "This day is ahead"),
        ("deceased_on", "1/1/1950", "Enter a day between the date of birth and today"),
        ("nhs_number", "9434765918", "Check this number"),
        ("postcode", "LS11", "Enter a whole postcode"),
        ("also_known_as", ",".join("abcdefghijk"), "Enter at most 10 names"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_stays_typed(actors: Actors, field: str, typed: str, said: str) -> None:
    person = NEIGHBOURS[5]
    form = _form(actors, GP, person, **{field: typed})
    page = _send(actors, GP, person, form, status=422)
    assert said in page
    assert f'href="#{field}"' in page
    assert not typed or typed[:20] in page
    assert "Recorded before" not in page


def test_each_look_and_change_is_recorded(actors: Actors) -> None:
    person = NEIGHBOURS[6]
    _send(actors, GP, person, _form(actors, GP, person, gender="female"))
    events = [one for one in actors.events() if one.subject == person]
    assert {one.kind for one in events} == {"look_at_details", "change_details"}
    assert {one.purpose for one in events if one.kind == "change_details"} == {"changed: gender"}
