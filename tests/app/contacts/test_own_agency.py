"""The own agency's duty contact and its reminders: by its administrator, an address by its link, what was is kept."""

from __future__ import annotations

import re

import pytest

from graph.outbox import newest_messages
from tests.app.proposals.acting import Actors
from tests.app.proposals.world import ADAM

PAGE, NEW = "/administration/own-agency", "duty@new.example.com"


def test_a_duty_contact_is_kept_and_an_address_waits_for_its_link(actors: Actors) -> None:
    adam = actors(ADAM)
    seen = {"version": _version(adam.get(PAGE).text)}
    sent = {**seen, "key": "k1", "phone": "+44 1632 960099", "email": NEW, "asks_every": "3"}
    for _ in range(2):
        adam.post(PAGE, sent, status=303)
    assert actors.kinds().count("change_duty_contact") == 1
    page = adam.get(PAGE).text
    assert 'value="01632 960099"' in page
    assert f"A link was sent to <strong>{NEW}</strong>" in page
    assert "01632 960960" in page.partition("Recorded before")[2]
    assert NEW not in page.partition('<form method="post" novalidate>')[2]
    (mail,) = [m for m in actors.database.read(lambda tx: newest_messages(tx, limit=9)) if m.to == NEW]
    link = re.search(r"https://patchwork.example.org(/confirm-email/\S+)", mail.body or "")
    assert link
    adam.post(link[1], {})
    assert f'value="{NEW}"' in adam.get(PAGE).text
    stale = adam.post(PAGE, {**sent, "key": "k2", "phone": "", "email": ""}, status=422).text
    assert "Somebody changed this after you opened it" in stale


@pytest.mark.parametrize(
    ("typed", "said"),
    [({"phone": "12"}, "too short"), ({"email": "duty"}, "one e-mail address"), ({"asks_every": "5"}, "Not a valid")],
)
def test_what_cannot_be_kept_is_said(actors: Actors, typed: dict[str, str], said: str) -> None:
    adam = actors(ADAM)
    assert said in adam.post(PAGE, {"key": "k", "version": _version(adam.get(PAGE).text), **typed}, status=422).text


def test_nothing_waits_while_nobody_was_asked(actors: Actors) -> None:
    assert "Nothing waits" in actors(ADAM).get("/administration/not-confirmed").text


def _version(page: str) -> str:
    found = re.search(r'name="version" value="(\w+)"', page)
    assert found
    return found[1]
