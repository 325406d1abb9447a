"""What the demonstration's accounts are told to try is true: decided by the graph, not by the file."""

import io
import json
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from graph.access import identities, involvements_named, matrix
from graph.driver import Database
from graph.moment import Moment
from graph.synthetic.demo import demo_world
from graph.worlds.filling import fill
from graph.worlds.importing import import_world
from graph.worlds.spool import Spool

AS_OF = datetime(2027, 1, 5, 15, 20, tzinfo=UTC)
MOMENT = Moment.at(AS_OF)
HANNAH_OPENS_DILWYN = {
    "id": "hannah-opens-dilwyn",
    "account": "hannah-reid",
    "person": "dilwyn-rees",
    "kind": "opened",
    "reason": "Found on the coast road, looking for his workers",
    "granted_at": "2027-01-05T15:19:00Z",
    "expires_at": "2027-01-06T03:19:00Z",
}
LEVELS = {
    ("ellie-brandon", "priya-nair-leo-marsh-child-protection"): "full",
    ("ellie-brandon", "kofi-mensah-tyler-marsh-youth-justice"): "full",
    ("ellie-brandon", "hannah-reid-tyler-marsh-neighbourhood-policing"): "full",
    ("ellie-brandon", "joan-ellery-carol-ellison-befriending"): "full",
    ("ellie-brandon", "femi-bello-dawn-marsh-substance-misuse"): "broker",
    ("ellie-brandon", "helen-marsden-sam-carter-general-practice"): "agency",
    ("ellie-brandon", "tomos-bevan-julia-nowak-child-mental-health"): "none",
    ("ellie-brandon", "tomos-bevan-oskar-nowak-child-mental-health"): "full",
    ("priya-nair", "sofia-lindqvist-farah-siddiqui-domestic-abuse"): "broker",
    ("amina-yusuf", "priya-nair-zara-siddiqui-child-in-need"): "full",
    ("amina-yusuf", "priya-nair-farah-siddiqui-social-care-assessment"): "none",
    ("martin-shaw", "priya-nair-leo-marsh-child-protection"): "full",
    ("martin-shaw", "kofi-mensah-tyler-marsh-youth-justice"): "none",
    ("martin-shaw", "hannah-reid-tyler-marsh-neighbourhood-policing"): "none",
    ("martin-shaw", "femi-bello-dawn-marsh-substance-misuse"): "broker",
    ("martin-shaw", "amina-yusuf-zara-siddiqui-school-nursing"): "none",
    ("femi-bello", "femi-bello-dawn-marsh-substance-misuse"): "full",
    ("hannah-reid", "florin-stoica-dilwyn-rees-adult-safeguarding"): "full",
    ("hannah-reid", "rhys-bowen-dilwyn-rees-general-practice"): "none",
    ("hannah-reid", "joan-ellery-dilwyn-rees-befriending"): "none",
}
IDENTITIES = {
    ("priya-nair", "farah-siddiqui"): "full",
    ("amina-yusuf", "zara-siddiqui"): "full",
    ("amina-yusuf", "farah-siddiqui"): "none",
    ("amina-yusuf", "yusuf-siddiqui"): "none",
    ("martin-shaw", "imran-siddiqui"): "full",
    ("martin-shaw", "zara-siddiqui"): "none",
    ("martin-shaw", "dawn-marsh"): "full",
    ("ellie-brandon", "bridget-reilly"): "full",
}


def load(database: Database, world: dict[str, Any]) -> None:
    with closing(Spool()) as spool:
        assert fill(spool, io.BytesIO(json.dumps(world).encode()), "demo.json", lambda _: None) is None
        import_world(database, spool, MOMENT, lambda *_: None, allow_lowering=False)


def test_the_stories_are_true(database: Database) -> None:
    world = demo_world(AS_OF)
    world["grants"].append(HANNAH_OPENS_DILWYN)
    load(database, world)

    asked = sorted({involvement for _, involvement in LEVELS})
    accounts = sorted({account for account, _ in LEVELS})
    decided = matrix(database, accounts=accounts, involvements=asked, moment=MOMENT)
    levels = {(one.account, one.involvement): one.level for one in decided}
    assert {key: levels[key] for key in LEVELS} == LEVELS

    people = sorted({person for _, person in IDENTITIES})
    told = identities(database, accounts=accounts, people=people, moment=MOMENT)
    sights = {(one.account, one.person): one.identity for one in told}
    assert {key: sights[key] for key in IDENTITIES} == IDENTITIES

    seen = _practitioners_seen(database, world, "ellie-brandon", _members(world, "okonkwo-reilly"))
    assert len({practitioner for practitioner, _ in seen}) >= 30

    families = [one["id"] for one in world["families"] if one.get("programme") and one.get("area") == "northwick"]
    everybody = sorted({person for family in families for person in _members(world, family)})
    pairs = _practitioners_seen(database, world, "grace-okoro", everybody)
    for practitioner in ("ellie-brandon", "amina-yusuf"):
        clients = {person for one, person in pairs if one == practitioner}
        assert sum(not clients.isdisjoint(_members(world, family)) for family in families) >= 3


def _members(world: dict[str, Any], wanted: str) -> list[str]:
    family = next(family for family in world["families"] if family["id"] == wanted)
    return [row["person"] for row in family["members"] if "to" not in row]


def _practitioners_seen(
    database: Database, world: dict[str, Any], account: str, people: list[str]
) -> set[tuple[str, str]]:
    """Who works with whom of these people at present, as far as the account sees it in full."""
    ids = database.read(lambda tx: involvements_named(tx, [], people))
    decided = matrix(database, accounts=[account], involvements=ids, moment=MOMENT)
    full = {one.involvement for one in decided if one.level == "full"}
    current = (one for one in world["involvements"] if one["id"] in full and "to" not in one)
    return {(one["practitioner"], one["person"]) for one in current}
