"""The check of every page finds what it looks for."""

from __future__ import annotations

import pytest

from tests.app.page_check import faults_of_page

PAGE = (
    '<!DOCTYPE html><html lang="en-GB"><head><title>Sign in - Patchwork</title></head>'
    '<body><a href="#main">Skip</a><main id="main"><h1>Sign in</h1>{}</main></body></html>'
)


def test_a_page_in_order_has_no_faults() -> None:
    assert faults_of_page(PAGE.format('<p>A <b>word</b><br>and <svg><path d="M0 0"/></svg></p>')) == []


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("<h1>Again</h1>", "2 main headings"),
        ("<p>open", "closes"),
        ("<div></p></div>", "closes"),
        ("<p><div></div></p>", "<div> inside <p>"),
        ('<a href="/"><a href="/">x</a></a>', "<a> inside <a>"),
        ("<div/>", "does not close itself"),
        ('<p id="main">x</p>', "'main' is used twice"),
        ('<label for="absent">x</label>', "#absent"),
        ('<p style="color:red">x</p>', "has style"),
        ('<p onclick="go()">x</p>', "has onclick"),
        ("<script>go()</script>", "inline <script>"),
        ("<style>p{}</style>", "<style>"),
        ('<a href="javascript:go()">x</a>', "javascript:"),
        ('<p class="a" class="b">x</p>', "class twice"),
    ],
)
def test_each_fault_is_named(part: str, fault: str) -> None:
    assert any(fault in found for found in faults_of_page(PAGE.format(part)))


def test_title_language_and_doctype_are_asked_for() -> None:
    assert len(faults_of_page("<html><head><title>x</title></head><body><h1>x</h1></body></html>")) == 3
