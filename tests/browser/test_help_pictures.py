"""The pictures of the help: taken where PATCHWORK_SCREENSHOTS is set, else looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.help_pages.tasks import TASKS, Task
from tests.browser.conftest import OpenPage

FOLDER = Path(__file__).parents[2] / "app" / "help_pages" / "static"
WIDTH, AT_MOST = 720, 150_000
TAKEN = bool(os.environ.get("PATCHWORK_SCREENSHOTS"))
PICTURED = [task for task in TASKS if task.picture]
each_pictured = pytest.mark.parametrize("task", PICTURED, ids=lambda task: task.name)


@pytest.mark.skipif(not TAKEN, reason="set PATCHWORK_SCREENSHOTS to take the pictures anew: make screenshots")
@each_pictured
def test_take_the_picture_of_a_task(open_as: OpenPage, task: Task) -> None:
    assert task.picture is not None
    page = open_as(task.picture.account, task.picture.address, width=WIDTH, height=task.picture.height)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / task.image, animations="disabled")


@each_pictured
def test_each_task_has_its_picture_in_the_size_that_its_page_says(task: Task) -> None:
    assert task.picture is not None
    picture = FOLDER.joinpath(task.image).read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (WIDTH, task.picture.height)
    assert len(picture) < AT_MOST


def test_the_help_of_a_page_is_one_step_from_it(open_as: OpenPage) -> None:
    page = open_as("ellie.brandon", "/search", width=360)
    page.get_by_role("link", name="Help with this page").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Find somebody"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
