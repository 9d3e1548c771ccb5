"""Decision tables: overlaps, rows that never hold, and arguments that no row holds for, found exactly.

Each key is cut into cells within which no condition changes; a table is the product of its keys' cells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
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


def check_table(table: Table, pack: Pack, faults: Faults) -> None:
    """Overlaps and unreachable rows of every version."""
    for version in table.versions:
        rows = version.content
        points = [list(_points(type_, place, rows, pack)) for place, (_, type_) in enumerate(table.keys)]
        if _count(points) > MOST_CELLS:
            faults.add("E504", table.span, table=table.name, most=MOST_CELLS)
        else:
            _check_rows(table, rows, points, faults)


def _check_rows(table: Table, rows: tuple[Row, ...], points: list[list[Point]], faults: Faults) -> None:
    reached = 0
    told: set[tuple[int, int]] = set()
    for cell, held in cells_of(rows, points):
        first = held & -held
        reached |= first if table.hit == "first" else held
        if held == first or table.hit not in ("unique", "marginal"):
            continue
        pair = _lowest(held), _lowest(held ^ first)
        if pair not in told:
            told.add(pair)
            other = Mark(rows[pair[0]].span, "@overlaps")
            faults.add("E501", rows[pair[1]].span, other, table=table.name, example=_words(table, cell))
    for place, row in enumerate(rows):
        if not reached >> place & 1:
            faults.add("E502", row.span, table=table.name)


def first_gap(table: Table, rows: tuple[Row, ...], domains: list[tuple[Interval, Fraction]], pack: Pack) -> str | None:
    """An argument, as text, that no row holds for, among arguments within `domains`: range and step of each key, step 0
    where it is a fraction that varies."""
    if table.hit in ("sum", "count"):
        return None
    points = [
        [p for p in _points(type_, place, rows, pack, *domains[place]) if _inside(p, *domains[place])]
        for place, (_, type_) in enumerate(table.keys)
    ]
    points = [_unlike(rows, place, found) for place, found in enumerate(points)]
    if _count(points) > MOST_CELLS:
        return None  # more than the table has cells, which is refused of itself
    return next((_words(table, cell) for cell, held in cells_of(rows, points) if not held), None)


def cells_of(rows: Sequence[Row], points: Sequence[Sequence[Point]]) -> Iterator[tuple[tuple[Point, ...], int]]:
    """Every cell of a table, as a point of each key, and the rows that hold in it as bits of a number."""
    held = [_held(rows, place, found) for place, found in enumerate(points)]
    for places in product(*(range(len(found)) for found in points)):
        bits = -1
        for key, place in enumerate(places):
            bits &= held[key][place]
        yield tuple(points[key][place] for key, place in enumerate(places)), bits & ((1 << len(rows)) - 1)


def _held(rows: Sequence[Row], place: int, points: Sequence[Point]) -> list[int]:
    """For each point of a key the rows whose condition it meets, as bits: found by where conditions begin and end."""
    changes = [0] * (len(points) + 1)
    places = {point: number for number, point in enumerate(points)}
    numbers = [point for point in points if isinstance(point, Fraction)]
    for number, row in enumerate(rows):
        for start, end in _stretches(row.conditions[place], places, numbers):
            changes[start] ^= 1 << number
            changes[end] ^= 1 << number
    held, current = [], 0
    for change in changes[:-1]:
        current ^= change
        held.append(current)
    return held


def _unlike(rows: Sequence[Row], place: int, points: Sequence[Point]) -> list[Point]:
    """The first of all points of a key that meet the same conditions."""
    first: dict[int, Point] = {}
    for point, held in zip(points, _held(rows, place, points), strict=True):
        first.setdefault(held, point)
    return list(first.values())


def _stretches(
    condition: Condition, places: Mapping[Point, int], numbers: Sequence[Fraction]
) -> Iterator[tuple[int, int]]:
    """The stretches of points, from one place to before another, that meet a condition; `numbers` are in order."""
    if isinstance(condition, Anything):
        yield 0, len(places)
    elif isinstance(condition, AnyOf):
        for value in dict.fromkeys(condition.values):
            if value in places:
                yield places[value], places[value] + 1
    else:
        low, high = condition.low, condition.high
        start = 0 if low is None else (bisect_left if condition.low_inside else bisect_right)(numbers, low)
        end = len(numbers) if high is None else (bisect_right if condition.high_inside else bisect_left)(numbers, high)
        if start < end:
            yield start, end


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


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
        between = between if not step else set()
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
