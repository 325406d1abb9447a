"""How near a typed name is to a person's names: pure, and of the two alone.

No frequency, no index score and no other person enters: what one person scores must not tell of others
(visibility.md, "Finding someone").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from graph.name_forms import groups_of, joins, parts, sound

NEAR_ENOUGH = 0.72
"""A name that scores less is no answer."""

_NICKNAME = 0.93
_SAME_SOUND = 0.82
_INITIAL = 0.78
_ONE_SLIP = 0.72
_PART_NEAR_ENOUGH = 0.7
_LEFT_OVER = 0.1
_OTHER_ORDER = 0.01
_WORDS_AT_MOST = 5
_PAIRINGS_AT_MOST = 60
_LENGTH_FOR_TWO_SLIPS = 8

Pair = tuple[float, int]
"""A likeness, and the place of the stored word."""


@dataclass(frozen=True, slots=True)
class StoredName:
    """The names of one person, as stored."""

    given_name: str
    family_name: str
    also_known_as: tuple[str, ...]


def score(typed: str, stored: StoredName) -> float:
    """How near the typed name is, from 0 to 1; NEAR_ENOUGH and more is an answer.

    Every typed word must stand for another word of the name, in any order; one word typed beyond the name (a middle
    name that is not stored) is allowed beside two that match. Words of the stored name may be left out.
    """
    words = parts(typed)[:_WORDS_AT_MOST]
    if not words:
        return 0.0
    return max(_score(segmented, names) for segmented in _segmentations(words) for names in _wordings(stored))


def _segmentations(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words as they are, then with neighbours written as one: `mc donald` for `mcdonald`."""
    if len(words) < 2:
        yield words
        return
    for rest in _segmentations(words[1:]):
        yield (words[0], *rest)
    for rest in _segmentations(words[2:]):
        yield (words[0] + words[1], *rest)


def _wordings(stored: StoredName) -> Iterator[tuple[str, ...]]:
    """The sets of words that the person's name is made of: each other name alone, and with the names it may replace."""
    given, family = _with_joins(stored.given_name), _with_joins(stored.family_name)
    yield given + family
    for other in stored.also_known_as:
        known = _with_joins(other)
        yield from (known, given + known, known + family)


def _with_joins(name: str) -> tuple[str, ...]:
    words = parts(name)[:_WORDS_AT_MOST]
    return words + joins(words)


def _score(typed: tuple[str, ...], stored: tuple[str, ...]) -> float:
    """The best pairing of typed with stored words; their mean, less what is out of order or left over."""
    near = [_near_words(word, stored) for word in typed]
    pairings = islice(_pairings(near, may_leave=len(typed) > 2), _PAIRINGS_AT_MOST)
    return max((_score_pairing(pairing) for pairing in pairings), default=0.0)


def _near_words(word: str, stored: tuple[str, ...]) -> list[Pair]:
    """The stored words that this one may stand for, nearest first."""
    likenesses = ((_likeness(word, name), at) for at, name in enumerate(stored))
    return sorted((pair for pair in likenesses if pair[0] >= _PART_NEAR_ENOUGH), key=lambda pair: (-pair[0], pair[1]))


def _pairings(near: list[list[Pair]], may_leave: bool) -> Iterator[tuple[Pair | None, ...]]:
    """Every way to give each typed word a stored word of its own; one of them may stay without (None) if allowed."""
    if not near:
        yield ()
        return
    for pair in near[0]:
        for rest in _pairings([[other for other in row if other[1] != pair[1]] for row in near[1:]], may_leave):
            yield (pair, *rest)
    if may_leave:
        for rest in _pairings(near[1:], may_leave=False):
            yield (None, *rest)


def _score_pairing(pairing: tuple[Pair | None, ...]) -> float:
    paired = [pair for pair in pairing if pair is not None]
    if all(like == _INITIAL for like, _ in paired):
        return 0.0
    places = [at for _, at in paired]
    mean = sum(like for like, _ in paired) / len(paired)
    return mean - _LEFT_OVER * (len(pairing) - len(paired)) - _OTHER_ORDER * (places != sorted(places))


@lru_cache(maxsize=20_000)
def _likeness(typed: str, stored: str) -> float:
    """How near one folded word is to another: 1 the same, less for a nickname, a slip, a sound, an initial."""
    if typed == stored:
        return 1.0
    if groups_of(typed) & groups_of(stored):
        return _NICKNAME
    if len(typed) == 1 or len(stored) == 1:
        return _INITIAL if typed[0] == stored[0] else 0.0
    same_sound = _SAME_SOUND if sound(typed) == sound(stored) and len(sound(typed)) > 1 else 0.0
    return max(same_sound, _by_letters(typed, stored))


def _by_letters(typed: str, stored: str) -> float:
    """For a slip of the hand, or two in a long word; the common beginning counts, as slips come later."""
    longer = max(len(typed), len(stored))
    slips = DamerauLevenshtein.distance(typed, stored)
    if slips > (1 if longer < _LENGTH_FOR_TWO_SLIPS else 2) or longer < 3:
        return 0.0
    return max(JaroWinkler.normalized_similarity(typed, stored) * 0.95, _ONE_SLIP if slips == 1 else 0.0)
