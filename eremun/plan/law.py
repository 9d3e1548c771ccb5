"""Dated law: which version of a parameter or table is in force on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from eremun.model.rules import Dated
from eremun.values.periods import Period

T = TypeVar("T")


def in_force(versions: Sequence[Dated[T]], day: date) -> Dated[T] | None:
    """The version that began last among those that have begun and not ended; None where there is none."""
    current = [v for v in versions if v.effective_from <= day and (v.effective_to is None or day <= v.effective_to)]
    return max(current, key=lambda version: version.effective_from, default=None)


def over_days(versions: Sequence[Dated[T]], period: Period) -> list[tuple[date, Dated[T] | None]]:
    """The versions in force within a month, each with the day from which it is; the first from the first day."""
    starts = {period.start, *(version.effective_from for version in versions)}
    ends = (version.effective_to for version in versions)
    starts |= {end + timedelta(days=1) for end in ends if end is not None and end < date.max}
    found: list[tuple[date, Dated[T] | None]] = []
    for day in sorted(start for start in starts if period.start <= start <= period.end):
        version: Dated[T] | None = in_force(versions, day)
        if not found or found[-1][1] is not version:
            found.append((day, version))
    return found
