"""The outbox at scale: 10,000 practitioners reminded, and their mails sent by two processes to a server on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from app.mail.rounds import write_due
from config.settings import Settings
from graph.driver import Database
from graph.embedded.supervisor import ServerAddress
from graph.moment import Moment
from graph.outbox import count_messages
from graph.plans import warm_in_background
from graph.query_loader import Header, Nothing, Query

HERE = Path(__file__).parent
REMINDERS, SENDERS = 10_000, 2
_SETTINGS = Settings(data_dir=HERE.parents[1] / ".cache" / "benchmarks", public_url="https://patchwork.example.org")


def outbox(server: ServerAddress, database: Database, console: Console) -> None:
    """Print how fast reminders are queued and sent; goal: 200 a second or more for each."""
    warm_in_background(database, "reminders/", "outbox/").join()
    _run(database, "forget_mails")
    _run(database, "reminded", practitioners=REMINDERS)
    began = time.perf_counter()
    queued = write_due(database, _SETTINGS, Moment.at(datetime.now(UTC))).reminders
    queueing = time.perf_counter() - began
    sending = _send(server, database, queued)
    table = Table("outbox", "mails", "seconds", "a second", "goal", title=f"{SENDERS} sending processes")
    table.add_row("queued", f"{queued:,}", f"{queueing:.1f}", f"{queued / queueing:,.0f}", "200 or more")
    table.add_row("sent", f"{queued:,}", f"{sending:.1f}", f"{queued / sending:,.0f}", "200 or more")
    console.print(table)
    _run(database, "forget_mails")


def _send(server: ServerAddress, database: Database, mails: int) -> float:
    """Seconds from when the first mail was sent to when the last was."""
    graph = {"GRAPH_URI": server.uri, "GRAPH_USER": server.username, "GRAPH_PASSWORD": server.password}
    with ExitStack() as processes:
        taker = processes.enter_context(_process("tests.benchmarks.mail_taker", stdout=subprocess.PIPE))
        port = taker.stdout.readline().decode().strip() if taker.stdout else ""
        for _ in range(SENDERS):
            processes.enter_context(_process("tests.app.mail.sender_process", port, "0", graph=graph))
        already = _when(database, 1)
        began = time.perf_counter()
        _when(database, mails)
        taken = time.perf_counter() - began
    return taken * mails / max(1, mails - already)


def _when(database: Database, sent: int) -> int:
    """Wait until so many were sent; how many there were then."""
    while (counts := database.read(count_messages)).sent < sent:
        time.sleep(0.05)
    return counts.sent


@contextmanager
def _process(
    module: str, *arguments: str, graph: dict[str, str] | None = None, stdout: int | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", module, *arguments]
    process = subprocess.Popen(command, cwd=HERE.parents[1], env={**os.environ, **(graph or {})}, stdout=stdout)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _run(database: Database, name: str, **parameters: int) -> None:
    header = Header(name, "write", "none: benchmarks", dict.fromkeys(parameters, "integer"), {}, "", False, ())
    query = Query(name, header, (HERE / f"{name}.cypher").read_text(encoding="utf-8"), Nothing)
    database.write(lambda tx: tx.run(query, **parameters))
