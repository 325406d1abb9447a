"""The sections about the person: details, families, links, work, consent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.subject_access.items import Fact, Item, Parties, Section
from app.subject_access.parties import named
from app.subject_access.wording import BASES, DECISIONS, GENDERS, GIVERS, LINKS, QUALITIES, SOURCES, WAYS, span, when
from app.wording import long_day
from graph.subject_access import HeldRow

Map = dict[str, Any]
THIRD_PARTY = "third_party"
_DETAILS = (
    ("given_name", "Given name"),
    ("family_name", "Family name"),
    ("also_known_as", "Also known as"),
    ("date_of_birth", "Date of birth"),
    ("expected_date_of_birth", "Expected date of birth"),
    ("deceased_on", "Died on"),
    ("gender", "Gender"),
    ("nhs_number", "NHS number"),
    ("upn", "Unique pupil number"),
    ("local_id", "Local reference"),
    ("address", "Address"),
    ("postcode", "Postcode"),
)


def details(held: HeldRow) -> Section:
    """Names, dates, references, address, and whether the record is shielded."""
    items = [
        Item(f"fact:{key}", (Fact(label, _detail(key, held.person[key])),))
        for key, label in _DETAILS
        if held.person[key] not in (None, [])
    ]
    if held.person["shielded"]:
        shielded = "Only those who work with you directly see your record and who works with you."
        items.append(Item("fact:shielded", (Fact("Shielded", shielded),)))
    return Section("details", "Your details", (*items, *(_merged(one) for one in by_id(held.merged))))


def _merged(one: Map) -> Item:
    """What a record says that was merged into the person's."""
    facts = [Fact("A second record of you, merged", when(one["merged_at"]))]
    facts += [Fact(label, _detail(key, one[key])) for key, label in _DETAILS if one.get(key) not in (None, [])]
    return Item(f"merged:{one['id']}", tuple(facts))


def _detail(key: str, value: object) -> str:
    if isinstance(value, date):
        return long_day(value)
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return GENDERS.get(str(value), str(value)) if key == "gender" else str(value)


def families(held: HeldRow) -> Section:
    """Families whose member the person is or was."""
    return Section(
        "families", "Families you are recorded in", tuple(_membership(one) for one in by_id(held.memberships))
    )


def _membership(one: Map) -> Item:
    facts = [Fact("Family", one["name"])]
    if one["from"] or one["to"]:
        facts.append(Fact("Member", span(one["from"], one["to"])))
    if one["area"]:
        facts.append(Fact("Area", one["area"]))
    if one["programme"]:
        facts.append(Fact("Programme", "The family takes part in the families programme."))
    return Item(f"membership:{one['id']}:{one['from'] or ''}", tuple(facts))


def links(held: HeldRow) -> Section:
    """Family links; each is about somebody else too, and so withheld until an officer says otherwise."""
    items = tuple(_link(one) for one in by_id(held.links))
    return Section("links", "People you are linked to", items)


def _link(one: Map) -> Item:
    facts = [Fact(LINKS[one["kind"]][0 if one["outward"] else 1], one["other_name"])]
    if one["qualifier"]:
        facts.append(Fact("Kind", one["qualifier"]))
    if one["parental_responsibility"] is not None:
        facts.append(Fact("Parental responsibility", "yes" if one["parental_responsibility"] else "no"))
    if one["quality"]:
        facts.append(Fact("Relationship", QUALITIES[one["quality"]]))
    if one["from"] or one["to"]:
        facts.append(Fact("Recorded", span(one["from"], one["to"])))
    why = "It is about somebody else, who is shielded." if one["shielded"] else "It is about somebody else."
    return Item(f"link:{one['id']}", tuple(facts), withheld=THIRD_PARTY, why=why, silent=bool(one["shielded"]))


def work(held: HeldRow, parties: Parties) -> Section:
    """Who works or worked with the person."""
    items = tuple(_involvement(one, parties) for one in by_id(held.involvements))
    return Section("work", "Who works or worked with you", items)


def _involvement(one: Map, parties: Parties) -> Item:
    if one["masked"]:
        return Item("", (Fact("Sensitive service", "Masked until you state a second purpose"),), masked=True)
    role = f", {one['role']}" if one["role"] else ""
    facts = [Fact("Work", f"{one['type']}{role}"), *named(parties, "Practitioner", one["holder"])]
    facts.append(Fact("When", span(one["from"], one["to"])))
    if one["lead"]:
        facts.append(Fact("Lead", "This is your lead practitioner."))
    facts.append(Fact("Why it is allowed", BASES.get(one["basis"], "Not recorded")))
    if one["sensitive"]:
        facts.append(Fact("Sensitive", "It is treated as a sensitive service."))
    if one["source"]:
        facts.append(Fact("Recorded by", SOURCES[one["source"]]))
    if one["last_confirmed"]:
        facts.append(Fact("Last confirmed", long_day(one["last_confirmed"])))
    if not one["confirmed"]:
        facts.append(Fact("Not confirmed", "Nobody else has confirmed it yet."))
    facts += named(parties, "Whom to ask", one["broker"])
    return Item(f"involvement:{one['id']}", tuple(facts))


def consents(held: HeldRow, parties: Parties) -> Section:
    """Decisions about consent: whose, and who recorded them."""
    return Section("consents", "Decisions about consent", tuple(_consent(one, parties) for one in by_id(held.consents)))


def _consent(one: Map, parties: Parties) -> Item:
    key = f"consent:{one['id']}"
    covers = "a sensitive service (masked)" if one["agency_masked"] else one["agency"] or "every agency"
    sensitive = ", sensitive services included" if one["includes_sensitive"] else ""
    facts = [
        Fact("Decision", f"{DECISIONS[one['decision']]} to show the work of {covers}{sensitive}"),
        Fact("Decided by", GIVERS.get(one["giver"], "not recorded")),
    ]
    if one["given_by"]:
        own = one["giver"] == "self"
        name = Fact("Name", one["given_by"], key=f"{key}/given_by", withheld="" if own else THIRD_PARTY)
        facts.append(name)
    facts.append(Fact("Recorded", when(one["recorded_at"])))
    if one["how"]:
        facts.append(Fact("How", WAYS[one["how"]]))
    if one["expires_at"]:
        facts.append(Fact("Ends", when(one["expires_at"])))
    facts += named(parties, "Recorded by", one["recorder"])
    return Item(key, tuple(facts), masked=one["agency_masked"] or bool(one["recorder"] and one["recorder"]["masked"]))


def by_id(rows: Iterable[Map]) -> list[Map]:
    """In the order of ids; what is masked has none and comes last."""
    return sorted(rows, key=lambda row: (row.get("id") is None, row.get("id") or "", str(row.get("from") or "")))
