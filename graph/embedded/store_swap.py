"""Put a restored home in the place of the old one so that a crash leaves the one or the other, never a mixture."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.embedded.folders import ServerFolders


def restored_home(folders: ServerFolders) -> Path:
    """Where a restored home is made ready."""
    return folders.server / "home-restored"


def swap_in(folders: ServerFolders) -> None:
    """Take the restored home into use; the old one is removed last."""
    before = _home_before(folders)
    if folders.home.exists():
        folders.home.rename(before)
    restored_home(folders).rename(folders.home)
    shutil.rmtree(before, ignore_errors=True)


def discard(folders: ServerFolders) -> None:
    """Remove a restored home that is not to be used."""
    shutil.rmtree(restored_home(folders), ignore_errors=True)


def undo_interrupted_swap(folders: ServerFolders) -> None:
    """After a crash: the old home back where the new one had not taken its place, and no remains of either."""
    before = _home_before(folders)
    if before.exists() and not folders.home.exists():
        before.rename(folders.home)
    shutil.rmtree(before, ignore_errors=True)
    discard(folders)


def _home_before(folders: ServerFolders) -> Path:
    return folders.server / "home-before-restore"
