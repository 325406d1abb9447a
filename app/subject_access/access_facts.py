"""The sections about others' access to the person's record: grants, bars, reviews, and every look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.subject_access.items import Fact, Item, Parties, Section
from app.subject_access.own_facts import THIRD_PARTY, by_id
from app.subject_access.parties import MASKED, named
from app.subject_access.wording import PROPOSALS, QUEUE, THROUGH, look_words, reason, state, what, when
from graph.audit_trail import LookAtPerson
from graph.subject_access import HeldRow, Looker

Map = dict[str, Any]
_MASKED = Item("", (Fact("Sensitive service", "Masked until you state a second purpose"),), masked=True)
_OTHERS_MAY_BE_IN_IT = "It may tell of somebody else."
_GRANTS = {"opened": "Opened your record with a reason", "break_glass": "Used emergency access to your record"}


def grants(held: HeldRow, parties: Parties) -> Section:
    """Who opened the record, and who used or asked for emergency access, each with the reason."""
    items = [_grant(one, parties) for one in by_id(held.grants)] + [
        _request(one, parties) for one in by_id(held.requests)
    ]
    return Section("grants", "Who opened your record for a reason", tuple(items))


def _grant(one: Map, parties: Parties) -> Item:
    if one["masked"]:
        return _MASKED
    key = f"grant:{one['id']}"
    facts = (
        Fact("What", _GRANTS[one["kind"]]),
        *named(parties, "By", one["by"]),
        Fact("Reason", reason(one["reason"]), key=f"{key}/reason"),
        Fact("From", when(one["granted_at"])),
        Fact("Until", when(one["expires_at"])),
    )
    return Item(key, facts)


def _request(one: Map, parties: Parties) -> Item:
    if one["masked"]:
        return _MASKED
    key = f"request:{one['id']}"
    facts = (
        Fact("What", "Asked for emergency access to your record"),
        *named(parties, "By", one["by"]),
        Fact("Reason", reason(f"{one['code']}: {one['note']}"), key=f"{key}/reason"),
        Fact("Asked", when(one["asked_at"])),
        Fact("Outcome", state(one["state"])),
    )
    return Item(key, facts)


def bars(held: HeldRow, parties: Parties) -> Section:
    """Who may not see the record because of a conflict of interest; withheld until an officer says otherwise."""
    items = tuple(_bar(one, parties) for one in by_id(held.bars))
    return Section("bars", "Who may not see your record", items)


def _bar(one: Map, parties: Parties) -> Item:
    if one["masked"]:
        return _MASKED
    key = f"bar:{one['id']}"
    given = (Fact("Reason", one["reason"], key=f"{key}/reason"),) if one["reason"] else ()
    facts = (Fact("What", "Barred because of a conflict of interest"), *named(parties, "Who", one["who"]), *given)
    return Item(key, facts, withheld=THIRD_PARTY, why="It tells of somebody’s private connection.")


def reviews(held: HeldRow, parties: Parties) -> Section:
    """What privacy officers were asked to look at, and what was proposed."""
    queue = [_queued(one, parties) for one in by_id(held.queue)]
    return Section(
        "reviews", "Reviews and proposals", (*queue, *(_proposed(one, parties) for one in by_id(held.proposals)))
    )


def _queued(one: Map, parties: Parties) -> Item:
    if one["masked"]:
        return _MASKED
    key = f"queue:{one['id']}"
    facts = [Fact("What", what(QUEUE, one["kind"])), *named(parties, "By", one["by"])]
    if one["note"]:
        facts.append(Fact("Note", one["note"], key=f"{key}/note"))
    facts.append(Fact("Raised", when(one["raised_at"])))
    outcome = f", {one['outcome'].replace('_', ' ')}" if one["outcome"] else ""
    closed = f", {when(one['closed_at'])}" if one["closed_at"] else ""
    facts.append(Fact("State", f"{state(one['state'])}{outcome}{closed}"))
    told = one["kind"] in ("break_glass", "shield", "unshield", "own_involvement")
    return Item(key, tuple(facts), withheld="" if told else THIRD_PARTY, why="" if told else _OTHERS_MAY_BE_IN_IT)


def _proposed(one: Map, parties: Parties) -> Item:
    if one["masked"]:
        return _MASKED
    key = f"proposal:{one['id']}"
    facts = [Fact("What", what(PROPOSALS, one["kind"])), *named(parties, "By", one["by"])]
    if one["reason"]:
        facts.append(Fact("Reason", one["reason"], key=f"{key}/reason"))
    facts += [Fact("Made", when(one["made_at"])), Fact("State", state(one["state"]))]
    alone = one["alone"]
    return Item(key, tuple(facts), withheld="" if alone else THIRD_PARTY, why="" if alone else _OTHERS_MAY_BE_IN_IT)


def looks(found: Iterable[LookAtPerson], lookers: Mapping[str, Looker], parties: Parties) -> tuple[Section, Section]:
    """Who saw something about the person: pages about the person, then pages about others that showed the person."""
    told = [(look.direct, _look(look, lookers, parties)) for look in found]
    direct = tuple(item for about, item in told if about)
    beside = tuple(item for about, item in told if not about)
    return (
        Section("direct", "Who looked at your record", direct),
        Section("beside", "Who saw you beside somebody else", beside),
    )


def _look(look: LookAtPerson, lookers: Mapping[str, Looker], parties: Parties) -> Item:
    if look.masked:
        return Item("", (Fact("When", when(look.at)), Fact("Who", MASKED)), masked=True)
    key = f"look:{look.id}"
    facts = [Fact("When", when(look.at)), *named(parties, "Who", _who(look, lookers))]
    facts.append(Fact("What", look_words(look.kind, look.direct)))
    through = [THROUGH[one] for one in look.through if one in THROUGH]
    if through:
        facts.append(Fact("Why they could", f"Because {' and '.join(through)}"))
    if look.purpose:
        withheld = "" if look.direct else THIRD_PARTY
        facts.append(Fact("Reason given", reason(look.purpose), key=f"{key}/purpose", withheld=withheld))
    return Item(key, tuple(facts))


def _who(look: LookAtPerson, lookers: Mapping[str, Looker]) -> Map:
    looker = lookers.get(look.account) if look.account else None
    return {
        "masked": False,
        "practitioner": looker.practitioner if looker else None,
        "account": look.account or "none",
        "name": look.practitioner or look.username or "An operator of the system",
        "job": None,
        "agency": look.agency_name,
        "kind": looker.kind if looker else None,
    }
