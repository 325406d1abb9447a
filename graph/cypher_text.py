"""What can be told of a Cypher statement from its text alone: parameters, columns, anchors, whether it writes."""

from __future__ import annotations

import re

_QUIET = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_WRITING = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH)\b")
_ANCHOR = re.compile(r"\bMATCH\s*(?:\w+\s*=\s*)?\((\w*)\s*([:{)\s])")
_RETURN = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?")
_RETURN_END = re.compile(r"\b(?:ORDER\s+BY|SKIP|LIMIT)\b")
_ALIAS = re.compile(r"\bAS\s+`?(\w+)`?$")


class QueryFault(Exception):
    """A query file disagrees with its header, its row type or its call; the message names the file and the fault."""


def quiet(text: str) -> str:
    """The statement with comments and the insides of strings blanked, so that words in them count for nothing."""
    return _QUIET.sub(lambda match: "''" if match[0][0] in "'\"" else " ", text)


def parameters_used(text: str) -> set[str]:
    """The names after a dollar sign."""
    return set(PARAMETER.findall(quiet(text)))


def writes(text: str) -> bool:
    """Whether a clause of the statement changes the graph."""
    return _WRITING.search(quiet(text)) is not None


def has_order(text: str) -> bool:
    """Whether the final RETURN is ordered."""
    tail = _after_final_return(quiet(text))
    return tail is not None and re.search(r"\bORDER\s+BY\b", tail) is not None


def returned_columns(text: str) -> tuple[str, ...]:
    """The names of the columns of the final RETURN, in order; empty where nothing is returned."""
    tail = _after_final_return(quiet(text))
    if tail is None:
        return ()
    end = _RETURN_END.search(tail)
    return tuple(_column(part) for part in (tail[: end.start()] if end else tail).split(","))


def anchors_without_label(text: str) -> list[str]:
    """Variables that open a MATCH with neither a label nor an earlier binding: they would scan the whole store."""
    still = quiet(text)
    found: list[str] = []
    for match in _ANCHOR.finditer(still):
        name, follows = match[1], match[2]
        if follows == ":":
            continue
        bound = name and re.search(rf"\b{name}\b", still[: match.start()])
        if not bound:
            found.append(name or "()")
    return found


def _column(part: str) -> str:
    part = part.strip()
    alias = _ALIAS.search(part)
    return alias[1] if alias else part


def _after_final_return(still: str) -> str | None:
    """What follows the last RETURN outside all brackets, without what stands in brackets itself."""
    outside: list[str] = []
    depth = 0
    for character in still:
        depth += character in "{[("
        outside.append(character if depth == 0 else " ")
        depth -= character in "}])"
    flat = "".join(outside)
    starts = [match.end() for match in _RETURN.finditer(flat)]
    return flat[starts[-1] :] if starts else None
