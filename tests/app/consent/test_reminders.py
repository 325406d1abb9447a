"""Reminders before a decision ends: once, to whoever may be told of it, by a mail that holds a link alone."""

from __future__ import annotations

import time_machine

from graph.consent_reminders import remind_of_ending
from graph.moment import Moment
from graph.outbox import newest_messages
from tests.app.accounts import set_status
from tests.app.consent.acting import decided
from tests.app.consent.world import ELLIE, JAMES, MARTIN
from tests.app.proposals.acting import Actors

LINK = "https://patchwork.example.org/notices"
ALL = {"ellie.brandon", "james.whitlock", "martin.shaw", "hidden.recoveryworker", "farouk.unsigned"}


def _reminded(actors: Actors) -> int:
    return remind_of_ending(actors.database, Moment.current(), link=LINK)


def _mails(actors: Actors) -> dict[str, str]:
    mails = actors.database.read(lambda tx: newest_messages(tx, limit=50))
    return {mail.to.partition("@")[0]: f"{mail.subject}\n{mail.body}" for mail in mails}


def test_whoever_recorded_it_is_reminded_once_by_a_link_alone(actors: Actors, person: str) -> None:
    decided(actors, MARTIN, person, until="30 November 2026")
    before = _mails(actors)
    assert (_reminded(actors), _reminded(actors)) == (1, 0)
    (to,) = _mails(actors).keys() - before.keys()
    assert to == "martin.shaw"
    mail = _mails(actors)[to]
    assert LINK in mail
    assert not any(word in mail for word in ("Nia", "Ford", person, "consent", "ends"))
    notices = actors(MARTIN).get("/notices").text
    assert f"A decision about consent of Nia Ford{person[-2:]} ends soon" in notices
    assert f'href="/people/{person}/consent"' in notices
    assert "ends soon" not in actors(ELLIE).get("/notices").text
    (event,) = [one for one in actors.events() if one.kind == "remind_of_consent"]
    assert (event.account, event.people) == (None, [person])


def test_others_are_reminded_where_the_recorder_is_gone_and_nobody_of_what_they_may_not_know(
    actors: Actors, person: str
) -> None:
    decided(actors, JAMES, person, until="1 December 2026", scope="some", agencies="a-school")
    set_status(actors.database, "acc-james", status="suspended")
    before = _mails(actors)
    assert _reminded(actors) == 1
    told = _mails(actors).keys() - before.keys()
    # To Farouk the school's work is not shown; Martin had a mail before.
    assert told == {"ellie.brandon", "hidden.recoveryworker"}
    set_status(actors.database, "acc-james")


def test_what_ends_later_has_ended_or_was_replaced_is_not_reminded_of(actors: Actors, person: str) -> None:
    decided(actors, MARTIN, person, until="1 January 2027")
    decided(actors, ELLIE, person, giver="representative", until="24 November 2026")
    decided(actors, ELLIE, person, giver="representative", until="24 November 2027")
    assert _reminded(actors) == 0
    with time_machine.travel("2026-12-10T09:00:00Z"):
        assert _reminded(actors) == 1
    with time_machine.travel("2027-01-02T09:00:00Z"):
        assert _reminded(actors) == 0
