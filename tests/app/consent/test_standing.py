"""How decisions stand to one another, in visibility.md's words, and without telling whether one that waits counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.consent.page import consent_page
from app.consent.standing import differ, standings, undone_from
from graph.consent import Consents, Decision
from graph.consent_recording import Wanted

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


def test_a_later_yes_puts_an_end_off_where_it_is_about_as_much() -> None:
    old = decision(9, "given", expires_at=NOW + timedelta(days=1), includes_sensitive=True)
    for more, over, replaced in (({"includes_sensitive": True}, False, "once_it_counts"), ({}, False, "")):
        new, before = stand(decision(1, "given", **more), old)
        assert (before.over, before.replaced, bool(new.cut_off)) == (over, replaced, not more)
    plain = decision(9, "given", expires_at=NOW + timedelta(days=1))
    new, before = stand(decision(1, "given"), plain)
    assert (before.over, new.cut_off) == (True, None)
    new, before = stand(decision(1, "given", agency="a"), plain)
    assert (before.over, new.cut_off) == (False, plain.expires_at)
    ended = decision(9, "given", expires_at=NOW - timedelta(hours=1), includes_sensitive=True)
    new, before = stand(decision(1, "given"), ended)
    assert (new.over, before.ended) == (True, True)
    new, before = stand(decision(1, "given", includes_sensitive=True), ended)
    assert (new.over, before.ended, before.replaced) == (False, False, "once_it_counts"), "not told whether it counts"


def test_who_wants_less_than_before_is_warned() -> None:
    old = decision(9, "given", expires_at=NOW + timedelta(days=1), includes_sensitive=True)
    all_of_it = Wanted("given", "self", None, (), includes_sensitive=True, expires_at=None, how="spoken")
    assert undone_from([old], all_of_it, NOW) is None
    assert undone_from([old], replace(all_of_it, includes_sensitive=False), NOW) == old.expires_at
    assert undone_from([old], replace(all_of_it, agencies=("a",)), NOW) == old.expires_at
    assert undone_from([replace(old, agency="b")], replace(all_of_it, agencies=("a",)), NOW) is None
    assert undone_from([old], replace(all_of_it, word="refused"), NOW) is None
    assert undone_from([old], replace(all_of_it, includes_sensitive=False, expires_at=NOW), NOW) is None


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
