"""The embedded server's neo4j.conf and the port in it."""

from __future__ import annotations

import re
import socket
from pathlib import Path

from graph.embedded.folders import ServerFolders
from graph.embedded.memory import Memory

_LISTEN = "server.bolt.listen_address=127.0.0.1:"
_TEMPLATE = Path(__file__).parents[2] / "config" / "neo4j.conf"


def write_configuration(folders: ServerFolders, memory: Memory, port: int) -> None:
    """Write neo4j.conf for one start."""
    folders.configuration.mkdir(parents=True, exist_ok=True)
    settled = (
        f"{_LISTEN}{port}",
        f"server.memory.pagecache.size={memory.page_cache}m",
        f"dbms.memory.transaction.total.max={memory.transactions}m",
    )
    text = _TEMPLATE.read_text(encoding="ascii") + "\n".join(settled) + "\n"
    (folders.configuration / "neo4j.conf").write_text(text, encoding="ascii")


def configured_port(folders: ServerFolders) -> int | None:
    """The port of the last start, which is the port of the server that runs."""
    try:
        text = (folders.configuration / "neo4j.conf").read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    found = re.search(rf"^{re.escape(_LISTEN)}(\d+)$", text, re.MULTILINE)
    return int(found[1]) if found else None


def free_port(preferred: int | None) -> int:
    """The preferred port where it is free, so that commands which outlived a server find the next one; else any."""
    for port in (preferred or 0, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise AssertionError("the system always has a port to give")


def accepts(port: int) -> bool:
    """Whether something accepts connections on the port."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True
