"""How each endpoint of the application is visited, or by which other rule it shows people.

Every endpoint of the URL map has a line here, or the test of non-interference fails. Whatever stands here, an endpoint
is opened with ids of each kind for its arguments (visiting.Ids), and each form on its pages is sent empty and filled in
(TYPED); `post` adds forms that no page offers. In texts, {person} stands for somebody of each kind in turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Form = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Visit:
    """An endpoint with forms to send to it besides those that pages offer, and what to ask in its address."""

    post: tuple[Form, ...] = ()
    query: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoSight:
    """An endpoint that is visited too, but shows practitioners and coordinators nobody; the sentence says why."""

    why: str


@dataclass(frozen=True, slots=True)
class Left:
    """An endpoint that is not visited at all; the sentence says why."""

    why: str


_AUDITORS = NoSight(
    "Auditors and administrators see by another rule, with a stated purpose; to anybody else it is absent."
)
_ADMINISTRATORS = NoSight("Administrators alone have it, and it shows no family; to anybody else it is absent.")
_OWN_SIGN_IN = NoSight("It is about the account's own sign-in, which names nobody.")
_SEARCH_BY_NAME = ({"name": "{name}", "born": "{born}"}, {"name": "{name}"}, {"reference": "{reference}"})
_DECIDED = {"giver": "self", "scope": "all", "way": "spoken"}
_SEARCH_BY_BOTH = ({"reference": "{reference}", "born": "{born}"}, {"name": "{name}", "born": "{year}"})

ROUTES: dict[str, Visit | NoSight | Left] = {
    "assets.asset": NoSight("Style sheets and scripts, the same for everybody."),
    "contacts.confirmed": _OWN_SIGN_IN,
    "contacts.confirming": _OWN_SIGN_IN,
    "contacts.mine": Visit(),
    "contacts.save": Visit(post=({"landline": "01632 960001", "away_to": "1 May 2027", "best_time": "mornings"},)),
    "consent.consent": Visit(),
    "consent.decide": Visit(
        post=(
            {**_DECIDED, "word": "withdrawn"},
            {**_DECIDED, "word": "given", "giver": "parental_responsibility", "includes_sensitive": "y"},
            {**_DECIDED, "word": "given", "step": "save"},
        )
    ),
    "consent.explained": NoSight("It explains consent in words that are the same for everybody."),
    "consent.new": Visit(),
    "consent.take_back": Visit(),
    "coordinator.shared": Visit(query=("", "page=2", "page=x")),
    "digests.changes": Visit(query=("", "since=2026-06-20", "since=x")),
    "digests.choose": Visit(post=({"rhythm": "daily"},)),
    "emergency.answer": Visit(post=(*_SEARCH_BY_NAME, {"name": "{name}", "postcode": "LS11 0AA"})),
    "emergency.break_found": Visit(post=({"proof": "{person}", "note": "Heard from school today."},)),
    "emergency.break_shown": Visit(),
    "emergency.confirm": Visit(),
    "emergency.decide": Visit(post=({"decision": "accept"},)),
    "emergency.end": Visit(post=({"grant": "{person}"},)),
    "emergency.justify": Visit(),
    "emergency.justify_for": Visit(),
    "emergency.look": Visit(),
    "emergency.look_by_code": Visit(post=({"code": "{person}"},)),
    "emergency.own_request": Visit(),
    "emergency.search": Visit(),
    "emergency.state": Visit(),
    "emergency.withdraw": Visit(),
    "families.change_details": Visit(post=({"given_name": "{name}", "family_name": "Reed"},)),
    "families.details": Visit(),
    "families.members": Visit(),
    "families.choose_other": Visit(post=({"other": "{person}"},)),
    "families.compare": Visit(),
    "families.merge": Visit(post=({"keep": "{person}"},)),
    "families.merges": Visit(),
    "families.part": Visit(),
    "families.move_members": Visit(post=({"people": "{person}", "target": "new", "name": "Reed"},)),
    "families.take_back_move": Visit(),
    "feedback.answer": _ADMINISTRATORS,
    "feedback.answering": _ADMINISTRATORS,
    "feedback.board": Visit(query=("", "page=2", "page=x")),
    "feedback.give": Visit(post=({"text": "{name} should be found sooner", "page": "team.team"},)),
    "feedback.new": Visit(query=("", "page=team.team", "page=x")),
    "feedback.tell_useful": Visit(post=({"reached": "yes", "within": "day"},)),
    "feedback.useful": Visit(),
    "health.alive": NoSight("It says that the process lives."),
    "health.ready": NoSight("It says that the graph answers."),
    "help.contents": NoSight("It lists the tasks, which are the same for everybody."),
    "help.task": NoSight("It explains a task and asks the graph for nothing."),
    "home.filtered": Visit(post=({"filter": "{name}"}, {"filter": ""}, {"filter": "Mia", "page": "9"})),
    "home.home": Visit(query=("", "page=2", "page=x")),
    "involvements.agree_to_lead": Visit(post=({"answered": "{person}"},)),
    "involvements.ask_to_lead": Visit(),
    "involvements.change": Visit(post=({"type": "other", "role": "Review", "began": "1/1/2026", "version": "x"},)),
    "involvements.end": Visit(post=({"ended_on": "1/1/1990"},)),
    "involvements.hand_over": Visit(),
    "involvements.leave": Visit(),
    "involvements.leave_for": _ADMINISTRATORS,
    "involvements.leaver": _ADMINISTRATORS,
    "involvements.leaving": Visit(),
    "involvements.mine": Visit(query=("", "done=left", "done=x")),
    "involvements.show": Visit(query=("", "done=lead_asked")),
    "involvements.withdraw_lead": Visit(),
    "notice_board.board": Visit(query=("", "page=2")),
    "notice_board.seen": Visit(),
    "policy.policy": NoSight("It shows the rules, which are the same for everybody."),
    "proposals.add_myself": Visit(),
    "proposals.added_myself": Visit(),
    "proposals.answer": Visit(post=({"verdict": "accept"},)),
    "proposals.ask_colleague": Visit(),
    "proposals.asked_colleague": Visit(),
    "proposals.board": Visit(),
    "proposals.end": Visit(),
    "proposals.link": Visit(post=({"one": "{person}", "other": "{person}", "how": "friend_of"},)),
    "proposals.links": Visit(),
    "proposals.show": Visit(),
    "recording.add_caseload": Visit(),
    "recording.add_client": Visit(
        post=(
            {"given_name": "{name}", "family_name": "Reed", "born": "{born}", "type": "family_support"},
            {"given_name": "Zo", "family_name": "Quill", "born": "{born}", "again": "y"},
        )
    ),
    "recording.add_relative": Visit(),
    "recording.added": Visit(),
    "recording.look_over": Visit(
        post=(
            {"rows": "{name},{born}\n{name},{year}\nZo,Quill,{born}", "type": "family_support"},
            {"rows": "Zo,Quill,{born}"},
        )
    ),
    "recording.look_up": Visit(post=({"given_name": "{name}", "family_name": "Reed", "born": "{born}"},)),
    "recording.new_client": Visit(),
    "recording.new_relative": Visit(),
    "recording.paste": Visit(),
    "recording.take_back_client": Visit(),
    "search.answer": Visit(post=(*_SEARCH_BY_NAME, *_SEARCH_BY_BOTH, {"name": "??"})),
    "search.open_with_reason": Visit(post=({}, {"proof": "{person}", "reason": "referral"})),
    "search.search": Visit(),
    "shields.ask": Visit(),
    "shields.bar": _AUDITORS,
    "shields.bars": _AUDITORS,
    "shields.officers_ask": _AUDITORS,
    "shields.officers_shield": _AUDITORS,
    "shields.propose_lifting": _AUDITORS,
    "shields.propose_unshielding": _AUDITORS,
    "shields.shield": Visit(),
    "sign_in.check": _OWN_SIGN_IN,
    "sign_in.sign_in": _OWN_SIGN_IN,
    "sign_in.sign_out": Left("It ends the visit; it answers with a redirect to the sign-in page."),
    "still_true.answered": Visit(post=({"answer": "yes"},)),
    "still_true.ask": Visit(query=("", "say=ended")),
    "still_true.asked": Visit(),
    "still_true.keep": Visit(post=({"involvement": "{person}"},)),
    "still_true.say": Visit(post=({"answer": "handed_over"}, {"answer": "yes"})),
    "team.team": Visit(query=("", "on=2026-01-01", "view=table")),
    "team.team_as_json": Visit(),
}
# Whole packages whose pages are for other roles alone.
PACKAGES: dict[str, NoSight] = {
    "administration": _ADMINISTRATORS,
    "audit": _AUDITORS,
    "invitations": _OWN_SIGN_IN,
    "my_account": _OWN_SIGN_IN,
    "privacy_queue": _AUDITORS,
    "second_factor": _OWN_SIGN_IN,
    "subject_access": _AUDITORS,
    "trail": _AUDITORS,
}

# What is typed into a field of this name, or of one with a dash and more after it; other fields get ANY_TEXT.
TYPED: dict[str, str] = {
    "began": "1/1/2026",
    "born": "1 June 2015",
    "date_of_birth": "2015-06-01",
    "email": "somebody@example.org",
    # Days that are ahead: whoever ends everything now sees nothing of what is asked later.
    "ended_on": "31/12/2027",
    "filter": "Mia",
    "given_by": "Ann Reed",
    "name": "Mia Reed",
    "new_password": "a battery of horses",
    "note": "Heard from school today.",
    "on": "31/12/2027",
    "over_from": "",
    "password": "correct horse battery",
    "until": "3 July 2030",
}
ANY_TEXT = "Heard from school today."


# What an auditor or an administrator asks besides; they are visited wherever a permission lets them in.
_UNMASKS = Left("It states the second purpose, after which nothing is masked.")
_ONE_OR_TWO_ACCOUNTS = ("one={account}&other={other}", "one={account}&on=1+June+2026")
_SUPPOSED = (
    "change=consent_given&person={person}",
    "change=shielded&person={person}",
    "change=suspended&account={account}",
    "change=moved&account={account}&agency={agency}",
    "change=barred&account={account}&person={person}",
    "change=agreement_ended&agreement={agreement}",
)
OF_ROLE: dict[str, dict[str, Visit | NoSight | Left]] = {
    "auditor": {
        "audit.account_difference": Visit(query=_ONE_OR_TWO_ACCOUNTS),
        "audit.difference": Visit(query=("", *_ONE_OR_TWO_ACCOUNTS)),
        "audit.explain": Visit(query=("", "level=none", "reason=AROUND_FAMILY", "agency={agency}")),
        "audit.find": Visit(post=(*_SEARCH_BY_NAME, *_SEARCH_BY_BOTH)),
        "audit.find_accounts": Visit(post=({"name": "user"}, {"name": "Robin"})),
        "audit.graph": Visit(query=("", "reason=AROUND_FAMILY")),
        "audit.state_purpose_for_account": _UNMASKS,
        "audit.state_sensitive_purpose": _UNMASKS,
        "audit.what_if": Visit(query=("", *_SUPPOSED)),
        "subject_access.looks": Visit(query=("", "of=family")),
        "trail.trail": Visit(
            query=(
                "",
                "kind=team",
                "person={person}",
                "account={account}",
                "agency={agency}",
                "reason=OWN&person={person}",
                "reason=OWN_AGENCY",
                "reason=CONSENTED",
                "reason=BROKERED",
            )
        ),
        "trail.unmask_account": _UNMASKS,
        "trail.unmask_event": _UNMASKS,
        "trail.unusual": Visit(query=("", "days=1")),
    },
    "administrator": {
        "audit.explain": Visit(query=("", "level=none", "reason=AROUND_FAMILY", "agency={agency}")),
    },
}


def entry(endpoint: str) -> Visit | NoSight | Left | None:
    """What the registry says of an endpoint for practitioners and coordinators; None where it says nothing."""
    return ROUTES.get(endpoint) or PACKAGES.get(endpoint.split(".")[0])


def entry_for(role: str, endpoint: str, permitted: frozenset[str]) -> Visit | NoSight | Left | None:
    """What the registry says of an endpoint for a role; `permitted` are the roles that may open it."""
    said = OF_ROLE.get(role, {}).get(endpoint) or entry(endpoint)
    if role not in OF_ROLE or said is _OWN_SIGN_IN or isinstance(said, Left) or said is None:
        return said
    if role not in permitted:
        return said if isinstance(said, NoSight) else NoSight("Other roles have it; to anybody else it is absent.")
    return said if isinstance(said, Visit) else Visit()
