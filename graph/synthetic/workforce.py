"""Who works for the agencies: practitioners, their contacts and posts, and the accounts that sign in."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from anyascii import anyascii

from graph.synthetic.agencies import Landscape, Service, services, slug
from graph.synthetic.data_files import data
from graph.synthetic.days import Days
from graph.synthetic.dice import Dice
from graph.synthetic.names import Names
from graph.synthetic.numbers import landline, mobile
from graph.synthetic.people import Record

LONGEST_POST = 7300  # days; each agency has somebody who was always there, so that every day finds a holder


@dataclass(frozen=True, slots=True)
class Post:
    """A practitioner's time with an agency, in days; no `end`: still there."""

    practitioner: str
    name: str
    agency: str
    start: int
    end: int | None

    def covers(self, day: int) -> bool:
        """Whether the practitioner worked for the agency on this day."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(slots=True)
class Pool:
    """The posts of one agency, sorted by their first day once `ready`."""

    posts: list[Post] = field(default_factory=list[Post])
    _starts: list[int] = field(default_factory=list[int])

    def ready(self) -> None:
        """Sort; the pool is complete."""
        self.posts.sort(key=lambda post: (post.start, post.practitioner))
        self._starts = [post.start for post in self.posts]

    def had_anybody(self, day: int) -> bool:
        """Whether the agency had a practitioner on that day: the first came on some day, and stayed."""
        return bool(self._starts) and self._starts[0] <= day

    def holder(self, dice: Dice, day: int) -> Post:
        """Somebody who worked here on that day, more often than not somebody who still does."""
        choices = bisect_right(self._starts, day)
        for _ in range(3):
            post = self.posts[int(dice.roll() * choices)]
            if post.end is None or (day < post.end and dice.likely(0.3)):
                return post
        return next(post for post in self.posts if post.covers(day))


@dataclass(slots=True)
class Workforce:
    """All practitioners and posts of the area."""

    dice: Dice
    days: Days
    landscape: Landscape
    names: Names
    practitioners: list[Record] = field(default_factory=list[Record])
    pools: dict[str, Pool] = field(default_factory=dict[str, Pool])
    employers: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    _serial: Any = field(default_factory=count)

    def take_on(self, practitioner: Record) -> None:
        """Add a practitioner and the posts that the record names."""
        self.practitioners.append(practitioner)
        for post in practitioner["works_for"]:
            end = self.days.number(post["to"]) if post.get("to") else None
            start = self.days.number(post["from"])
            self._pool(post["agency"]).posts.append(
                Post(practitioner["id"], practitioner["name"], post["agency"], start, end)
            )
            self.employers.setdefault(practitioner["id"], set()).add(post["agency"])

    def fill(self, people: int) -> None:
        """Give every agency the practitioners that so many people need, and somebody who was always there."""
        kinds = services()
        agencies = self.landscape.agencies
        of_kind: dict[str, int] = {}
        for agency in agencies:
            of_kind[agency["kind"]] = of_kind.get(agency["kind"], 0) + 1
        for agency in agencies:
            service = kinds[agency["kind"]]
            needed = people * service.share / service.caseload / of_kind[service.kind]
            pool = self._pool(agency["id"])
            self._hire(agency, service, LONGEST_POST + self.dice.between(0, 2500))
            for _ in range(max(1, round(needed)) - len(pool.posts)):
                self._hire(agency, service, self.dice.between(20, 3600))
        for pool in self.pools.values():
            pool.ready()

    def at_work(self, kind: str, district: int) -> list[str]:
        """The ids of the agencies of a kind that work in a district."""
        agencies = self.landscape.agencies
        return [agencies[index]["id"] for index in self.landscape.at_work[kind, district]]

    def _pool(self, agency: str) -> Pool:
        return self.pools.setdefault(agency, Pool())

    def _hire(self, agency: Record, service: Service, days_ago: int) -> None:
        dice, today = self.dice, self.days.today
        first: Record = {"agency": agency["id"], "from": self.days.text(today - days_ago)}
        posts = [first]
        other = dice.one(self.landscape.agencies)
        if days_ago < LONGEST_POST and dice.likely(0.07):
            first["to"] = self.days.text(today - dice.between(1, days_ago - 10))
        elif days_ago < LONGEST_POST and other is not agency and dice.likely(0.12):
            before: Record = {"agency": other["id"], "from": self.days.text(today - days_ago - dice.between(200, 2500))}
            before["to"] = first["from"]
            posts.insert(0, before)
        elif other is not agency and other["kind"] == agency["kind"] and dice.likely(0.5):
            posts.append({"agency": other["id"], "from": self.days.text(today - dice.between(20, 700))})
        self.take_on(self._practitioner(agency, service, posts))

    def _practitioner(self, agency: Record, service: Service, posts: list[Record]) -> Record:
        dice = self.dice
        community = dice.weighted(self.names.communities)
        gender = "female" if dice.likely(0.74) else "male"
        given = community.given(dice, gender)
        name = f"{given} {community.borne_by(dice, community.surname(dice), gender)}"
        if service.kind == "police":
            name = f"PC {name}"
        record: Record = {"id": f"pr{next(self._serial)}", "name": name, "job_title": dice.one(service.jobs)}
        ways: list[str] = []
        if dice.likely(0.7):
            record["landline"] = landline(dice) if dice.likely(0.6) else agency["phone"]
            ways.append("landline")
        if dice.likely(0.75) or not ways:
            record["mobile"] = mobile(dice)
            ways.append("mobile")
        if dice.likely(0.95):
            record["email"] = f"{mailbox(name)}@{str(agency['email']).partition('@')[2]}"
            ways.append("email")
        if dice.likely(0.85):
            record["preferred_contact"] = dice.one(ways)
        if dice.likely(0.45):
            record["best_time"] = dice.one(data("wording")["best_times"])
        record["works_for"] = posts
        return record


def mailbox(name: str) -> str:
    """The name as it stands before the @: `PC Siân O'Brien` is sian.obrien."""
    return slug(anyascii(name).removeprefix("PC ").replace(".", "")).replace("-", ".")
