"""Law in force: which version of a parameter or table holds on a day, which row of a table holds for its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from eremun.engines.reference.outcomes import Value
from eremun.model.rules import AnyOf, Condition, Dated, Row, Within

T = TypeVar("T")


def in_force(versions: Sequence[Dated[T]], day: date) -> Dated[T]:
    """The latest-begun version that has begun by that day and not ended before it. LookupError where there is none:
    the plan of a period is not made then."""
    standing = [
        version
        for version in versions
        if version.effective_from <= day and (version.effective_to is None or version.effective_to >= day)
    ]
    if not standing:
        raise LookupError(f"no version is in force on {day}")
    return max(standing, key=lambda version: version.effective_from)


def holds(condition: Condition, value: Value) -> bool:
    """Whether the argument meets the condition of its column."""
    if isinstance(condition, AnyOf):
        return value in condition.values
    if isinstance(condition, Within):
        return above(condition, value) and below(condition, value)
    return True


def above(bounds: Within, value: Value) -> bool:
    """Whether the argument is on the right side of the lower bound."""
    if bounds.low is None:
        return True
    return value >= bounds.low if bounds.low_inside else value > bounds.low  # type: ignore[operator]


def below(bounds: Within, value: Value) -> bool:
    """Whether the argument is on the right side of the upper bound."""
    if bounds.high is None:
        return True
    return value <= bounds.high if bounds.high_inside else value < bounds.high  # type: ignore[operator]


def row_that_holds(rows: Sequence[Row], arguments: Sequence[Value]) -> Row | None:
    """The row whose conditions the arguments meet; at most one does in a checked table."""
    return next((row for row in rows if all(map(holds, row.conditions, arguments))), None)
