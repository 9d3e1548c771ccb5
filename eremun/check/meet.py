"""Exceptions that can meet: two of one rule, neither overriding the other, and a row on which both conditions hold.

Exact where conditions speak of words, truths and limits of columns. Of what is computed only so much is known: its
range and step, and that of two values one is less, or the other, or they are the same; of any other condition that it
and its opposite never hold on one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import ceil, floor

from eremun.check import typed as t
from eremun.check.checked import CheckedException, CheckedPack
from eremun.check.ranges import bounded
from eremun.check.reads import shape, walk
from eremun.model.dated import VERSION
from eremun.model.fields import shown
from eremun.model.rules import ExceptionOf
from eremun.values.intervals import Interval, exactly
from eremun.values.types import Kind

MOST_CASES = 256
ORDERS = {"<": {-1}, "<=": {-1, 0}, "=": {0}, "!=": {-1, 1}, ">=": {0, 1}, ">": {1}}
Literal = tuple[t.Typed, bool]
Value = str | bool | Fraction


@dataclass(frozen=True)
class Meeting:
    """`example`: a row on which both hold; None where no row is known to, and none is known not to."""

    rule: str
    first: ExceptionOf
    second: ExceptionOf
    example: str | None


def meetings(checked: CheckedPack) -> Iterator[Meeting]:
    """All pairs that can meet, or of which it can't be told, in the order of the rules; versions of a rule once."""
    told = set()
    for key, rule in checked.rules.items():
        items = {item.name: item for item in checked.pack.rules[key].exceptions}
        for one, two in combinations(rule.exceptions, 2):
            pair = items[one.name], items[two.name]
            places = pair[0].span, pair[1].span
            if _ranked(one, two) or places in told:
                continue
            over = [item.when for item in rule.exceptions if item.name in {*one.overridden_by, *two.overridden_by}]
            found, example = _meet(checked, rule.grain, (one.when, two.when), over)
            if found:
                told.add(places)
                yield Meeting(rule.name.partition(VERSION)[0], *pair, example)


def _ranked(one: CheckedException, two: CheckedException) -> bool:
    return one.name in two.overridden_by or two.name in one.overridden_by


def _meet(
    checked: CheckedPack, grain: str, both: tuple[t.Typed, t.Typed], over: Sequence[t.Typed]
) -> tuple[bool, str | None]:
    """Whether both may hold and none that overrides one of them, and a row on which it is so, where one is sure to be
    possible."""
    first = both[0]
    none = (t.Not(when, when.type, when.span) for when in over)
    cases = _cases(t.Junction("and", (*both, *none), first.type, first.span), True)
    if cases is None:
        return True, None
    possible = False
    for literals in cases:
        case = _Case(checked, grain)
        if all(case.add(*literal) for literal in literals):
            values = case.row()
            if values is not None and case.sure():
                return True, ", ".join(_said(node, value) for node, value in values)
            possible = possible or values is not None
    return possible, None


def _cases(node: t.Typed, holds: bool) -> list[list[Literal]] | None:
    """The condition as cases, of which one must hold with all its literals; None where they are too many."""
    if isinstance(node, t.Not):
        return _cases(node.part, not holds)
    if not isinstance(node, t.Junction):
        return [[(node, holds)]]
    parts = [_cases(part, holds) for part in node.parts]
    if (node.word == "and") != holds:
        found = [case for part in parts if part is not None for case in part]
        return None if None in parts or len(found) > MOST_CASES else found
    joined: list[list[Literal]] = [[]]
    for part in parts:
        if part is None or len(joined) * len(part) > MOST_CASES:
            return None
        joined = [[*case, *more] for case in joined for more in part]
    return joined


