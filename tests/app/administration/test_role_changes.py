"""Raising a role waits for a second administrator of the scope: another account, of another human, still in office."""

from __future__ import annotations

from datetime import timedelta
from re import findall

import time_machine

from graph.driver import Database
from graph.moment import Moment
from graph.outbox import newest_messages
from graph.sessions import find_credentials
from tests.app.administration.browsing import Administrator
from tests.app.administration.conftest import As, Events
from tests.app.administration.world import ABBY, ADAM, FAY, NICK, NORA
from tests.app.team.marsh_family import NOW

NEW = {"username": "pia.post", "email": "pia@example.org", "role": "administrator", "who": "nobody"}


def _role(database: Database, username: str) -> str | None:
    found = database.read(lambda tx: find_credentials(tx, username_key=username, moment=Moment.current()))
    return found.role if found else None


def _waiting(somebody: Administrator) -> list[str]:
    return findall(r"/role-changes/(\w+)/close", somebody.get("").text)


def test_raising_waits_for_somebody_else_and_then_takes_effect(as_: As, administered: Database, events: Events) -> None:
    adam, abby = as_(ADAM), as_(ABBY)
    adam.send("/accounts/ola-berg", "/role", role="coordinator")
    assert _role(administered, "ola.berg") == "practitioner"
    adam.send_again()
    [change] = _waiting(abby)
    assert "from practitioner to coordinator" in abby.get("").text
    assert "/accept" not in adam.get("").text
    adam.post(f"/role-changes/{change}/accept", 422)
    as_(FAY).post(f"/role-changes/{change}/accept", 404)
    assert _role(administered, "ola.berg") == "practitioner"
    abby.send("", "/accept")
    assert _role(administered, "ola.berg") == "coordinator"
    abby.send_again(status=404)
    assert [event.kind for event in events()] == ["accept_role", "propose_role"]
    assert events()[0].objects == [f"role_change:{change}", "account:ola-berg", "account:adam-one"]


def test_whom_it_is_about_does_not_accept_it(as_: As, administered: Database) -> None:
    """Adam asks for areas for Abby: nobody without these areas may, and Abby least of all."""
    nora = as_(NORA)
    nora.send("/accounts/abby-two", "/role", role="administrator", areas="north")
    [change] = _waiting(nora)
    for somebody in (ABBY, ADAM):
        as_(somebody).post(f"/role-changes/{change}/accept", 422)
    as_(NICK).send("", "/accept")
    assert "North" in nora.get("/accounts/abby-two").text


def test_another_account_of_the_same_human_is_no_second_administrator(as_: As, administered: Database) -> None:
    """Tom is made an administrator of the school by Nora and Nick; as Tom acts for himself no more than anybody."""
    nora, nick = as_(NORA), as_(NICK)
    nora.send("/accounts/tom-ash", "/role", role="administrator")
    nick.send("", "/accept")
    tom = as_("tom.ash")
    nora.post("/practitioners/tom/join", 303, agency="help", from_="today")
    nora.send(
        "/accounts/new?practitioner=tom", agency="help", username="tom.help", email="t@example.org", role="coordinator"
    )
    [change] = _waiting(nora)
    assert "tom.help" in nora.get("").text
    tom.post(f"/role-changes/{change}/accept", 404)
    nick.send("", "/accept")
    assert _role(administered, "tom.help") == "coordinator"


def test_a_new_account_with_a_raised_role_is_nothing_until_accepted(as_: As, administered: Database) -> None:
    adam, abby = as_(ADAM), as_(ABBY)
    adam.send("/accounts/new", **NEW)
    assert _role(administered, "pia.post") is None
    assert administered.read(lambda tx: newest_messages(tx, limit=9)) == []
    assert "the invitation goes to pia@example.org" in abby.get("").text
    assert "This username is taken" in abby.send("/accounts/new", status=422, **NEW).text
    abby.send("", "/accept")
    assert _role(administered, "pia.post") == "administrator"
    assert [mail.to for mail in administered.read(lambda tx: newest_messages(tx, limit=9))] == ["pia@example.org"]


def test_it_is_declined_or_withdrawn_and_the_same_form_brings_nothing_back(as_: As, administered: Database) -> None:
    adam, abby = as_(ADAM), as_(ABBY)
    for closing in (abby, adam):
        adam.send("/accounts/ola-berg", "/role", role="administrator")
        again = adam.sent
        assert _waiting(adam) == _waiting(abby)
        closing.send("", "/close")
        adam.sent = again
        adam.send_again()
        assert _waiting(abby) == []
    assert _role(administered, "ola.berg") == "practitioner"


def test_it_lapses_after_seven_days(as_: As, administered: Database) -> None:
    as_(ADAM).send("/accounts/ola-berg", "/role", role="coordinator")
    [change] = _waiting(as_(ABBY))
    with time_machine.travel(NOW + timedelta(days=7, hours=1)):
        abby = as_(ABBY)
        assert _waiting(abby) == []
        abby.post(f"/role-changes/{change}/accept", 404)


