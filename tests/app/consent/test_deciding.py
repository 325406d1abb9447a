"""Decisions about consent on the pages: what counts at once, what waits, and what of it anybody is told."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
import time_machine

from graph.driver import Database
from graph.history import keep_former
from graph.moment import Moment
from tests.app.consent.acting import asked, carried, check, decided, filled, levels, page_of, save, set_work
from tests.app.consent.world import ELLIE, FAROUK, GP, HIDDEN, JAMES, MARTIN, OLIVE, RAY
from tests.app.proposals.acting import Actors

SENSITIVE = {"includes_sensitive": "y"}


def _main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def _text(page: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", _main(page)).split()))


def test_a_yes_counts_at_once_and_its_effect_is_told_before(actors: Actors, person: str) -> None:
    page = check(actors, MARTIN, person, filled())
    told = _text(page)
    assert "Ellie Brandon, Northwick Early Help will newly see Martin Shaw, Tidewater Homes (Tenancy)" in told
    assert "James Whitlock, Harbour Primary School will newly see" in told
    assert "Farouk" not in told
    assert "Hidden" not in told
    assert levels(actors, "acc-ellie", person)["martin"] == "none", "checking changes nothing"
    save(actors, MARTIN, person, carried(page))
    assert levels(actors, "acc-ellie", person) == {
        "ellie": "full",
        "james": "full",
        "martin": "full",
        "ray": "none",
        "farouk": "none",
    }
    assert "Nia said yes" in page_of(actors, ELLIE, person)


def test_the_preview_tells_nothing_of_work_that_would_only_then_be_shown(actors: Actors, person: str) -> None:
    told = _text(check(actors, ELLIE, person, filled(**SENSITIVE)))
    assert "nothing changes" in told
    assert "Martin" not in told
    assert "Hidden Recoveryworker" not in told


def test_taken_back_in_two_steps_with_what_one_loses_oneself(actors: Actors, person: str) -> None:
    decided(actors, MARTIN, person, until="3 July 2027", giver="parental_responsibility", given_by="Ann Ford")
    page = page_of(actors, ELLIE, person)
    assert "A parent with parental responsibility said yes" in page
    assert "3 July 2027" in page
    (address,) = re.findall(r'href="(/people/[^"]+/take-back)"', page)
    check_page = actors(ELLIE).get(address).text
    told = _text(check_page)
    assert "You, for Northwick Early Help will no longer see Martin Shaw, Tidewater Homes (Tenancy)" in told
    assert "James Whitlock, Harbour Primary School will no longer see" in told
    save(actors, ELLIE, person, carried(check_page))
    assert levels(actors, "acc-ellie", person)["martin"] == "none"
    assert "took their yes back" in page_of(actors, ELLIE, person)
    assert "/take-back" not in page_of(actors, ELLIE, person)


def test_a_yes_with_sensitive_services_waits_and_tells_nobody_how_it_was_answered(actors: Actors, person: str) -> None:
    page = check(actors, ELLIE, person, filled(**SENSITIVE))
    assert "It will not count at once" in page
    save(actors, ELLIE, person, carried(page))
    before = levels(actors, "acc-ellie", person)
    assert (before["ray"], before["martin"]) == ("none", "none"), "without effect on anything"
    shown = {who: _main(page_of(actors, who, person)) for who in (ELLIE, JAMES)}
    (proposal,) = asked(actors, person)
    for account in ("acc-ellie", "acc-james", "acc-martin", "acc-farouk", "acc-ava"):
        assert asked(actors, person, account) == []
    for who in (ELLIE, JAMES, "ava.audit"):
        actors(who).get(f"/proposals/{proposal}", status=404)
        actors(who).post(f"/proposals/{proposal}", {"verdict": "withdraw"}, status=404)
    assert "consent" not in _main(actors(ELLIE).get("/proposals").text)
    with time_machine.travel(Moment.current().now + timedelta(minutes=9)):
        assert [actors.answer(RAY, proposal, "accept") for _ in range(2)] == ["Accepted", "Accepted"], "sent again"
    after = levels(actors, "acc-ellie", person)
    assert (after["ray"], after["martin"]) == ("full", "full")
    assert levels(actors, "acc-farouk", person)["ray"] == "none", "no agreement"
    farouk_sees = page_of(actors, FAROUK, person)
    assert "Nia said yes" in farouk_sees
    assert "Ellie" not in _main(farouk_sees)
    assert {who: _main(page_of(actors, who, person)) for who in (ELLIE, JAMES)} == shown
    assert "waits" not in _main(actors(ELLIE).get("/").text)


def test_declined_it_looks_the_same_and_counts_for_nothing(actors: Actors, person: str) -> None:
    decided(actors, ELLIE, person, **SENSITIVE)
    shown = _main(page_of(actors, ELLIE, person))
    (proposal,) = asked(actors, person)
    assert actors.answer(RAY, proposal, "decline") == "Declined"
    assert _main(page_of(actors, ELLIE, person)) == shown
    assert levels(actors, "acc-ellie", person)["martin"] == "none"
    assert "declined" not in actors(ELLIE).get("/notices").text


def test_the_question_names_nobody_whom_its_reader_may_not_see(actors: Actors, person: str) -> None:
    decided(actors, FAROUK, person, giver="parental_responsibility", given_by="Ann Ford", **SENSITIVE)
    decided(actors, FAROUK, person, scope="some", agencies="a-far", **SENSITIVE)
    (proposal,) = asked(actors, person)
    told = _text(actors(RAY).get(f"/proposals/{proposal}").text)
    assert "It has been recorded that a parent with parental responsibility agreed" in told
    for hidden in ("Farouk", "Unsigned Help", "Ann Ford", "01632 960960"):
        assert hidden not in told
    actors.answer(RAY, proposal, "decline")
    decided(actors, ELLIE, person, scope="some", agencies="a-help", **SENSITIVE)
    (shown,) = asked(actors, person)
    told = _text(actors(RAY).get(f"/proposals/{shown}").text)
    assert "Ellie Brandon (Northwick Early Help) has recorded" in told
    assert "the work of Northwick Early Help" in told


def test_a_practitioner_of_a_sensitive_service_is_not_asked_by_another(actors: Actors, person: str) -> None:
    decided(actors, RAY, person, **SENSITIVE)
    assert levels(actors, "acc-ellie", person)["ray"] == "full"
    assert asked(actors, person) == []
    shown = page_of(actors, JAMES, person)
    assert "It counts once a practitioner of a sensitive service has recorded or accepted it" in shown


def test_neither_a_mark_nor_a_changed_type_makes_a_service_sensitive(
    actors: Actors, person: str, connected_database: Database
) -> None:
    work = f"i-ellie-{person}"
    set_work(connected_database, person, work, type_="family_support")
    decided(actors, ELLIE, person, **SENSITIVE)
    assert len(asked(actors, person)) == 1
    set_work(connected_database, person, work, type_="substance_misuse")
    said = {"type": "family_support"}
    connected_database.write(
        lambda tx: keep_former(
            tx, id_=work, kind="involvement", of=work, said=said, account="acc-ellie", moment=Moment.current()
        )
    )
    decided(actors, ELLIE, person, giver="representative", **SENSITIVE)
    waiting = asked(actors, person)
    assert len(waiting) == 2
    assert asked(actors, person, "acc-ellie") == []


def test_a_refusal_since_outweighs_an_acceptance(actors: Actors, person: str) -> None:
    decided(actors, ELLIE, person, **SENSITIVE)
    decided(actors, RAY, person, word="refused", scope="some", agencies="a-drugs")
    (proposal,) = asked(actors, person)
    actors.answer(RAY, proposal, "accept")
    assert levels(actors, "acc-ellie", person)["ray"] == "none"
    assert levels(actors, "acc-ellie", person)["martin"] == "full"
    decided(actors, ELLIE, person, **SENSITIVE)
    assert len(asked(actors, person)) == 1
    decided(actors, JAMES, person, word="withdrawn")
    assert asked(actors, person) == [], "nobody is asked about what was taken back"


def test_a_decision_about_an_agency_is_shown_where_the_agency_is(actors: Actors, person: str) -> None:
    decided(actors, MARTIN, person, word="refused", scope="some", another="a-drugs")
    assert "Fresh Start Recovery" in page_of(actors, MARTIN, person), "who recorded it knows it"
    assert "Fresh Start Recovery" in page_of(actors, RAY, person)
    for who in (ELLIE, JAMES, FAROUK):
        page = page_of(actors, who, person)
        assert "Fresh Start Recovery" not in page
        assert "Nothing is recorded" in page
    decided(actors, ELLIE, person, word="refused", given_by="Ann Ford", giver="representative", way="signed")
    for who, by, name in ((ELLIE, True, True), (JAMES, True, False), (FAROUK, False, False)):
        page = _text(page_of(actors, who, person))
        assert ("By Ellie Brandon" in page) == by
        assert ("Ann Ford" in page) == name
        assert "They signed it" in page


def test_what_the_person_decided_comes_first_and_the_difference_is_shown(actors: Actors, person: str) -> None:
    decided(actors, MARTIN, person, giver="parental_responsibility")
    assert levels(actors, "acc-ellie", person)["martin"] == "full"
    decided(actors, MARTIN, person, word="refused")
    assert levels(actors, "acc-ellie", person)["martin"] == "none"
    for who in (ELLIE, MARTIN, FAROUK):
        told = _text(page_of(actors, who, person))
        assert "Nia and somebody else have decided differently." in told
        assert "Nia’s own decision comes first, so this one does not count." in told


def test_sent_twice_it_is_one_and_the_second_of_two_is_told(actors: Actors, person: str) -> None:
    first, second = (check(actors, who, person, filled(word="refused")) for who in (ELLIE, JAMES))
    for _ in range(2):
        save(actors, ELLIE, person, carried(first))
    made = [one for one in actors.events() if (one.kind, one.subject) == ("record_consent", person)]
    assert [(one.account, one.purpose, len(one.objects)) for one in made] == [("acc-ellie", "refused", 1)]
    told = save(actors, JAMES, person, carried(second), status=422)
    assert "Somebody recorded another decision after you opened this" in told
    assert page_of(actors, JAMES, person).count("Nia said no") == 1
    save(actors, JAMES, person, carried(told))
    assert len([one for one in actors.events() if (one.kind, one.subject) == ("record_consent", person)]) == 2


def test_something_hidden_recorded_meanwhile_is_not_told(actors: Actors, person: str) -> None:
    page = check(actors, ELLIE, person, filled(word="refused"))
    decided(actors, RAY, person, scope="some", agencies="a-drugs", word="refused")
    save(actors, ELLIE, person, carried(page))


@pytest.mark.parametrize("who", HIDDEN)
def test_the_hidden_the_shielded_and_the_absent_are_alike(actors: Actors, who: str) -> None:
    for page in ("consent", "consent/new", "consent/none/take-back"):
        refused, absent = (actors(ELLIE).get(f"/people/{one}/{page}", status=404) for one in (who, "no-such-one"))
        assert (refused.data, refused.headers) == (absent.data, absent.headers)
    for step in ("check", "save", "change"):
        form = filled(step=step)
        refused, absent = (
            actors(ELLIE).post(f"/people/{one}/consent/new", form, status=404) for one in (who, "no-such-one")
        )
        assert (refused.data, refused.headers) == (absent.data, absent.headers)


def test_nobody_else_reads_or_decides(actors: Actors, person: str) -> None:
    for who in (GP, OLIVE, "corin.dale", "ava.audit", "adam.min"):
        actors(who).get(f"/people/{person}/consent", status=404)
        actors(who).post(f"/people/{person}/consent/new", filled(step="save"), status=404)


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"word": ""}, "word", "Choose what was decided"),
        ({"word": "perhaps"}, "word", "Choose what was decided"),
        ({"giver": "grandmother"}, "giver", "Choose who decided"),
        ({"way": ""}, "way", "Choose how they decided"),
        ({"scope": ""}, "scope", "Choose whether it is about every agency"),
        ({"scope": "some"}, "agencies", "Choose an agency"),
        ({"scope": "some", "agencies": "a-none"}, "agencies", "not a valid choice"),
        ({"scope": "some", "another": "a-none"}, "another", "Not a valid choice"),
        ({"until": "31/2/2027"}, "until", "There is no such day"),
        ({"until": "3 July 2025"}, "until", "Enter today or a later day"),
        ({"until": "3 July 2027", "word": "refused"}, "until", "Leave this empty for a no"),
        ({"given_by": "x" * 201}, "given_by", "Shorten this"),
        ({"given_by": "Ann\u202e"}, "given_by", "Take out what cannot be seen"),
        ({"given_by": "Ann\x00Ford"}, "given_by", "Take out what cannot be seen"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_stays_typed(
    actors: Actors, typed: dict[str, str], field: str, told: str
) -> None:
    form = {"given_by": "Ann Ford"} | filled(**typed)
    page = actors(ELLIE).post("/people/x-leo/consent/new", {**form, "step": "save"}, status=422).text
    assert told in page
    assert f'href="#{field}"' in page
    assert f'id="{field}"' in page
    assert "given_by" in typed or 'value="Ann Ford"' in page
    assert "Nothing is recorded" in page_of(actors, ELLIE, "x-leo")


def test_each_look_is_recorded_with_the_work_that_it_shows(actors: Actors, person: str) -> None:
    page = check(actors, ELLIE, person, filled())
    changed = actors(ELLIE).post(f"/people/{person}/consent/new", {**carried(page), "step": "change"}).text
    assert re.search(r'name="word"[^>]* value="given"[^>]* checked', changed)
    events = [one for one in actors.events() if one.subject == person and one.account == "acc-ellie"]
    assert {one.kind for one in events} == {"look_at_consent", "preview_consent"}
    (previewed,) = [one for one in events if one.kind == "preview_consent"]
    assert sorted(entry.split()[0] for entry in previewed.entries) == [f"i-ellie-{person}", f"i-james-{person}"]


def test_the_team_and_the_details_lead_to_it(actors: Actors) -> None:
    for page in ("team", "details"):
        assert 'href="/people/x-leo/consent"' in actors(ELLIE).get(f"/people/x-leo/{page}").text
    assert "/people/x-mia/consent" not in actors(ELLIE).get("/people/x-mia/team").text


def test_a_yes_that_is_given_again_outlasts_the_end_of_the_first(actors: Actors, person: str) -> None:
    decided(actors, MARTIN, person, until="24 November 2026")
    less = check(actors, MARTIN, person, filled(scope="some", agencies="a-homes"))
    assert "An earlier yes ends with 24 November 2026" in _text(less)
    decided(actors, ELLIE, person, until="3 July 2027", **SENSITIVE)
    with time_machine.travel("2026-11-25T00:00:01Z"):
        assert levels(actors, "acc-ellie", person)["martin"] == "none", "it waits still"
        (proposal,) = asked(actors, person)
    shown = _main(page_of(actors, ELLIE, person))
    assert actors.answer(RAY, proposal, "accept") == "Accepted"
    assert _main(page_of(actors, ELLIE, person)) == shown
    with time_machine.travel("2026-11-25T00:00:01Z"):
        assert levels(actors, "acc-ellie", person)["martin"] == "full"
    with time_machine.travel("2027-07-04T00:00:01Z"):
        assert levels(actors, "acc-ellie", person)["martin"] == "none"


def test_an_end_counts_as_taken_back(actors: Actors, person: str) -> None:
    decided(actors, MARTIN, person, until="24 November 2026")
    assert levels(actors, "acc-ellie", person)["martin"] == "full"
    with time_machine.travel("2026-11-24T23:59:00Z"):
        assert levels(actors, "acc-ellie", person)["martin"] == "full"
    with time_machine.travel("2026-11-25T00:00:01Z"):
        assert levels(actors, "acc-ellie", person)["martin"] == "none"
