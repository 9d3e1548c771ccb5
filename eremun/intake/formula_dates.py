"""Days as whole numbers, as Polars expressions: days since 1970-01-01, and numbers written YYYYMMDD.

Exact in the calendar of Gregory for the years 1 to 9999; elsewhere a number without meaning, never a fault.
"""

from __future__ import annotations

from typing import Literal

import polars as pl

_FIRST, _LAST = -719_162, 2_932_896  # 0001-01-01 and 9999-12-31
_MARCH_OF_YEAR_0 = 719_469  # the days from 1 March of year 0 to 1970-01-01, and one


def date_part(word: Literal["year", "month", "day", "weekday"], days: pl.Expr, to: type[pl.DataType]) -> pl.Expr:
    """The year, month, day or weekday (Monday 1 to Sunday 7) of a day since 1970-01-01, a Thursday."""
    if word == "weekday":
        return (days + 3) % 7 + 1
    date = days.clip(_FIRST, _LAST).cast(pl.Int32).cast(pl.Date).dt
    return {"year": date.year, "month": date.month, "day": date.day}[word]().cast(to)


def is_day(number: pl.Expr) -> pl.Expr:
    """Whether the number YYYYMMDD names a day."""
    year, month, day = _parts(number)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    short = (month == 4) | (month == 6) | (month == 9) | (month == 11)
    last = pl.when(month == 2).then(leap + pl.lit(28, dtype=pl.Int64)).otherwise(pl.lit(31, dtype=pl.Int64) - short)
    return year.is_between(1, 9999) & month.is_between(1, 12) & (day >= 1) & (day <= last)


def days_of(number: pl.Expr) -> pl.Expr:
    """The days since 1970-01-01 of a number YYYYMMDD that names a day.

    Years are counted from March, so that the leap day is the last; from March on, months have 153 days in every five.
    """
    year, month, day = _parts(number)
    early = month <= 2
    since_march = month - 3 + early * pl.lit(12, dtype=pl.Int64)
    year = year - early
    leap_days = year // 4 - year // 100 + year // 400
    return year * 365 + leap_days + (since_march * 153 + 2) // 5 + day - _MARCH_OF_YEAR_0


def _parts(number: pl.Expr) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    return number // 10_000, number // 100 % 100, number % 100
