"""A caseload as it comes out of a spreadsheet: bytes to text, text to rows of named cells; nothing is judged here.

Cells stand between tabs, semicolons or commas, with quotation marks around what holds these or a new line. A first row
of headings says which column is which; without one the columns are taken in the order of `IN_ORDER`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

ROWS_AT_MOST = 50
IN_ORDER = ("given_name", "family_name", "born", "type", "since", "role")
_WHOLE_NAME_FIRST = ("name", "born", "type", "since", "role")
_HEADINGS = {
    "given_name": ("given name", "given names", "first name", "first names", "forename", "forenames"),
    "family_name": ("family name", "last name", "surname"),
    "name": ("name", "full name", "client", "child", "young person", "client name", "child name"),
    "born": ("born", "date of birth", "dob", "d o b", "birth date", "birthdate", "expected date", "due date", "edd"),
    "type": ("what i do", "type", "work", "kind of work", "service", "involvement", "what you do for them"),
    "since": ("since", "from", "start", "started", "start date", "since when"),
    "role": ("role", "your role", "my role"),
}
_COLUMN_OF = {heading: column for column, headings in _HEADINGS.items() for heading in headings}
_SPACE = re.compile("[ \t\r\n\u00a0]+")
_BETWEEN = ("\t", ";", ",")


class UnusablePaste(ValueError):
    """What was pasted cannot be taken apart; the message says what to do."""


TOO_MANY = f"This has more than {ROWS_AT_MOST} rows. Add at most {ROWS_AT_MOST} clients at a time: take the others out"
NOT_TEXT = "This cannot be read as text. In your spreadsheet save it as “CSV UTF-8”, or copy the cells and paste them"
NOTHING = "Paste at least one row, or choose a file with one"


@dataclass(frozen=True, slots=True)
class Pasted:
    """The rows, each a map from column to cell with single spaces, and the headings that were not understood."""

    rows: tuple[dict[str, str], ...]
    unused: tuple[str, ...] = ()


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252; UnusablePaste for anything else, workbooks among it."""
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise UnusablePaste(NOT_TEXT)
    for encoding in _encodings(content):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnusablePaste(NOT_TEXT)


def read_rows(text: str) -> Pasted:
    """The rows of a caseload; UnusablePaste where there is none, or one too many, or a lone quotation mark."""
    cells = _rows_of_cells(text.removeprefix("\ufeff"))
    if not cells:
        raise UnusablePaste(NOTHING)
    headed = _columns_of(cells[0])
    if headed is None:
        return Pasted(_named(cells, [*_without_headings(cells[0])]))
    if len(cells) == 1:
        raise UnusablePaste(NOTHING)
    unused = (heading for heading, column in zip(cells[0], headed, strict=True) if heading and not column)
    return Pasted(_named(cells[1:], headed), tuple(unused))


def _encodings(content: bytes) -> Iterator[str]:
    """What the bytes may be, the likeliest first: a mark at the beginning, else where the zero bytes stand."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
        return
    some = content[:1000]
    if some.count(0) > len(some) // 4:
        yield "utf-16-le" if some[1::2].count(0) > some[::2].count(0) else "utf-16-be"
        return
    yield "utf-8-sig"
    yield "cp1252"


def _rows_of_cells(text: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[list[str]] = []
    try:
        for cells in reader:
            plain = [_SPACE.sub(" ", cell).strip() for cell in cells]
            if any(plain):
                rows.append(plain)
            # One more for the headings. Counted while reading: the rest of a long file is never looked at.
            if len(rows) > ROWS_AT_MOST + 1:
                raise UnusablePaste(TOO_MANY)
    except csv.Error as fault:
        raise UnusablePaste(
            f"Near line {reader.line_num} a quotation mark has no other. Take it out, or write it twice"
        ) from fault
    if len(rows) > ROWS_AT_MOST and _columns_of(rows[0]) is None:
        raise UnusablePaste(TOO_MANY)
    return rows


def _separator(text: str) -> str:
    """What stands most often in the first line, outside quotation marks."""
    first = re.sub(r'"[^"]*"', "", text.lstrip()[:5000]).partition("\n")[0]
    return max(_BETWEEN, key=first.count) if any(one in first for one in _BETWEEN) else ","


def _columns_of(cells: list[str]) -> list[str] | None:
    """The column of each heading, empty where it is none that is known; None where the row is no row of headings."""
    columns = [_COLUMN_OF.get(re.sub(r"[^a-z]+", " ", cell.casefold()).strip(), "") for cell in cells]
    known = [one for one in columns if one]
    return columns if len(known) >= min(2, len(cells)) and len(set(known)) == len(known) else None


def _without_headings(cells: list[str]) -> tuple[str, ...]:
    """Whole names stand first where the second cell is a date already."""
    dated = len(cells) > 1 and any(one.isdigit() for one in cells[1])
    return _WHOLE_NAME_FIRST if dated else IN_ORDER


def _named(rows: list[list[str]], columns: list[str]) -> tuple[dict[str, str], ...]:
    return tuple(_with_name_parted(dict(zip(columns, cells, strict=False))) for cells in rows)


def _with_name_parted(row: dict[str, str]) -> dict[str, str]:
    """Given and family name of a whole one: "Mia Reed" and "Reed, Mia" alike."""
    row.pop("", None)
    whole = row.pop("name", "")
    if whole and not row.get("given_name") and not row.get("family_name"):
        family, comma, given = whole.partition(",")
        if not comma:
            given, _, family = whole.rpartition(" ")
        row |= {"given_name": given.strip(), "family_name": family.strip()}
    return row
