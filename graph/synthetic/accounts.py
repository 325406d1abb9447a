"""The accounts of the synthetic area: practitioners, coordinators, administrators and auditors."""

from collections.abc import Iterable, Iterator

from graph.synthetic.agencies import slug
from graph.synthetic.days import Days
from graph.synthetic.dice import Dice
from graph.synthetic.people import Record
from graph.synthetic.workforce import Workforce, mailbox


class Usernames:
    """Gives out usernames, each once, whatever the case of its letters."""

    __slots__ = ("_taken",)

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in taken}

    def of(self, wanted: str) -> str:
        """The wanted name, with a number where it is taken."""
        name, number = wanted, 2
        while name.casefold() in self._taken:
            name, number = f"{wanted}{number}", number + 1
        self._taken.add(name.casefold())
        return name


def accounts(dice: Dice, days: Days, force: Workforce, given: list[Record]) -> Iterator[Record]:
    """One account an (agency, practitioner) at work today, one in ten without; and those who run the system.

    The accounts in `given` exist already: their usernames and their (agency, practitioner) are not given again.
    """
    names = Usernames(account["username"] for account in given)
    has = {(account["agency"], account.get("practitioner")) for account in given}
    coordinators = _coordinators(force)
    serial = 0
    for practitioner in force.practitioners:
        for post in practitioner["works_for"]:
            key = (post["agency"], practitioner["id"])
            at_work = "to" not in post or days.number(post["to"]) > days.today
            if key in has or not at_work or not (key in coordinators or dice.likely(0.9)):
                continue
            name = names.of(mailbox(practitioner["name"]))
            account = _account(f"ac{serial}", name, post["agency"], "practitioner", practitioner["id"])
            if key in coordinators:
                account["role"] = "coordinator"
                account["areas"] = coordinators[key]
            elif dice.likely(0.03):
                account["status"] = "suspended"
            serial += 1
            yield account
    yield from _those_who_run_it(force, names, serial)


def _account(key: str, username: str, agency: str, role: str, practitioner: str | None) -> Record:
    record: Record = {"id": key, "username": username, "role": role}
    if practitioner:
        record["practitioner"] = practitioner
    record["agency"] = agency
    record["status"] = "active"
    return record


def _coordinators(force: Workforce) -> dict[tuple[str, str], list[str]]:
    """For each district the longest-serving practitioner of its early help coordinates the families programme."""
    chosen: dict[tuple[str, str], list[str]] = {}
    for district, area in enumerate(force.landscape.areas):
        agency = force.at_work("early_help", district)[0]
        post = next(post for post in force.pools[agency].posts if post.end is None)
        chosen.setdefault((agency, post.practitioner), []).append(area["id"])
    return chosen


def _those_who_run_it(force: Workforce, names: Usernames, serial: int) -> Iterator[Record]:
    """An administrator an agency, one of them for all areas, and two auditors."""
    agencies = force.landscape.agencies
    for index, agency in enumerate(agencies):
        name = names.of(f"administrator.{slug(agency['name'])[:60]}")
        account = _account(f"ac{serial + index}", name, agency["id"], "administrator", None)
        if index == 0:
            account["areas"] = [area["id"] for area in force.landscape.areas]
        yield account
    for index, name in enumerate(("privacy.officer", "information.governance")):
        yield _account(f"ac{serial + len(agencies) + index}", names.of(name), agencies[0]["id"], "auditor", None)
