"""A wire to the database that a test can cut, as a failing network would."""

from __future__ import annotations

import selectors
import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from graph.embedded.supervisor import ServerAddress
from graph.prompt_database import PromptDatabase


class Relay:
    """Passes bytes between a port of its own on loopback and the server, until it is cut."""

    def __init__(self, server: ServerAddress) -> None:
        self._server = server
        parts = urlsplit(server.uri)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 7687)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets: list[socket.socket] = []
        self._flowing = threading.Event()
        self._flowing.set()
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.cut()

    def database(self) -> PromptDatabase:
        """The database at the other end of the wire, as pages use it."""
        uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        return PromptDatabase.at(uri, self._server.username, self._server.password)

    def freeze(self) -> None:
        """Take everything and pass on nothing, as a machine that hangs."""
        self._flowing.clear()

    def thaw(self) -> None:
        """Pass on what was held back, and whatever comes."""
        self._flowing.set()

    def cut(self) -> None:
        """End every connection and refuse new ones."""
        for end in (self._listener, *self._sockets):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(self._target)
                self._sockets += [near, far]
                threading.Thread(target=_pass, args=(near, far, self._flowing), daemon=True).start()


def _pass(near: socket.socket, far: socket.socket, flowing: threading.Event) -> None:
    with suppress(OSError, ValueError), selectors.DefaultSelector() as ready:
        ready.register(near, selectors.EVENT_READ, far)
        ready.register(far, selectors.EVENT_READ, near)
        while True:
            for key, _ in ready.select():
                data = key.fileobj.recv(65536)  # type: ignore[union-attr]
                if not data:
                    return
                flowing.wait()
                key.data.sendall(data)
