"""What the home page says of families, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.paging import pages_of
from app.wording import ago, clock_time, day_of, long_day, middle_day
from graph.moment import Moment
from graph.my_families import FAMILIES_A_PAGE, MyClient, MyFamilies, MyFamily, News, OwnWork
from visualisations.dates import age_in_years

NEWS_SHOWN = 4
NEW_ELSEWHERE_SHOWN = 12


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client of mine: name, age, and what I do for them."""

    id: str
    name: str
    age: str
    restricted: bool
    work: str


@dataclass(frozen=True, slots=True)
class FamilyCard:
    """One family: its clients, its other people, and what is new since I last looked."""

    id: str
    name: str
    is_family: bool
    clients: tuple[ClientLine, ...]
    relatives: tuple[ClientLine, ...]
    looked: str
    news: tuple[str, ...]
    more_news: int


@dataclass(frozen=True, slots=True)
class OpenedLine:
    """Somebody I have opened, and until when."""

    id: str
    name: str
    restricted: bool
    until: str


@dataclass(frozen=True, slots=True)
class PastLine:
    """A past client; one that may not be looked at any more has a name and no link."""

    id: str
    name: str
    may_be_looked_at: bool
    ended: str


@dataclass(frozen=True, slots=True)
class NewElsewhere:
    """A family on another page with so many news, and one of its clients."""

    name: str
    client: str
    news: int


class HomePage:
    """A page of families, from page 1 on."""

    def __init__(self, mine: MyFamilies, name: str, number: int, moment: Moment) -> None:
        self.name = name
        self.number = number
        self.total = mine.total
        self.pages = pages_of(mine.total, FAMILIES_A_PAGE)
        self.first = (number - 1) * FAMILIES_A_PAGE + 1
        self.families = tuple(_family(one, moment.today) for one in mine.families)
        self.last = self.first + len(self.families) - 1
        self.new_elsewhere = tuple(
            NewElsewhere(one.name, one.clients[0].id, len(one.news)) for one in mine.new_elsewhere[:NEW_ELSEWHERE_SHOWN]
        )
        self.opened = tuple(
            OpenedLine(
                id=one.id,
                name=_name(one.given_name, one.family_name),
                restricted=one.identity == "restricted",
                until=_until(one.until, moment.today),
            )
            for one in mine.opened
        )
        self.past = tuple(
            PastLine(one.id, _name(one.given_name, one.family_name), one.identity != "none", long_day(one.ended))
            for one in mine.past
        )
        self.past_total = mine.past_total


def _family(one: MyFamily, today: date) -> FamilyCard:
    return FamilyCard(
        id=one.id,
        name=one.name,
        is_family=one.is_family,
        clients=tuple(_client(client, today) for client in one.clients),
        relatives=tuple(
            ClientLine(each.id, _name(each.given_name, each.family_name), _age(each.date_of_birth, today), False, "")
            for each in one.relatives
        ),
        looked=ago(day_of(one.looked), today) if one.looked else "",
        news=tuple(_news(item) for item in one.news[:NEWS_SHOWN]),
        more_news=max(0, len(one.news) - NEWS_SHOWN),
    )


def _client(one: MyClient, today: date) -> ClientLine:
    due = f"due {middle_day(one.expected_date_of_birth)}" if one.expected_date_of_birth else ""
    return ClientLine(
        id=one.id,
        name=_name(one.given_name, one.family_name),
        age=_age(one.date_of_birth, today) or due,
        restricted=one.identity == "restricted",
        work="; ".join(_work(item) for item in one.work),
    )


def _work(item: OwnWork) -> str:
    marks = [text for text, applies in (("lead", item.lead), ("not yet confirmed", not item.confirmed)) if applies]
    return f"{item.role or item.type_label} ({', '.join(marks)})" if marks else item.role or item.type_label


def _news(item: News) -> str:
    doing = {"began": "began", "ended": "ended", "recorded": "is new here", "lead": "leads now"}[item.what]
    lead = ", lead," if item.lead and item.what != "lead" else ""
    return (
        f"{item.practitioner}{lead} {doing}: {item.type_label} for {item.person} ({item.agency}), {middle_day(item.on)}"
    )


def _age(born: date | None, today: date) -> str:
    years = age_in_years(born, today)
    return "" if years is None else "under 1" if years < 1 else str(years)


def _name(given_name: str, family_name: str) -> str:
    return f"{given_name} {family_name}"


def _until(until: datetime, today: date) -> str:
    when = "" if day_of(until) == today else f" on {long_day(day_of(until))}"
    return f"{clock_time(until)}{when}"
