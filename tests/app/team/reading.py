"""Parts of a team's page, as somebody reads them."""

from __future__ import annotations

import re

from lxml import html
from lxml.html import HtmlElement
from werkzeug.test import TestResponse

_CSRF = re.compile(rb'name="csrf_token" value="[^"]*"')


def page_of(response: TestResponse) -> HtmlElement:
    """The page as a tree."""
    return html.fromstring(response.text)


def text_of(element: HtmlElement) -> str:
    """The words of an element, as one line."""
    return " ".join(element.text_content().split())


def select(element: HtmlElement, path: str) -> list[HtmlElement]:
    """The elements inside that a path of "tag", ".class" or "tag.class" steps leads to, as a style sheet's would."""
    steps = [step.partition(".") for step in path.split()]
    return element.xpath("." + "".join(f"//{tag or '*'}{_has_class(name)}" for tag, _, name in steps))


def _has_class(name: str) -> str:
    return f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" if name else ""


def row_names(page: HtmlElement) -> list[str]:
    """The names of the table of who is working with the family, from top to bottom."""
    return [text_of(name) for name in select(page, ".people .who__name")]


def row(page: HtmlElement, node: str) -> HtmlElement:
    """The row of a node of the picture."""
    return page.get_element_by_id(f"row-{node}")


def without_token(body: bytes) -> bytes:
    """A page's bytes without the form token, which is random."""
    return _CSRF.sub(b"", body)
