"""Numbers: valid, and nobody's."""

from graph.synthetic.dice import Dice
from graph.synthetic.numbers import nhs_number, pupil_number


def test_nhs_numbers_pass_modulus_11_and_never_repeat() -> None:
    numbers = [number for serial in range(50_000) if (number := nhs_number(serial))]
    assert len(numbers) == len(set(numbers)) > 40_000
    for number in numbers:
        assert len(number) == 10
        assert sum(int(digit) * (10 - place) for place, digit in enumerate(number)) % 11 == 0


def test_nhs_numbers_come_to_an_end() -> None:
    assert nhs_number(1_000_000) is None


def test_a_pupil_number_has_its_check_letter() -> None:
    number = pupil_number(Dice(4), 2021)
    total = sum(int(digit) * weight for weight, digit in enumerate(number[1:], start=2))
    assert len(number) == 13
    assert number[0] == "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23]
    assert number[8:10] == "21"
