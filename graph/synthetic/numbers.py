"""Numbers that pass their checks and belong to nobody: NHS numbers, pupil numbers, telephones, postcodes."""

from graph.synthetic.dice import Dice

_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_HOLDERS = 1_000_000
_SCATTER = 618_033  # coprime with _HOLDERS, so that neighbours get numbers far apart and no two the same


def nhs_number(serial: int) -> str | None:
    """A valid NHS number for this serial, none where modulus 11 gives no check digit or the serials are used up.

    All begin with 999, which the NHS keeps for tests and gives to nobody. Each serial has its own number.
    """
    if serial >= _HOLDERS:
        return None
    nine = f"999{serial * _SCATTER % _HOLDERS:06d}"
    check = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(nine)) % 11
    return None if check == 10 else f"{nine}{check % 11}"


def pupil_number(dice: Dice, year: int) -> str:
    """A unique pupil number with its check letter, of a local authority (999) that does not exist."""
    digits = f"999{dice.between(2000, 6999)}{year % 100:02d}{dice.between(1, 999):03d}"
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
    return _PUPIL_LETTERS[total % 23] + digits


def landline(dice: Dice) -> str:
    """A landline of the range that Ofcom keeps for drama."""
    return f"01632 960{dice.between(0, 999):03d}"


def mobile(dice: Dice) -> str:
    """A mobile number of the range that Ofcom keeps for drama."""
    return f"07700 900{dice.between(0, 999):03d}"


def postcode(dice: Dice, area: str) -> str:
    """A postcode of a postcode area that was never allocated."""
    letters = dice.one(_POSTCODE_LETTERS) + dice.one(_POSTCODE_LETTERS)
    return f"{area}{dice.between(1, 29)} {dice.between(1, 9)}{letters}"
