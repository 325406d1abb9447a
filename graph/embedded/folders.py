"""Where the embedded server keeps what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from config.private_files import private_folder

NEO4J_VERSION = "5.26.30"


@dataclass(frozen=True, slots=True)
class ServerFolders:
    """The files of one embedded server.

    `software` holds the jars and the class-data archive. It depends on no data, so several data folders may share it.
    """

    data_dir: Path
    software: Path

    @classmethod
    def below(cls, data_dir: Path, software: Path | None = None) -> ServerFolders:
        """The folders below a data folder, which are made where they are missing."""
        folders = cls(data_dir, (software or data_dir / f"neo4j-{NEO4J_VERSION}").resolve())
        for folder in (data_dir, folders.software, folders.server, folders.users):
            private_folder(folder)
        return folders

    @property
    def server(self) -> Path:
        """Everything that belongs to this server alone."""
        return self.data_dir / "server"

    @property
    def home(self) -> Path:
        """Neo4j's own home: configuration, store and logs."""
        return self.server / "home"

    @property
    def configuration(self) -> Path:
        """The folder of neo4j.conf."""
        return self.home / "conf"

    @property
    def console(self) -> Path:
        """What the server last wrote to its console."""
        return self.home / "logs" / "console.log"

    @property
    def store(self) -> Path:
        """The files of the one database."""
        return self.home / "data" / "databases" / "neo4j"

    @property
    def password(self) -> Path:
        """The server's password, in a 0600 file."""
        return self.server / "password"

    @property
    def lock(self) -> Path:
        """Held while the server is started, stopped, backed up or restored."""
        return self.server / "server.lock"

    @property
    def users(self) -> Path:
        """One locked file for each command that uses the server."""
        return self.server / "users"

    @property
    def jars(self) -> Path:
        """The verified jars, and nothing else."""
        return self.software / "jars"

    @property
    def class_data(self) -> Path:
        """The class-data archives that make the start quick."""
        return self.software / "class-data"
