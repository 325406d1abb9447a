"""How decisions stand to one another, in visibility.md's words, and without telling whether one that waits counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from app.consent.page import consent_page
from app.consent.standing import differ, standings
from graph.consent import Consents, Decision

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def decision(days_ago: float, word: Any, **more: Any) -> Decision:
    said: dict[str, Any] = {
        "id": f"d{days_ago}",
        "word": word,
        "agency": None,
        "agency_name": None,
        "includes_sensitive": False,
        "recorded_at": NOW - timedelta(days=days_ago),
        "expires_at": None,
        "giver": "self",
        "given_by": None,
        "how": "spoken",
        "recorder": None,
        "by_me": False,
    }
    return Decision(**said | more)


def stand(*decisions: Decision) -> list[Any]:
    return standings(decisions, NOW)


def test_a_later_no_undoes_a_yes_and_a_later_yes_leaves_a_no_for_sensitive_services() -> None:
    no, yes = stand(decision(1, "refused"), decision(2, "given"))
    assert (no.over, yes.over) == (False, True)
    yes, no = stand(decision(1, "given"), decision(2, "refused"))
    assert (yes.over, no.over, no.replaced) == (False, False, "not_sensitive")
    yes, no = stand(decision(1, "given", includes_sensitive=True), decision(2, "refused"))
    assert no.replaced == "once_it_counts", "whether it counts already is not told"


def test_a_tie_is_a_no() -> None:
    no, yes = stand(decision(1, "withdrawn", id="b"), decision(1, "given", id="a"))
    assert (no.over, yes.over) == (False, True)


def test_a_no_for_one_agency_leaves_a_yes_for_all() -> None:
    no, yes = stand(decision(1, "refused", agency="a", agency_name="A"), decision(2, "given"))
    assert (no.over, yes.over) == (False, False)
    yes, no = stand(decision(1, "given", agency="a", agency_name="A"), decision(2, "refused"))
    assert (no.over, no.replaced, no.part) == (False, "in_part", "A")


def test_an_end_is_a_no_from_then_on() -> None:
    ended = decision(3, "given", expires_at=NOW - timedelta(days=1))
    first, second = stand(ended, decision(9, "given", agency="a"))
    assert (first.ended, second.over) == (True, True)
    later, _ = stand(decision(0.5, "given"), ended)
    assert not later.over


def test_the_persons_own_comes_first() -> None:
    parent = decision(1, "given", giver="parental_responsibility")
    assert stand(parent, decision(9, "refused"))[0].own_first == "first"
    assert stand(parent, decision(9, "given", includes_sensitive=True))[0].own_first == "once_it_counts"
    one = stand(parent, decision(9, "refused", agency="a", agency_name="A"))[0]
    assert (one.own_first, one.part) == ("in_part", "A")
    assert stand(decision(1, "refused"), parent)[0].own_first == ""


def test_who_differs() -> None:
    parent = decision(1, "given", giver="parental_responsibility", agency="a")
    assert differ(stand(parent, decision(9, "refused")))
    assert not differ(stand(parent, decision(9, "given")))
    assert not differ(stand(parent, decision(9, "refused", agency="b")))
    assert not differ(stand(decision(1, "given"), decision(9, "refused")))


def test_what_an_import_did_not_tell_is_worded() -> None:
    known = Consents(
        "x", "Nia", "Ford", "a", False, (), (decision(1, "given", giver=None, recorded_at=None, how=None),)
    )
    (line,) = consent_page(known, NOW).own
    assert line.title == "Somebody not recorded said yes"
    assert ("Recorded", "Not recorded") in line.facts
    assert ("By", "Not shown to you, or not known") in line.facts
