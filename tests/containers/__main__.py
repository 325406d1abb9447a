"""Run the tests that talk to Neo4j through testcontainers, on an image made on this machine.

Arguments go to pytest; without any, the tests of what a server could do otherwise run: every query and the schema,
import and export, search, the rules about sight, the command line. `make test` has run the rest, which stands on these.
Where no Docker engine can be had, the last lines say so and the exit code is 0.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.containers.engine import Engine, NoEngine, docker_engine, program
from tests.containers.image import build_image

TESTED = (
    "tests/graph/test_query_files.py",
    "tests/graph/test_schema.py",
    "tests/graph/test_team.py",
    "tests/graph/test_outbox.py",
    "tests/graph/search",
    "tests/graph/worlds",
    "tests/app/command_line",
)


def main(arguments: list[str]) -> int:
    """The exit code of the tests; 0 where there is no engine to run them in."""
    with tempfile.TemporaryDirectory(prefix="patchwork-", ignore_cleanup_errors=True) as folder:
        try:
            busybox = program("busybox", "busybox-static")
            with docker_engine(Path(folder)) as engine:
                return _run_tests(engine, build_image(engine.client, busybox, _build_folder(folder)), arguments)
        except NoEngine as reason:
            print(f"The container tests did not run: {reason}")
            print("The same tests ran against the embedded server in `make test`.")
            return 0


def _build_folder(folder: str) -> Path:
    build = Path(folder) / "build"
    build.mkdir()
    return build


def _run_tests(engine: Engine, image: str, arguments: list[str]) -> int:
    print(f"Running the database tests in containers of {image}", flush=True)
    environment = os.environ | {
        "TEST_NEO4J_IMAGE": image,
        "TESTCONTAINERS_RYUK_DISABLED": "true",
        "TESTCONTAINERS_CONNECTION_MODE": "docker_host",
        "TESTCONTAINERS_HOST_OVERRIDE": "127.0.0.1",
    }
    if engine.address is not None:
        environment["DOCKER_HOST"] = engine.address
    environment.pop("TEST_NEO4J_URI", None)
    chosen = arguments or ["-q", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-m", "database", *TESTED]
    return subprocess.run([sys.executable, "-m", "pytest", *chosen], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
