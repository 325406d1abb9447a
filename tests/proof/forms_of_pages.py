"""The forms that a page offers, taken as a browser would send them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import html

from tests.proof.routes import ANY_TEXT, TYPED


@dataclass(frozen=True, slots=True)
class Offered:
    """A form of a page: where it goes and its fields, as it stands and as somebody would fill it in."""

    address: str
    blank: dict[str, str]
    filled: dict[str, str]


def offered_forms(page: bytes) -> list[Offered]:
    """Every form that is sent by POST, once each."""
    found: dict[str, Offered] = {}
    for form in html.fromstring(page).forms if page.strip() else ():
        if form.method.upper() == "POST" and form.action != "/sign-out":
            blank = {field.name: field.value or "" for field in form.inputs if _given(field)}
            offered = Offered(form.action or "", blank, {**blank, **_typed(form)})
            found.setdefault(repr(offered), offered)
    return [*found.values()]


def _given(field: html.HtmlElement) -> bool:
    return field.name is not None and field.get("type") == "hidden"


def _typed(form: html.FormElement) -> dict[str, str]:
    typed: dict[str, str] = {}
    for field in form.inputs:
        kind = field.get("type", "text") if field.tag == "input" else field.tag
        if field.name is None or kind == "hidden":
            continue
        if kind in ("radio", "checkbox", "submit"):
            typed.setdefault(field.name, field.get("value", "y"))
        elif kind == "select":
            options = [option for option in field.value_options if option]
            typed[field.name] = options[0] if options else ""
        else:
            typed[field.name] = TYPED.get(field.name.partition("-")[0], ANY_TEXT)
    for button in form.iter("button"):
        if button.get("name"):
            typed.setdefault(button.get("name"), button.get("value", ""))
    return typed
