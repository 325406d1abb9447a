"""One involvement: changed and ended by its holder or a colleague who works with the person, and by nobody else."""

from __future__ import annotations

import re

import pytest

from tests.app.involvements.acting import change_form, end_form, seen
from tests.app.proposals.acting import Actors, own_work, token
from tests.app.proposals.world import AUDITOR, CORIN, ELLIE, GP, OLIVE, PRIYA, RUTH


def test_a_change_counts_at_once_and_keeps_what_was(actors: Actors, client: str) -> None:
    one, where = f"e-{client}", f"/involvements/e-{client}"
    form = change_form(actors, ELLIE, one, role="Weekly visits", type="parenting", began="2 January 2025")
    before = actors.kinds().count("change_involvement")
    for _ in range(2):
        actors(ELLIE).post(where, form, status=303)
    assert actors.kinds().count("change_involvement") == before + 1
    shown = seen(actors, "acc-priya", client, one)
    assert shown is not None
    assert (shown.role, shown.type, str(shown.from_)) == ("Weekly visits", "parenting", "2025-01-02")
    page = actors(ELLIE).get(where).text
    assert page.count("Until 10.42am") == 1
    assert "Family support" in page.partition("Recorded before")[2]


def test_the_second_is_told_what_the_first_changed_and_loses_nothing(actors: Actors, client: str) -> None:
    one, where = f"e-{client}", f"/involvements/e-{client}"
    first, second = (change_form(actors, who, one) for who in (RUTH, ELLIE))
    actors(RUTH).post(where, first | {"role": "Group work"}, status=303)
    second |= {"began": "5 May 2025", "role": "Visits"}
    page = actors(ELLIE).post(where, second, status=422).text
    assert "Group work" in page.partition('id="now"')[2].partition("</dl>")[0]
    assert 'value="Visits"' in page
    assert 'value="5 May 2025"' in page
    version = re.search(r'name="version" value="(\w+)"', page)
    assert version is not None
    actors(ELLIE).post(where, second | {"version": version[1]}, status=303)
    shown = seen(actors, "acc-priya", client, one)
    assert shown is not None
    assert (shown.role, str(shown.from_)) == ("Visits", "2025-05-05")


def test_the_same_form_with_something_else_is_not_taken_for_the_first(actors: Actors, client: str) -> None:
    form = change_form(actors, ELLIE, f"e-{client}", role="One")
    actors(ELLIE).post(f"/involvements/e-{client}", form, status=303)
    actors(ELLIE).post(f"/involvements/e-{client}", form | {"role": "Two"}, status=422)


def test_sensitive_is_raised_and_never_lowered(actors: Actors, client: str) -> None:
    one, where = f"e-{client}", f"/involvements/e-{client}"
    actors(ELLIE).post(where, change_form(actors, ELLIE, one, sensitive="y"), status=303)
    assert seen(actors, "acc-priya", client, one) is None
    assert seen(actors, "acc-ruth", client, one) is not None
    form = change_form(actors, ELLIE, one, role="Still so")
    assert "sensitive" not in form
    actors(ELLIE).post(where, form, status=303)
    assert seen(actors, "acc-priya", client, one) is None
    # With a broker, others are told that there is another service.
    actors(ELLIE).post(where, change_form(actors, ELLIE, one, broker="p-priya"), status=303)
    assert "that another service is involved" in actors(ELLIE).get(where).text


def test_a_sensitive_kind_of_work_stays_sensitive_under_another_name(actors: Actors, client: str) -> None:
    one, where = f"e-{client}", f"/involvements/e-{client}"
    for kind in ("domestic_abuse", "family_support"):
        actors(RUTH).post(where, change_form(actors, RUTH, one, type=kind), status=303)
    assert seen(actors, "acc-priya", client, one) is None
    assert "marked as sensitive" in actors(ELLIE).get(where).text


