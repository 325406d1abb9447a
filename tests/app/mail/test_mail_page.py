"""The page with the mails: in a demonstration, for administrators; elsewhere there is none."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.application import create_app
from config.settings import DemonstrationSettings, Settings
from graph.driver import Database
from graph.moment import Moment
from graph.outbox import Mail, queue_mail
from tests.app.accounts import make_account
from tests.app.page_client import PageClient


def a_client(database: Database, settings: Settings, role: str) -> PageClient:
    mail = Mail(uuid4().hex, "ellie@example.org", "<b>Subject", "Hello\n\nhttps://p.example.org/invitation/x <i>\n")
    database.write(lambda tx: queue_mail(tx, mail, Moment.current()))
    make_account(database, "somebody", role=role)
    client = PageClient(create_app(database, settings), database)
    client.sign_in_as("somebody")
    return client


def test_a_demonstration_shows_what_would_have_been_sent(database: Database, settings: Settings) -> None:
    client = a_client(database, DemonstrationSettings(data_dir=settings.data_dir), "administrator")
    page = client.get("/mail").text
    assert "&lt;b&gt;Subject" in page
    assert '<a href="https://p.example.org/invitation/x"' in page
    assert "Waits to be sent" in page
    assert 'href="/mail"' in client.get("/my-account").text


@pytest.mark.parametrize("role", ["practitioner", "coordinator", "auditor"])
def test_nobody_else_is_shown_it(database: Database, settings: Settings, role: str) -> None:
    a_client(database, DemonstrationSettings(data_dir=settings.data_dir), role).get("/mail", status=404)


def test_in_production_there_is_no_such_page(database: Database, settings: Settings) -> None:
    client = a_client(database, settings, "administrator")
    client.get("/mail", status=404)
    assert "mail.mail" not in client._app.view_functions  # type: ignore[attr-defined]
    assert 'href="/mail"' not in client.get("/my-account").text
