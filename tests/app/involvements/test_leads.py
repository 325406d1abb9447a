"""The lead: one at most, always; taking over waits; the answer is the same whether somebody unseen leads or nobody."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import time_machine

from graph.audit import AuditEvent
from graph.driver import Database, Transaction
from graph.leads import ask_to_lead, pass_leads_on
from graph.moment import Moment
from graph.proposals import own_id
from graph.relations import hold_people
from graph.team import read_team
from tests.app.involvements.acting import ask, change_form, end_form, leads, take
from tests.app.involvements.world import LED_BY_NOBODY, LED_BY_PRIYA, LED_UNSEEN
from tests.app.proposals.acting import Actors, token
from tests.app.proposals.world import ELLIE, PRIYA, RUTH

WHEN_PASSED = "2026-11-26T00:00:01Z"
"""Asked on a Monday morning: Tuesday and Wednesday have passed."""
JUST_BEFORE = "2026-11-25T23:59:59Z"


def test_the_present_lead_agrees(actors: Actors) -> None:
    assert "You do from 26 November 2026" in ask(actors, ELLIE, f"e-{LED_BY_PRIYA}")
    assert leads(actors, "acc-ellie", LED_BY_PRIYA) == ["lead-seen"]
    assert "Somebody who works with Cora Led asks to lead" in actors(PRIYA).get("/notices").text
    page = actors(PRIYA).get("/involvements/lead-seen").text
    answered = re.search(r'name="answered" value="(\w+)"', page)
    assert answered is not None
    assert "Ellie Brandon, Northwick Early Help, asks to lead" in page
    for who, where in ((ELLIE, f"e-{LED_BY_PRIYA}"), (PRIYA, "i-priya-leo"), (RUTH, "r-x-client-1")):
        actors(who).post(f"/involvements/{where}/lead/agree", {"answered": answered[1]}, status=404)
    for _ in range(2):
        actors(PRIYA).post("/involvements/lead-seen/lead/agree", {"answered": answered[1]}, status=303)
    assert leads(actors, "acc-ellie", LED_BY_PRIYA) == [f"e-{LED_BY_PRIYA}"]
    assert "You lead for Cora Led now" in actors(ELLIE).get("/notices").text
    assert actors.kinds().count("agree_to_lead") == 1


def test_who_leads_unseen_changes_nothing_for_whoever_asks(actors: Actors) -> None:
    pages = []
    for person in (LED_UNSEEN, LED_BY_NOBODY):
        page = ask(actors, ELLIE, f"e-{person}")
        page = page.replace(person, "PERSON").replace("Unseen", "NAME").replace("Unled", "NAME")
        pages.append(re.sub(r'value="[.\w-]{20,}"', "", page))
    assert pages[0] == pages[1]
    assert not [one for one in actors.events() if one.account == "acc-ray" and one.kind == "lead_asked"]
    # The unseen lead is neither told nor asked: agreeing early would tell that there is one.
    actors("ray.recovery").get("/notices")
    assert "asks to lead" not in actors("ray.recovery").get("/involvements/lead-unseen").text
    with time_machine.travel(JUST_BEFORE, tick=False):
        assert pass_leads_on(actors.database, Moment.current()) == 0
    with time_machine.travel(WHEN_PASSED, tick=False):
        assert pass_leads_on(actors.database, Moment.current()) == 2
        assert pass_leads_on(actors.database, Moment.current()) == 0
        for person in (LED_UNSEEN, LED_BY_NOBODY):
            assert leads(actors, "acc-ellie", person) == [f"e-{person}"]
        assert leads(actors, "acc-ray", LED_UNSEEN) in ([], [f"e-{LED_UNSEEN}"])
    assert actors.kinds().count("lead_taken") == 2


def test_a_request_lapses_with_the_work_and_can_be_taken_back(actors: Actors, client: str) -> None:
    one = f"e-{client}"
    ask(actors, ELLIE, one)
    actors(ELLIE).post(f"/involvements/{one}/lead/withdraw", {}, status=303)
    with time_machine.travel(WHEN_PASSED, tick=False):
        assert pass_leads_on(actors.database, Moment.current()) == 0
    ask(actors, ELLIE, one)
    actors(RUTH).post(f"/involvements/{one}/end", end_form(actors, RUTH, one, "today"), status=303)
    with time_machine.travel(WHEN_PASSED, tick=False):
        assert pass_leads_on(actors.database, Moment.current()) == 0
    assert leads(actors, "acc-ruth", client) == []


def test_what_is_taken_up_again_does_not_lead(actors: Actors, client: str) -> None:
    one, other = f"e-{client}", f"r-{client}"
    take(actors, ELLIE, one)
    actors(ELLIE).post(f"/involvements/{one}/end", end_form(actors, ELLIE, one, "today"), status=303)
    take(actors, RUTH, other)
    actors(RUTH).post(f"/involvements/{one}", change_form(actors, RUTH, one, over_from=""), status=303)
    assert leads(actors, "acc-ruth", client) == [other]


def test_a_colleague_may_not_ask_for_another(actors: Actors, client: str) -> None:
    actors(RUTH).post(f"/involvements/e-{client}/lead", {"token": token()}, status=404)


def test_with_eight_at_once_there_is_never_more_than_one(actors: Actors, client: str) -> None:
    asking = [("acc-ellie", f"e-{client}"), ("acc-ruth", f"r-{client}"), ("acc-priya", f"p-{client}")]
    later = Moment(Moment.current().now + timedelta(days=5), Moment.current().today)
    seen: list[int] = []

    def turn(number: int) -> None:
        account, involvement = asking[number % 3]
        for at in range(4):
            _ask_as(actors.database, account, involvement, f"{number}-{at}")
            pass_leads_on(actors.database, later)
            seen.append(actors.database.write(lambda tx: len(_leads_held_still(tx, client))))

    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(turn, number) for number in range(8)]:
            done.result()
    assert set(seen) <= {0, 1}
    assert len(leads(actors, "acc-ruth", client)) == 1


def _leads_held_still(tx: Transaction, person: str) -> list[str]:
    """The involvements that lead, read while nobody changes them: a read beside a change may see half of it."""
    hold_people(tx, [person])
    team = read_team(tx, account="acc-ruth", person=person, moment=Moment.current())
    return [one.id for one in team.involvements if one.lead and one.person == person] if team else []


def _ask_as(database: Database, account: str, involvement: str, form: str) -> None:
    event: dict[str, Any] = {"kind": "ask_to_lead", "at": Moment.current().now, "account": account}
    event["id"] = own_id(account, involvement, form)
    database.write(
        lambda tx: ask_to_lead(
            tx, event=AuditEvent(**event), involvement=involvement, token=form, moment=Moment.current()
        )
    )
