"""A command that uses the embedded server until its input ends: `python -m tests.graph.embedded.server_user DIR`.

Prints the server's address once it has it. `--fork` forks a child first, which leaves the block at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from config.settings import read_settings
from graph.embedded.folders import NEO4J_VERSION
from graph.embedded.jar_sources import jar_source
from graph.embedded.supervisor import running_server


def main(data_dir: Path, *, fork: bool) -> None:
    """Use the server of a data folder."""
    settings = read_settings()
    source = jar_source(settings.maven_repository_url, settings.jars_dir)
    software = settings.data_dir / f"neo4j-{NEO4J_VERSION}"
    with running_server(data_dir, source, software=software) as server:
        if fork and os.fork() == 0:
            return
        if fork:
            os.wait()
        print(server.uri, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), fork="--fork" in sys.argv)
