"""Days and months: dates as days since 1970-01-01, the period of a run.

The calendar is the Gregorian one, years 0001 to 9999, as in the standard library.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

EPOCH = date(1970, 1, 1).toordinal()
FIRST_DAY = date.min.toordinal() - EPOCH
LAST_DAY = date.max.toordinal() - EPOCH


def to_days(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - EPOCH


def from_days(days: int) -> date:
    """The date that lies so many days after 1970-01-01."""
    return date.fromordinal(days + EPOCH)


def is_day(days: int) -> bool:
    """Whether the calendar has a day so many days after 1970-01-01."""
    return FIRST_DAY <= days <= LAST_DAY


def is_within(day: date, first: date | None, last: date | None) -> bool:
    """Whether a day lies between two others, both included; None is no bound."""
    return (first is None or first <= day) and (last is None or day <= last)


def month_number(days: int) -> int:
    """The month of a day of the calendar, counted from the year 0: 12 * year + month."""
    day = from_days(days)
    return 12 * day.year + day.month


def parse_date(text: str) -> date | None:
    """The day that `YYYY-MM-DD` names; None where the form is another or there is no such day."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return None


def date_of_number(value: int) -> date | None:
    """The day written as YYYYMMDD in a whole number; None where there is no such day."""
    return parse_date(f"{value // 10000:04d}-{value // 100 % 100:02d}-{value % 100:02d}") if value >= 0 else None


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One calendar month."""

    year: int
    month: int

    @property
    def start(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def days(self) -> int:
        return monthrange(self.year, self.month)[1]

    @property
    def end(self) -> date:
        return date(self.year, self.month, self.days)

    @property
    def name(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def parse_period(text: str) -> Period | None:
    """The month that `YYYY-MM` names; None where the form is another or there is no such month."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text) or text.startswith("0000"):
        return None
    return Period(int(text[:4]), int(text[5:]))
