"""Law in force: which version of a parameter or table holds on a day, which row of a table holds for its arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeVar

from eremun.engines.reference.outcomes import Value
from eremun.model.rules import AnyOf, Condition, Dated, Row, Table, Within

T = TypeVar("T")


def in_force(versions: Sequence[Dated[T]], day: date) -> Dated[T] | None:
    """The latest-begun version that has begun by that day and not ended before it; None where there is none."""
    standing = [
        version
        for version in versions
        if version.effective_from <= day and (version.effective_to is None or version.effective_to >= day)
    ]
    return max(standing, key=lambda version: version.effective_from, default=None)


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
    """The first row whose conditions the arguments meet."""
    return next(rows_that_hold(rows, arguments), None)


def rows_that_hold(rows: Sequence[Row], arguments: Sequence[Value]) -> Iterator[Row]:
    """The rows whose conditions the arguments meet, in order; at most one in a table that is to be unique."""
    return (row for row in rows if all(map(holds, row.conditions, arguments)))


def places_that_count(table: Table, rows: Sequence[Row], arguments: Sequence[Value]) -> Iterator[int]:
    """The places of the rows that what the table gives is made of."""
    if table.hit == "marginal":
        last = Fraction(arguments[-1])
        for place, row in enumerate(rows):
            bounds = row.conditions[-1]
            reached = isinstance(bounds, Within) and bounds.low is not None and bounds.low < last
            if reached and all(map(holds, row.conditions[:-1], arguments[:-1])):
                yield place
        return
    for place, row in enumerate(rows):
        if all(map(holds, row.conditions, arguments)):
            yield place
            if table.hit in ("unique", "first"):
                return


def progressive(rows: Sequence[Row], arguments: Sequence[Value], output: int) -> Fraction:
    """The sum, over the rows under the same other keys, of the part of the last argument within their bounds times
    their cell."""
    total, last = Fraction(0), Fraction(arguments[-1])
    for row in rows:
        bounds = row.conditions[-1]
        assert isinstance(bounds, Within)
        if bounds.low is not None and all(map(holds, row.conditions[:-1], arguments[:-1])):
            end = last if bounds.high is None else min(last, bounds.high)
            total += max(end - bounds.low, Fraction(0)) * Fraction(row.cells[output])
    return total


def cell(table: Table, rows: Sequence[Row], arguments: Sequence[Value], output: int) -> Value:
    """What the table gives for the arguments; LookupError where it has a gap there."""
    if table.hit == "marginal":
        return progressive(rows, arguments, output)
    found = [row.cells[output] for row in rows_that_hold(rows, arguments)]
    if table.hit == "count":
        return Fraction(len(found))
    if table.hit == "sum":
        return sum((Fraction(value) for value in found), Fraction(0))
    if not found:
        raise LookupError(f"no row of {table.name} holds for {arguments}")
    if table.hit in ("min", "max"):
        return (min if table.hit == "min" else max)(Fraction(value) for value in found)
    return found[0]
