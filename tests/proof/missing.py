"""Properties taken away in the graph after an import, and in the world that the oracle reads.

An interval's ends, a consent's agency and a broker are left alone where they are missing by right: that has a meaning.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from graph.driver import Database
from graph.query_loader import Header, Nothing, Query

HERE = Path(__file__).parent
World = dict[str, Any]
# The list of the world and its field (after a dot, the field of its parts); the label or type and the property's name
# in the graph, where parts are edges of the record's node.
PROPERTIES = (
    ("accounts", "areas", "Account", "areas"),
    ("accounts", "role", "Account", "role"),
    ("accounts", "status", "Account", "status"),
    ("agencies", "kind", "Agency", "kind"),
    ("agreements", "from", "Agreement", "from"),
    ("agreements", "signatures.signed_on", "SIGNED", "on"),
    ("agencies", "status", "Agency", "status"),
    ("consents", "decision", "Consent", "decision"),
    ("consents", "giver", "Consent", "giver"),
    ("consents", "includes_sensitive", "Consent", "includes_sensitive"),
    ("consents", "recorded_at", "Consent", "recorded_at"),
    ("families", "area", "Family", "area"),
    ("families", "programme", "Family", "programme"),
    ("grants", "expires_at", "Grant", "expires_at"),
    ("grants", "granted_at", "Grant", "granted_at"),
    ("grants", "kind", "Grant", "kind"),
    ("involvements", "agency", "INVOLVED_WITH", "agency_id"),
    ("involvements", "basis", "INVOLVED_WITH", "basis"),
    ("involvements", "confirmed", "INVOLVED_WITH", "confirmed"),
    ("involvements", "sensitive", "INVOLVED_WITH", "sensitive"),
    ("involvements", "type", "INVOLVED_WITH", "type"),
    ("involvements", "from", "INVOLVED_WITH", "from"),
    ("involvement_types", "always_findable", "InvolvementType", "always_findable"),
    ("involvement_types", "sensitive", "InvolvementType", "sensitive"),
    ("people", "shielded", "Person", "shielded"),
    ("practitioners", "works_for.from", "WORKS_FOR", "from"),
)
# What seldom decides by itself is lost more often.
OFTEN = 3 * tuple(one for one in PROPERTIES if one[0] in ("consents", "people") or one[1] == "from")


@dataclass(frozen=True, slots=True)
class Missing:
    """One property of one record that the graph lost."""

    list: str
    field: str
    kind: str
    key: str
    id: str


def losses(world: World, dice: Random, count: int) -> list[Missing]:
    """Some properties to take away from a world, anywhere in it."""
    found: list[Missing] = []
    for _ in range(count):
        name, field, kind, key = dice.choice(PROPERTIES + OFTEN)
        if world[name]:
            record = dice.choice(world[name])
            found.append(Missing(name, field, kind, key, record.get("id") or record["code"]))
    return found


def without(world: World, lost: list[Missing]) -> World:
    """The world as it stands after the losses."""
    left = deepcopy(world)
    for one in lost:
        for record in left[one.list]:
            if (record.get("id") or record.get("code")) == one.id:
                *part, field = one.field.split(".")
                for place in record[part[0]] if part else (record,):
                    place[field] = None
    return left


def take_away(database: Database, lost: list[Missing]) -> None:
    """Remove the properties from the graph."""
    text = (HERE / "take_away.cypher").read_text("utf-8")
    header = Header("take_away", "write", "none: tests", {"lost": "list<map>"}, {}, "", one_row=False, order=())
    query = Query("take_away", header, text, Nothing)
    rows = [{"kind": one.kind, "key": one.key, "id": one.id} for one in lost]
    database.write(lambda tx: tx.run(query, lost=rows))