def test_what_changed_in_between_stops_it(as_: As, administered: Database) -> None:
    """The account suspended, then lowered; whoever asked suspended: none of them takes effect any more."""
    nora, nick, abby = as_(NORA), as_(NICK), as_(ABBY)
    nora.send("/accounts/ola-berg", "/role", role="coordinator")
    nick.send("/accounts/ola-berg", "/suspend")
    assert "has changed since" in nick.send("", "/accept", status=422).text
    nick.send("/accounts/nora-north", "/suspend", although_last="y")
    nick.send("/accounts/ola-berg", "/reactivate")
    assert "no longer an administrator" in abby.send("", "/accept", status=422).text
    assert _role(administered, "ola.berg") == "practitioner"


def test_lowering_is_at_once(as_: As, administered: Database, events: Events) -> None:
    as_(NORA).send("/accounts/cora-north", "/role", role="coordinator", areas=None)
    assert events()[0].purpose == "coordinator north > coordinator"
    as_(ADAM).send("/accounts/abby-two", "/role", role="coordinator")
    assert _role(administered, ABBY) == "coordinator"


def test_an_administrator_becomes_a_coordinator_of_areas_by_two(as_: As, administered: Database) -> None:
    """An administrator sees no family, a coordinator those of the areas: nobody gives that alone."""
    nora = as_(NORA)
    nora.send("/accounts/abby-two", "/role", role="administrator", areas="north")
    as_(NICK).send("", "/accept")
    nora.send("/accounts/abby-two", "/role", role="coordinator", areas="north")
    assert _role(administered, ABBY) == "administrator"
    as_(NICK).send("", "/accept")
    assert _role(administered, ABBY) == "coordinator"


def test_the_account_of_somebody_who_works_elsewhere_too_is_made_by_two(as_: As, administered: Database) -> None:
    """Whoever opens the mailbox signs in as Tom, and sees Tom's own work for the school by name."""
    adam, abby = as_(ADAM), as_(ABBY)
    as_(NORA).post("/practitioners/tom/join", 303, agency="help", from_="today")
    typed = {"username": "tom.help", "email": "adams.own@example.org", "role": "practitioner"}
    adam.send("/accounts/new?practitioner=tom", **typed)
    assert _role(administered, "tom.help") is None
    assert administered.read(lambda tx: newest_messages(tx, limit=9)) == []
    assert "/accept" not in adam.get("").text
    assert "the invitation goes to adams.own@example.org" in abby.get("").text
    abby.send("", "/close")
    adam.send("/accounts/new?practitioner=tom", **{**typed, "email": "tom@example.org"})
    abby.send("", "/accept")
    assert _role(administered, "tom.help") == "practitioner"
    [account] = findall(r"/administration/accounts/(\w{32})", adam.get("/accounts").text)
    adam.post(f"/accounts/{account}/invitation", 422, email="adams.own@example.org")
    assert {mail.to for mail in administered.read(lambda tx: newest_messages(tx, limit=9))} == {"tom@example.org"}


def test_no_more_is_given_than_one_has(as_: As, administered: Database, events: Events) -> None:
    """Areas not one's own, an auditor without areas, a practitioner without somebody: refused, whatever is sent."""
    adam, nora = as_(ADAM), as_(NORA)
    assert "sees beyond your agency" in adam.send("/accounts/ola-berg", "/role", status=422, role="auditor").text
    adam.send("/accounts/ola-berg", "/role", status=303, role="coordinator", areas="north")
    assert "for North" not in adam.get("").text
    adam.send("", "/close")
    nora.send("/accounts/ola-berg", "/role", status=422, role="coordinator", areas="south")
    nora.send("/accounts/ola-berg", "/role", status=422, role="root")
    nora.send("/accounts/abby-two", "/role", status=422, role="practitioner", although_last="y")
    assert [event.kind for event in events()] == ["close_role", "propose_role"]


def test_what_no_form_has_is_not_taken(as_: As, administered: Database) -> None:
    """Privilege by mass assignment: more fields than the form has."""
    adam = as_(ADAM)
    typed = {"who": "new", "name": "Pia", "username": "pia.post", "email": "pia@example.org", "role": "practitioner"}
    action, data = adam.fill_in("/accounts/new", areas="north", **typed)
    more = {"status": "active", "password_hash": "x", "agency_id": "far", "id": "una-far", "proposed_by": "abby-two"}
    adam.client.post(action, {**data, **more}, status=303)
    adam.send("/accounts/new", status=422, **{**NEW, "username": "pia.two", "agency": "far"})
    adam.send("/accounts/new", status=404, **{**NEW, "username": "pia.two", "practitioner": "una"})
    found = administered.read(lambda tx: find_credentials(tx, username_key="pia.post", moment=Moment.current()))
    assert found is not None
    assert (found.role, found.agency, found.password_hash, found.active) == ("practitioner", "help", None, False)
