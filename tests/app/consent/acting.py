"""What tests of consent do again and again: decide on the pages, and ask the fragment who sees what."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from graph.access import decide
from graph.driver import Database
from graph.moment import Moment
from graph.proposals import waiting_for
from graph.query_loader import Header, Nothing, Query
from tests.app.proposals.acting import Actors, token

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def filled(**typed: Any) -> dict[str, Any]:
    """The form, filled in for a yes of the person to every agency, spoken."""
    form = {"token": token(), "word": "given", "giver": "self", "scope": "all", "another": "", "way": "spoken"}
    return form | typed


def check(actors: Actors, username: str, person: str, form: dict[str, Any], status: int = 200) -> str:
    """The page that shows a decision with its effect, before it is saved; sent as from a form that was just opened."""
    page = actors(username).get(f"/people/{person}/consent/new").text
    version = dict(_HIDDEN.findall(page))["version"]
    return actors(username).post(f"/people/{person}/consent/new", {"version": version} | form, status=status).text


def carried(page: str) -> dict[str, Any]:
    """The hidden fields of a page that is to be saved; a name that stands twice as a list."""
    fields: dict[str, Any] = {}
    for name, value in _HIDDEN.findall(page):
        if name != "csrf_token":
            fields[name] = [*fields[name], value] if name in fields else [value]
    return fields


def save(actors: Actors, username: str, person: str, fields: dict[str, Any], status: int = 303) -> str:
    """Save what was checked."""
    form = {**fields, "step": "save"}
    return actors(username).post(f"/people/{person}/consent/new", form, status=status).text


def decided(actors: Actors, username: str, person: str, **typed: Any) -> None:
    """Check and save a decision."""
    save(actors, username, person, carried(check(actors, username, person, filled(**typed))))


def page_of(actors: Actors, username: str, person: str) -> str:
    """The page of decisions."""
    return actors(username).get(f"/people/{person}/consent").text


def levels(actors: Actors, account: str, person: str) -> dict[str, str]:
    """How much an account sees now of each involvement with a person, by who holds it."""
    who = ("ellie", "james", "martin", "ray", "farouk")
    ids = {f"i-{one}-{person}": one for one in who}
    now = Moment.current()
    rows = actors.database.read(lambda tx: decide(tx, account=account, involvements=[*ids], moment=now))
    return {ids[row.involvement]: row.level for row in rows if row.involvement in ids}


def asked(actors: Actors, person: str, account: str = "acc-ray") -> list[str]:
    """The decisions about a person's consent that wait for an account."""
    now = Moment.current()
    waiting = actors.database.read(lambda tx: waiting_for(tx, account=account, moment=now))
    return [one.id for one in waiting if one.person == person]


def set_work(database: Database, person: str, involvement: str, *, type_: str) -> None:
    """Mark some work as sensitive and give it a type."""
    text = (Path(__file__).parent / "set_work.cypher").read_text()
    given = {"person": person, "involvement": involvement, "sensitive": True, "type": type_}
    header = Header("set_work", "write", "none: tests", dict.fromkeys(given, "string"), {}, "", one_row=True, order=())
    query = Query("set_work", header, text, Nothing)
    database.write(lambda tx: tx.run(query, **given))
