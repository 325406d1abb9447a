"""The demonstration: about 400 families, and among them a story for each kind of user (`docs/synthetic-area.md`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.synthetic.accounts import accounts
from graph.synthetic.agencies import placed
from graph.synthetic.area import Population, Row
from graph.synthetic.data_files import data, involvement_types
from graph.synthetic.days import Days
from graph.synthetic.dice import Dice
from graph.synthetic.names import Names
from graph.synthetic.story import story
from graph.synthetic.workforce import Workforce
from graph.synthetic.writing import LISTS

SEED = 400
PEOPLE_AROUND = 1275
WITHOUT_CASELOAD = frozenset({"families-programme", "information-governance"})


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account to sign in with: who it is, and in a sentence what to try."""

    username: str
    password: str
    who: str
    attempt: str


def demo_world(as_of: datetime) -> dict[str, Any]:
    """The world of the demonstration as it is at `as_of`; the same for the same instant.

    Ids of the stories are readable (`leo-marsh`); the other families are drawn around them and share their
    practitioners. ValueError for an instant without an offset.
    """
    told = story(as_of)
    world: dict[str, Any] = {"format": told["format"], "as_of": told["as_of"]}
    for name in LISTS:
        world[name] = list(told.get(name, []))
    world["involvement_types"] = list(involvement_types())
    for name, record in _around(told, as_of):
        world[name].append(record)
    return world


def _around(told: dict[str, Any], as_of: datetime) -> Iterator[Row]:
    """The families around the stories, with more practitioners for the stories' agencies, and their accounts."""
    dice, days, names = Dice(SEED), Days(as_of), Names()
    agencies = [agency for agency in told["agencies"] if agency["id"] not in WITHOUT_CASELOAD]
    force = Workforce(dice, days, placed(told["areas"], agencies), names)
    for practitioner in told["practitioners"]:
        force.take_on(practitioner)
    force.fill(PEOPLE_AROUND)
    for practitioner in force.practitioners[len(told["practitioners"]) :]:
        yield "practitioners", practitioner
    active: list[str] = []
    for account in accounts(dice, days, force, told["accounts"]):
        if account["role"] == "practitioner" and account["status"] == "active":
            active.append(account["id"])
        yield "accounts", account
    yield from Population(dice, days, force, names, active).households(PEOPLE_AROUND)


def _demo_accounts() -> tuple[DemoAccount, ...]:
    passwords = {account["username"]: account["password"] for account in data("demo")["accounts"]}
    return tuple(DemoAccount(username, passwords[username], who, attempt) for username, who, attempt in _ATTEMPTS)


_ATTEMPTS = (
    (
        "ellie.brandon",
        "family support worker, Northwick Early Help",
        "Name Leo Marsh: the team around his family, a service that is not named beside his mother, his half-brother's "
        "new worker; then Bridget Reilly, whose team is the largest.",
    ),
    (
        "priya.nair",
        "child-protection social worker and Leo's lead, Children’s Social Care",
        "Name Farah Siddiqui, who fled and is shielded: you work with her, so you see her; her domestic abuse "
        "adviser is not named even to you.",
    ),
    (
        "amina.yusuf",
        "school nurse, Community Health NHS Trust",
        "Name Zara Siddiqui: you work with her, yet her shielded mother and brother do not appear.",
    ),
    (
        "martin.shaw",
        "housing officer, Tidewater Homes",
        "Name Dawn Marsh and compare with Ellie Brandon's view: neither the police nor youth justice appear; then "
        "Imran Siddiqui, whose shielded children do not appear.",
    ),
    (
        "femi.bello",
        "drug worker, Turning Tide Recovery",
        "Name Dawn Marsh: you see yourself with her; Ellie Brandon and Martin Shaw see only that another service is "
        "involved, and whom to ask.",
    ),
    (
        "hannah.reid",
        "neighbourhood police officer, Coastshire Police",
        "Find Dilwyn Rees, born 9 May 1942, and open him with a reason: his adult safeguarding worker appears, his "
        "doctor and his befriender do not.",
    ),
    (
        "grace.okoro",
        "coordinator of the families programme in Northwick",
        "Look at the practitioners whom programme families share: Ellie Brandon and Amina Yusuf "
        "each work with three or more.",
    ),
    (
        "alex.hartley",
        "administrator, Northwick Early Help",
        "Invite a colleague by e-mail, suspend Ellie Brandon's account and bring it back; then see who can see your "
        "own agency's involvements, where the people stand as initials.",
    ),
    (
        "jo.mercer",
        "administrator for Northwick, Coastshire Families Programme",
        "Make Ellie Brandon a coordinator, which waits for Rhys Calder; add an agency and let it go live on a day to "
        "come; then call that off.",
    ),
    (
        "rhys.calder",
        "second administrator for Northwick, Coastshire Information Governance",
        "Accept or decline what Jo Mercer or Alex Hartley asked for: nobody raises a role alone.",
    ),
    (
        "noor.darwish",
        "auditor, Coastshire Information Governance",
        "Ask who can see PC Hannah Reid's involvement with Tyler Marsh, and why Martin Shaw cannot; then Tomos "
        "Bevan's with Julia Nowak, who refused although her mother had agreed.",
    ),
)

DEMO_ACCOUNTS: tuple[DemoAccount, ...] = _demo_accounts()
