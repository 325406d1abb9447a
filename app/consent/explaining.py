"""What consent means, told to families in their own language: texts kept as data, one file a language.

A text whose `read_by_native` is false has not been read by somebody who grew up with the language; the page says so to
whoever shows it (docs/consent.md).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the answers to tick."""

    asks: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The text in one language; `name` is what the language calls itself, `english` what English calls it."""

    code: str
    name: str
    english: str
    direction: Literal["ltr", "rtl"]
    read_by_native: bool
    title: str
    told: tuple[str, ...]
    rights_title: str
    rights: tuple[str, ...]
    decision_title: str
    questions: tuple[Question, ...]
    lines: tuple[str, ...]


@cache
def explanations() -> tuple[Explanation, ...]:
    """Every language, English first, then by what English calls it."""
    folder = files("app.consent").joinpath("languages")
    read = [_read(one.name[:-5], one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".toml")]
    return tuple(sorted(read, key=lambda one: (one.code != "en", one.english)))


def explanation(code: str) -> Explanation | None:
    """The text in one language, by its code; None for a language there is none in."""
    return next((one for one in explanations() if one.code == code), None)


def _read(code: str, text: str) -> Explanation:
    told = tomllib.loads(text)
    questions = tuple(Question(one["asks"], tuple(one["answers"])) for one in told.pop("questions"))
    lists = {name: tuple(told.pop(name)) for name in ("told", "rights", "lines")}
    return Explanation(code=code, questions=questions, **lists, **told)
