"""Files and folders that only their owner may read."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def private_folder(path: Path) -> Path:
    """The folder, made with mode 0700 where it or one above is missing; an empty one is closed to others too."""
    for folder in (*reversed(path.parents), path):
        folder.mkdir(exist_ok=True, mode=0o700)
    if not any(path.iterdir()):
        path.chmod(0o700)
    return path


def kept_secret(path: Path) -> str:
    """The random secret in a 0600 file, made by whichever process asks first.

    The file appears complete or not at all: it is written under another name and linked, which fails where another
    process was quicker. Raises OSError where the folder cannot be written.
    """
    if not path.exists():
        # Digits and letters alone: a tool that is handed a secret takes one that begins with a hyphen for an option.
        _offer(path, secrets.token_hex(32))
    path.chmod(0o600)
    return path.read_text(encoding="ascii").strip()


def _offer(path: Path, secret: str) -> None:
    private_folder(path.parent)
    handle, part = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(part, path)
    finally:
        os.unlink(part)
