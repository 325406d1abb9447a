"""Reminders: one mail for all that is due, signed links that a GET does not use, and what becomes of no answer."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
import time_machine
from flask import Flask

from app.mail.rounds import write_due
from config.settings import Settings
from graph.moment import Moment
from graph.outbox import Message, newest_messages
from tests.app.page_client import PageClient
from tests.app.proposals.acting import Actors
from tests.app.proposals.world import ADAM, PRIYA
from tests.app.team.marsh_family import NOW
from tests.app.team.reading import page_of, row, text_of

LINK = re.compile(r"https://patchwork\.example\.org(/still-true/\S+)\?say=yes")
LATER = NOW + timedelta(days=200)


def asks_every(actors: Actors, months: str) -> None:
    """Ellie's agency asks from now on, or no more."""
    client = actors(ADAM)
    version = re.search(r'name="version" value="(\w+)"', client.get("/administration/own-agency").text)
    assert version
    client.post(
        "/administration/own-agency",
        {"key": f"{months}-{version[1]}", "version": version[1], "asks_every": months},
        status=303,
    )


def mails(actors: Actors, prefix: str) -> list[Message]:
    """The mails whose ids begin so, the oldest first."""
    found = actors.database.read(lambda tx: newest_messages(tx, limit=500))
    return sorted((one for one in found if one.id.startswith(prefix)), key=lambda one: (one.queued_at, one.to))


def links(mail: Message) -> list[str]:
    return LINK.findall(mail.body or "")


@pytest.fixture
def stranger(site_app: Flask, actors: Actors) -> PageClient:
    """A browser in which nobody is signed in."""
    return PageClient(site_app, actors.database)


def round_at(actors: Actors, settings: Settings, at: datetime) -> int:
    return write_due(actors.database, settings, Moment.at(at)).reminders


def test_from_the_first_mail_to_the_administrator(
    actors: Actors, site_settings: Settings, stranger: PageClient
) -> None:
    """The whole way in one test, because each step needs the one before."""
    assert round_at(actors, site_settings, LATER) == 0, "no agency asks"
    asks_every(actors, "3")
    with ThreadPoolExecutor(4) as threads:
        done = list(threads.map(lambda _: round_at(actors, site_settings, LATER), range(4)))
    assert round_at(actors, site_settings, LATER) == 0
    sent = mails(actors, "still-true-")
    assert sum(done) == len(sent)
    (mail,) = [one for one in sent if one.to == "ellie.brandon@example.org"]
    _names_nobody(mail)
    first, *others = links(mail)
    assert len(others) >= 1, "all that is due goes in one mail"

    with time_machine.travel(LATER, tick=False):
        page = stranger.get(f"{first}?say=ended").text
        assert re.search(r'value="ended"[^>]* checked', page)
        assert not re.search("Marsh|Leo|Dawn", page)
        assert stranger.get(first).text, "opening a link uses nothing"
        assert "Choose an answer" in stranger.post(first, {}, status=422).text
        assert "confirmed as of today" in stranger.post(first, {"answer": "yes"}).text
        unusable = stranger.post(first, {"answer": "yes"}, status=404).text
        assert "This link cannot be used" in unusable
        forged = first[:-2] + ("AA" if first[-2:] != "AA" else "BB")
        assert stranger.get(forged, status=404).text == stranger.get(first, status=404).text
        assert "It has ended as of today" in stranger.post(others[0], {"answer": "ended"}).text
        stranger.get(others[0], status=404)
    (kept,) = [one for one in actors.events() if one.kind == "still_true_yes"]
    assert (kept.account, kept.route) == ("acc-ellie", "still_true.answered")

    again, over = LATER + timedelta(days=14), LATER + timedelta(days=28)
    assert round_at(actors, site_settings, again) >= 1
    (other,) = [one for one in sent if one.to == "ruth.adeyemi@example.org"]
    assert re.findall(r"^\w\.\w\. .*", other.body or "", re.MULTILINE) == ["C.M. Family support, since February 2026"]
    second = [one for one in mails(actors, "still-true-") if one.to == "ruth.adeyemi@example.org"]
    assert len(second) == 2, "Ruth has not answered and is reminded once"
    with time_machine.travel(again, tick=False):
        for mail in second:
            stranger.get(links(mail)[0])
    round_at(actors, site_settings, over)
    (told,) = mails(actors, "unanswered-")
    assert told.to == "adam.minter@example.org"
    assert "Ruth" not in f"{told.subject} {told.body}"
    with time_machine.travel(over, tick=False):
        stranger.get(links(second[1])[0], status=404)
        actors(ADAM).sign_in_as(ADAM)
        page = actors(ADAM).get("/administration/not-confirmed").text
        assert "Ruth Adeyemi" in page
        assert "Ellie Brandon" not in page
        assert not re.search("Marsh|Carol", page)
        actors(PRIYA).sign_in_as(PRIYA)
        shown = row(page_of(actors(PRIYA).get("/people/x-leo/team")), "practitioner-p-ruth")
        assert "Not confirmed since" in text_of(shown)
    actors(ADAM).sign_in_as(ADAM)
    asks_every(actors, "")


def _names_nobody(mail: Message) -> None:
    text = f"{mail.subject} {mail.body}"
    for name in ("Leo", "Marsh", "Mia", "Dawn", "Next", "Petra"):
        assert name not in text
    lines = [line for line in (mail.body or "").split("\n") if re.match(r"[A-Z]\.[A-Z]\. ", line)]
    assert lines
    assert all(re.fullmatch(r"\w\.\w\. [\w ’-]+, since \w+ \d{4}", line) for line in lines), lines
