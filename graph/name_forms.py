"""How a name is folded, cut into parts and brought to sound, so that variants of one name meet.

Pure functions of the name alone: nothing here knows how frequent a name is, because a frequency would tell of people
whom the asker may not see (visibility.md, "Finding someone").
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from anyascii import anyascii

NICKNAMES = Path(__file__).parent / "nicknames.txt"
LONGEST = 200

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_SILENT_MARKS = re.compile(r"['’‘`´ʼ.]")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:kn|gn)", "n"),
        (r"^wr", "r"),
        (r"^mac(?=[bcdfgklmnpqrstvw])", "mc"),
        (r"szcz|shch", "s"),
        (r"sch|tsch|tch|cz|ch|sz|sh|zh|rz", "s"),
        (r"ph|pf", "f"),
        (r"kh|ck|cq|q", "k"),
        (r"gh", "g"),
        (r"th|dh", "t"),
        (r"dz|dj|dg(?=[eiy])", "j"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"g(?=[eiy])", "j"),
        (r"z", "s"),
        (r"[wv]", "f"),
        (r"d(?=$)", "t"),
        (r"(?<=.)h", ""),
        (r"^[aeiouy]+", "a"),
        (r"(?<=.)[aeiouyj]", ""),
        (r"(.)\1+", r"\1"),
    )
)


def folded(name: str) -> str:
    """A name in plain small letters: `Zoë O’Brien` gives `zoe obrien`, any script is transliterated."""
    plain = anyascii(_SILENT_MARKS.sub("", unicodedata.normalize("NFKC", name[:LONGEST])))
    return _NOT_LETTERS.sub(" ", _SILENT_MARKS.sub("", plain).casefold()).strip()


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name in order; a double-barrelled name has two."""
    return tuple(folded(name).split())


def joins(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each two neighbours written as one: `mc donald` meets `mcdonald`, `anne-marie` meets `annemarie`."""
    return tuple(left + right for left, right in pairwise(words))


# Parts of names alone, of nobody in particular: a search weighs the same ones hundreds of times.
@lru_cache(maxsize=20_000)
def sound(part: str) -> str:
    """A rough sound of one folded part: its consonants, with those that transliterations confuse made one."""
    for pattern, replacement in _SOUNDS:
        part = pattern.sub(replacement, part)
    return part


@cache
def nickname_groups() -> dict[str, frozenset[str]]:
    """For each name of the table, the heads of the groups that it stands in."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for line in NICKNAMES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            names = line.split()
            for name in names:
                groups[name].add(names[0])
    return {name: frozenset(heads) for name, heads in groups.items()}


def groups_of(part: str) -> frozenset[str]:
    """The nickname groups of one folded part; empty for a name outside the table."""
    return nickname_groups().get(part, frozenset())


def one_letter_less(part: str) -> frozenset[str]:
    """The part with each one letter left out, nothing shorter than three letters.

    Two words that differ by one letter typed wrong, left out, added or swapped share one of these or the word itself.
    """
    return frozenset(part[:at] + part[at + 1 :] for at in range(len(part))) if len(part) > 3 else frozenset()
