"""What is stored on a person so that a search reaches them through an index.

One list of plain terms, `search_keys`, holds for every part of every name the word (`w`), the word with one letter left
out (`w`), its sound (`s`) and its nickname groups (`n`), and the years of birth (`y`). The full-text index
`person_search_keys` covers it; it finds candidates only, and ranking is done elsewhere from the names themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.name_forms import groups_of, joins, one_letter_less, parts, sound


def search_keys(
    given_name: str,
    family_name: str,
    also_known_as: Iterable[str],
    date_of_birth: date | None,
    expected_date_of_birth: date | None,
) -> dict[str, list[str]]:
    """The properties to store on a :Person, to be made anew whenever one of these values changes."""
    names = name_keys(given_name) | name_keys(family_name)
    for other in also_known_as:
        names |= name_keys(other)
    years = {year_key(day.year) for day in (date_of_birth, expected_date_of_birth) if day}
    return {"search_keys": sorted(names | years)}


def name_keys(name: str) -> frozenset[str]:
    """The terms of a name, typed or stored; only letters and digits, so they need no escaping in a query."""
    words = parts(name)
    return frozenset(key for word in words for key in _word_keys(word)) | {f"w{joined}" for joined in joins(words)}


def year_key(year: int) -> str:
    """The term of a year of birth."""
    return f"y{year}"


def _word_keys(word: str) -> Iterable[str]:
    yield f"w{word}"
    yield f"s{sound(word)}"
    yield from (f"w{shorter}" for shorter in one_letter_less(word))
    yield from (f"n{head}" for head in groups_of(word))
