"""Addresses of other sites, and lines that would begin a header: no answer leads there and no header holds them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from werkzeug.test import TestResponse

from app.next_page import safe_next
from app.permissions import Permission
from tests.app.attacks.forms import Form, fitting
from tests.app.attacks.ground import Ground, address, methods
from tests.app.attacks.state import everything
from tests.app.attacks.world import ADAM, AVA, OLIVE
from tests.app.page_client import PageClient

EVIL = "evil.example"
ELSEWHERE = [
    "//evil.example",
    "///evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "http:evil.example",
    "http:/evil.example",
    "https://evil.example/",
    "HTTPS:\\\\evil.example",
    "javascript://evil.example/%0aalert(1)",
    "data:text/html,evil.example",
    "//user@evil.example",
    "@evil.example",
    "/@evil.example",
    "/%2F/evil.example",
    "/%5cevil.example",
    "/\t/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/\n/evil.example",
    "/\r\nLocation: https://evil.example",
    "/%0d%0aLocation:%20https://evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/sign-in/..//evil.example",
    "/\u2028/evil.example",
    "/\u200b/evil.example",
    "/／evil.example",
    "//evil。example",
    "evil.example",
    "./evil.example",
    "?next=//evil.example",
    "//localhost:80@evil.example/",
    "/" + "a" * 9000 + "evil.example",
]
LINES = "Zed\r\nX-Injected: yes\r\n\r\n<evil.example>"


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_only_pages_of_ours_are_gone_on_to(ground: Ground, wanted: str) -> None:
    """As a browser reads an address: tabs and line ends fall away, a backslash is a slash."""
    with ground.app.test_request_context():
        onward = safe_next(wanted)
    read = onward.translate(str.maketrans({"\t": "", "\n": "", "\r": "", "\\": "/"})).strip()
    assert urlsplit(urljoin("http://ours.example/", read)).netloc == "ours.example"
    assert onward.isprintable()
    assert onward.isascii()


@pytest.mark.parametrize("username", [OLIVE, ADAM, AVA, None])
def test_no_answer_leads_to_another_site(ground: Ground, username: str | None) -> None:
    """Every route, with `next` in its address and its form, and a Host and forwarded hosts of somebody else."""
    browser = ground(username) if username else PageClient(ground.app, ground.database)
    answers = [*_answers(ground, browser, {"next": f"//{EVIL}/"}, forged_hosts=True)]
    answers += _answers(ground, browser, {"next": f"/\\{EVIL}"}, forged_hosts=False)
    assert len(answers) > 200
    for answer in answers:
        _is_ours(answer)


@pytest.mark.parametrize("username", [OLIVE, ADAM, AVA, None])
def test_no_line_end_gets_into_a_header(ground: Ground, username: str | None) -> None:
    """Every argument of an address, every question in it and every field of a form holds one."""
    browser = ground(username) if username else PageClient(ground.app, ground.database)
    evil = dict.fromkeys(fitting(), LINES) | {"next": LINES, "page": LINES, "level": LINES, "of": LINES}
    for answer in _answers(ground, browser, evil, forged_hosts=False, ids="Zed%0d%0aX-Injected:%20yes"):
        assert "X-Injected" not in answer.headers
        assert not any({"\r", "\n"} & {*name, *value} for name, value in answer.headers.items())
        assert answer.status_code < 500
    assert not [one for one in everything(ground.database) if "\\nX-Injected" in repr(one.said)]


def _answers(
    ground: Ground, browser: PageClient, more: Form, *, forged_hosts: bool, ids: str = "nothing"
) -> Iterator[TestResponse]:
    headers = dict.fromkeys(("X-Forwarded-Host", "X-Forwarded-Server", "Forwarded", "X-Original-URL"), EVIL)
    headers |= {"X-Forwarded-Prefix": f"//{EVIL}", "X-Forwarded-Proto": "gopher", "Host": EVIL, "Referer": f"//{EVIL}"}
    for rule in ground.rules(*Permission):
        if rule.endpoint == "sign_in.sign_out":
            continue
        at = address(rule, {}, ids)
        for method in methods(rule):
            form = {**fitting(), **more, "csrf_token": browser.csrf_token()} if method == "POST" else None
            yield browser.browser.open(
                at, method=method, query_string=more, data=form, headers=headers if forged_hosts else None
            )


def _is_ours(answer: TestResponse) -> None:
    location = answer.headers.get("Location", "/")
    assert location.startswith("/"), location
    assert urlsplit(urljoin("http://ours.example/", location.replace("\\", "/"))).netloc == "ours.example", location
    assert EVIL not in repr([(name, value) for name, value in answer.headers.items() if name != "Location"])
    assert f'href="//{EVIL}' not in answer.text
    assert f"http://{EVIL}" not in answer.text
