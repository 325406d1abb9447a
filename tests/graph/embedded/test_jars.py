"""Jars are whole or they are not used, wherever they come from."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.embedded.faults import JarMissing
from graph.embedded.jar_sources import JarFolder, JarRepository, jar_source
from graph.embedded.jars import Jar, bring_jars, pinned_jars
from tests.graph.embedded.files import contents
from tests.graph.embedded.jar_server import JarServer, serving

FILES = {f"org/example/part-{n}/1.0/part-{n}-1.0.jar": bytes([n]) * 50_000 for n in range(20)}
JARS = [Jar(hashlib.sha256(content).hexdigest(), path) for path, content in FILES.items()]
ONE = JARS[7]


@pytest.fixture
def repository() -> Generator[JarServer]:
    """A repository that has every jar."""
    with serving(dict(FILES)) as server:
        yield server


def test_all_jars_arrive_and_the_count_is_told(tmp_path: Path, repository: JarServer) -> None:
    told: list[tuple[int, int]] = []
    paths = bring_jars(tmp_path / "jars", JARS, JarRepository(repository.url), lambda *count: told.append(count))
    assert contents(tmp_path / "jars") == FILES
    assert [str(path.relative_to(tmp_path / "jars")) for path in paths] == list(FILES)
    assert told == [(n, len(JARS)) for n in range(len(JARS) + 1)]


@pytest.mark.parametrize("damage", [b"", b"\x07" * 25_000, b"\x07" * 49_999 + b"\x08"])
def test_a_damaged_jar_alone_is_fetched_again_and_what_is_not_listed_goes(
    tmp_path: Path, repository: JarServer, damage: bytes
) -> None:
    folder, source = tmp_path / "jars", JarRepository(repository.url)
    bring_jars(folder, JARS, source)
    repository.asked.clear()
    (folder / ONE.path).write_bytes(damage)
    (folder / f"{ONE.path}.part").write_bytes(b"half")
    (folder / "other.jar").write_bytes(b"not asked for")
    bring_jars(folder, JARS, source)
    assert contents(folder) == FILES
    assert repository.asked == {ONE.path: 1}


def test_a_download_that_breaks_off_is_tried_again(tmp_path: Path, repository: JarServer) -> None:
    repository.cut_once = {ONE.path}
    bring_jars(tmp_path / "jars", JARS, JarRepository(repository.url))
    assert contents(tmp_path / "jars") == FILES
    assert repository.asked[ONE.path] == 2


def test_a_repository_with_another_file_is_refused_by_name(tmp_path: Path, repository: JarServer) -> None:
    repository.files[ONE.path] = b"something else"
    with pytest.raises(JarMissing, match=rf"{ONE.name} from 127\.0\.0\.1: what came is not the pinned file"):
        bring_jars(tmp_path / "jars", JARS, JarRepository(repository.url))
    assert not {ONE.path, f"{ONE.path}.part"} & contents(tmp_path / "jars").keys()


def test_a_repository_without_the_file_is_told_with_its_status(tmp_path: Path, repository: JarServer) -> None:
    del repository.files[ONE.path]
    with pytest.raises(JarMissing, match=rf"{ONE.name}.*status 404.*MAVEN_REPOSITORY_URL"):
        bring_jars(tmp_path / "jars", JARS, JarRepository(repository.url))


def test_several_at_once_fetch_each_jar_once(tmp_path: Path, repository: JarServer) -> None:
    source = JarRepository(repository.url)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: bring_jars(tmp_path / "jars", JARS, source), range(4)))
    assert set(repository.asked.values()) == {1}


@pytest.mark.parametrize("flat", [True, False])
def test_a_folder_serves_without_a_network(tmp_path: Path, flat: bool) -> None:
    for path, content in FILES.items():
        file = tmp_path / "brought" / (Path(path).name if flat else path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    bring_jars(tmp_path / "jars", JARS, JarFolder(tmp_path / "brought"))
    assert contents(tmp_path / "jars") == FILES


@pytest.mark.parametrize(("content", "reason"), [(None, "it is not there"), (b"half", "not the pinned file")])
def test_a_folder_without_a_whole_jar_is_refused_by_name(tmp_path: Path, content: bytes | None, reason: str) -> None:
    brought = tmp_path / "brought"
    brought.mkdir()
    for jar in JARS:
        (brought / jar.name).write_bytes(FILES[jar.path])
    (brought / ONE.name).unlink()
    if content is not None:
        (brought / ONE.name).write_bytes(content)
    with pytest.raises(JarMissing, match=rf"{ONE.name}.*{reason}.*PATCHWORK_JARS_DIR"):
        bring_jars(tmp_path / "jars", JARS, JarFolder(brought))
    shutil.rmtree(brought)


def test_the_pinned_list_names_each_jar_once() -> None:
    jars = pinned_jars()
    assert len({jar.path for jar in jars}) == len({jar.name for jar in jars}) == len(jars) == 216
    assert all(len(jar.sha256) == 64 and jar.path.endswith(".jar") for jar in jars)


def test_a_folder_counts_for_more_than_a_repository_and_a_password_in_an_address_is_not_told(tmp_path: Path) -> None:
    assert jar_source("https://mirror.example.org", tmp_path) == JarFolder(tmp_path)
    assert JarRepository("https://me:secret@mirror.example.org/maven").described == "mirror.example.org"
    assert jar_source(None, None).described
