"""The people of the demonstration's stories, moved to the day on which they are told."""

from datetime import date, datetime, timedelta
from typing import Any, cast

from graph.moment import Moment
from graph.synthetic.data_files import data
from graph.synthetic.days import rfc3339

_DAYS = frozenset({"from", "to", "signed_on", "last_confirmed", "expected_date_of_birth", "deceased_on"})
_INSTANTS = frozenset({"recorded_at", "expires_at", "granted_at", "as_of"})


def story(as_of: datetime) -> dict[str, Any]:
    """The world of `data/demo.json` as if written at `as_of`, as new objects.

    Every day and instant moves by as much as `as_of` differs from the file's; dates of birth stay, because the
    instructions for the demonstration name them.
    """
    told = datetime.fromisoformat(data("demo")["as_of"])
    days = Moment.at(as_of).today - Moment.at(told).today
    return _moved(data("demo"), days, as_of - told)


def _moved(value: Any, days: timedelta, time: timedelta, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _moved(part, days, time, name) for name, part in cast("dict[str, Any]", value).items()}
    if isinstance(value, list):
        return [_moved(part, days, time) for part in cast("list[Any]", value)]
    if key in _DAYS:
        return (date.fromisoformat(value) + days).isoformat()
    if key in _INSTANTS:
        return rfc3339(datetime.fromisoformat(value) + time)
    return value
