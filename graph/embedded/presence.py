"""Who uses the embedded server: each command holds a lock on a file of its own, which the system frees at its death."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from filelock import FileLock, Timeout


class Presence:
    """One command's use of the server. Enter, leave and `others` are called while the server's lock is held."""

    def __init__(self, users: Path) -> None:
        self._users = users
        self._file = users / f"{os.getpid()}-{secrets.token_hex(4)}.lock"
        self._lock = FileLock(self._file, timeout=0, mode=0o600, thread_local=False)

    def enter(self) -> None:
        """Count as a user from now to `leave`, or to the end of this process however it ends."""
        self._lock.acquire()

    def leave(self) -> None:
        """Count no longer."""
        self._lock.release()
        self._file.unlink(missing_ok=True)

    def others(self) -> bool:
        """Whether anybody else uses the server; files of users that died are removed."""
        held = [_is_held(file) for file in self._users.iterdir() if file != self._file]
        return any(held)


def _is_held(file: Path) -> bool:
    try:
        with FileLock(file, timeout=0):
            file.unlink(missing_ok=True)
    except Timeout:
        return True
    return False
