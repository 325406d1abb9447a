"""The picture of the README: taken where PATCHWORK_SCREENSHOTS is set, else looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage

IMAGE = Path(__file__).parents[2] / "docs" / "images" / "team.png"
WIDTH, HEIGHT = 1280, 720
AT_MOST = 300_000
TAKEN = bool(os.environ.get("PATCHWORK_SCREENSHOTS"))


@pytest.mark.skipif(not TAKEN, reason="set PATCHWORK_SCREENSHOTS to take the picture anew: make screenshots")
def test_take_the_picture_of_a_team(open_as: OpenPage) -> None:
    page = open_as("ellie.brandon", "/people/leo-marsh/team", width=WIDTH, height=HEIGHT)
    page.wait_for_selector("#canvas[data-drawn]")
    IMAGE.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=IMAGE, animations="disabled")


def test_the_readme_has_a_picture_of_a_team() -> None:
    picture = IMAGE.read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20]) == WIDTH
    assert len(picture) < AT_MOST
    assert "docs/images/team.png" in IMAGE.parents[2].joinpath("README.md").read_text(encoding="utf-8")
