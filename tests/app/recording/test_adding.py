"""A client is added on one page, at once; whoever is recorded already is shown first, and nobody hidden is told of."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, write_query
from graph.relations import relation
from graph.taking_back import added_lately
from graph.team import read_team
from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import ADAM, AUDITOR, ELLIE, OLIVE
from tests.app.team.marsh_family import NOW
from tests.graph.near_matches.queued import queued
from tests.graph.worlds.in_and_out import take_out

ADD = "/clients/new"
_INVOLVEMENT = write_query("proposals/add_involvement", Nothing)


def _form(**typed: Any) -> dict[str, Any]:
    form = {"token": token(), "given_name": "Zora", "family_name": "Quill", "born": "3/7/2019", "type": "befriending"}
    return form | typed


def _added(actors: Actors, username: str = ELLIE, **typed: Any) -> str:
    """Add somebody; their id."""
    answer = actors(username).post(ADD, _form(**typed), status=303)
    return answer.location.split("/")[2]


def _team(actors: Actors, account: str, person: str) -> Any:
    now = Moment.current()
    return actors.database.read(lambda tx: read_team(tx, account=account, person=person, moment=now))


def test_one_submit_gives_person_work_family_and_team(actors: Actors) -> None:
    person = _added(actors, given_name="Ada", lead="y", role="Weekly visits")
    team = _team(actors, "acc-ellie", person)
    (work,) = team.involvements
    assert (work.type, work.role, work.lead, work.confirmed, work.basis if hasattr(work, "basis") else None)[:4] == (
        "befriending",
        "Weekly visits",
        True,
        True,
    )
    assert [one.name for one in team.families] == ["Quill"]
    assert "Ada Quill" in actors(ELLIE).get(f"/people/{person}/team").text
    assert _team(actors, "acc-ruth", person) is None


def test_sent_twice_or_again_after_a_lost_reply_it_is_one(actors: Actors) -> None:
    form = _form(given_name="Bela", relatives_0="x")
    first = actors(ELLIE).post(ADD, form, status=303).location
    # The look-up now finds the client: a form whose reply was lost is not asked about its own client.
    second = actors(ELLIE).post(ADD, form, status=303).location
    assert first == second
    assert len([one for one in actors.events() if one.kind == "add_client" and one.subject == first.split("/")[2]]) == 1


def test_relatives_of_the_same_act_are_linked_at_once(actors: Actors) -> None:
    relatives = {
        "relatives-0-given_name": "Mona",
        "relatives-0-family_name": "Quill",
        "relatives-0-tie": "mother",
        "relatives-0-lives": "here",
        "relatives-1-given_name": "Fred",
        "relatives-1-family_name": "Stone",
        "relatives-1-tie": "father",
        "relatives-1-lives": "elsewhere",
        "relatives-1-since": "1 March 2024",
        "relatives-2-given_name": "Sal",
        "relatives-2-family_name": "Quill",
        "relatives-2-tie": "daughter",
        "relatives-2-lives": "here",
    }
    person = _added(actors, given_name="Cleo", born="5/5/1990", **relatives)
    team = _team(actors, "acc-ellie", person)
    names = {one.id: one.given_name for one in team.people}
    ties = {(names[one.from_person], one.kind, names[one.to_person]) for one in team.links if one.to_person in names}
    assert ("Mona", "parent_of", "Cleo") in ties
    assert ("Cleo", "parent_of", "Sal") in ties
    assert "Fred" not in names.values(), "he left before today, so he is of the family no more"


def test_whoever_is_mine_already_is_shown_first(actors: Actors) -> None:
    form = _form(given_name="Leo", family_name="Marsh", born="14/3/2017")
    page = actors(ELLIE).post(ADD, form, status=422).text
    assert "Is it one of these?" in page
    assert 'href="/people/x-leo/team"' in page
    looked = re.search(r'name="looked" value="([^"]+)"', page)
    assert looked is not None
    answer = actors(ELLIE).post(ADD, form | {"looked": looked[1]}, status=303)
    assert answer.location.split("/")[2] != "x-leo"
    other = form | {"token": token(), "given_name": "Leon", "looked": looked[1]}
    assert "Is it one of these?" in actors(ELLIE).post(ADD, other, status=422).text


def _look_up(actors: Actors, given_name: str, family_name: str, born: str) -> dict[str, str]:
    form = _form(given_name=given_name, family_name=family_name, born=born)
    answer: dict[str, str] = actors(ELLIE).post("/clients/look-up", form).get_json()
    return answer


def test_the_script_asks_while_somebody_types(actors: Actors) -> None:
    before = actors.kinds().count("search")
    answer = _look_up(actors, "Leo", "Marsh", "14/3/2017")
    assert "/people/x-leo/team" in answer["html"]
    form = _form(given_name="Leo", family_name="Marsh", born="14/3/2017", looked=answer["looked"])
    actors(ELLIE).post(ADD, form, status=303)
    assert actors.kinds().count("search") == before + 1
    unusable = actors(ELLIE).browser.post(
        "/clients/look-up", data=_form(born="yesterday", csrf_token=actors(ELLIE).csrf_token())
    )
    assert unusable.status_code == 204


def test_a_second_record_of_somebody_hidden_is_accepted_without_a_word(actors: Actors) -> None:
    hidden, absent = _look_up(actors, "Kester", "Marsh", "5/5/2016"), _look_up(actors, "Perla", "Long", "4/7/2014")
    assert hidden["html"] == absent["html"]
    before = {repr(one) for one in queued(actors.database)}
    person = _added(actors, given_name="Kester", family_name="Marsh", born="5/5/2016")
    (item,) = [one for one in queued(actors.database) if repr(one) not in before]
    assert (item.kind, item.subject, item.people) == ("near_match", person, ["x-kept"])


def test_an_unborn_child_has_an_expected_date(actors: Actors) -> None:
    person = _added(actors, given_name="Unborn", born="1 March 2027")

    def facts(tx: Transaction) -> Any:
        return relation(tx, account="acc-ellie", person=person, moment=Moment.current())

    found = actors.database.read(facts)
    assert (found.date_of_birth, str(found.expected_date_of_birth)) == (None, "2027-03-01")


def test_the_basis_follows_from_the_kind_of_work(actors: Actors) -> None:
    page = actors(ELLIE).get(ADD).text
    assert "until consent that includes sensitive services is recorded" in page
    person = _added(actors, given_name="Dora", basis="consent")
    assert "Dora" in actors(ELLIE).get(f"/people/{person}/team").text


def test_add_and_next_keeps_what_stays_the_same(actors: Actors) -> None:
    page = actors(ELLIE).post(ADD, _form(given_name="Edna", role="Visits", again="y")).text
    assert "Added." in page
    assert 'value="Visits"' in page
    assert 'value="Edna"' not in page


def test_a_relative_with_whom_i_work_too_joins_the_family(actors: Actors) -> None:
    form = _form(given_name="Gus", family_name="Marsh", born="1/1/1980", tie="father", family="f-marsh")
    answer = actors(ELLIE).post("/people/x-leo/relatives/new", form, status=303)
    person = answer.location.split("/")[2]
    team = _team(actors, "acc-ellie", person)
    assert (person, "parent_of", "x-leo") in {(one.from_person, one.kind, one.to_person) for one in team.links}
    assert "f-marsh" in {one.id for one in team.families}
    assert _team(actors, "acc-priya", person) is not None, "she works with the family that he joined"


@pytest.mark.parametrize("person", ["x-petra", "x-hidden", "nobody", "x-neighbour-1"])
def test_nobody_joins_somebody_with_whom_one_does_not_work(actors: Actors, person: str) -> None:
    where = f"/people/{person}/relatives/new"
    assert actors(ELLIE).get(where, status=404).text == actors(ELLIE).get("/people/no/relatives/new", status=404).text
    actors(ELLIE).post(where, _form(tie="father"), status=404)


def test_another_family_than_theirs_is_refused(actors: Actors) -> None:
    form = _form(given_name="Hal", tie="father", family="f-siddiqui")
    page = actors(ELLIE).post("/people/x-leo/relatives/new", form, status=422).text
    assert "do not belong to this family" in page


@pytest.mark.parametrize("who", [AUDITOR, ADAM])
def test_who_has_no_clients_adds_none(actors: Actors, who: str) -> None:
    actors(who).get(ADD, status=404)
    actors(who).post(ADD, _form(), status=404)


def test_two_who_choose_the_same_token_meet_nothing(actors: Actors) -> None:
    form = _form(given_name="Ida", born="9/9/2018")
    first = actors(ELLIE).post(ADD, form, status=303).location
    other = form | {"given_name": "Jude", "family_name": "Otter"}
    assert actors(OLIVE).post(ADD, other, status=303).location != first
    assert _team(actors, "acc-lena", first.split("/")[2]) is None


@pytest.mark.parametrize(
    ("typed", "said", "field"),
    [
        ({"given_name": ""}, "Enter a given name", "given_name"),
        ({"family_name": "42"}, "Enter a name with letters in it", "family_name"),
        ({"given_name": "x" * 201}, "Shorten this to 200 characters", "given_name"),
        ({"given_name": "Zo\u202era"}, "Take out what cannot be seen", "given_name"),
        ({"born": ""}, "Enter a date of birth", "born"),
        ({"born": "2014"}, "Enter a whole date", "born"),
        ({"born": "31/2/2014"}, "There is no such day", "born"),
        ({"type": ""}, "Choose what you do for them", "type"),
        ({"type": "=cmd()"}, "Not a valid choice", "type"),
        ({"since": "1/1/2027"}, "Enter a day up to today", "since"),
        (
            {"since": "1/1/1999", "given_name": "Xanthe", "family_name": "Vole", "born": "8/8/2011"},
            "you did not work for this agency",
            "since",
        ),
        ({"nhs_number": "9434765918"}, "Check this number", "nhs_number"),
        ({"relatives-0-given_name": "Mo"}, "Enter a family name, or clear", "relatives-0-family_name"),
        (
            {"relatives-1-given_name": "Mo", "relatives-1-family_name": "Quill"},
            "Choose who they are to the client",
            "relatives-1-tie",
        ),
    ],
)
def test_what_cannot_be_recorded_is_said_and_stays_typed(
    actors: Actors, typed: dict[str, str], said: str, field: str
) -> None:
    form = _form(role="Kept when it fails") | typed
    page = actors(ELLIE).post(ADD, form, status=422).text
    assert said in page
    assert f'href="#{field}"' in page
    assert "Kept when it fails" in page


def test_what_was_just_added_is_taken_back_as_if_it_had_never_been(actors: Actors) -> None:
    before = take_out(actors.database, Moment.current())
    relatives = {"relatives-0-given_name": "Ona", "relatives-0-family_name": "Quill", "relatives-0-tie": "mother"}
    person = _added(actors, given_name="Kim", **relatives)
    where = f"/people/{person}/take-back"
    assert "Kim Quill" in actors(ELLIE).get("/clients/added").text
    actors(OLIVE).post(where, {}, status=303)
    assert actors.identity("acc-ellie", person) == "full"
    for _ in "sent", "sent twice":
        actors(ELLIE).post(where, {}, status=303)
    assert take_out(actors.database, Moment.current()) == before
    assert actors.kinds().count("take_back_client") == 1


def test_a_relative_taken_back_leaves_their_family_as_it_was(actors: Actors) -> None:
    before = take_out(actors.database, Moment.current())
    form = _form(given_name="Lou", family_name="Marsh", born="1/1/1981", tie="father", family="f-marsh")
    person = actors(ELLIE).post("/people/x-leo/relatives/new", form, status=303).location.split("/")[2]
    actors(ELLIE).post(f"/people/{person}/take-back", {}, status=303)
    assert take_out(actors.database, Moment.current()) == before


def test_whom_somebody_else_works_with_stays(actors: Actors) -> None:
    person = _added(actors, given_name="Moe")
    work = {"practitioner": "p-hidden", "agency": "a-drugs", "person": person, "type": "substance_misuse"}
    stored = {"id": f"i-{person}", "role": None, "sensitive": True, "basis": "public_task", "from": None}
    involvement = work | stored | {"source": "self"}
    now = Moment.current().now
    actors.database.write(lambda tx: tx.run(_INVOLVEMENT, involvement=involvement, now=now))
    page = actors(ELLIE).get("/clients/added").text
    assert f"/people/{person}/take-back" in page, "of what is hidden nothing tells"
    actors(ELLIE).post(f"/people/{person}/take-back", {}, status=303)
    assert actors.identity("acc-ellie", person) == "none"
    assert actors.identity("acc-ray", person) == "restricted", "the service has its record still"


def test_after_a_day_it_is_not_taken_back_any_more(actors: Actors) -> None:
    _added(actors, given_name="Ned")
    with time_machine.travel(NOW + timedelta(days=1, minutes=1), tick=False):
        now = Moment.current()
        assert actors.database.read(lambda tx: added_lately(tx, account="acc-ellie", moment=now)) == []
