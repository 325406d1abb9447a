"""A pasted caseload: a search counted for each row, a word on what will happen to it, and one submit for all."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from lxml import html

from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import AUDITOR, ELLIE, OLIVE
from tests.proof.forms_of_pages import offered_forms

PASTE, ADD = "/clients/paste", "/clients/caseload"
_ROWS = "\n".join(
    (
        "First name;Surname;DOB;What I do;Since;Postcode",
        "Orla;Quayle;3/7/14;befriending;1/9/2026;LS11",
        "Leo;Marsh;14/3/2017;;;",
        "orla;QUAYLE;2014-07-03;;;",
        "Nils;Quayle;approx 2014;;;",
        "=cmd();Quayle;4 July 2014;;;",
        "Una;Quayle;5/5/2031;Dragon taming;;",
    )
)


def _looked_over(actors: Actors, text: str, *, username: str = ELLIE, **more: Any) -> Any:
    return actors(username).post(PASTE, {"rows": text, "type": "befriending", **more})


def _rows(page: Any) -> dict[str, str]:
    """The form for the rows, as a browser would send it back."""
    (form,) = [one for one in html.fromstring(page.data).forms if one.action == ADD]
    return {name: value for name, value in form.form_values() if name != "csrf_token"}


def _fates(page: Any) -> list[str]:
    root = html.fromstring(page.data)
    return [" ".join(one.text_content().split()) for one in root.xpath("//p[@class='recording__fate']")]


def test_each_row_is_told_what_will_happen_to_it(actors: Actors) -> None:
    before = actors.kinds().count("search")
    page = _looked_over(actors, _ROWS)
    new, found, twice, *wrong = _fates(page)
    assert new == "New. Will be added: born 3 July 2014."
    assert found.startswith("Found by search already.")
    assert 'href="/people/x-leo/team"' in page.text
    assert twice == "Twice. The same person as in row 1. Leave one of them out."
    assert all(one.startswith("Not understood.") for one in wrong)
    for said in ("Enter a whole date", "begins with “=”, as a formula does", "within the next ten months"):
        assert said in page.text
    assert "was called “Dragon taming”" in page.text
    assert "These columns are not used: Postcode." in page.text
    assert actors.kinds().count("search") == before + 2, "rows that name somebody to look for, each once"


def test_rows_are_put_right_without_typing_the_others_again_and_added_at_once(actors: Actors) -> None:
    form = _rows(_looked_over(actors, _ROWS))
    searched, added = actors.kinds().count("search"), actors.kinds().count("add_client")
    again = actors(ELLIE).post(ADD, form, status=422)
    assert "Row 4: Enter a whole date" in again.text
    assert actors.kinds().count("add_client") == added
    right = {"rows-3-born": "1/2/2014", "rows-4-leave_out": "y", "rows-5-leave_out": "y"}
    page = actors(ELLIE).post(ADD, _rows(again) | right, status=200)
    assert "2 clients added" in page.text
    assert "Row 2, Leo Marsh: recorded already." in page.text
    assert "Row 3, orla QUAYLE: left out." in page.text
    assert actors.kinds().count("add_client") == added + 2
    assert actors.kinds().count("search") == searched + 1, "the row that was put right"


def test_sent_twice_or_again_after_a_lost_reply_it_is_one(actors: Actors) -> None:
    form = _rows(_looked_over(actors, "Peri\tQuayle\t3/7/2014\nRafe\tQuayle\t3/7/2015"))
    first = actors(ELLIE).post(ADD, form).text
    searched, added = actors.kinds().count("search"), actors.kinds().count("add_client")
    without_proof = {name: value for name, value in form.items() if not name.endswith("looked")}
    for sent in (form, without_proof):
        assert html.fromstring(actors(ELLIE).post(ADD, sent).text).xpath("//main//li//@href") == html.fromstring(
            first
        ).xpath("//main//li//@href")
    assert (actors.kinds().count("search"), actors.kinds().count("add_client")) == (searched, added)


def test_whoever_was_shown_is_added_only_where_it_is_none_of_these(actors: Actors) -> None:
    form = _rows(_looked_over(actors, "Leo,Marsh,14/3/2017\nSela,Quayle,3/7/2014"))
    assert "1 client added" in actors(ELLIE).post(ADD, form).text
    page = actors(ELLIE).post(ADD, form | {"token": token(), "rows-0-anyway": "y", "rows-1-leave_out": "y"}).text
    assert "1 client added" in page
    assert ">Leo Marsh</a>" in page


def test_none_is_added_where_one_cannot_be(actors: Actors) -> None:
    rows = "Tove,Quayle,3/7/2014,befriending,1/1/2026\nUlf,Quayle,3/7/2014,befriending,1/1/1999"
    before = actors.kinds().count("add_client")
    page = actors(ELLIE).post(ADD, _rows(_looked_over(actors, rows)), status=422).text
    assert "Row 2: On 1 January 1999 you did not work for this agency" in page
    assert actors.kinds().count("add_client") == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_file_in_many_encodings(actors: Actors, encoding: str) -> None:
    file = (BytesIO('Name,Born\n"Zoë\nMüller",3/7/2014'.encode(encoding)), "caseload.csv")
    page = actors(ELLIE).post(PASTE, {"file": file, "type": "befriending"}, content_type="multipart/form-data")
    assert 'value="Zoë"' in page.text
    assert 'value="Müller"' in page.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"rows": ""}, "Paste at least one row"),
        ({"rows": "Mia,Reed,3/7/14\n" * 10_000}, "more than 50 rows"),
        ({"rows": 'Mia,"Reed,3/7/14'}, "a quotation mark has no other"),
        ({"file": (BytesIO(b"PK\x03\x04"), "caseload.xlsx")}, "cannot be read as text"),
        ({"rows": "Mia,Reed,3/7/14", "since": "1/1/2031"}, "within the next ten months"),
    ],
)
def test_what_cannot_be_taken_apart_stays_typed(actors: Actors, typed: dict[str, Any], said: str) -> None:
    before = actors.kinds().count("search")
    page = actors(ELLIE).post(PASTE, typed, status=422, content_type="multipart/form-data").text
    assert said in page
    assert actors.kinds().count("search") == before
    assert html.fromstring(page).get_element_by_id("rows").text_content().strip() == str(typed.get("rows", "")).strip()


@pytest.mark.parametrize("name", ["Zo\u202era", "Zo\x07ra", "@Zora", "42", "x" * 201])
def test_odd_names_are_refused_in_words(actors: Actors, name: str) -> None:
    (fate,) = _fates(_looked_over(actors, f"{name},Quayle,3/7/14"))
    assert fate.startswith("Not understood.")


def test_past_the_budget_the_rest_waits_and_stays(actors: Actors) -> None:
    rows = "\n".join(f"Wim{chr(97 + at // 26)}{chr(97 + at % 26)},Quayle,3/7/14" for at in range(50))
    _looked_over(actors, rows, username=OLIVE)
    page = _looked_over(actors, rows, username=OLIVE)
    waiting = [one for one in _fates(page) if one.startswith("Waits.")]
    assert len(waiting) > 30
    assert "You have searched very often within an hour" in page.text
    answer = actors(OLIVE).browser.post(ADD, data=_rows(page) | {"csrf_token": actors(OLIVE).csrf_token()})
    assert answer.status_code == 429
    assert 'value="Quayle"' in answer.text


def test_who_has_no_clients_pastes_none(actors: Actors) -> None:
    actors(AUDITOR).get(PASTE, status=404)
    actors(AUDITOR).post(PASTE, {"rows": _ROWS}, status=404)
    actors(AUDITOR).post(ADD, {}, status=404)
    assert offered_forms(actors(ELLIE).post(ADD, {}, status=422).data)
