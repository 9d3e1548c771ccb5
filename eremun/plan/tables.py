"""Decision tables as nodes: which row holds is worked out now for every cell, so that a run only looks it up.

Each key becomes the number of the stretch its value lies in; the numbers of all keys together are one number, and the
table is a list of cells or of thresholds over it, however many rows it has. Where stretches of many keys would make too
many numbers, those so far are looked up first: their number is that of the rows that still can hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import ceil, floor

from eremun.check.checked import CheckedPack
from eremun.check.table_cells import Point, equalities_first, held_at, places_of
from eremun.model.rules import AnyOf, Anything, CellValue, Condition, Row, Table, Within
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.formulas import compared
from eremun.plan.value import UNIT, Value, scaled
from eremun.values.rounding import common_step
from eremun.values.types import Kind

MOST_TOGETHER = 10_000
Places = tuple[int, ...]
Cell = Callable[[Places], Fraction]
OTHER = ""  # a point that equals no number: what conditions do not name


def table_value(checked: CheckedPack, table: Table, rows: tuple[Row, ...], output: int, keys: list[Value]) -> Value:
    """What the table gives for the keys. Check has seen to it that a row holds, wherever it matters."""
    lowered = _Table(checked, table, rows, keys)
    if table.hit == "marginal":
        return lowered.progressive(output)
    if table.outputs[output][1].kind is not Kind.NUMBER or table.hit == "count":
        step = UNIT
    else:
        step = checked.steps.cells(table.name, output) or UNIT
    return Value(lowered.look_up(lowered.cell(output), step), step)


@dataclass(frozen=True)
class _Key:
    """A key as the number of its stretch: `node`, and a value of each stretch, in order (OTHER: none that a condition
    names). `starts`: the stored integers at which the second and later stretches begin, where it is cut by bounds."""

    place: int
    node: n.Node
    points: tuple[Point, ...]
    starts: tuple[int, ...] = ()

    def place_of(self, value: Fraction) -> int | None:
        """The stretch of a number that a condition names; None where no argument can be that number."""
        numbers = len(self.points) - 1
        place = bisect_left(self.points, value, hi=numbers)
        return place if place < numbers and self.points[place] == value else None


class _Table:
    def __init__(self, checked: CheckedPack, table: Table, rows: tuple[Row, ...], keys: list[Value]) -> None:
        self.checked, self.table, self.rows, self.keys = checked, table, rows, keys

    # What a cell holds

    def cell(self, output: int) -> Cell:
        """What the rows that hold give together."""
        words = self.checked.pack.enums.get(self.table.outputs[output][1].enum or "", ())

        def number(place: int) -> Fraction:
            cell = self.rows[place].cells[output]
            return cell if isinstance(cell, Fraction) else Fraction(words.index(cell))

        def one(held: Places) -> Fraction:
            return number(held[0]) if held else Fraction(0)

        collected: dict[str, Cell] = {
            "sum": lambda held: sum(map(number, held), Fraction(0)),
            "min": lambda held: min(map(number, held), default=Fraction(0)),
            "max": lambda held: max(map(number, held), default=Fraction(0)),
            "count": lambda held: Fraction(len(held)),
        }
        return collected.get(self.table.hit, one)

    def progressive(self, output: int) -> Value:
        """The sum up to the threshold below, and the rate from there on."""
        last = self.keys[-1]
        step = Fraction(0) if last.node == make.ZERO else last.step
        for row in self.rows:
            step = common_step(step, _low(row))
        if not step:  # nothing of what begins at 0
            return Value(make.ZERO)
        rates = self.checked.steps.cells(self.table.name, output) or UNIT
        sums = self.sums_below(output)

        def rate(held: Places) -> Fraction:
            return Fraction(self.rows[held[0]].cells[output]) if held else Fraction(0)

        def start(held: Places) -> Fraction:
            return _low(self.rows[held[0]]) if held else Fraction(0)

        base = self.look_up(lambda held: sums[held[0]] if held else Fraction(0), step * rates)
        over = make.subtract(scaled(last, step), self.look_up(start, step))
        return Value(make.add(base, make.multiply(self.look_up(rate, rates), over)), step * rates)

    def sums_below(self, output: int) -> dict[int, Fraction]:
        """For the place of each row the sum over those below it under the same other keys."""
        found: dict[int, Fraction] = {}
        reached: dict[tuple[Condition, ...], Fraction] = {}
        for place in sorted(range(len(self.rows)), key=lambda place: _low(self.rows[place])):
            row = self.rows[place]
            found[place] = reached.get(row.conditions[:-1], Fraction(0))
            high = _high(row)
            if high is not None:
                reached[row.conditions[:-1]] = found[place] + Fraction(row.cells[output]) * (high - _low(row))
        return found

    # Where a cell stands

    def look_up(self, cell: Cell, step: Fraction) -> n.Node:
        """The node that gives a cell's content, in units of step, for every value of the keys."""

        def content(held: Places) -> int:
            return int(cell(held) / step)

        if any(key.divisor is not None for key in self.keys):
            return self.chain(content)
        *keys, last = [self.key(place) for place in equalities_first(self.rows, len(self.keys))]
        node: n.Node = make.ZERO
        states = [tuple(range(len(self.rows)))]
        if not keys:
            return self.of_one_key(last, [content(held) for held in self.stretches(last, states[0])])
        for key in keys:
            node, states = self.narrowed(node, states, key)
        pairs = [(start, content(held)) for start, held in self.changes(states, last)]
        return n.Steps(_together(node, last), tuple(_merged(pairs, None)))

    def narrowed(self, node: n.Node, states: list[Places], key: _Key) -> tuple[n.Node, list[Places]]:
        """`node` is the number of a state, the rows that still can hold; the same with one more key."""
        if len(states) * len(key.points) <= MOST_TOGETHER:
            return _together(node, key), [held for rows in states for held in self.stretches(key, rows)]
        numbers: dict[Places, int] = {}
        pairs = [(start, numbers.setdefault(held, len(numbers))) for start, held in self.changes(states, key)]
        return n.Steps(_together(node, key), tuple(_merged(pairs, None))), list(numbers)

    def changes(self, states: list[Places], key: _Key) -> Iterator[tuple[int, Places]]:
        """The numbers of state and stretch together from which on other rows can hold, with those."""
        for number, rows in enumerate(states):
            stretches = self.cut_by(key, rows)
            for stretch, held in zip(stretches, self.stretches(key, rows, stretches), strict=True):
                yield number * len(key.points) + stretch, held

    def stretches(self, key: _Key, rows: Places, chosen: Sequence[int] | None = None) -> Iterator[Places]:
        """Which of the rows hold in each stretch of a key, or in those chosen."""
        points = key.points if chosen is None else [key.points[stretch] for stretch in chosen]
        for bits in held_at([self.rows[row].conditions[key.place] for row in rows], points):
            yield tuple(rows[place] for place in places_of(bits))

    def cut_by(self, key: _Key, rows: Places) -> list[int]:
        """The stretches of a key at which conditions of these rows begin or end."""
        conditions = [self.rows[row].conditions[key.place] for row in rows]
        if key.starts:
            step = self.keys[key.place].step
            starts = {start for condition in conditions for start in _starts(condition, step)}
            return [0, *(bisect_left(key.starts, start) + 1 for start in sorted(starts))]
        if OTHER not in key.points:
            return list(range(len(key.points)))
        named = {self.number(key.place, v) for c in conditions if isinstance(c, AnyOf) for v in c.values}
        places = [place for value in named if (place := key.place_of(value)) is not None]
        return sorted({0, *places, *(place + 1 for place in places)})

    def of_one_key(self, key: _Key, contents: list[int]) -> n.Node:
        """Without the detour over the number of the stretch."""
        value = self.keys[0]
        if key.starts:
            pairs = list(zip(key.starts, contents[1:], strict=True))
            return n.Steps(value.node, tuple(_merged(pairs, contents[0])), contents[0])
        known = [(p, c) for p, c in zip(key.points, contents, strict=True) if p != OTHER]
        otherwise = contents[-1] if OTHER in key.points else 0
        cells = tuple((int(self.number(0, point) / value.step), content) for point, content in known)
        return n.Cells(value.node, cells, otherwise)

    def key(self, place: int) -> _Key:
        conditions = [row.conditions[place] for row in self.rows]
        if any(isinstance(condition, Within) for condition in conditions):
            return self.ranged(place, conditions)
        if self.table.keys[place][1].kind is Kind.ENUM:
            words = self.checked.pack.enums[self.table.keys[place][1].enum or ""]
            return _Key(place, self.keys[place].node, words)
        return self.listed(place, conditions)

    def listed(self, place: int, conditions: list[Condition]) -> _Key:
        """A number of which the conditions name single values; any other is the last stretch."""
        named = {self.number(place, v) for c in conditions if isinstance(c, AnyOf) for v in c.values}
        step = self.keys[place].step
        values = sorted(value for value in named if (value / step).denominator == 1)
        cells = tuple((int(value / step), i) for i, value in enumerate(values))
        return _Key(place, n.Cells(self.keys[place].node, cells, len(values)), (*values, OTHER))

    def ranged(self, place: int, conditions: list[Condition]) -> _Key:
        """A number that conditions cut into stretches, each from one whole number of steps to before the next."""
        step = self.keys[place].step
        starts = sorted({start for condition in conditions for start in _starts(condition, step)})
        points = ((starts[0] - 1) * step, *(start * step for start in starts))
        steps = tuple((start, i + 1) for i, start in enumerate(starts))
        return _Key(place, n.Steps(self.keys[place].node, steps), points, tuple(starts))

    def number(self, place: int, value: CellValue) -> Fraction:
        """A key's value as a number: the place of a word in its enum."""
        if isinstance(value, Fraction):
            return value
        return Fraction(self.checked.pack.enums[self.table.keys[place][1].enum or ""].index(value))

    # Keys that are fractions

    def chain(self, content: Callable[[Places], int]) -> n.Node:
        """One condition after the other, each compared exactly."""
        node: n.Node = n.Const(content(()))
        for place, row in reversed(list(enumerate(self.rows))):
            holds = make.both(*(self.condition(i, condition) for i, condition in enumerate(row.conditions)))
            node = make.choose(holds, n.Const(content((place,))), node)
        return node

    def condition(self, place: int, condition: Condition) -> n.Node:
        def against(sign: n.CompareSign, value: CellValue) -> n.Node:
            number = self.number(place, value)
            sign_of = (number > 0) - (number < 0)
            return compared(sign, self.keys[place], Value(n.Const(sign_of), abs(number) or UNIT))

        if isinstance(condition, Anything):
            return make.TRUE
        if isinstance(condition, AnyOf):
            return make.either(*(against("=", value) for value in condition.values))
        low, high = condition.low, condition.high
        above = make.TRUE if low is None else against(">=" if condition.low_inside else ">", low)
        below = make.TRUE if high is None else against("<=" if condition.high_inside else "<", high)
        return make.both(above, below)


