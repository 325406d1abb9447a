"""What there is to get at besides the imported world: made through the pages, as its rightful owners would."""

from __future__ import annotations

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


def make_prey(ground: Ground) -> None:
    """A proposal, an emergency and a request for one, items, notices, a report, an idea, role changes, an invitation."""
    ellie, adam, nora = ground(ELLIE), ground(ADAM), ground(NORA)
    ellie.post(f"/people/{NEIGHBOURS[0]}/involvements/new", own_work(), status=303)
    for person in (NEIGHBOURS[1], "x-petra"):
        _break_glass(ground, f"/people/{person}/emergency")
    ellie.post("/feedback/new", {"token": token(), "text": "A list of my visits would help"}, status=303)
    begin = {"token": token(), "reference": "SAR 17"}
    ground(AVA).post("/access/people/x-leo/subject-access", begin, status=303)
    adam.post("/administration/accounts/new", {**INVITED, "key": token()}, status=303)
    typed = {"who": "new", "agency": "a-help", "name": "Ned New", "username": "ned.new", "email": "ned@example.org"}
    adam.post("/administration/accounts/new", {**typed, "key": token(), "role": "practitioner"}, status=303)
    agency = {
        "name": "Newcomers",
        "kind": "other",
        "sector": "statutory",
        "area": "north",
        "phone": "01632 960077",
        "key": token(),
    }
    made = nora.post("/administration/agencies/new", agency, status=303).headers["Location"]
    id_ = made.partition("/agencies/")[2].partition("?")[0]
    plan = {"key": token(), "on": "1 December 2026", "agencies": id_, "agreement": "agreement"}
    nora.post("/administration/go-lives/new", plan, status=303)


def _break_glass(ground: Ground, page: str) -> None:
    [form] = [one for one in offered_forms(ground(ELLIE).get(page).data) if "proof" in one.blank]
    answer = ground(ELLIE).post(form.address or page, {**form.blank, **WHY}, status=303)
    assert answer.headers["Location"] != page
