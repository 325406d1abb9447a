"""Moving members between families: the page's form, and what it does."""

from __future__ import annotations

from dataclasses import dataclass

from flask_wtf import FlaskForm
from wtforms import Field, SelectField, SelectMultipleField
from wtforms.validators import DataRequired, ValidationError

from app.administration.fields import choices, text_field
from app.audit_event import event_of_request
from app.current import moment, viewer
from app.proposals.links_page import look_at_links
from app.typed_text import token_field
from app.wording import day_of, long_day
from graph.driver import Transaction
from graph.family_moves import Moved, made, move_members, moves_of, shown_members, take_back
from graph.proposals import own_id

NEW = "new"


@dataclass(frozen=True, slots=True)
class FormerMove:
    """A move that may be taken back, in words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class MovingPage:
    """Who may be moved, as (id, name), to which families, and the moves that may be taken back."""

    person: str
    family: str
    name: str
    members: tuple[tuple[str, str], ...]
    families: tuple[tuple[str, str], ...]
    moves: tuple[FormerMove, ...]


class MoveForm(FlaskForm):  # type: ignore[misc]
    """Whom to move, and to which family."""

    token = token_field()
    people = SelectMultipleField("Who moves", validators=[DataRequired("Choose at least one person")])
    target = SelectField("To which family", validators=[DataRequired("Choose a family, or a new one")])
    name = text_field("Name of the new family")

    def offer(self, page: MovingPage) -> MoveForm:
        """Offer the members and the families."""
        self.people.choices = choices(page.members)
        self.target.choices = choices([("", "Choose one"), *page.families, (NEW, "A new family")])
        return self

    def validate_name(self, field: Field) -> None:
        """A new family needs a name with letters."""
        if self.target.data == NEW and not any(one.isalpha() for one in field.data or ""):
            raise ValidationError("Enter a name for the new family")


def look_at_moving(tx: Transaction, person: str, family: str) -> MovingPage | None:
    """The page around one family of a person, recorded as a look at its links; None where nobody may be moved."""
    links = look_at_links(tx, person)
    families = dict(links.families) if links else {}
    if family not in families:
        return None
    members = shown_members(tx, account=viewer().account, family=family, moment=moment())
    return (
        MovingPage(
            person=person,
            family=family,
            name=families.pop(family),
            members=tuple(sorted(((one.person, one.name) for one in members.values()), key=lambda pair: pair[::-1])),
            families=tuple(families.items()),
            moves=_moves(tx, family) if members else (),
        )
        if members
        else None
    )


def move(tx: Transaction, page: MovingPage, form: MoveForm) -> Moved | None:
    """Move whoever was chosen; None where the account may not."""
    account, target = viewer().account, str(form.target.data)
    return move_members(
        tx,
        event=event_of_request("move_members"),
        id_=own_id(account, "move", page.family, str(form.token.data)),
        people=[*(form.people.data or ())],
        source=page.family,
        target=None if target == NEW else target,
        name=form.name.data or "",
        moment=moment(),
    )


def was_moved(tx: Transaction, family: str, form: MoveForm) -> bool:
    """Whether this very form was carried out before: its reply was lost, or it was sent twice."""
    return made(tx, own_id(viewer().account, "move", family, str(form.token.data)))


def undo(tx: Transaction, move_id: str) -> Moved | None:
    """Take a move back; None where the account may not."""
    return take_back(tx, event=event_of_request("take_back_move"), move=move_id, moment=moment())


def _moves(tx: Transaction, family: str) -> tuple[FormerMove, ...]:
    found = moves_of(tx, account=viewer().account, family=family, moment=moment())
    return tuple(
        FormerMove(
            move.id,
            f"{', '.join(one.name for one in people)}: {'from' if move.source == family else 'to'} this family, "
            f"{long_day(day_of(move.made_at))}",
        )
        for move, people in found
        if any(one.works_with for one in people)
    )
