"""The form of somebody who leaves: a choice for each involvement, all in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from flask_wtf import FlaskForm

from app.administration.typed_days import read_day
from app.current import moment
from app.involvements.forms import named
from app.typed_text import token_field
from app.wording import long_day, middle_day
from graph.hand_over import Offer
from graph.involvement_ends import Ending, first_end
from graph.involvement_of_others import Colleague
from graph.my_involvements import Leaver, Leaving, ToLeave

LEAVE, END, _TO = "", "end", "to:"
LONGEST = 40


@dataclass(slots=True)
class Line:
    """One involvement, what is chosen for it and on which day; `number` makes the ids of its fields."""

    number: int
    id: str
    whom: str
    work: str
    since: str
    choices: list[dict[str, str | bool]]
    chosen: str
    day: str
    error: str = ""
    wrong_choice: bool = False


class LeavingForm(FlaskForm):  # type: ignore[misc]
    """A token, and lines that are read by hand: their number is the practitioner's own."""

    token = token_field()

    def lines_of(self, leaver: Leaver, colleagues: Iterable[Colleague], sent: Mapping[str, str] | None) -> None:
        """Make a line for each involvement, from what was sent or as it begins."""
        self._colleagues = named(colleagues)
        self._leaver, self.problem = leaver, ""
        self.lines = [self._line(number, one, sent) for number, one in enumerate(leaver.held, 1)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is chosen for any line."""
        return all(line.chosen == LEAVE and not line.error for line in self.lines)

    def read(self) -> Leaving | None:
        """What is to be done; None where a line is wrong or nothing was chosen, and the form says so."""
        held = {one.id: one for one in self._leaver.held}
        chosen = [line for line in self.lines if line.chosen != LEAVE]
        endings = [self._ending(line, held[line.id]) for line in chosen if line.chosen == END]
        if not chosen:
            self.problem = "Choose for one of them at least what is to happen with it"
        if self.problems():
            return None
        offers = (Offer(line.id, line.chosen.removeprefix(_TO)) for line in chosen if line.chosen != END)
        return Leaving(tuple(one for one in endings if one), tuple(offers))

    def problems(self) -> list[dict[str, str]]:
        """The lines of the error summary, each with the field that it leads to."""
        general = [{"text": self.problem, "href": "#what-1" if self.lines else "#main"}] if self.problem else []
        return general + [
            {"text": f"{line.whom}: {line.error}", "href": f"#{'what' if line.wrong_choice else 'on'}-{line.number}"}
            for line in self.lines
            if line.error
        ]

    def _line(self, number: int, one: ToLeave, sent: Mapping[str, str] | None) -> Line:
        today = moment().today
        offered = [(LEAVE, "Leave it as it is"), (END, "End it")]
        if one.confirmed and (one.from_ is None or one.from_ <= today):
            offered += [(f"{_TO}{id_}", f"Hand it over to {name}") for id_, name in self._colleagues]
        chosen = (sent or {}).get(f"what-{one.id}", LEAVE)
        known = chosen in dict(offered)
        return Line(
            number=number,
            id=one.id,
            whom=one.whom,
            work=one.type_label,
            since=middle_day(one.from_) if one.from_ else "not recorded",
            choices=[{"value": value, "text": text, "selected": value == chosen} for value, text in offered],
            chosen=chosen if known else LEAVE,
            day=long_day(first_end(one.from_, today)) if sent is None else sent.get(f"on-{one.id}", "").strip(),
            error="" if known else "Choose what is to happen with it",
            wrong_choice=not known,
        )

    def _ending(self, line: Line, one: ToLeave) -> Ending | None:
        try:
            day = self._day(line)
        except ValueError as fault:
            line.error = str(fault)
            return None
        if one.from_ and day <= one.from_:
            line.error = f"Enter a day after {long_day(one.from_)}, on which it began"
            return None
        return Ending(one.id, day)

    def _day(self, line: Line) -> date:
        if not line.day or len(line.day) > LONGEST:
            raise ValueError("Enter the first day on which it is over, such as 3 July 2026")
        return read_day(line.day, moment().today)
