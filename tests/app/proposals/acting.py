"""What tests of confirmations do again and again: look around as an account, and send its forms."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from flask import Flask

from graph.audit import AuditEvent, tail
from graph.driver import Database
from graph.moment import Moment
from graph.proposals import waiting_for
from graph.relations import relation
from tests.app.page_client import PageClient

PURPOSE = {"code": "check", "note": "Ticket 4711, a planned check"}


class Actors:
    """Browsers by username, each signed in once; an auditor's has stated a purpose."""

    def __init__(self, app: Flask, database: Database) -> None:
        self._app = app
        self.database = database
        self._browsers: dict[str, PageClient] = {}

    def __call__(self, username: str) -> PageClient:
        """The browser of an account."""
        if username not in self._browsers:
            client = PageClient(self._app, self.database)
            client.sign_in_as(username)
            if "audit" in username:
                client.post("/access/purpose", PURPOSE, status=303)
            self._browsers[username] = client
        return self._browsers[username]

    def waiting(self, account: str) -> list[str]:
        """The ids of the proposals that wait for an account."""
        now = Moment.current()
        return [one.id for one in self.database.read(lambda tx: waiting_for(tx, account=account, moment=now))]

    def answer(self, username: str, proposal: str, verdict: str, *, status: int = 200) -> str:
        """Answer a proposal; the main heading of the page."""
        page = self(username).post(f"/proposals/{proposal}", {"verdict": verdict}, status=status).text
        heading = re.search(r"<h1[^>]*>([^<]*)</h1>", page)
        return heading[1] if heading else ""

    def identity(self, account: str, person: str) -> str:
        """How much of a person an account may see now."""
        now = Moment.current()
        found = self.database.read(lambda tx: relation(tx, account=account, person=person, moment=now))
        return found.identity if found else "absent"

    def events(self) -> list[AuditEvent]:
        """The audit events of a module's tests; the clock stands still, so their order says nothing."""
        return self.database.read(lambda tx: tail(tx, 5000))

    def kinds(self) -> list[str]:
        """Their kinds."""
        return [event.kind for event in self.events()]


def token() -> str:
    """A form's own random token."""
    return uuid4().hex


def own_work(**changed: Any) -> dict[str, Any]:
    """The form for an own involvement, filled in."""
    form = {"token": token(), "type": "befriending", "basis": "public_task", "reason": "Referred to me by the school"}
    return form | changed
