"""The pinned jars: which they are, whether they are whole, and how to get them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from graph.embedded.faults import JarMissing
from graph.embedded.folders import NEO4J_VERSION
from graph.embedded.jar_sources import JarSource, NotObtained

PARALLEL = 8
ATTEMPTS = 3
_LIST = Path(__file__).parents[2] / "config" / f"neo4j-{NEO4J_VERSION}.sha256"

Report = Callable[[int, int], None]
"""Called with the number of jars that are there and the number there are."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned file: its SHA-256 and its path in a Maven repository."""

    sha256: str
    path: str

    @property
    def name(self) -> str:
        """The file's name, which is unique in the list."""
        return self.path.rpartition("/")[2]

    def is_whole(self, file: Path) -> bool:
        """Whether the file is there and is, byte for byte, what was pinned."""
        try:
            with file.open("rb") as content:
                return hashlib.file_digest(content, "sha256").hexdigest() == self.sha256
        except FileNotFoundError:
            return False


def pinned_jars() -> tuple[Jar, ...]:
    """The jars of this Neo4j, in the order of the class path."""
    return tuple(Jar(*line.split()) for line in _LIST.read_text(encoding="ascii").splitlines())


def no_report(done: int, total: int) -> None:
    """For callers that show no progress."""


def bring_jars(folder: Path, jars: Iterable[Jar], source: JarSource, report: Report = no_report) -> tuple[Path, ...]:
    """The paths of all jars, verified; what is missing or altered is fetched, what is not listed is removed.

    They are laid out as in a Maven repository: some name each other in their manifests, which in one flat folder would
    change the class path and with it spoil the class-data archive. Several processes may call it at once: one works,
    the others wait. JarMissing names the jar that cannot be had.
    """
    wanted = tuple(jars)
    for jar in wanted:
        (folder / jar.path).parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name("jars.lock"), mode=0o600):
        _remove_unlisted(folder, wanted)
        missing = _missing(folder, wanted)
        if missing:
            _fetch_all(folder, missing, source, len(wanted), report)
    return tuple(folder / jar.path for jar in wanted)


def _remove_unlisted(folder: Path, jars: Iterable[Jar]) -> None:
    listed = {folder / jar.path for jar in jars}
    for file in folder.rglob("*"):
        if file.is_file() and file not in listed:
            file.unlink()


def _missing(folder: Path, jars: tuple[Jar, ...]) -> list[Jar]:
    def is_whole(jar: Jar) -> bool:
        return jar.is_whole(folder / jar.path)

    with ThreadPoolExecutor(PARALLEL) as pool:
        return [jar for jar, whole in zip(jars, pool.map(is_whole, jars), strict=True) if not whole]


def _fetch_all(folder: Path, missing: list[Jar], source: JarSource, total: int, report: Report) -> None:
    done = total - len(missing)
    report(done, total)
    pool = ThreadPoolExecutor(PARALLEL)
    try:
        for fetched in as_completed([pool.submit(_fetch, folder, jar, source) for jar in missing]):
            fetched.result()
            done += 1
            report(done, total)
    finally:
        pool.shutdown(cancel_futures=True)


def _fetch(folder: Path, jar: Jar, source: JarSource) -> None:
    file = folder / jar.path
    part = file.with_name(f"{jar.name}.part")
    reason = ""
    for _ in range(ATTEMPTS if source.may_recover else 1):
        try:
            source.obtain(jar.path, part)
        except NotObtained as fault:
            reason = str(fault)
            continue
        if jar.is_whole(part):
            os.replace(part, file)
            return
        reason = "what came is not the pinned file"
    part.unlink(missing_ok=True)
    raise JarMissing(f"Cannot get {jar.name} from {source.described}: {reason}. {source.advice}")
