"""What one account sees and why, beside another's sight, and the very page that it would get."""

from __future__ import annotations

import re

import pytest
import time_machine

from graph.audit import tail
from graph.driver import Database
from tests.app.audit.family import AUDITOR, CARE_ADMINISTRATOR
from tests.app.audit.reading import NOTE, state_second_purpose, text_of
from tests.app.page_client import PageClient
from tests.app.team.marsh_family import NOW

VIEW = "/access/accounts/acc-ellie/people/x-leo/team"


def test_an_account_is_found_by_its_name_or_its_practitioners(auditor_once: PageClient, audited_once: Database) -> None:
    for typed in ("ellie.b", "Brandon"):
        page = auditor_once.post("/access/accounts", {"name": typed}).text
        assert re.findall(r'href="/access/accounts/([^"/]+)"', page) == ["acc-ellie"]
    assert audited_once.read(lambda tx: tail(tx, 1))[0].objects == ["account:acc-ellie"]
    beside = auditor_once.post("/access/accounts", {"name": "Brandon", "beside": "acc-priya", "family": "x-leo"}).text
    assert 'href="/access/people/x-leo/difference?one=acc-priya&amp;other=acc-ellie"' in beside
    assert "There is a problem" in auditor_once.post("/access/accounts", {"name": ""}, status=422).text


def test_everything_that_an_account_sees_and_why(auditor_once: PageClient, audited_once: Database) -> None:
    page = text_of(auditor_once.get("/access/accounts/acc-ellie").text)
    assert "Leo Marsh Seen in full. Because it works with them directly. Family Marsh." in page
    assert "Neil Frost Seen in full. Because it opened the record with a reason." in page
    assert "Because Ellie Brandon works with Dawn" in page
    event = audited_once.read(lambda tx: tail(tx, 1))[0]
    assert (event.kind, event.objects) == ("view_access", ["account:acc-ellie"])
    assert "x-leo" in event.people


def test_whom_a_sensitive_service_works_with_is_neither_named_nor_counted(auditor_once: PageClient) -> None:
    page = text_of(auditor_once.get("/access/accounts/acc-ray").text)
    assert "This account sees nobody who may be named here." in page
    assert "whether or not there is anybody" in page
    assert not [name for name in ("Leo", "Dawn", "Marsh", "Sam") if name in page]
    auditor_once.post("/access/accounts/acc-ray/sensitive", {"code": "check", "note": NOTE}, status=303)
    page = text_of(auditor_once.get("/access/accounts/acc-ray").text)
    assert "Dawn Marsh Seen in full." in page
    assert "Hidden Recoveryworker holds this involvement." in page


def test_what_another_account_sees_less_of(auditor_once: PageClient) -> None:
    page = text_of(auditor_once.get("/access/difference?one=acc-ellie&other=acc-farouk").text)
    assert "have not both signed a sharing agreement in force. NO_AGREEMENT" in page
    then = text_of(auditor_once.get("/access/difference?one=acc-ellie&on=1/3/26").text)
    assert "saw less of on 1 March 2026" in then
    assert "Ellie Brandon works with nobody in Leo’s family. NOT_AROUND" in then
    auditor_once.get("/access/difference?one=nobody", status=404)
    auditor_once.get("/access/difference?one=acc-ellie&other=nobody", status=404)


def test_view_as_is_the_very_page_and_the_auditors_own_look(asker_once: PageClient, audited_once: Database) -> None:
    with time_machine.travel(NOW, tick=False):
        asker_once.sign_in_as("ellie.brandon")
        own = asker_once.get("/people/x-leo/team").text
        asker_once.sign_in_as(AUDITOR)
        asker_once.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)
        masked = text_of(asker_once.get(VIEW).text)
        assert "State a second purpose to see the page" in masked
        assert "Ellie Brandon" in masked
        assert "Priya" not in masked
        state_second_purpose(asker_once)
        viewed = asker_once.get(VIEW).text
    assert _main(viewed) == re.sub(
        r'href="/people/([^"/]+)/team"', r'href="/access/accounts/acc-ellie/people/\1/team"', _without(_main(own))
    )
    assert "<button" not in _main(viewed)
    assert "<form" not in _main(viewed)
    assert "Viewed as Ellie Brandon" in viewed
    events = audited_once.read(lambda tx: tail(tx, 500))
    assert [event.account for event in events if event.kind == "team"] == ["acc-ellie"]
    looks = [event for event in events if event.kind == "view_as"]
    assert {(one.account, one.subject, *one.objects) for one in looks} == {("acc-ava", "x-leo", "account:acc-ellie")}
    event = next(one for one in looks if one.entries)
    assert "i-priya-leo full STATUTORY+AROUND_FAMILY" in event.entries


def test_view_as_says_what_the_account_is_not_shown(auditor_once: PageClient) -> None:
    page = text_of(auditor_once.get("/access/accounts/acc-priya/people/x-neil/team").text)
    assert "This account gets “Page not found”" in page
    auditor_once.get("/access/accounts/acc-priya/people/nobody/team", status=404)
    auditor_once.get("/access/accounts/nobody/people/x-leo/team", status=404)


@pytest.mark.parametrize("address", ["", "/acc-ellie", "/acc-ellie/sensitive", "/acc-ellie/people/x-leo/team"])
@pytest.mark.parametrize("username", [CARE_ADMINISTRATOR, "ellie.brandon"])
def test_auditors_alone_ask_about_an_account(asker_once: PageClient, username: str, address: str) -> None:
    asker_once.sign_in_as(username)
    asker_once.get(f"/access/accounts{address}", status=404)


def _main(page: str) -> str:
    return page.partition('<main class="main wide" id="main">')[2].partition("</main>")[0]


def _without(main: str) -> str:
    """The page without what its reader may do: forms, buttons, changes, emergency access, telling whether it helped."""
    offered = r'<p class="on-screen (?:emergency|useful)"><a href="[^"]+">.*?</p>\n|<a class="change[^>]*>.*?</a>'
    return re.sub(rf"(?s)<button\b.*?</button>|<form\b.*?</form>|{offered}", "", main)