def _starts(condition: Condition, step: Fraction) -> Iterator[int]:
    """The whole numbers of steps at which a condition begins to hold, or no longer holds."""
    if isinstance(condition, Within):
        if condition.low is not None:
            yield ceil(condition.low / step) if condition.low_inside else floor(condition.low / step) + 1
        if condition.high is not None:
            yield floor(condition.high / step) + 1 if condition.high_inside else ceil(condition.high / step)
    elif isinstance(condition, AnyOf):
        for value in condition.values:
            if isinstance(value, Fraction) and (value / step).denominator == 1:
                yield from (int(value / step), int(value / step) + 1)


def _together(node: n.Node, key: _Key) -> n.Node:
    """The number of a state and of a stretch of the key as one."""
    return make.add(make.multiply(node, n.Const(len(key.points))), key.node)


def _merged(pairs: list[tuple[int, int]], before: int | None) -> Iterator[tuple[int, int]]:
    """Thresholds without those at which nothing changes."""
    for value, group in groupby(pairs, key=lambda pair: pair[1]):
        start = next(group)[0]
        if value != before:
            yield start, value
        before = value


def _low(row: Row) -> Fraction:
    bounds = row.conditions[-1]
    assert isinstance(bounds, Within)
    assert bounds.low is not None
    return bounds.low


def _high(row: Row) -> Fraction | None:
    bounds = row.conditions[-1]
    assert isinstance(bounds, Within)
    return bounds.high
