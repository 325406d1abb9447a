"""What visibility.md ("What an import refuses") asks of one record by itself, beyond the schema."""

from __future__ import annotations

from collections.abc import Callable

from graph.worlds.faults import Tell
from graph.worlds.lists import Record

LAST = "9999-99-99"


def check_record(name: str, record: Record, tell: Tell) -> None:
    """Tell of every rule that a record of the list `name`, filled in, breaks by itself; what is None is not judged."""
    _check_interval(record, "", tell)
    rule = _RULES.get(name)
    if rule is not None:
        rule(record, tell)


def _check_interval(record: Record, path: str, tell: Tell) -> None:
    begins, ends = record.get("from"), record.get("to")
    if begins is not None and ends is not None and begins >= ends:
        tell(f"{path}.to", "must be later than from: it is the first day on which it is over.")


def _check_person(person: Record, tell: Tell) -> None:
    number = person.get("nhs_number")
    if number is not None and not is_nhs_number(number):
        tell(".nhs_number", "must be ten digits that pass the modulus 11 check; look for a slip of the pen.")
    born, died = person.get("date_of_birth"), person.get("deceased_on")
    if born is not None and died is not None and born > died:
        tell(".deceased_on", "is before the date of birth.")


def is_nhs_number(text: str) -> bool:
    """Whether a text is ten digits whose last is the NHS check digit (modulus 11)."""
    if len(text) != 10 or not (text.isascii() and text.isdigit()):
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(text, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == int(text[9])


def _check_parts(name: str) -> Callable[[Record, Tell], None]:
    def check(record: Record, tell: Tell) -> None:
        for position, part in enumerate(record[name]):
            _check_interval(part, f".{name}[{position}]", tell)

    return check


def _check_family(family: Record, tell: Tell) -> None:
    _check_parts("members")(family, tell)
    until: dict[str, str] = {}
    periods = [(member["from"] or "", position) for position, member in enumerate(family["members"])]
    for begins, position in sorted(periods):
        member = family["members"][position]
        person: str = member["person"]
        if begins < until.get(person, ""):
            tell(f".members[{position}]", "overlaps another membership of the same person in this family.")
        until[person] = max(until.get(person, ""), member["to"] or LAST)


def _check_kinship(link: Record, tell: Tell) -> None:
    if link["from_person"] == link["to_person"] is not None:
        tell(".to_person", "nobody is their own relative; name another person.")


def _check_involvement(involvement: Record, tell: Tell) -> None:
    if involvement["broker"] == involvement["practitioner"] is not None:
        tell(".broker", "is the practitioner; a broker is a practitioner of another agency.")


def _check_consent(consent: Record, tell: Tell) -> None:
    expires, recorded = consent["expires_at"], consent["recorded_at"]
    if expires is not None and recorded is not None and _at(expires) <= _at(recorded):
        tell(".expires_at", "must be later than recorded_at.")


def _at(text: str) -> tuple[str, str]:
    """A canonical instant to compare by: the second, then its fraction."""
    second, _, fraction = text.removesuffix("Z").partition(".")
    return second, fraction.ljust(6, "0")


def _check_account(account: Record, tell: Tell) -> None:
    if account["role"] == "practitioner" and account.get("practitioner") is None:
        tell(".practitioner", "is missing: an account of role practitioner names its practitioner.")


_RULES: dict[str, Callable[[Record, Tell], None]] = {
    "practitioners": _check_parts("works_for"),
    "people": _check_person,
    "families": _check_family,
    "kinship": _check_kinship,
    "involvements": _check_involvement,
    "consents": _check_consent,
    "accounts": _check_account,
}
