"""Commands that use an embedded server of their own, as processes that can be killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import pytest

from config.settings import read_settings
from graph.embedded.folders import NEO4J_VERSION, ServerFolders
from graph.embedded.jar_sources import JarSource, jar_source
from graph.embedded.process import ServerProcess, server_of
from graph.embedded.supervisor import ServerAddress

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Command:
    """A running command that uses the server."""

    process: subprocess.Popen[str]

    def uri(self) -> str:
        """The address it was given, once it has it."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def leave(self) -> int:
        """Let it end in its own way; its exit code."""
        self.process.communicate()
        return self.process.returncode

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self.process.communicate()


@dataclass(frozen=True, slots=True)
class Area:
    """A data folder with an embedded server, and the jars that all tests share."""

    data_dir: Path
    software: Path
    source: JarSource

    @property
    def folders(self) -> ServerFolders:
        """The server's files."""
        return ServerFolders.below(self.data_dir, self.software)

    def server(self) -> ServerProcess | None:
        """The server's process, None where it does not run."""
        return server_of(self.folders.home)

    def address(self, uri: str) -> ServerAddress:
        """How to sign in to the server."""
        return ServerAddress(uri, "neo4j", self.folders.password.read_text(encoding="ascii"))


@pytest.fixture
def area(tmp_path: Path) -> Generator[Area]:
    """A data folder without a store; a server left behind is stopped."""
    settings = read_settings()
    source = jar_source(settings.maven_repository_url, settings.jars_dir)
    area = Area(tmp_path / "data", settings.data_dir / f"neo4j-{NEO4J_VERSION}", source)
    yield area
    left = area.server()
    if left is not None:
        left.stop()


@pytest.fixture
def start(area: Area) -> Generator[Callable[..., Command]]:
    """Starts a command that uses the server; those still running at the end are killed."""
    started: list[Command] = []

    def start_one(*options: str) -> Command:
        command = [sys.executable, "-m", "tests.graph.embedded.server_user", str(area.data_dir), *options]
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        started.append(Command(process))
        return started[-1]

    yield start_one
    for command in started:
        if command.process.poll() is None:
            command.kill()