def test_a_colleague_is_not_told_what_its_holder_alone_knows(actors: Actors, client: str) -> None:
    one, where = f"e-{client}", f"/involvements/e-{client}"
    form = change_form(actors, RUTH, one, basis="vital_interests", sensitive="y", broker="p-priya")
    actors(RUTH).post(where, form | {"role": "Visits"}, status=303)
    assert "It is a public task" in actors(ELLIE).get(where).text
    assert seen(actors, "acc-priya", client, one) is not None
    assert "was changed" not in (page := actors(RUTH).get(where).text)
    assert not re.search("basis|sensitive|public task", page, re.IGNORECASE)
    actors(ELLIE).post(where, change_form(actors, ELLIE, one, basis="consent"), status=303)
    assert "onsent" not in actors(RUTH).get(where).text
    assert "Ruth Adeyemi of Northwick Early Help changed" in actors(ELLIE).get("/notices").text


@pytest.mark.parametrize("who", [PRIYA, OLIVE, GP, CORIN, AUDITOR, "adam.min"])
@pytest.mark.parametrize("page", ["", "/end", "/hand-over", "/lead", "/lead/withdraw", "/lead/agree"])
def test_for_anybody_else_it_is_as_if_there_were_none(actors: Actors, who: str, page: str) -> None:
    there, none = "e-x-client-30", "e-x-nobody"
    if not page:
        shown, absent = (actors(who).get(f"/involvements/{one}", status=404) for one in (there, none))
        assert (shown.data, shown.headers) == (absent.data, absent.headers)
    form = {"token": token(), "ended_on": "today", "receiver": "p-gareth", "version": "x", "answered": "x"}
    sent, absent = (actors(who).post(f"/involvements/{one}{page}", form, status=404) for one in (there, none))
    assert (sent.data, sent.headers) == (absent.data, absent.headers)


def test_an_end_is_final_for_its_holder_alone(actors: Actors, client: str) -> None:
    one, where = f"e-{client}", f"/involvements/e-{client}"
    late = change_form(actors, ELLIE, one, over_from="1 January 2029")
    form = end_form(actors, ELLIE, one, "today")
    for _ in range(2):
        assert "/my-involvements?done=" in actors(ELLIE).post(f"{where}/end", form, status=303).location
    assert actors.identity("acc-ellie", client) == "none"
    actors(ELLIE).post(where, late, status=404)
    listed = actors(ELLIE).get("/my-involvements").text.partition("Over</h2>")[2]
    assert f"Client{client.rpartition('-')[2]}" in listed
    assert client not in listed
    actors(RUTH).post(where, change_form(actors, RUTH, one, over_from=""), status=303)
    assert actors.identity("acc-ellie", client) == "full"


def test_who_still_sees_the_person_cannot_take_it_up_again_either(actors: Actors) -> None:
    # Ellie works with Leo too, so that Dawn, of the same family, stays in sight.
    where = "/involvements/i-ellie-dawn"
    actors(ELLIE).post(f"{where}/end", end_form(actors, ELLIE, "i-ellie-dawn", "today"), status=303)
    for day in ("", "1 January 2030", "30 November 2026"):
        page = actors(ELLIE).post(where, change_form(actors, ELLIE, "i-ellie-dawn", over_from=day), status=422).text
        assert "cannot take it up again" in page
    actors(ELLIE).post(where, change_form(actors, ELLIE, "i-ellie-dawn", over_from="1 November 2026"), status=303)


def test_what_a_colleague_ends_its_holder_is_told_without_a_name(actors: Actors, client: str) -> None:
    actors(RUTH).post(f"/involvements/e-{client}/end", end_form(actors, RUTH, f"e-{client}", "today"), status=303)
    notices = actors(ELLIE).get("/notices").text
    assert "Ruth Adeyemi of Northwick Early Help ended an involvement of yours" in notices
    assert client not in notices


