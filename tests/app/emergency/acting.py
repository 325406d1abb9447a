"""What tests of emergency access do through the pages, and what they read from the graph."""

from __future__ import annotations

import html
import re

from werkzeug.test import TestResponse

from app.wording import long_day
from graph.audit import AuditEvent, tail
from graph.driver import Database
from tests.app.emergency.world import BORN, NHS
from tests.app.page_client import PageClient

WHY = {"justification": "harm", "note": "Police at the door, child alone"}
PURPOSE = {"code": "check", "note": "The weekly review of the queue"}


def state(client: PageClient) -> None:
    """State the justification."""
    assert client.post("/emergency", WHY, status=303).headers["Location"] == "/emergency/search"


def search(client: PageClient, status: int = 200, **typed: str) -> TestResponse:
    """Send the emergency search's form."""
    return client.post("/emergency/search", typed, status=status)


def names(answer: TestResponse) -> list[str]:
    """The people of an answer, in order."""
    return [html.unescape(name) for name in re.findall(r'found__name">\s*<(?:strong|a[^>]*)>([^<]*)<', answer.text)]


def proofs(answer: TestResponse) -> list[str]:
    """The proofs in an answer's forms."""
    return re.findall(r'name="proof" value="([^"]+)"', answer.text)


def find_hidden(client: PageClient, person: str) -> str:
    """Find somebody who is not shielded; answers the proof."""
    state(client)
    (proof,) = proofs(search(client, name="Irena Wolska", born=long_day(BORN[person])))
    return proof


def break_hidden(client: PageClient, person: str) -> None:
    """Find and break the glass for somebody who is not shielded."""
    answer = client.post("/emergency/break", {"proof": find_hidden(client, person)}, status=303)
    assert answer.headers["Location"] == f"/people/{person}/team"


def ask_for_shielded(client: PageClient, person: str) -> str:
    """Find somebody shielded and ask for emergency access; answers the request's id."""
    state(client)
    (proof,) = proofs(search(client, reference=NHS[person], born=long_day(BORN[person])))
    address = client.post("/emergency/break", {"proof": proof}, status=303).headers["Location"]
    assert address.startswith("/emergency/requests/")
    return address.rpartition("/")[2]


def code_on(client: PageClient, request: str) -> str:
    """The code that the asker reads out."""
    page = client.get(f"/emergency/requests/{request}").text
    found = re.search(r"<strong>([2-9A-Z]{4}-[2-9A-Z]{4})</strong>", page)
    assert found, page
    return found[1]


def officer(client: PageClient) -> PageClient:
    """State an officer's purpose."""
    client.post("/access/purpose", PURPOSE, status=303)
    return client


def item_for(client: PageClient, name: str, state: str = "open") -> list[str]:
    """The addresses of the items of the queue whose link names this."""
    page = client.get(f"/privacy-queue?state={state}").text
    links = re.findall(r'<a class="govuk-link" href="(/privacy-queue/[^"?]+)">([^<]+)', page)
    return [address for address, text in links if name in html.unescape(text)]


def events(database: Database, kind: str, subject: str | None = None) -> list[AuditEvent]:
    """The events of one kind, newest first."""
    found = database.read(lambda tx: tail(tx, 2000))
    return [event for event in found if event.kind == kind and subject in (None, event.subject)]


def comparable(answer: TestResponse) -> bytes:
    """An answer's bytes without the tokens of its forms."""
    return re.sub(rb'name="csrf_token" value="[^"]*"', b"", answer.data)
