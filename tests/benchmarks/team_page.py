"""The team page of a family with 25 involvements: its query, its rules, its response."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import requests

from graph import query_loader
from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.query_loader import Header, Query, read_query
from graph.team import PersonRow
from tests.benchmarks.areas import PATCHWORK, Area, command_environment
from tests.benchmarks.family import ACCOUNT, PASSWORD, SUBJECT, USERNAME

WITHOUT_RULES = Path(__file__).parent / "without_rules"
SECONDS_TO_START = 30


@dataclass(frozen=True, slots=True)
class One:
    """The answer of the bare round trip."""

    one: int


def bare_round_trip(database: Database) -> Callable[[], object]:
    """The smallest statement there is, in a read transaction."""
    none = MappingProxyType({})
    query = Query("one", Header("", "read", "none: a constant", none, none, "", True, ()), "RETURN 1 AS one", One)
    return lambda: database.read(lambda tx: tx.run(query))


def team_query(database: Database, *, rules: bool = True) -> Callable[[], list[PersonRow]]:
    """The team page's query for the measured family, in a read transaction; without rules it hides nothing."""
    query = read_query("team/around_family", PersonRow)
    if not rules:
        query = Query(query.name, query.header, _without_rules(), PersonRow)
    moment = Moment.current()

    def work(tx: Transaction) -> list[PersonRow]:
        return tx.run(query, account=ACCOUNT, person=SUBJECT, now=moment.now, today=moment.today)

    return lambda: database.read(work)


def _without_rules() -> str:
    source = (query_loader.CYPHER / "team/around_family.cypher").read_text()
    text = re.sub(r"^ *//! splice visibility/(\w+)$", lambda match: _fragment(match[1]), source, flags=re.MULTILINE)
    return re.sub(r"\$(\w+)", r"$given.\1", text)


def _fragment(name: str) -> str:
    return (WITHOUT_RULES / f"{name}.cypher").read_text()


@contextmanager
def whole_response(area: Area) -> Generator[Callable[[], object]]:
    """The page over HTTP from `patchwork serve`, for the signed-in viewer of the measured family."""
    port = _free_port()
    server = subprocess.Popen(
        [PATCHWORK, "serve", "--port", str(port)],
        env=command_environment(area.server),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with requests.Session() as client:
            base = f"http://127.0.0.1:{port}"
            _sign_in(client, base)
            yield lambda: _page(client, f"{base}/people/{SUBJECT}/team")
    finally:
        server.terminate()
        server.wait()


def _page(client: requests.Session, address: str) -> int:
    response = client.get(address, allow_redirects=False)
    response.raise_for_status()
    if response.status_code != requests.codes.ok:
        raise RuntimeError("The benchmark's account is not signed in.")
    return len(response.content)


def _sign_in(client: requests.Session, base: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            form = client.get(f"{base}/sign-in", timeout=5)
            break
        except requests.ConnectionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', form.text)
    if token is None:
        raise RuntimeError("The sign-in page has no token.")
    fields = {"csrf_token": token[1], "username": USERNAME, "password": PASSWORD}
    client.post(f"{base}/sign-in", data=fields).raise_for_status()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
