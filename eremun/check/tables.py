"""Decision tables: overlaps, rows that never hold, and arguments that no row holds for, found exactly.

Each key is cut into cells within which no condition changes; a table is the product of its keys' cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from eremun.check.faults import Faults
from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import shown
from eremun.model.pack import Pack
from eremun.model.rules import AnyOf, Anything, CellValue, Condition, Row, Table
from eremun.values.intervals import Interval
from eremun.values.types import Kind, Type

MOST_CELLS = 200_000
Point = CellValue
ONE = Fraction(1)


def holds(condition: Condition, value: Point) -> bool:
    """Whether the value meets the condition of a cell of the table."""
    if isinstance(condition, Anything):
        return True
    if isinstance(condition, AnyOf):
        return value in condition.values
    assert isinstance(value, Fraction)
    above = condition.low is None or value > condition.low or (condition.low_inside and value == condition.low)
    below = condition.high is None or value < condition.high or (condition.high_inside and value == condition.high)
    return above and below


def check_table(table: Table, pack: Pack, faults: Faults) -> None:
    """Overlaps and unreachable rows of every version."""
    for version in table.versions:
        points = [list(_points(type_, place, version.content, pack)) for place, (_, type_) in enumerate(table.keys)]
        _check_rows(table, version.content, points, faults)


def _check_rows(table: Table, rows: tuple[Row, ...], points: list[list[Point]], faults: Faults) -> None:
    if _count(points) > MOST_CELLS:
        faults.add("E504", table.span, table=table.name, most=MOST_CELLS)
        return
    reached: set[int] = set()
    told: set[tuple[int, int]] = set()
    for cell in product(*points):
        hit = [i for i, row in enumerate(rows) if all(map(holds, row.conditions, cell))]
        reached.update(hit)
        if len(hit) > 1 and (hit[0], hit[1]) not in told:
            told.add((hit[0], hit[1]))
            other = Mark(rows[hit[0]].span, "@overlaps")
            faults.add("E501", rows[hit[1]].span, other, table=table.name, example=_words(table, cell))
    for place, row in enumerate(rows):
        if place not in reached:
            faults.add("E502", row.span, table=table.name)


def first_gap(table: Table, rows: tuple[Row, ...], domains: list[tuple[Interval, Fraction]], pack: Pack) -> str | None:
    """An argument, as text, that no row holds for, among arguments within `domains` (range and step of each key)."""
    points = [
        [p for p in _points(type_, place, rows, pack, *domains[place]) if _inside(p, *domains[place])]
        for place, (_, type_) in enumerate(table.keys)
    ]
    if _count(points) > MOST_CELLS:
        return None
    for cell in product(*points):
        if not any(all(map(holds, row.conditions, cell)) for row in rows):
            return _words(table, cell)
    return None


def _inside(point: Point, domain: Interval, step: Fraction) -> bool:
    return isinstance(point, str) or (domain.holds(point) and (not step or (point / step).denominator == 1))


def _points(
    type_: Type, place: int, rows: tuple[Row, ...], pack: Pack, domain: Interval | None = None, step: Fraction = ONE
) -> Iterator[Point]:
    """A value of every cell of a key: the words of an enum, or the bounds of conditions and numbers next to them."""
    if type_.kind is Kind.ENUM:
        yield from pack.enums[type_.enum or ""]
        return
    marks: set[Fraction] = set()
    for row in rows:
        marks.update(_bounds(row.conditions[place]))
    near = step or ONE
    grid = {_floor(mark, near) + k * near for mark in marks for k in (-1, 0, 1, 2)} if domain is not None else set()
    between = {(a + b) / 2 for a, b in zip(sorted(marks), sorted(marks)[1:], strict=False)}
    ends = {min(marks) - 1, max(marks) + 1} if marks else {Fraction(0)}
    if domain is not None:
        ends = {Fraction(end) for end in (domain.low, domain.high) if end is not None} | ends
        between = set()
    yield from sorted(marks | grid | between | ends)


def _floor(value: Fraction, step: Fraction) -> Fraction:
    return (value / step).__floor__() * step


def _bounds(condition: Condition) -> Iterator[Fraction]:
    if isinstance(condition, AnyOf):
        yield from (value for value in condition.values if isinstance(value, Fraction))
    elif not isinstance(condition, Anything):
        yield from (bound for bound in (condition.low, condition.high) if bound is not None)


def _count(points: list[list[Point]]) -> int:
    total = 1
    for found in points:
        total *= max(len(found), 1)
    return total


def _words(table: Table, cell: tuple[Point, ...]) -> str:
    return ", ".join(f"{name} = {_word(value, type_)}" for (name, type_), value in zip(table.keys, cell, strict=True))


def _word(value: Point, type_: Type) -> str:
    if isinstance(value, str):
        return value
    return shown(value, type_)
