"""`patchwork serve`: from the command to a page, and a clean end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from socket import socket
from typing import IO
from urllib.request import urlopen

import psutil
import pytest
from click.testing import CliRunner

from app.command_line import main
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


def test_a_port_that_is_taken_is_told_with_advice() -> None:
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        for command in ("serve", "demo"):
            result = CliRunner().invoke(main, [command, "--port", str(port)])
            assert result.exit_code == 1
            assert f"Port {port} cannot be had" in result.stderr
            assert "--port" in result.stderr


@pytest.mark.parametrize("uri", ["", "given"])
def test_a_data_folder_that_cannot_be_made_is_told_with_advice(
    uri: str, server: ServerAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a server of one's own holds the data: the secret key is kept in the folder."""
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv("PATCHWORK_DATA_DIR", str(file))
    monkeypatch.setenv("NEO4J_URI", uri and server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    result = CliRunner().invoke(main, ["serve"])
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert str(file) in result.stderr
    assert "PATCHWORK_DATA_DIR" in result.stderr
