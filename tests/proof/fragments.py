"""The visibility fragment spliced into one query that decides everything, as it is or changed by a mutation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.cypher_text import PARAMETER
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import CYPHER, Header, Query

HERE = Path(__file__).parent
NAMES = ("viewer", "person", "involvement")


@dataclass(frozen=True, slots=True)
class Sight:
    """What an account may see of a person and of each involvement with them."""

    account: str
    person: str
    identity: str
    decided: list[dict[str, Any]]


def fragments() -> dict[str, str]:
    """The text of each file in cypher/visibility/ without its header."""
    return {name: _without_header((CYPHER / "visibility" / f"{name}.cypher").read_text("utf-8")) for name in NAMES}


def decide_everything(texts: Mapping[str, str]) -> Query[Sight]:
    """The query that decides for every account of a small world on everybody and everything in it."""
    text = (HERE / "decide_everything.cypher").read_text("utf-8")
    for name, body in texts.items():
        text = text.replace(f"//! splice visibility/{name}", body)
    parameters = {"accounts": "list<string>", "now": "datetime", "today": "date"}
    header = Header("", "read", "none: tests", parameters, {}, "", one_row=False, order=())
    return Query("decide_everything", header, PARAMETER.sub(r"$given.\1", text), Sight)


def sights(tx: Transaction, query: Query[Sight], accounts: list[str], moment: Moment) -> list[Sight]:
    """What these accounts see at a moment, in no order."""
    return tx.run(query, accounts=accounts, now=moment.now, today=moment.today)


def _without_header(source: str) -> str:
    lines = source.splitlines()
    first = next(at for at, line in enumerate(lines) if not line.startswith("//"))
    return "\n".join(lines[first:])
