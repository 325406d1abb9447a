"""What a proposal asks, in words: who, for which agency, about whom, as far as the reader may be told."""

from __future__ import annotations

from dataclasses import dataclass

from app.consent.page import last_day
from app.proposals.links_page import IS, QUALIFIED
from graph.proposals import Waiting

_CONSENT_GIVERS = {
    "parental_responsibility": "a parent with parental responsibility",
    "representative": "somebody else who may decide for them",
}
SOMEBODY = "somebody whom you may not be shown"


@dataclass(frozen=True, slots=True)
class Question:
    """A proposal as its page and the home page word it; masked: whose sensitive services a second purpose is for."""

    id: str
    title: str
    text: str
    consequence: str
    reason: str | None
    mine: bool
    may_accept: bool
    cannot: str
    agency: str
    contacts: tuple[str, ...]
    unknown: bool
    may_withdraw: bool
    masked: str | None


def question_of(one: Waiting) -> Question:
    """The proposal in words; nobody is named whom the fragment does not show to the reader."""
    title, text, consequence = _WORDS[one.kind](one)
    contacts = tuple(way for way in (one.maker_phone, one.maker_email) if way)
    return Question(
        id=one.id,
        title=title,
        text=text,
        consequence=consequence,
        reason=one.reason,
        mine=one.mine,
        may_accept=one.may_accept,
        cannot="" if one.may_accept or one.mine else "This person is shielded, so it cannot be accepted.",
        agency=one.maker_agency or "",
        contacts=() if one.mine else contacts,
        may_withdraw=one.mine and one.kind != "reconfirm",
        unknown=any(side["given_name"] is None for side in one.sides),
        masked=one.person if one.maker_name is None else None,
    )


def _maker(one: Waiting) -> str:
    if one.mine:
        return "You"
    return f"{one.maker_name} ({one.maker_agency})" if one.maker_name else "Somebody at a sensitive service"


def _own(one: Waiting) -> tuple[str, str, str]:
    name = _side(one, one.person)
    who = "You have" if one.mine else f"{_maker(one)} has"
    text = f"{who} recorded that {'you work' if one.mine else 'they work'} with {name}."
    return (
        f"{'Your' if one.mine else 'An'} involvement with {name}",
        text,
        f"Once it is confirmed, {'you see' if one.mine else 'they see'} {name}’s family and who else works with them. "
        f"Until then {'you see' if one.mine else 'they see'} the name alone.",
    )


def _involvement(one: Waiting) -> tuple[str, str, str]:
    name, work = _side(one, one.person), f" ({one.type_label})" if one.type_label else ""
    who = f"You have asked {one.asked_name} to confirm" if one.mine else f"{_maker(one)} has recorded"
    return (
        f"An involvement with {name}",
        f"{who} that {'they work' if one.mine else 'you work'} with {name}{work}.",
        f"Once it is confirmed, {'they see' if one.mine else 'you see'} {name}’s family and who else works with them.",
    )


def _hand_over(one: Waiting) -> tuple[str, str, str]:
    name, work = _side(one, one.person), f" ({one.type_label})" if one.type_label else ""
    who = f"You have asked {one.asked_name}" if one.mine else f"{_maker(one)} asks you"
    return (
        f"Taking over the work with {name}",
        f"{who} to take over the work with {name}{work}.",
        f"Once {'they accept, they see' if one.mine else 'you accept, you see'} {name}’s family and who else works "
        "with them, and it is over for whoever had it before. Where the work rests on consent, ask for it again: it "
        "was given for somebody else.",
    )


def _again(one: Waiting) -> tuple[str, str, str]:
    name = _side(one, one.person)
    who, they, see = ("You work", "you", "you see") if one.mine else (f"{_maker(one)} works", "they", "they see")
    return (
        f"Work with {name} to be confirmed again",
        f"{who} with {name}. Two records of one person were merged, and {they} worked with one of them.",
        f"Once it is confirmed, {see} {name}’s family and who else works with them. Until then {see} the name alone. "
        "Accept it if both records are of the person with whom they work.",
    )


def _link(one: Waiting) -> tuple[str, str, str]:
    how = f" ({QUALIFIED[one.qualifier]})" if one.qualifier else ""
    subject, other = _side(one, one.person), _side(one, str(one.other))
    proposed = "propose" if one.mine else "proposes"
    return (
        "A link between two people",
        f"{_maker(one)} {proposed} to record that {subject} {IS[str(one.link_kind)]} {other}{how}.",
        "Whoever is shown both of them will see that they are related.",
    )


def _membership(one: Waiting) -> tuple[str, str, str]:
    subject, other = _side(one, one.person), _side(one, str(one.other))
    family = f"the family {one.family_name}" if one.family_name else "the same family"
    proposed = "propose" if one.mine else "proposes"
    return (
        "A member of a family",
        f"{_maker(one)} {proposed} to record that {subject} belongs to {family} as {other}.",
        "Whoever works with one of the family will see the others, and who works with them, as far as the rules allow.",
    )


def _unshield(one: Waiting) -> tuple[str, str, str]:
    name = _side(one, one.person)
    return (
        f"Take the shield from {name}",
        f"{_maker(one)} {'propose' if one.mine else 'proposes'} to take the shield from {name}.",
        f"Everybody who works with {name}’s family will see {name} again, address included.",
    )


def _lift_bar(one: Waiting) -> tuple[str, str, str]:
    name, barred = _side(one, one.person), one.asked_name or "the account that is barred"
    return (
        f"Lift a bar from {name}",
        f"{_maker(one)} {'propose' if one.mine else 'proposes'} to lift the bar between {barred} and {name}.",
        f"{barred[:1].upper()}{barred[1:]} will see of {name} what the rules allow anybody in their place.",
    )


def _consent(one: Waiting) -> tuple[str, str, str]:
    """Who recorded it is named only where their work with the person is shown to the reader."""
    said = one.consent or {}
    name = _side(one, one.person)
    who = f"{_maker(one)} has recorded" if said.get("maker_shown") else "It has been recorded"
    giver = _CONSENT_GIVERS.get(str(said.get("giver")), f"{name} themselves")
    about = f"the work of {said['agency']}" if said.get("agency") else "every agency’s work"
    until = f", until {last_day(said['expires_at'])}" if said.get("expires_at") else ""
    return (
        f"A decision about consent of {name}",
        f"{who} that {giver} agreed to show {about} with {name} to others who work with the family, "
        f"sensitive services included{until}.",
        "You work with them for a sensitive service, so it counts once you accept it. Accept it only if you know it to "
        "be true. Nobody is told what you answer.",
    )


def _side(one: Waiting, person: str) -> str:
    return one.name(person) or SOMEBODY


_WORDS = {
    "own_involvement": _own,
    "involvement": _involvement,
    "hand_over": _hand_over,
    "reconfirm": _again,
    "link": _link,
    "membership": _membership,
    "unshield": _unshield,
    "lift_bar": _lift_bar,
    "consent": _consent,
}