@dataclass
class _Case:
    """Literals that are to hold together: what each column may still be, and conditions of which no more is known."""

    checked: CheckedPack
    grain: str
    words: dict[object, list[Value]] = field(default_factory=dict)
    limits: dict[object, list[Interval]] = field(default_factory=dict)
    barred: dict[object, set[Fraction]] = field(default_factory=dict)
    other: dict[object, bool] = field(default_factory=dict)
    orders: dict[object, set[int]] = field(default_factory=dict)
    reads: dict[object, t.Typed] = field(default_factory=dict)

    def add(self, node: t.Typed, holds: bool) -> bool:
        """Whether the literal can hold beside those before it."""
        if isinstance(node, t.Constant):
            return node.value == holds
        if isinstance(node, t.Read) and node.type.kind is Kind.BOOLEAN:
            return self.among(node, [holds])
        if isinstance(node, t.In) and isinstance(node.value, t.Read) and node.value.type.kind is Kind.ENUM:
            return self.among(node.value, self.chosen(node.value, node.choices, holds))
        if isinstance(node, t.Compare):
            return self.of_two(node.left, node.sign if holds else t.OPPOSITE[node.sign], node.right)
        return self.other.setdefault(shape(node), holds) == holds

    def of_two(self, left: t.Typed, sign: str, right: t.Typed) -> bool:
        """A comparison that holds: of a value with a constant, on either side, or of two values."""
        if isinstance(left, t.Constant) and not isinstance(right, t.Constant):
            left, sign, right = right, t.MIRROR[sign], left
        if isinstance(right, t.Constant) and isinstance(left, t.Read) and left.type.kind is Kind.ENUM:
            return self.among(left, self.chosen(left, [right], sign == "="))
        stepped = left.type.kind in (Kind.NUMBER, Kind.DATE) and self.checked.ranges.grid(left)
        return self.compared(left, sign, right) if isinstance(right, t.Constant) and stepped else (
            self.ordered(left, sign, right)
        )  # fmt: skip

    def ordered(self, left: t.Typed, sign: str, right: t.Typed) -> bool:
        """Whether the two can still be in such an order (-1: the left is less) beside what is said of them already."""
        key = shape(left), shape(right)
        if key[::-1] in self.orders:
            key, sign = key[::-1], t.MIRROR[sign]
        self.orders.setdefault(key, {-1, 0, 1}).intersection_update(ORDERS[sign])
        return bool(self.orders[key])

    def compared(self, read: t.Typed, sign: str, constant: t.Constant) -> bool:
        key, value = shape(read), Fraction(constant.value)
        self.reads[key] = read
        if sign == "!=":
            self.barred.setdefault(key, set()).add(value)
        limits = self.limits.setdefault(key, [self.checked.ranges.of(read)])
        limits.append(bounded(sign, exactly(value), self.checked.ranges.grid(read)))
        return True

    def chosen(self, read: t.Read, choices: Sequence[t.Typed], holds: bool) -> list[Value]:
        named = {choice.value for choice in choices if isinstance(choice, t.Constant)}
        words = self.checked.pack.enums[read.type.enum or ""]
        return [word for word in words if (word in named) == holds]

    def among(self, read: t.Read, values: list[Value]) -> bool:
        key = shape(read)
        self.reads[key] = read
        self.words[key] = [value for value in self.words.get(key, values) if value in values]
        return bool(self.words[key])

    def row(self) -> list[tuple[t.Typed, Value]] | None:
        """A value for each column that the literals speak of; None where a column can have none."""
        found: dict[object, Value] = {key: values[0] for key, values in self.words.items()}
        for key, limits in self.limits.items():
            value = self.number(key, limits)
            if value is None:
                return None
            found[key] = value
        return [(node, found[key]) for key, node in self.reads.items()]

    def number(self, key: object, limits: list[Interval]) -> Fraction | None:
        """The least of the numbers that are left, or the greatest where there is no least."""
        grid = self.checked.ranges.grid(self.reads[key]) or Fraction(1)
        lows = [Fraction(limit.low) for limit in limits if limit.low is not None]
        highs = [Fraction(limit.high) for limit in limits if limit.high is not None]
        first, way = (ceil(max(lows) / grid), 1) if lows else (floor(min(highs, default=Fraction(0)) / grid), -1)
        barred = self.barred.get(key, set())
        tried = ((first + way * place) * grid for place in range(len(barred) + 1))
        return next((v for v in tried if v not in barred and all(limit.holds(v) for limit in limits)), None)

    def sure(self) -> bool:
        """Whether a row with these values can be in the data: columns that stand for themselves, and nothing else."""
        free = all(isinstance(read, t.Read) and self.is_free(read) for read in self.reads.values())
        return free and not self.other and not self.orders

    def is_free(self, read: t.Read) -> bool:
        grain = self.grain
        for name in read.path:
            relation = self.checked.relations[grain].get(name)
            if relation is None or not relation.required:
                return False
            grain = relation.target
        column = self.checked.pack.inputs[grain].columns.get(read.name) if grain in self.checked.pack.inputs else None
        bound = {node.name for rule in self.checked.requires.get(grain, ()) for node in walk(rule)
                 if isinstance(node, t.Read)}  # fmt: skip
        if column is None or column.type.kind is Kind.DATE:  # which days there can be depends on the month
            return False
        return not column.optional and read.name not in bound


def _said(node: t.Typed, value: Value) -> str:
    assert isinstance(node, t.Read)
    name = ".".join((*node.path, node.name))
    if isinstance(value, bool):
        return name if value else f"not {name}"
    if isinstance(value, str):
        return f"{name} = {value}"
    return f"{name} = {shown(value, node.type)}"
