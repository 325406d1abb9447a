"""What there is to get at besides the imported world: made through the pages, as its rightful owners would."""

from __future__ import annotations

from collections.abc import Callable

from tests.app.attacks.ground import Ground
from tests.app.attacks.world import ADAM, AVA, NORA
from tests.app.emergency.acting import WHY
from tests.app.proposals.acting import own_work, token
from tests.app.proposals.world import ELLIE, NEIGHBOURS
from tests.proof.forms_of_pages import offered_forms

INVITED = {
    "who": "nobody",
    "agency": "a-help",
    "username": "pia.post",
    "email": "pia@example.org",
    "role": "administrator",
}
_NED = {"who": "new", "name": "Ned New", "username": "ned.new", "email": "ned@example.org", "role": "practitioner"}
_YES = {"word": "given", "giver": "self", "scope": "all", "another": "", "way": "spoken"}
_NEWCOMERS = {"name": "Newcomers", "kind": "other", "sector": "statutory", "area": "north", "phone": "01632 960077"}


def make_prey(ground: Ground, begin: Callable[[str], None] = lambda act: None) -> None:
    """Proposals, decisions, emergency access, items, notices, a report, an idea, role changes, an invitation.

    `begin` is told of each before it is made.
    """
    for act in (_add_oneself, _decide, _break_glass, _ask_to_break_glass, _idea, _report, _raised, _invited, _go_live):
        begin(act.__name__)
        act(ground)


def _add_oneself(ground: Ground) -> None:
    ground(ELLIE).post(f"/people/{NEIGHBOURS[0]}/involvements/new", own_work(), status=303)


def _decide(ground: Ground) -> None:
    for sensitive in ({}, {"includes_sensitive": "y"}):
        page, typed = "/people/x-leo/consent/new", {**_YES, **sensitive}
        [form] = offered_forms(ground(ELLIE).get(page).data)
        [checked] = offered_forms(ground(ELLIE).post(page, {**form.blank, **typed}).data)
        ground(ELLIE).post(page, {**checked.blank, "step": "save"}, status=303)


def _break_glass(ground: Ground, person: str = NEIGHBOURS[1]) -> None:
    page = f"/people/{person}/emergency"
    [form] = [one for one in offered_forms(ground(ELLIE).get(page).data) if "proof" in one.blank]
    answer = ground(ELLIE).post(form.address or page, {**form.blank, **WHY}, status=303)
    assert answer.headers["Location"] != page


def _ask_to_break_glass(ground: Ground) -> None:
    _break_glass(ground, "x-petra")


def _idea(ground: Ground) -> None:
    ground(ELLIE).post("/feedback/new", {"token": token(), "text": "A list of my visits would help"}, status=303)


def _report(ground: Ground) -> None:
    begun = {"token": token(), "reference": "SAR 17"}
    ground(AVA).post("/access/people/x-leo/subject-access", begun, status=303)


def _raised(ground: Ground) -> None:
    ground(ADAM).post("/administration/accounts/new", {**INVITED, "key": token()}, status=303)


def _invited(ground: Ground) -> None:
    ground(ADAM).post("/administration/accounts/new", {**_NED, "agency": "a-help", "key": token()}, status=303)


def _go_live(ground: Ground) -> None:
    made = ground(NORA).post("/administration/agencies/new", {**_NEWCOMERS, "key": token()}, status=303)
    agency = made.headers["Location"].partition("/agencies/")[2].partition("?")[0]
    plan = {"key": token(), "on": "1 December 2026", "agencies": agency, "agreement": "agreement"}
    ground(NORA).post("/administration/go-lives/new", plan, status=303)
