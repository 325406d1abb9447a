"""Every way to remove or weaken one clause of a fragment, by reading its text.

Each AND or OR loses each of its operands; each WHERE and each WHEN of one operand becomes true, each WHEN false too;
each comparison changes its edge or its sense; each NOT, each default of coalesce, each element of a list of words and
each property of a pattern goes; each EXISTS becomes true and false, any and all change places, numbers move by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"//[^\n]*|'(?:\\.|[^'\\])*'|<-|->|<=|>=|<>|[<>=]|\$?[A-Za-z_]\w*|\d+|\S")
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_ENDS = {"MATCH", "WITH", "WHERE", "RETURN", "UNWIND", "CALL", "AS", "CASE", "WHEN", "THEN", "ELSE", "END", ",", "|"}
_SWAPS = {
    "<": "<=",
    "<=": "<",
    ">": ">=",
    "=": "<>",
    "<>": "=",
    "any": "all",
    "all": "any",
    "true": "false",
    "false": "true",
    "NOT": "",
}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change of one fragment: what stands there now, and what stands there instead."""

    fragment: str
    start: int
    end: int
    old: str
    new: str
    line: int
    place: str

    @property
    def name(self) -> str:
        """The change in words that stay while the text about it stays."""
        return f"{self.fragment}: {self.place} ⊢ {_short(self.old)} → {_short(self.new) or 'nothing'}"

    def applied(self, text: str) -> str:
        """The fragment's text with the change made."""
        return text[: self.start] + self.new + text[self.end :]


def mutations(fragment: str, text: str) -> list[Mutation]:
    """Every mutation of a fragment, each once, in the order of the text."""
    found: dict[tuple[int, int, str], Mutation] = {}
    for (start, end), new in _changes(_Reading(text)):
        line = text.count("\n", 0, start)
        place = _place(text, start)
        found.setdefault((start, end, new), Mutation(fragment, start, end, text[start:end], new, line, place))
    return _told_apart([found[key] for key in sorted(found)])


def _told_apart(found: list[Mutation]) -> list[Mutation]:
    """Mutations of one name get numbers."""
    seen: dict[str, int] = {}
    apart: list[Mutation] = []
    for one in found:
        number = seen[one.name] = seen.get(one.name, 0) + 1
        place = one.place if number == 1 else f"{one.place} #{number}"
        apart.append(Mutation(one.fragment, one.start, one.end, one.old, one.new, one.line, place))
    return apart


class _Reading:
    """A text as tokens, with the place where each bracket closes."""

    def __init__(self, text: str) -> None:
        self.text = text
        tokens = [match for match in _TOKEN.finditer(text) if not match[0].startswith("//")]
        self.words = [match[0] for match in tokens]
        self.spans: list[Span] = [match.span() for match in tokens]
        self.closing: dict[int, int] = {}
        open_: list[int] = []
        for at, word in enumerate(self.words):
            if word in _CLOSING:
                open_.append(at)
            elif word in _CLOSING.values():
                self.closing[open_.pop()] = at

    def span(self, first: int, last: int) -> Span:
        """From the start of one token to the end of another."""
        return self.spans[first][0], self.spans[last][1]

    def expressions(self) -> Iterator[tuple[str, int, int]]:
        """Every expression, at every depth, with the word before it: [first, end) of its tokens."""
        pending = [(0, len(self.words))]
        while pending:
            start, end = pending.pop()
            first, at, before = start, start, ""
            while at < end:
                if at in self.closing:
                    pending.append((at + 1, self.closing[at]))
                    at = self.closing[at]
                elif self.words[at] in _ENDS:
                    yield before, first, at
                    first, before = at + 1, self.words[at]
                at += 1
            yield before, first, end

    def split(self, word: str, start: int, end: int) -> list[tuple[int, int]]:
        """An expression split at a word that stands outside every bracket."""
        parts: list[tuple[int, int]] = []
        first = at = start
        while at < end:
            if at in self.closing:
                at = self.closing[at]
            elif self.words[at] == word:
                parts.append((first, at))
                first = at + 1
            at += 1
        return [*parts, (first, end)]


def _changes(reading: _Reading) -> Iterator[tuple[Span, str]]:
    for before, start, end in reading.expressions():
        if start < end:
            yield from _of_expression(reading, before, start, end)
    yield from _of_words(reading)


def _of_expression(reading: _Reading, before: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    whole = reading.span(start, end - 1)
    alternatives = reading.split("OR", start, end)
    conjuncts = [reading.split("AND", *part) for part in alternatives]
    if before == "WHEN":
        yield whole, "true"
        yield whole, "false"
    if before == "WHERE" and len(alternatives) == len(conjuncts[0]) == 1:
        yield whole, "true"
    yield from _without_each(reading, alternatives)
    for parts in conjuncts:
        yield from _without_each(reading, parts)


def _without_each(reading: _Reading, parts: list[tuple[int, int]]) -> Iterator[tuple[Span, str]]:
    for at in range(len(parts) if len(parts) > 1 else 0):
        # The first operand goes with the connector after it, the others with the one before.
        first = parts[at][0] - (at > 0)
        last = parts[at][1] - (at > 0)
        yield reading.span(first, last), ""


def _of_words(reading: _Reading) -> Iterator[tuple[Span, str]]:
    words = reading.words
    for at, word in enumerate(words):
        here = reading.spans[at]
        if word in _SWAPS:
            yield here, _SWAPS[word]
        elif word == "NULL":
            yield (here, "NOT NULL") if words[at - 1] == "IS" else (reading.span(at - 1, at), "NULL")
        elif word.isdigit():
            yield from ((here, str(int(word) + step)) for step in (1, -1))
        elif at + 1 in reading.closing or at in reading.closing:
            yield from _of_brackets(reading, at)


def _of_brackets(reading: _Reading, at: int) -> Iterator[tuple[Span, str]]:
    """What begins with a word before a bracket, or with a bracket."""
    word, before, after = reading.words[at], reading.words[at - 1], reading.words[at + 1]
    if word == "EXISTS":
        whole = reading.span(at, reading.closing[at + 1])
        yield whole, "true"
        yield whole, "false"
    elif word == "coalesce":
        guarded, _ = reading.split(",", at + 2, reading.closing[at + 1])
        yield reading.span(at, reading.closing[at + 1]), reading.text[slice(*reading.span(guarded[0], guarded[1] - 1))]
    elif word == "[" and after.startswith("'"):
        yield from _without_each(reading, reading.split(",", at + 1, reading.closing[at]))
    elif word == "{" and before.istitle():
        yield reading.span(at, reading.closing[at]), ""


def _place(text: str, start: int) -> str:
    """What names the clause that a change is in: the next code, or name, that its expression becomes."""
    rest = text[start:]
    match = re.search(r"THEN '(\w+)'| AS (\w+)\b|\bRETURN (\w+)", rest)
    return next((group for group in match.groups() if group), "") if match else ""


def _short(text: str) -> str:
    """A clause on one line, a long one by its ends."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= 70 else f"{line[:40]} … {line[-25:]}"
