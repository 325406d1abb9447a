"""Whatever is done to the trail behind the program's back is found, and the first bad event is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from graph.audit import AuditEvent, facts_of, record
from graph.audit_chains import Fault
from graph.audit_hashes import GENESIS, chain_hash, payload_digest, written_instant
from graph.audit_lanes import close_lanes, tell_of_restore, write_heads
from graph.audit_retention import forget
from graph.audit_verify import Verdict, verify
from graph.driver import Database, GraphFault
from graph.moment import Moment
from tests.graph.audit_trail.tampering import tamper

AT = datetime(2026, 3, 2, 9, 30, 0, 250_000, tzinfo=UTC)
Facts = dict[str, Any]


def event(name: str, **said: Any) -> AuditEvent:
    """An event that says something in every property."""
    number = int(name.removeprefix("e") or 0)
    facts: Facts = {
        "kind": "team",
        "at": AT + timedelta(minutes=number),
        "account": f"acc-{name}",
        "role": "practitioner",
        "agency": "a-help",
        "route": "team.team",
        "purpose": "check: Ünïcode “quoted”",
        "subject": "x-leo",
        "people": ["x-leo", "x-mia"],
        "entries": ["i-1 full OWN+OWN_AGENCY"],
        "objects": ["account:acc-1"],
        "through": ["around"],
        "request_id": f"r-{name}",
        "id": name,
    }
    return AuditEvent(**{**facts, **said})


def write(database: Database, *events: AuditEvent) -> None:
    """Record the events, one after the other."""
    database.write(lambda tx: [record(tx, one) for one in events])


@pytest.fixture
def ten(trail: Database) -> Database:
    """Ten events in one chain, of which the heads know all."""
    write(trail, *(event(f"e{number}") for number in range(10)))
    write_heads(trail)
    return trail


def check(database: Database, *folders: Path) -> Verdict:
    """Verify against the heads of these folders."""
    return verify(database, folders, lambda done, total: None)


def first(database: Database, heads: Path) -> Fault:
    """The first fault there is."""
    faults = check(database, heads).faults
    assert faults
    return faults[0]


def test_a_trail_that_nobody_touched_is_sound(ten: Database, heads: Path) -> None:
    verdict = check(ten, heads)
    assert (verdict.events, verdict.lanes, verdict.faults) == (10, 1, ())


def test_an_empty_trail_is_sound(trail: Database, tmp_path: Path) -> None:
    assert check(trail, tmp_path).faults == ()


CHANGES: list[Facts] = [
    *({name: "another"} for name in ("kind", "account", "role", "agency", "route", "purpose", "subject", "policy")),
    *({name: "another"} for name in ("request_id", "salt", "digest", "hash", "previous")),
    *({name: ["another"]} for name in ("people", "entries", "objects", "through", "reasons")),
    {"people": ["x-mia", "x-leo"]},
    {"people": []},
    {"account": None},
    {"account": 1},
    {"at": AT + timedelta(minutes=4, microseconds=1)},
    {"at": (AT + timedelta(minutes=4)).astimezone(datetime.fromisoformat("2026-01-01T00:00+01:00").tzinfo)},
    {"at": written_instant(AT)},
    {"added": "something"},
    {"lane": "another"},
    {"lane": None},
    {"place": 77},
    {"place": None},
    {"place": "4"},
]


@pytest.mark.parametrize("facts", CHANGES, ids=str)
def test_a_changed_property_is_found(ten: Database, heads: Path, facts: Facts) -> None:
    tamper(ten, "change", id="e4", facts=facts)
    fault = first(ten, heads)
    moved = {"lane", "place"} & facts.keys()
    assert (fault.event == "e4" and "changed" in fault.wrong) or (moved and fault.place in (0, 4))


def test_a_changed_id_is_found(ten: Database, heads: Path) -> None:
    tamper(ten, "change", id="e4", facts={"id": "another"})
    assert (first(ten, heads).event, first(ten, heads).place) == ("another", 4)


def test_a_change_with_every_hash_made_anew_is_found_by_the_heads(ten: Database, heads: Path) -> None:
    _rewrite(ten, account="acc-innocent")
    fault = first(ten, heads)
    assert (fault.event, fault.place, fault.wrong[:7]) == ("e9", 9, "changed")


@pytest.mark.parametrize(("gone", "place"), [("e0", 0), ("e4", 4)])
def test_a_removed_event_is_found(ten: Database, heads: Path, gone: str, place: int) -> None:
    tamper(ten, "remove", id=gone)
    fault = first(ten, heads)
    assert (fault.event, fault.place, fault.wrong) == (None, place, "removed")


def test_a_removed_event_whose_place_was_closed_up_is_found(ten: Database, heads: Path) -> None:
    tamper(ten, "remove", id="e4")
    tamper(ten, "shift", lane=_lane(heads), place=5, by=-1)
    assert first(ten, heads).event == "e5"


@pytest.mark.parametrize("number", [1, 3, 10])
def test_a_truncated_lane_is_found(ten: Database, heads: Path, number: int) -> None:
    for one in range(10 - number, 10):
        tamper(ten, "remove", id=f"e{one}")
    fault = first(ten, heads)
    assert (fault.place, fault.wrong[:9]) == (10 - number, "truncated")


def test_events_in_each_others_place_are_found(ten: Database, heads: Path) -> None:
    tamper(ten, "swap_places", one="e3", other="e6")
    fault = first(ten, heads)
    assert (fault.event, fault.wrong) == ("e6", "re-ordered: it was recorded at place 6")


def test_words_in_each_others_place_are_found(ten: Database, heads: Path) -> None:
    tamper(ten, "swap_words", one="e3", other="e6")
    fault = first(ten, heads)
    assert (fault.event, fault.wrong[:7]) == ("e3", "changed")


def test_an_event_of_no_chain_is_found(ten: Database, heads: Path) -> None:
    tamper(ten, "insert", facts=facts_of(event("e77", at=datetime.now(UTC))))
    fault = first(ten, heads)
    assert (fault.event, fault.lane, "outside every chain" in fault.wrong) == ("e77", None, True)


def test_an_event_that_was_put_between_others_is_found(ten: Database, heads: Path) -> None:
    lane, stored = _lane(heads), {one["id"]: one for one in _stored(ten)}
    tamper(ten, "shift", lane=lane, place=4, by=1)
    tamper(ten, "insert", facts=_forged(event("e77"), lane, 4, stored["e3"]["hash"]))
    fault = first(ten, heads)
    assert (fault.event, fault.place, fault.wrong[:8]) == ("e77", 4, "inserted")


def test_an_event_behind_the_end_of_a_closed_lane_is_found(ten: Database, heads: Path) -> None:
    close_lanes(ten)
    stored = {one["id"]: one for one in _stored(ten)}
    tamper(ten, "insert", facts=_forged(event("e77"), _lane(heads), 10, stored["e9"]["hash"]))
    fault = first(ten, heads)
    assert (fault.event, fault.wrong[:8]) == ("e77", "inserted")


def test_an_event_where_a_lane_goes_on_is_found_once_it_would(ten: Database, heads: Path) -> None:
    stored = {one["id"]: one for one in _stored(ten)}
    tamper(ten, "insert", facts=_forged(event("e77"), _lane(heads), 10, stored["e9"]["hash"]))
    with pytest.raises(GraphFault):
        write(ten, event("e10"))
    write(ten, event("e10"))
    verdict = check(ten, heads)
    assert (verdict.lanes, [one.event for one in verdict.faults]) == (2, ["e77"])


def test_a_lane_that_no_heads_file_knows_is_found(ten: Database, heads: Path) -> None:
    tamper(ten, "insert", facts=_forged(event("e77"), "f" * 32, 0, GENESIS.hash))
    fault = first(ten, heads)
    assert (fault.event, fault.wrong[:12]) == ("e77", "foreign lane")


def test_a_whole_lane_that_is_gone_is_found(ten: Database, heads: Path, connect: Any) -> None:
    other = connect()
    write(other, event("e50"))
    write_heads(other)
    tamper(ten, "remove", id="e50")
    fault = first(ten, heads)
    assert (fault.place, fault.wrong[:9]) == (0, "truncated")


def test_without_the_heads_every_lane_is_foreign(ten: Database, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert [one.wrong[:12] for one in check(ten, tmp_path / "none").faults] == ["foreign lane"]


def test_retention_deletes_what_was_said_and_the_trail_stays_sound(ten: Database, heads: Path) -> None:
    gone = forget(
        ten, before=AT + timedelta(minutes=4), moment=Moment.at(AT + timedelta(days=2)), progress=lambda done: None
    )
    close_lanes(ten)
    verdict = check(ten, heads)
    assert (gone, verdict.forgotten, verdict.events, verdict.faults) == (4, 4, 11, ())
    stripped = [one for one in _stored(ten) if one["place"] < 4]
    assert {frozenset(one) for one in stripped} == {frozenset({"lane", "place", "at", "previous", "digest", "hash"})}
    assert {one["id"] for one in _stored(ten) if one["place"] in range(4, 10)} == {f"e{n}" for n in range(4, 10)}


def test_a_payload_that_no_retention_covers_is_found(ten: Database, heads: Path) -> None:
    forget(ten, before=AT + timedelta(minutes=2), moment=Moment.at(AT + timedelta(days=2)), progress=lambda done: None)
    write_heads(ten)
    tamper(ten, "change", id="e5", facts=dict.fromkeys(facts_of(event("e5")).keys() - {"at"}) | {"salt": None})
    fault = first(ten, heads)
    assert (fault.event, fault.place, fault.wrong[:7]) == (None, 5, "removed")


@pytest.mark.parametrize("chained", ["outside", "foreign", "behind"])
def test_a_forged_retention_covers_nothing(ten: Database, heads: Path, chained: str) -> None:
    close_lanes(ten)
    last = next(one for one in _stored(ten) if one["id"] == "e9")
    forged = event(
        "e77", kind="forget_audit", at=AT + timedelta(days=900), objects=["before:2030-01-01T00:00:00+00:00"]
    )
    places: dict[str, Facts] = {
        "outside": facts_of(forged),
        "foreign": _forged(forged, "f" * 32, 0, GENESIS.hash),
        "behind": _forged(forged, _lane(heads), 10, last["hash"]),
    }
    tamper(ten, "insert", facts=places[chained])
    tamper(ten, "change", id="e5", facts=dict.fromkeys(facts_of(event("e5")).keys() - {"at"}) | {"salt": None})
    faults = check(ten, heads).faults
    assert [(one.place, one.wrong[:7]) for one in faults if one.lane == _lane(heads)] == [(5, "removed")]


def test_a_restored_backup_has_fewer_events_than_the_heads_until_it_is_told(ten: Database, heads: Path) -> None:
    made_at = datetime.now(UTC)
    write(ten, event("e10"))
    write_heads(ten)
    tamper(ten, "remove", id="e10")
    assert first(ten, heads).wrong.startswith("truncated")
    tell_of_restore(ten, made_at)
    assert check(ten, heads).faults == ()
    tamper(ten, "remove", id="e9")
    assert first(ten, heads).wrong.startswith("truncated")


def test_events_from_before_there_were_chains_are_counted(ten: Database, heads: Path) -> None:
    tamper(ten, "insert", facts=facts_of(event("e77", at=datetime(2020, 1, 1, tzinfo=UTC))))
    verdict = check(ten, heads)
    assert (verdict.from_before, verdict.faults) == (1, ())


def _stored(database: Database) -> list[Facts]:
    from graph.audit_verify import _CHAINED  # pyright: ignore[reportPrivateUsage]

    rows = database.read(lambda tx: tx.run(_CHAINED))
    return [{name: value for name, value in row.facts.items() if name != "at"} | {"at": row.at} for row in rows]


def _lane(heads: Path) -> str:
    import json

    return str(json.loads(next(heads.glob("*.jsonl")).read_text().splitlines()[0])["lane"])


def _forged(one: AuditEvent, lane: str, place: int, previous: str) -> Facts:
    """An event as somebody would store it who knows how events are chained."""
    facts = {**facts_of(one), "salt": "0" * 32}
    digest = payload_digest(facts)
    own = chain_hash(previous, lane, place, written_instant(one.at), digest)
    return {**facts, "lane": lane, "place": place, "previous": previous, "digest": digest, "hash": own}


def _rewrite(database: Database, account: str) -> None:
    """Change e4 and compute every hash from there on anew."""
    previous = ""
    for facts in _stored(database):
        if facts["place"] >= 4:
            changed = {**facts, "account": account} if facts["id"] == "e4" else facts
            digest = payload_digest(changed)
            own = chain_hash(previous, facts["lane"], facts["place"], facts["at"], digest)
            again = {"account": changed["account"], "previous": previous, "digest": digest, "hash": own}
            tamper(database, "change", id=facts["id"], facts=again)
            previous = own
        else:
            previous = facts["hash"]