def test_what_nobody_has_confirmed_can_only_end(actors: Actors) -> None:
    actors(ELLIE).post("/people/x-neighbour-1/involvements/new", own_work(), status=303)
    (proposal,) = [one for one in actors.waiting("acc-lena") if one]
    page = actors(ELLIE).get(f"/involvements/{proposal}").text
    assert "Nobody has confirmed this yet" in page
    assert 'id="change"' not in page
    form = end_form(actors, ELLIE, proposal, "24 November 2026")
    typed = {"type": "other", "began": "today", "basis": "public_task"}
    actors(ELLIE).post(f"/involvements/{proposal}", form | typed, status=404)
    actors(ELLIE).post(f"/involvements/{proposal}/hand-over", {"receiver": "p-ruth", "token": token()}, status=404)
    actors(ELLIE).post(f"/involvements/{proposal}/end", form, status=303)


def test_still_true_from_its_page(actors: Actors, client: str) -> None:
    page = actors(RUTH).get(f"/involvements/e-{client}").text
    assert f'action="/people/{client}/still-true"' in page
    actors(RUTH).post(f"/people/{client}/still-true", {"involvement": f"e-{client}"}, status=303)
    history = actors(ELLIE).get(f"/involvements/e-{client}").text.partition("Recorded before")[2]
    assert "Last confirmed" in history


def test_an_end_from_elsewhere_takes_back_what_was_to_be_handed_over(actors: Actors, client: str) -> None:
    actors(ELLIE).post(f"/involvements/e-{client}/hand-over", {"token": token(), "receiver": "p-ruth"}, status=303)
    before = len(actors.waiting("acc-ruth"))
    actors(ELLIE).post(f"/my-involvements/e-{client}", {"answer": "ended"}, status=303)
    assert len(actors.waiting("acc-ruth")) == before - 1


def test_the_team_leads_to_what_may_be_changed(actors: Actors, client: str) -> None:
    for who, changeable in ((ELLIE, {f"e-{client}", f"r-{client}"}), (PRIYA, {f"p-{client}"})):
        page = actors(who).get(f"/people/{client}/team").text
        assert set(re.findall(r'href="/involvements/([^"]+)"', page)) == changeable


@pytest.mark.parametrize(
    ("typed", "said", "field"),
    [
        ({"type": "=cmd()"}, "Not a valid choice", "type"),
        ({"type": ""}, "Choose the kind of work", "type"),
        ({"role": "x" * 201}, "Shorten this to 200 characters", "role"),
        ({"role": "Vis\u202eits"}, "Take out what cannot be seen", "role"),
        ({"began": ""}, "Enter since when", "began"),
        ({"began": "31/2/2025"}, "There is no such day", "began"),
        ({"began": "1/1/2027"}, "Enter a day up to today", "began"),
        ({"began": "1/1/1999"}, "did not work for Northwick Early Help", "began"),
        ({"over_from": "2023"}, "Enter a day such as", "over_from"),
        ({"over_from": "1 January 2024"}, "Enter a day after 1 January 2024", "over_from"),
        ({"basis": "magic"}, "Not a valid choice", "basis"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_stays_typed(
    actors: Actors, typed: dict[str, str], said: str, field: str
) -> None:
    form = change_form(actors, ELLIE, "e-x-client-30", **({"role": "Kept"} | typed))
    page = actors(ELLIE).post("/involvements/e-x-client-30", form, status=422).text
    assert said in page
    assert f'href="#{field}"' in page
    assert "role" in typed or 'value="Kept"' in page


@pytest.mark.parametrize("day", ["", "yesterday", "1 January 2024", "\u202e", "x" * 5000])
def test_no_day_no_end(actors: Actors, day: str) -> None:
    form = end_form(actors, ELLIE, "e-x-client-30", day)
    assert 'href="#ended_on"' in actors(ELLIE).post("/involvements/e-x-client-30/end", form, status=422).text
