"""The visibility fragment spliced into queries that decide everything, as it is or changed by a mutation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from graph.cypher_text import PARAMETER
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import CYPHER, Header, Query

HERE = Path(__file__).parent
NAMES = ("viewer", "person", "involvement")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Sight:
    """What an account may see of a person and of each involvement with them."""

    account: str
    person: str
    identity: str
    decided: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Words:
    """What the first two fragments say of an account and a person: all that the third one reads."""

    account: str
    person: str
    identity: str
    words: dict[str, Any]


def fragments() -> dict[str, str]:
    """The text of each file in cypher/visibility/ without its header."""
    return {name: _without_header((CYPHER / "visibility" / f"{name}.cypher").read_text("utf-8")) for name in NAMES}


def decide_everything(texts: Mapping[str, str]) -> Query[Sight]:
    """The query that decides for every account of a small world on everybody and everything in it."""
    return _query("decide_everything", Sight, ("accounts", "now", "today"), texts)


def sights(tx: Transaction, query: Query[Sight], accounts: list[str], moment: Moment) -> list[Sight]:
    """What these accounts see at a moment, in no order."""
    return tx.run(query, accounts=accounts, now=moment.now, today=moment.today)


def sights_in_two_steps(tx: Transaction, texts: Mapping[str, str], accounts: list[str], moment: Moment) -> list[Sight]:
    """The same by two queries, so that the server plans anew only the half that a mutation has changed."""
    words = _query("words_of_account_and_person", Words, ("accounts", "now", "today"), texts)
    rows = tx.run(words, accounts=accounts, now=moment.now, today=moment.today)
    decide = _query("decide_from_words", Sight, ("rows", "today"), texts)
    return tx.run(decide, rows=[asdict(row) for row in rows], today=moment.today)


def _query(name: str, row: type[Row], parameters: tuple[str, ...], texts: Mapping[str, str]) -> Query[Row]:
    text = (HERE / f"{name}.cypher").read_text("utf-8")
    for fragment, body in texts.items():
        text = text.replace(f"//! splice visibility/{fragment}", body)
    header = Header("", "read", "none: tests", dict.fromkeys(parameters, "any"), {}, "", one_row=False, order=())
    return Query(name, header, PARAMETER.sub(r"$given.\1", text), row)


def _without_header(source: str) -> str:
    lines = source.splitlines()
    first = next(at for at, line in enumerate(lines) if not line.startswith("//"))
    return "\n".join(lines[first:])
