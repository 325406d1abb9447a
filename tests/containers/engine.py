"""A Docker engine: the one that answers, else one started for this run alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import docker
from docker import DockerClient
from docker.errors import DockerException

SECONDS_TO_ANSWER = 3
SECONDS_TO_START = 40
_STORAGE = ("overlay2", "vfs")


class NoEngine(Exception):
    """No engine answers and none can be started; the message says why."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine's client and its address for other programs, None where that is the usual one."""

    client: DockerClient
    address: str | None


@contextmanager
def docker_engine(work: Path) -> Generator[Engine]:
    """The engine, with all its files in `work` where it had to be started. NoEngine where there is none."""
    try:
        client = docker.from_env(timeout=SECONDS_TO_ANSWER)
        client.ping()
    except DockerException:
        with _started(work) as engine:
            yield engine
    else:
        client.close()
        yield Engine(docker.from_env(), None)


def program(name: str, package: str) -> Path:
    """The path of a program, installed from Debian's package where it is missing and this user may."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None and _install(package):
        found = shutil.which(name, path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
    if found is None:
        raise NoEngine(f"{name} is not installed. As root: apt-get install {package}")
    return Path(found)


def _install(package: str) -> bool:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", package]):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    return True


@contextmanager
def _started(work: Path) -> Generator[Engine]:
    if os.geteuid() != 0:
        raise NoEngine("No Docker engine answers, and only root can start one.")
    dockerd = program("dockerd", "docker.io")
    for storage in _STORAGE:
        folder = work / storage
        folder.mkdir()
        address = f"unix://{folder}/docker.sock"
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(_command(dockerd, folder, address, storage), stdout=log, stderr=log)
        try:
            client = _answering(process, address)
            if client is not None:
                yield Engine(client, address)
                return
        finally:
            _end(process)
    raise NoEngine(f"dockerd does not start here: {_last_line(folder / 'log')}")


def _command(dockerd: Path, folder: Path, address: str, storage: str) -> list[str]:
    return [
        str(dockerd),
        f"--data-root={folder}/data",
        f"--exec-root={folder}/exec",
        f"--pidfile={folder}/pid",
        f"--host={address}",
        f"--storage-driver={storage}",
        "--iptables=false",
        "--ip6tables=false",
        "--ip=127.0.0.1",
    ]


def _answering(process: subprocess.Popen[bytes], address: str) -> DockerClient | None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return DockerClient(base_url=address)
        except DockerException:
            time.sleep(0.2)
    return None


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    return lines[-1] if lines else "it said nothing"
