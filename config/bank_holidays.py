"""Bank holidays in England and Wales, as https://www.gov.uk/bank-holidays lists them (substitute days included).

Of a year that is not listed yet, Saturdays and Sundays alone are no working days: what waits for working days then ends
a day early at most. The list is published two years ahead; add each year to it once it is.
"""

from __future__ import annotations

from datetime import date

ENGLAND_AND_WALES = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-03-26",
        "2027-03-29",
        "2027-05-03",
        "2027-05-31",
        "2027-08-30",
        "2027-12-27",
        "2027-12-28",
        "2028-01-03",
        "2028-04-14",
        "2028-04-17",
        "2028-05-01",
        "2028-05-29",
        "2028-08-28",
        "2028-12-25",
        "2028-12-26",
    )
)
