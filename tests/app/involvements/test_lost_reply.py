"""Each form whose reply is lost after the change has landed: sent again, it is one change, and the answer is a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from flask import Flask

from app.application import create_app
from config.settings import Settings
from graph.driver import Database, GraphUnavailable, Transaction
from graph.embedded.supervisor import ServerAddress
from tests.app.involvements.acting import change_form, end_form
from tests.app.page_client import PageClient
from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import ELLIE

Result = TypeVar("Result")


class Losing(Database):
    """A database whose last reply to a request is lost once the change has landed."""

    lose_after = 0

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """What `work` answers, unless it is this write whose reply is lost."""
        result = super().write(work)
        self.lose_after -= 1
        if self.lose_after == 0:
            raise GraphUnavailable("The reply is lost.")
        return result


@pytest.fixture
def losing(server: ServerAddress) -> Iterator[Losing]:
    """The same graph, with replies that can be lost."""
    database = Losing.at(server.uri, server.username, server.password)
    yield database
    database.close()


def _change(actors: Actors, one: str) -> tuple[str, dict[str, Any]]:
    return f"/involvements/{one}", change_form(actors, ELLIE, one, role="Visits")


def _end(actors: Actors, one: str) -> tuple[str, dict[str, Any]]:
    return f"/involvements/{one}/end", end_form(actors, ELLIE, one, "today")


def _hand_over(_actors: Actors, one: str) -> tuple[str, dict[str, Any]]:
    return f"/involvements/{one}/hand-over", {"token": token(), "receiver": "p-ruth"}


def _lead(_actors: Actors, one: str) -> tuple[str, dict[str, Any]]:
    return f"/involvements/{one}/lead", {"token": token()}


def _leave(_actors: Actors, one: str) -> tuple[str, dict[str, Any]]:
    return "/my-involvements/leaving", {"token": token(), f"what-{one}": "end", f"on-{one}": "today"}


@pytest.mark.parametrize(
    ("form_of", "writes", "kind"),
    [
        (_change, 3, "change_involvement"),
        (_end, 3, "end_involvement"),
        (_hand_over, 3, "hand_over"),
        (_lead, 2, "ask_to_lead"),
        (_leave, 3, "leave"),
    ],
)
def test_it_is_one_change(
    actors: Actors,
    client: str,
    losing: Losing,
    settings: Settings,
    form_of: Callable[[Actors, str], tuple[str, dict[str, Any]]],
    writes: int,
    kind: str,
) -> None:
    where, form = form_of(actors, f"e-{client}")
    app: Flask = create_app(losing, settings)
    browser = PageClient(app, losing)
    browser.sign_in_as(ELLIE)
    before = actors.kinds().count(kind)
    losing.lose_after = writes
    assert "cannot be reached right now" in browser.post(where, form, status=503).text
    assert actors.kinds().count(kind) == before + 1, "it has landed"
    browser.post(where, form, status=303)
    assert actors.kinds().count(kind) == before + 1
