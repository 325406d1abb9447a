"""Width of a text in Arial, from a table, so that a label's place can be computed without a browser.

The tables hold advance widths in thousandths of the type size (Liberation Sans has the same ones). Letters with an
accent are as wide as the letter without it, so they are looked up by their base letter; a letter of another script
counts as one em in East Asian writing and as the widest common letter elsewhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_REGULAR = {
    191: "'",
    222: "ijlıł‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopquđħ£–ð",
    584: "+<=>~×",
    611: "FTZßø",
    667: "&ABEKPSVXYÞ",
    722: "CDHNRUwÐ",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "Wœ",
    1000: "ÆŒ—…",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl·ıł‘’",
    280: "|",
    333: "!()-:;[]`ft",
    389: "*r{}",
    474: '"',
    500: "z“”",
    556: "#$0123456789J_aceksvxy£–",
    584: "+<=>^~×",
    611: "?FLTZbdghnopqußøđħð",
    667: "EPSVXYÞ",
    722: "&ABCDHKNRUÐ",
    778: "GOQwØ",
    833: "M",
    889: "%mæ",
    944: "Wœ",
    975: "@",
    1000: "ÆŒ—…",
}
_WIDEST_COMMON = 667
_ELLIPSIS = "…"


def _by_character(table: dict[int, str]) -> dict[str, float]:
    return {character: width / 1000 for width, characters in table.items() for character in characters}


_WIDTHS = (_by_character(_REGULAR), _by_character(_BOLD))


def _rare_width(character: str, bold: bool) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1.0
    return _WIDTHS[bold].get(base, _WIDEST_COMMON / 1000)


def text_width(text: str, size: float = 12.0, bold: bool = False) -> float:
    """Width in px of one line of Arial at `size` px."""
    table = _WIDTHS[bold]
    try:
        return size * sum([table[character] for character in text])
    except KeyError:
        return size * sum([table.get(c) or _rare_width(c, bold) for c in text])


def shorten(text: str, width: float, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits into `width` px with an ellipsis."""
    if text_width(text, bold=bold) <= width:
        return text
    room = width - text_width(_ELLIPSIS, bold=bold)
    end, used = 0, 0.0
    for character in text:
        used += text_width(character, bold=bold)
        if used > room:
            break
        end += 1
    return text[:end].rstrip() + _ELLIPSIS


def wrap(text: str, width: float, lines: int, bold: bool = False) -> tuple[str, ...]:
    """The text on at most `lines` lines of at most `width` px; what does not fit ends in an ellipsis."""
    if text_width(text, bold=bold) <= width:
        return (text,)
    words = text.split()
    made: list[str] = []
    while words and len(made) < lines - 1:
        taken = _words_that_fit(words, width, bold)
        made.append(shorten(" ".join(words[:taken]), width, bold))
        words = words[taken:]
    if words:
        made.append(shorten(" ".join(words), width, bold))
    return tuple(made)


def _words_that_fit(words: Sequence[str], width: float, bold: bool) -> int:
    """How many of the words fit into one line; at least one."""
    used = text_width(words[0], bold=bold)
    space = text_width(" ", bold=bold)
    for index in range(1, len(words)):
        used += space + text_width(words[index], bold=bold)
        if used > width:
            return index
    return len(words)
