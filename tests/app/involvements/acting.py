"""What tests of involvements do again and again: fill in the forms, and read what is stored."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

from graph.leads import pass_leads_on
from graph.moment import Moment
from graph.team import read_team
from graph.team_rows import TeamInvolvement
from tests.app.proposals.acting import Actors, token


def change_form(actors: Actors, username: str, involvement: str, **changed: str) -> dict[str, Any]:
    """The form for a change as the page offers it, with what is typed over it."""
    page = actors(username).get(f"/involvements/{involvement}").text.partition('id="change"')[2].partition("</form>")[0]
    inputs = re.findall(r"<input[^>]*>", page)
    named = {_part(one, "name"): unescape(_part(one, "value")) for one in inputs if "checkbox" not in one}
    chosen = dict(re.findall(r'<select[^>]* name="(\w+)".*?<option value="([^"]*)" selected', page, re.DOTALL))
    named.pop("csrf_token")
    return {**named, **chosen, "token": token(), **changed}


def end_form(actors: Actors, username: str, involvement: str, day: str) -> dict[str, Any]:
    """The form for an end."""
    page = actors(username).get(f"/involvements/{involvement}").text
    return {"token": token(), "version": re.search(r'name="version" value="(\w+)"', page)[1], "ended_on": day}  # type: ignore[index]


def seen(actors: Actors, account: str, person: str, involvement: str) -> TeamInvolvement | None:
    """An involvement as an account sees it in the team now."""
    now = Moment.current()
    team = actors.database.read(lambda tx: read_team(tx, account=account, person=person, moment=now))
    return next((one for one in team.involvements if one.id == involvement), None) if team else None


def leads(actors: Actors, account: str, person: str) -> list[str]:
    """The involvements that lead for a person now, as an account sees them."""
    now = Moment.current()
    team = actors.database.read(lambda tx: read_team(tx, account=account, person=person, moment=now))
    return [one.id for one in team.involvements if one.lead and one.current and one.person == person] if team else []


def ask(actors: Actors, username: str, involvement: str) -> str:
    """Ask to lead, twice by the same form; the page that says so."""
    form = {"token": token()}
    for _ in range(2):
        actors(username).post(f"/involvements/{involvement}/lead", form, status=303)
    return actors(username).get(f"/involvements/{involvement}").text


def take(actors: Actors, username: str, involvement: str) -> None:
    """Ask to lead, and let the time pass at once."""
    ask(actors, username, involvement)
    now = Moment.current()
    assert pass_leads_on(actors.database, Moment(now.now + timedelta(days=5), now.today)) == 1


def _part(tag: str, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', tag)
    return found[1] if found else ""
