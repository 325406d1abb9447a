"""`patchwork serve`: from the command to a page, and a clean end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.request import urlopen

import psutil
import pytest

from graph.driver import Database
from tests.neo4j_server import ServerAddress


@pytest.fixture
def serving(database: Database, server: ServerAddress, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """`patchwork serve` on a free port, as a process of its own."""
    environment = {
        **os.environ,
        "NEO4J_URI": server.uri,
        "NEO4J_USERNAME": server.username,
        "NEO4J_PASSWORD": server.password,
        "PATCHWORK_DATA_DIR": str(tmp_path),
        "PYTHONUNBUFFERED": "1",
    }
    command = [str(Path(sys.executable).with_name("patchwork")), "serve"]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def address_from(output: IO[str]) -> str:
    for line in output:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            return found[0]
    raise AssertionError("no address was printed")


def test_serve_prints_its_address_and_ends_cleanly(serving: subprocess.Popen[str]) -> None:
    assert serving.stdout is not None
    address = address_from(serving.stdout)
    with urlopen(f"{address}readyz") as ready, urlopen(f"{address}sign-in") as page:  # noqa: S310 - loopback
        assert ready.status == page.status == 200
    workers = psutil.Process(serving.pid).children(recursive=True)
    assert len(workers) >= 2
    serving.send_signal(signal.SIGINT)
    _, errors = serving.communicate()
    assert (serving.returncode, errors) == (0, "")
    assert not [worker for worker in workers if worker.is_running() and worker.status() != psutil.STATUS_ZOMBIE]
