"""What an auditor's tests type, and how they read a page."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph.driver import Transaction
from tests.app.page_client import PageClient

NOTE = "Complaint IG-204, who saw the record"


def state_second_purpose(auditor: PageClient, person: str = "x-leo") -> None:
    """Say why the sensitive services of a person's family are needed."""
    auditor.post(f"/access/people/{person}/sensitive", {"code": "check", "note": NOTE}, status=303)


def text_of(html: str) -> str:
    """The words of a page's main part."""
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", f"<main{main}").split())


def select_rows(html: str, prefix: str) -> list[str]:
    """The ids of the table's rows that begin so, without it."""
    return re.findall(rf'<tr id="{prefix}([^"]+)"', html)


def statements_of(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that fills with the name of each statement sent from now on."""
    statements: list[str] = []
    real = Transaction.stream

    def counted(self: Transaction, query: Any, **parameters: Any) -> Any:
        statements.append(query.name)
        return real(self, query, **parameters)

    monkeypatch.setattr(Transaction, "stream", counted)
    return statements
