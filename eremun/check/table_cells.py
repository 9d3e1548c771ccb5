"""The cells of a decision table: within one no condition changes, so that one point of it speaks for all.

A table is gone through key by key, and in each stretch of a key only with the rows that hold there: the brackets of one
word never meet those of another, and a table of many rows takes little more time than its rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from eremun.model.rules import AnyOf, Anything, CellValue, Condition, Row, Within
from eremun.values.intervals import Interval
from eremun.values.types import Kind, Type

MOST_STEPS = 500_000
Point = CellValue
Cell = tuple[tuple[Point, ...], tuple[int, ...]]
ONE = Fraction(1)


@dataclass(frozen=True)
class Domain:
    """What an argument can be: within the range, a multiple of the step; step 0: any fraction. `words`: which of a list
    (None: any)."""

    range: Interval
    step: Fraction
    words: frozenset[str] | None = None

    def holds(self, point: Fraction) -> bool:
        return self.range.holds(point) and (not self.step or (point / self.step).denominator == 1)

    def ends(self) -> Iterator[Fraction]:
        """The least and the largest argument."""
        step = self.step
        if self.range.low is not None:
            yield ceil(self.range.low / step) * step if step else Fraction(self.range.low)
        if self.range.high is not None:
            yield floor(self.range.high / step) * step if step else Fraction(self.range.high)


class Walk:
    """Goes through a table of these rows. `types`: of its keys; `domains`: what each argument can be, none where any
    number may come. `steps` counts points and rows gone through; past MOST_STEPS the walk ends, and `stopped` says
    so."""

    def __init__(
        self, rows: Sequence[Row], types: Sequence[Type], enums: Mapping[str, tuple[str, ...]],
        domains: Sequence[Domain] = (),
    ) -> None:  # fmt: skip
        self.rows, self.types, self.enums, self.domains = rows, types, enums, domains
        self.order = equalities_first(rows, len(types))
        self.steps = 0

    @property
    def stopped(self) -> bool:
        return self.steps > MOST_STEPS

    def cells(self) -> Iterator[Cell]:
        """A point of every cell, and the places of the rows that hold in it; cells in which the same rows hold by way
        of the same stretches of other keys come once. Where any number may come, only cells in which a row holds."""
        yield from self._below(0, {}, tuple(range(len(self.rows))))

    def _below(self, depth: int, chosen: Mapping[int, Point], rows: tuple[int, ...]) -> Iterator[Cell]:
        if depth == len(self.order):
            yield tuple(chosen[place] for place in range(len(self.order))), rows
            return
        for point, held in self._stretches(self.order[depth], rows):
            if (held or self.domains) and not self.stopped:
                yield from self._below(depth + 1, {**chosen, self.order[depth]: point}, held)

    def _stretches(self, key: int, rows: tuple[int, ...]) -> Iterator[tuple[Point, tuple[int, ...]]]:
        """The first point at which just these of the rows hold, for all there are."""
        conditions = [self.rows[row].conditions[key] for row in rows]
        points = list(self._points(key, conditions))
        self.steps += len(points)
        first: dict[int, Point] = {}
        for point, bits in zip(points, held_at(conditions, points), strict=True):
            first.setdefault(bits, point)
        for bits, point in first.items():
            held = tuple(rows[place] for place in places_of(bits))
            self.steps += len(held)
            yield point, held

    def _points(self, key: int, conditions: Sequence[Condition]) -> Iterator[Point]:
        type_ = self.types[key]
        if type_.kind is Kind.ENUM:
            known = self.domains[key].words if self.domains else None
            return (word for word in self.enums[type_.enum or ""] if known is None or word in known)
        marks = {mark for condition in conditions for mark in _bounds(condition)}
        return iter(_within(marks, self.domains[key]) if self.domains else _around(marks))


def equalities_first(rows: Sequence[Row], keys: int) -> tuple[int, ...]:
    """Keys in the order in which they part the rows best: those of single values, then those of ranges; those that say
    something of every row before those that are often left open."""

    def rank(key: int) -> tuple[bool, int, int]:
        conditions = [row.conditions[key] for row in rows]
        open_ = sum(isinstance(condition, Anything) for condition in conditions)
        return any(isinstance(condition, Within) for condition in conditions), open_, key

    return tuple(sorted(range(keys), key=rank))


def held_at(conditions: Sequence[Condition], points: Sequence[Point]) -> list[int]:
    """For each point, in order, the conditions that it meets as bits: found by where conditions begin and end."""
    changes = [0] * (len(points) + 1)
    places = {point: number for number, point in enumerate(points)}
    numbers = [point for point in points if isinstance(point, Fraction)]
    for number, condition in enumerate(conditions):
        for start, end in _met(condition, places, numbers):
            changes[start] ^= 1 << number
            changes[end] ^= 1 << number
    held, current = [], 0
    for change in changes[:-1]:
        current ^= change
        held.append(current)
    return held


def places_of(bits: int) -> Iterator[int]:
    """The places of the bits, rising."""
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1


def _met(condition: Condition, places: Mapping[Point, int], numbers: Sequence[Fraction]) -> Iterator[tuple[int, int]]:
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


def _around(marks: set[Fraction]) -> list[Fraction]:
    """The marks, and a number in every stretch between and beside them."""
    ends = {min(marks) - 1, max(marks) + 1} if marks else {Fraction(0)}
    return sorted(marks | _between(marks) | ends)


def _within(marks: set[Fraction], domain: Domain) -> list[Fraction]:
    """The same of the arguments there can be: what lies nearest to the marks, and the ends."""
    step = domain.step or ONE
    near = {floor(mark / step) * step + k * step for mark in marks for k in (-1, 0, 1, 2)}
    more = near if domain.step else near | _between(marks)
    ends = {*domain.ends(), *(() if marks else (Fraction(0),))}
    return sorted(point for point in marks | more | ends if domain.holds(point))


def _between(marks: set[Fraction]) -> set[Fraction]:
    return {(low + high) / 2 for low, high in pairwise(sorted(marks))}


def _bounds(condition: Condition) -> Iterator[Fraction]:
    if isinstance(condition, AnyOf):
        yield from (value for value in condition.values if isinstance(value, Fraction))
    elif not isinstance(condition, Anything):
        yield from (bound for bound in (condition.low, condition.high) if bound is not None)
