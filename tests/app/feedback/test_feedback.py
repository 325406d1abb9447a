"""The board shows each idea with its answer and without a name; figures come from enough answers to hide each."""

from __future__ import annotations

import re

import pytest

from graph.audit import tail
from graph.driver import Database
from tests.app.accounts import make_account
from tests.app.page_client import PageClient

TEXT = "Show the school nurse's clinic hours on her card"
TOKEN = "ab" * 16


@pytest.fixture
def browsers(client_request: PageClient, database: Database, app: object) -> dict[str, PageClient]:
    """A practitioner, another one, an administrator of an agency and one of an area, each in a browser of their own."""
    people = {
        "maya": ("practitioner", ()),
        "other": ("practitioner", ()),
        "local": ("administrator", ()),
        "area": ("administrator", ("north",)),
    }
    made: dict[str, PageClient] = {}
    for username, (role, areas) in people.items():
        make_account(database, username, role=role, areas=areas, name=username.title(), agency=f"agency-{username}")
        made[username] = PageClient(client_request._app, database)
        made[username].sign_in_as(username)
    return made


def _give(browser: PageClient, text: str = TEXT, token: str = TOKEN, page: str = "team.team") -> str:
    answer = browser.post("/feedback/new", {"text": text, "token": token, "page": page}, status=303)
    return answer.location.rpartition("#")[2]


def _answer(browser: PageClient, idea: str, status: int = 303, **fields: str) -> str:
    typed = {"state": "planned", "answer": "In the next version.", "shown": "y", **fields}
    return browser.post(f"/feedback/{idea}/answer", typed, status=status).text


def test_an_idea_is_its_writers_until_it_is_answered_for_everybody(browsers: dict[str, PageClient]) -> None:
    idea = _give(browsers["maya"])
    mine = browsers["maya"].get("/feedback").text
    assert "clinic hours" in mine
    assert "Waits for an answer" in mine
    assert "from “Team around the family”" in mine
    for somebody in ("other", "local"):
        assert "clinic hours" not in browsers[somebody].get("/feedback").text
    _answer(browsers["area"], idea, happened="Shown since Monday.")
    page = browsers["other"].get("/feedback").text
    assert "clinic hours" in page
    assert "In the next version." in page
    assert "Shown since Monday." in page
    assert "Maya" not in page


def test_one_that_says_too_much_is_answered_to_its_writer_alone(browsers: dict[str, PageClient]) -> None:
    idea = _give(browsers["maya"])
    _answer(browsers["area"], idea, shown="")
    assert "In the next version." in browsers["maya"].get("/feedback").text
    assert "In the next version." not in browsers["other"].get("/feedback").text


def test_sent_twice_it_stands_once(browsers: dict[str, PageClient], database: Database) -> None:
    assert _give(browsers["maya"]) == _give(browsers["maya"])
    assert browsers["maya"].get("/feedback").text.count('class="feedback__idea"') == 1
    assert len(database.read(lambda tx: tail(tx, 10, kind="give_feedback"))) == 1


def test_another_with_the_same_token_meets_nothing(browsers: dict[str, PageClient]) -> None:
    assert _give(browsers["maya"]) != _give(browsers["other"], text="Something else altogether")
    assert "clinic hours" in browsers["maya"].get("/feedback").text


@pytest.mark.parametrize("who", ["maya", "other", "local"])
def test_nobody_else_answers(browsers: dict[str, PageClient], who: str) -> None:
    idea = _give(browsers["maya"])
    absent = "0" * 32
    for wanted in (idea, absent):
        browsers[who].get(f"/feedback/{wanted}/answer", status=404)
        _answer(browsers[who], wanted, status=404)
    assert "Waits for an answer" in browsers["maya"].get("/feedback").text
    browsers["area"].get(f"/feedback/{absent}/answer", status=404)
    _answer(browsers["area"], absent, status=404)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Write what would help"),
        ("Too short", "Write 10 to 500 characters"),
        ("x" * 501, "Write 10 to 500 characters"),
        ("A right-to-left mark \u202e hides here", "characters that do not show"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_typed(browsers: dict[str, PageClient], text: str, said: str) -> None:
    answer = browsers["maya"].post("/feedback/new", {"text": text, "page": "x"}, status=422).text
    assert said in answer
    assert not text or text.split()[0] in answer
    assert "Nothing has been said yet" in browsers["maya"].get("/feedback").text


@pytest.mark.parametrize("page", ["/people/x-leo/team", "team.nothing", "<b>", ""])
def test_a_page_that_is_none_is_not_kept(browsers: dict[str, PageClient], page: str) -> None:
    _give(browsers["maya"], page=page)
    assert "from “" not in browsers["maya"].get("/feedback").text


def test_an_answer_needs_a_state_and_words(browsers: dict[str, PageClient]) -> None:
    idea = _give(browsers["maya"])
    page = _answer(browsers["area"], idea, status=422, state="waiting", answer="")
    assert "Choose what is done" in page
    assert "Write an answer" in page


def _tell(browser: PageClient, number: int, reached: str, within: str = "") -> None:
    browser.post("/useful", {"token": f"{number:032x}", "reached": reached, "within": within})


def test_figures_are_told_once_nobody_can_be_told_by_them(browsers: dict[str, PageClient]) -> None:
    for number in range(5):
        _tell(browsers["maya"], number, "yes", "hour" if number < 2 else "day")
    for number in range(5, 9):
        _tell(browsers["other"], number, "no", "week")
    assert "Too few people" in browsers["maya"].get("/feedback").text
    _tell(browsers["other"], 8, "no")
    assert "Too few people" in browsers["maya"].get("/feedback").text
    _tell(browsers["other"], 9, "not_yet")
    page = re.sub(r"\s+", " ", browsers["maya"].get("/feedback").text)
    assert "10 answers were given after a search: 5 reached somebody, half of them the same day or sooner" in page


def test_usefulness_needs_an_answer(browsers: dict[str, PageClient]) -> None:
    page = browsers["maya"].post("/useful", {"reached": "", "within": "later"}, status=422).text
    assert "Choose whether you reached somebody" in page
    assert "Choose how soon" in page


def test_the_event_tells_neither_what_nor_about_whom(browsers: dict[str, PageClient], database: Database) -> None:
    _tell(browsers["maya"], 1, "yes", "hour")
    event = database.read(lambda tx: tail(tx, 1, kind="tell_useful"))[0]
    assert (event.people, event.entries, event.objects, event.purpose, event.subject) == ([], [], [], None, None)


def test_every_page_but_those_of_faults_leads_there(browsers: dict[str, PageClient]) -> None:
    assert 'href="/feedback/new?page=home.home"' in browsers["maya"].get("/").text
    assert "/feedback/new" not in browsers["maya"].get("/nothing", status=404).text
