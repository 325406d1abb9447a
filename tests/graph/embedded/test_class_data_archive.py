"""An archive is used while it is whole and fits; else the next server writes one."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.embedded.class_data_archive import ClassData, keep_written_archive

USED = "-XX:SharedArchiveFile="
WRITTEN = "-XX:ArchiveClassesAtExit="


@pytest.fixture
def jar(tmp_path: Path) -> Path:
    """Something that counts as a jar."""
    file = tmp_path / "some.jar"
    file.write_bytes(b"classes")
    return file


def test_an_archive_is_written_once_and_used_from_then_on(tmp_path: Path, jar: Path) -> None:
    class_data = ClassData.matching(tmp_path / "class-data", [jar])
    first = class_data.options()
    part = Path(next(option for option in first if option.startswith(WRITTEN)).removeprefix(WRITTEN))
    part.write_bytes(b"what Java writes at the end")
    keep_written_archive(["java", *first])
    second = class_data.options()
    assert not any(option.startswith(WRITTEN) for option in second)
    archives = [Path(name) for name in second[0].removeprefix(USED).split(":")]
    assert [archive.exists() for archive in archives] == [True, True]

    archives[1].chmod(0o600)
    archives[1].write_bytes(b"what Java writex at the end")
    assert any(option.startswith(WRITTEN) for option in class_data.options())


def test_an_archive_of_other_jars_is_not_used_and_goes(tmp_path: Path, jar: Path) -> None:
    folder = tmp_path / "class-data"
    ClassData.matching(folder, [jar]).options()
    before = set(folder.iterdir())
    jar.write_bytes(b"other classes")
    assert any(option.startswith(WRITTEN) for option in ClassData.matching(folder, [jar]).options())
    assert before.isdisjoint(folder.iterdir())


def test_a_server_that_was_killed_before_it_wrote_changes_nothing(tmp_path: Path) -> None:
    keep_written_archive(["java", f"{WRITTEN}{tmp_path / 'never-written.part'}"])
    assert not list(tmp_path.iterdir())
