"""What every page must hold, whatever it is about: well-formed HTML, one heading, no inline code, its headers."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from werkzeug.test import TestResponse

from app.security_headers import CONTENT_SECURITY_POLICY

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BLOCKS = {"address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form"}
_BLOCKS |= {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
}
_PHRASING_ONLY = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "button", "label", "summary", "span", "strong", "b", "em"}
_NO_NESTING = {"a", "button", "form", "label"}
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
_TITLE = re.compile(r"^(Error: )?\S.* - Patchwork$")


class _Page(HTMLParser):
    """Reads a page and notes every fault in its mark-up."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self.texts: dict[str, list[str]] = {"title": [], "h1": []}
        self.language: str | None = None
        self.doctype = ""

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._nesting(tag)
        self._attributes(tag, attrs)
        if tag in self.texts and "svg" not in self.open:
            self.texts[tag].append("")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID and "svg" not in self.open and tag != "svg":
            self._fault(f"<{tag}/> does not close itself in HTML")
        self._nesting(tag)
        self._attributes(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self._fault(f"</{tag}> closes {self.open[-1:] or 'nothing'}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style") and data.strip():
            self._fault(f"inline <{self.open[-1]}>")
        for tag in ("title", "h1"):
            if tag in self.open and "svg" not in self.open:
                self.texts[tag][-1] += data

    def _nesting(self, tag: str) -> None:
        if "svg" in self.open:
            return
        if tag in _BLOCKS and (inside := [name for name in self.open if name in _PHRASING_ONLY]):
            self._fault(f"<{tag}> inside <{inside[-1]}>")
        if tag in _NO_NESTING and tag in self.open:
            self._fault(f"<{tag}> inside <{tag}>")

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        values = dict(attrs)
        self.faults += [f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1]
        self.faults += [f"<{tag}> has {name}" for name in names if name == "style" or name.startswith("on")]
        if tag == "style":
            self._fault("a <style> element")
        if (values.get("href") or "").lower().startswith("javascript:"):
            self._fault("a javascript: address")
        if tag == "html":
            self.language = values.get("lang")
        if values.get("id") is not None:
            self.ids.append(str(values["id"]))
        for name in _REFERENCES:
            self.references += (values.get(name) or "").split()
        if re.match(r"#.", values.get("href") or "") and tag == "a":
            self.references.append(str(values["href"])[1:])

    def _fault(self, text: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {text}")


def faults_of_page(html: str) -> list[str]:
    """Every fault in a page's mark-up; empty where it is fine."""
    page = _Page()
    page.feed(html)
    page.close()
    faults = list(page.faults)
    faults += [f"<{tag}> is never closed" for tag in page.open]
    faults += [f"the id {name!r} is used twice" for name in sorted(set(page.ids)) if page.ids.count(name) > 1]
    faults += [f"refers to #{name}, which is not there" for name in sorted(set(page.references) - set(page.ids))]
    if page.doctype.lower() != "doctype html":
        faults.append("no <!DOCTYPE html>")
    if page.language != "en-GB":
        faults.append("the language is not said")
    if len(page.texts["h1"]) != 1 or not page.texts["h1"][0].strip():
        faults.append(f"{len(page.texts['h1'])} main headings")
    if len(page.texts["title"]) != 1 or not _TITLE.match(page.texts["title"][0]):
        faults.append(f"the title is {page.texts['title']}")
    return faults


def faults_of_headers(response: TestResponse) -> list[str]:
    """Every security header that an answer lacks."""
    expected = {
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return [
        f"{name} is {response.headers.get(name)!r}"
        for name, value in expected.items()
        if response.headers.get(name) != value
    ]


def check_answer(response: TestResponse) -> None:
    """Fail, naming every fault, unless an answer has its headers and, where it is a page, is well formed."""
    faults = faults_of_headers(response)
    if response.mimetype == "text/html" and response.status_code not in (301, 302, 303, 307, 308):
        faults += faults_of_page(response.text)
    assert not faults, "\n".join(faults)
