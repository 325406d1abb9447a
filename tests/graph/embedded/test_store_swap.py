"""A restore that was cut off leaves the old home or the new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.embedded.folders import ServerFolders
from graph.embedded.store_swap import restored_home, swap_in, undo_interrupted_swap


class CutOff(Exception):
    """Stands for the end of the process."""


@pytest.mark.parametrize(("renames_done", "left"), [(0, "old"), (1, "old"), (2, "new")])
def test_a_swap_cut_off_after_any_step_leaves_one_whole_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames_done: int, left: str
) -> None:
    folders = ServerFolders.below(tmp_path)
    for home, name in ((folders.home, "old"), (restored_home(folders), "new")):
        home.mkdir()
        (home / "which").write_text(name)
    rename, calls = Path.rename, 0

    def rename_until_cut_off(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls > renames_done:
            raise CutOff
        return rename(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", rename_until_cut_off)
        patched.setattr("shutil.rmtree", _cut_off)
        with pytest.raises(CutOff):
            swap_in(folders)
    undo_interrupted_swap(folders)
    assert (folders.home / "which").read_text() == left
    assert sorted(path.name for path in folders.server.iterdir()) == ["home", "users"]


def _cut_off(*_: object, **__: object) -> None:
    raise CutOff
