"""Where jars come from: a Maven repository, or a folder for machines without internet."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol
from urllib.parse import urlsplit

SECONDS_OF_SILENCE = 30


class NotObtained(Exception):
    """The source does not have the jar or does not answer."""


class JarSource(Protocol):
    """Something that has jars, by their path in a Maven repository."""

    may_recover: ClassVar[bool]
    """Whether asking again may help."""
    advice: ClassVar[str]

    @property
    def described(self) -> str:
        """The source's name in a message, without any password in its address."""
        ...

    def obtain(self, path: str, part: Path) -> None:
        """Write the jar to `part`, or raise NotObtained."""
        ...


@dataclass(frozen=True, slots=True)
class JarFolder:
    """A folder of jars, flat or laid out as a Maven repository."""

    folder: Path

    may_recover: ClassVar[bool] = False
    advice: ClassVar[str] = "Copy it into the folder that PATCHWORK_JARS_DIR names, then try again."

    @property
    def described(self) -> str:
        """The folder's path."""
        return str(self.folder)

    def obtain(self, path: str, part: Path) -> None:
        """Copy the jar; NotObtained where the folder does not have it."""
        for file in (self.folder / path, self.folder / path.rpartition("/")[2]):
            if file.is_file():
                shutil.copyfile(file, part)
                return
        raise NotObtained("it is not there")


@dataclass(frozen=True, slots=True)
class JarRepository:
    """A Maven repository, reached through https_proxy where that is set."""

    url: str

    may_recover: ClassVar[bool] = True
    advice: ClassVar[str] = (
        "Check the connection and try again; what has arrived is kept. Behind a proxy set https_proxy, with a mirror "
        "of your own MAVEN_REPOSITORY_URL, without internet PATCHWORK_JARS_DIR."
    )

    @property
    def described(self) -> str:
        """The repository's host."""
        return urlsplit(self.url).hostname or "MAVEN_REPOSITORY_URL"

    def obtain(self, path: str, part: Path) -> None:
        """Download the jar; NotObtained where the repository does not answer or does not have it."""
        from pooch import HTTPDownloader  # pyright: ignore[reportMissingTypeStubs]

        try:
            HTTPDownloader(timeout=SECONDS_OF_SILENCE)(f"{self.url.rstrip('/')}/{path}", str(part), None)
        except (OSError, ValueError) as fault:
            raise NotObtained(f"{type(fault).__name__}{_status(fault)}") from fault


def _status(fault: Exception) -> str:
    code = getattr(getattr(fault, "response", None), "status_code", None)
    return f", status {code}" if code else ""


def jar_source(repository_url: str | None, folder: Path | None) -> JarSource:
    """The folder where one is named, else the named repository, else the central one."""
    if folder is not None:
        return JarFolder(folder)
    if repository_url is not None:
        return JarRepository(repository_url)
    from jgo.constants import MAVEN_CENTRAL_URL

    return JarRepository(MAVEN_CENTRAL_URL)
