"""Filling in the forms of a page as a browser without JavaScript would."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from graph.driver import Database
from tests.app.page_client import PageClient

Data = dict[str, Any]


@dataclass(slots=True)
class Form:
    """A form of a page: where it goes, and what a browser would send as it stands."""

    action: str
    data: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.forms.append(Form(given.get("action") or ""))
        if not self.forms:
            return
        name = given.get("name") or ""
        if tag == "select":
            self._select = name
        if tag == "option" and ("selected" in given or self._select not in self.forms[-1].data):
            self.forms[-1].data[self._select] = [given.get("value") or ""]
        if tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.forms[-1].data.setdefault(name, []).append(given.get("value") or "")


def forms_of(html: str) -> list[Form]:
    """Every form of a page."""
    parser = _Forms()
    parser.feed(html)
    return parser.forms


class Administrator:
    """Somebody's browser."""

    def __init__(self, app: Flask, database: Database, username: str) -> None:
        self.client = PageClient(app, database)
        self.client.sign_in_as(username)
        self.sent: tuple[str, Data] = ("", {})

    def get(self, address: str, status: int = 200) -> TestResponse:
        """Open a page."""
        return self.client.get(f"/administration{address}", status=status)

    def fill_in(self, page: str, action: str = "", **typed: Any) -> tuple[str, Data]:
        """What a form of a page sends, with what is typed into it; `action` ends its address."""
        html = self.get(page).text
        wanted = [form for form in forms_of(html) if form.action.endswith(action) and "sign-out" not in form.action]
        form = next(form for form in wanted if action or not form.action)
        data: Data = {**form.data, **typed}
        return form.action or f"/administration{page}", {k: v for k, v in data.items() if v is not None}

    def send(self, page: str, action: str = "", status: int = 303, **typed: Any) -> TestResponse:
        """Fill in a form of a page and send it."""
        self.sent = self.fill_in(page, action, **typed)
        return self.client.post(self.sent[0], self.sent[1], status=status)

    def send_again(self, status: int = 303) -> TestResponse:
        """Send the last form once more."""
        return self.client.post(self.sent[0], self.sent[1], status=status)

    def post(self, address: str, answer: int, /, **data: Any) -> TestResponse:
        """Send what no page offers."""
        return self.client.post(f"/administration{address}", data, status=answer)
