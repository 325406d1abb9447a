"""Every task has its page, every part of the application leads to one, and what the pages quote is there."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from flask import Flask

from app.help_pages.tasks import AUDIENCES, TASKS, Task, task_of_page
from app.permissions import Permission
from tests.app.page_client import PageClient

APP = Path(__file__).parents[3] / "app"
TEMPLATES = APP / "help_pages" / "templates" / "help" / "tasks"
QUOTED = re.compile(r"“([^”]+)”")
NO_TASK = {"assets", "health", "help"}


def test_every_template_is_a_task_and_every_task_has_an_audience() -> None:
    assert {path.stem for path in TEMPLATES.glob("*.html")} == {task.name for task in TASKS}
    assert {task.audience for task in TASKS} == set(AUDIENCES)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_what_a_page_tells_people_to_choose_is_there(task: Task) -> None:
    elsewhere = "".join(
        unescape(path.read_text("utf-8")).replace("'", "’")
        for kind in ("*.html", "*.py")
        for path in APP.rglob(kind)
        if "help_pages" not in path.relative_to(APP).parts
    )
    told = QUOTED.findall(TEMPLATES.joinpath(f"{task.name}.html").read_text("utf-8"))
    assert [words for words in told if words not in elsewhere] == []


def test_every_part_of_the_application_leads_to_its_help(app: Flask) -> None:
    parts = {name.partition(".")[0] for name, view in app.view_functions.items() if _is_a_page(view)}
    assert sorted(part for part in parts - NO_TASK if task_of_page(f"{part}.any") is None) == []


def _is_a_page(view: object) -> bool:
    return isinstance(getattr(view, "declared_permission", None), Permission)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_a_page_is_read_without_signing_in(client_request: PageClient, task: Task) -> None:
    page = client_request.get(f"/help/{task.name}").text
    assert task.title in page
    assert "If it does not go as it should" in page


def test_the_contents_list_every_task(client_request: PageClient) -> None:
    page = client_request.get("/help").text
    assert [task.name for task in TASKS if f'href="/help/{task.name}"' not in page] == []


def test_there_is_no_help_for_what_is_no_task(client_request: PageClient) -> None:
    client_request.get("/help/no-such-task", status=404)
    client_request.get("/help/..%2Fcontents", status=404)
