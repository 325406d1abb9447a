"""Names as they get typed wrongly: each kind of corruption is seeded and knows nothing of the matching."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent

GIVEN = (HERE / "given_names.txt").read_text().split()
FAMILY = (HERE / "family_names.txt").read_text().split()
NEAR_KEYS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioipsdfghjkkxcvbnmn", strict=False))
SPELLINGS = (
    ("ph", "f"),
    ("ck", "k"),
    ("th", "t"),
    ("ee", "i"),
    ("ou", "u"),
    ("y", "i"),
    ("ss", "s"),
    ("tt", "t"),
    ("ll", "l"),
    ("mm", "m"),
    ("ie", "ey"),
    ("w", "v"),
    ("z", "s"),
    ("sh", "sch"),
    ("kh", "k"),
    ("ar", "er"),
    ("on", "en"),
)
SHORT = {
    "Charlotte": "Lottie",
    "Mohammed": "Mo",
    "Katarzyna": "Kasia",
    "Christopher": "Chris",
    "William": "Bill",
    "Elizabeth": "Betty",
    "Jessica": "Jess",
    "Alexander": "Sasha",
    "Margaret": "Peggy",
    "Catherine": "Kate",
    "Stephen": "Steve",
    "Benjamin": "Ben",
    "Rebecca": "Becky",
    "Nicholas": "Nick",
    "Patricia": "Trish",
    "Jonathan": "Jon",
    "Matthew": "Matt",
    "Abigail": "Abby",
    "Philippa": "Pip",
    "Samuel": "Sam",
    "Victoria": "Vicky",
    "Geoffrey": "Jeff",
    "Harriet": "Hattie",
    "Kayleigh": "Kay",
}
TRANSLITERATED = (
    ("Олександр Шевченко", "Oleksandr", "Shevchenko"),
    ("Oleksandr Szewczenko", "Oleksandr", "Shevchenko"),
    ("محمد حسين", "Mohammed", "Hussain"),
    ("Muhammad Hussein", "Mohammed", "Hussain"),
    ("Mohamad Husayn", "Mohammed", "Hussain"),
    ("Jusuf Achmed", "Yusuf", "Ahmed"),
    ("Youssef Ahmad", "Yusuf", "Ahmed"),
    ("Ebrahim Chan", "Ibrahim", "Khan"),
    ("Zeynep Schah", "Zainab", "Shah"),
    ("Vojciech Kovalchik", "Wojciech", "Kowalczyk"),
    ("Shivaun Murphy", "Siobhán", "Murphy"),
    ("Fatemah Chaudhry", "Fatima", "Chowdhury"),
    ("Ayesha Chowdury", "Aisha", "Chowdhury"),
    ("Catarina Novak", "Katarzyna", "Nowak"),
)


def slip(word: str, dice: random.Random) -> str:
    """One slip of the hand: a letter swapped, left out, doubled, or its neighbour's key."""
    at = dice.randrange(len(word) - 1) if len(word) > 1 else 0
    kind = dice.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1 and len(word) > 3:
        return word[: at + 1] + word[at + 2 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[: at + 1] + NEAR_KEYS.get(word[at + 1].lower(), "e") + word[at + 2 :]


def typing_slip(given: str, family: str, dice: random.Random) -> str:
    """A slip in one of the names."""
    return f"{slip(given, dice)} {family}" if dice.random() < 0.5 else f"{given} {slip(family, dice)}"


def two_slips(given: str, family: str, dice: random.Random) -> str:
    """A slip in each of the names."""
    return f"{slip(given, dice)} {slip(family, dice)}"


def by_ear(given: str, family: str, dice: random.Random) -> str:
    """Written as it sounds: some spellings taken for others."""
    text = f"{given} {family}".lower()
    able = [pair for pair in SPELLINGS if pair[0] in text]
    for sound, other in dice.sample(able, min(2, len(able))):
        text = text.replace(sound, other, 1)
    return text


def other_order(given: str, family: str, dice: random.Random) -> str:
    """The family name first, with or without a comma."""
    return f"{family}, {given}" if dice.random() < 0.5 else f"{family} {given}"


def short_form(given: str, family: str, _dice: random.Random) -> str:
    """A short form or pet name where the given name has one."""
    return f"{SHORT.get(given, given)} {family}"


def half_double(given: str, family: str, dice: random.Random) -> str:
    """Spaces, hyphens and accents as they come, in capitals."""
    return f"{given.upper()}  {family.upper()}" if dice.random() < 0.5 else f"{given}-{family}".title()


KINDS: dict[str, Callable[[str, str, random.Random], str]] = {
    "typing slip": typing_slip,
    "two slips": two_slips,
    "by ear": by_ear,
    "other order": other_order,
    "short form": short_form,
    "capitals and hyphens": half_double,
}
