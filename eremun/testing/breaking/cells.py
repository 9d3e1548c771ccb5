"""Cells for a made-up row: the ends of a column's range, what the law compares with, and something between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from random import Random

from eremun.check import typed as t
from eremun.check.checked import CheckedPack
from eremun.check.ranges import column_range
from eremun.check.reads import walk
from eremun.model.inputs import Column
from eremun.model.rules import AnyOf, Within
from eremun.values.forms import in_form
from eremun.values.numbers import decimal_text
from eremun.values.periods import Period
from eremun.values.types import Kind

UNLIMITED = 10**7  # of a column without an upper end, the largest number tried
NIPS = ("199001012015031", "198512312010012", "200002292024211")


class CellMaker:
    """Makes the cells of columns, as a clerk would type them."""

    def __init__(self, checked: CheckedPack, period: Period, chance: Random) -> None:
        self.pack, self.period, self.chance = checked.pack, period, chance
        self.borders = sorted(_borders(checked))
        self.inside: dict[int, list[Fraction]] = {}

    def cell(self, column: Column, number: int) -> str:
        """`number`: of the row, which is part of texts and nips."""
        if column.optional and self.chance.random() < 0.3:
            return ""
        match column.type.kind:
            case Kind.BOOLEAN:
                return self.chance.choice(("ya", "tidak"))
            case Kind.ENUM:
                return self.chance.choice(self.pack.enums[column.type.enum or ""])
            case Kind.DATE:
                return in_form(self.day(column), column.format)
            case Kind.NIP:
                return f"{self.chance.choice(NIPS)}{number % 1000:03d}"
            case Kind.NUMBER:
                return in_form(self.number(column), column.format)
        return f"X{number}"

    def day(self, column: Column) -> str:
        if column.in_period:
            return (self.period.start + timedelta(self.chance.randrange(self.period.days))).isoformat()
        near = self.chance.choice((-400, -31, -1, 0, 1, 14, self.period.days, 60))
        return (self.period.start + timedelta(near)).isoformat()

    def number(self, column: Column) -> str:
        step, range_ = column.step, column_range(column)
        low, high = Fraction(range_.low or 0), Fraction(range_.high or 0)
        high = high if column.high is not None else max(low, UNLIMITED * step)
        inside = self.inside.get(id(column))
        if inside is None:
            inside = [border for border in self.borders if low <= border <= high and (border / step).denominator == 1]
            self.inside[id(column)] = inside
        between = low + step * self.chance.randrange(int((high - low) / step) + 1)
        value = self.chance.choice([low, high, between, *(self.chance.sample(inside, 1) if inside else [])])
        if column.type.unit is not None and column.type.unit.plain == "persen" and not column.type.unit.dims:
            value *= 100
        return decimal_text(value, column.decimals)


def _borders(checked: CheckedPack) -> set[Fraction]:
    """Numbers that formulas name and tables begin or end at."""
    found = set(_bounds(checked))
    for _, formula in checked.every_formula():
        for node in walk(formula):
            if isinstance(node, t.Constant) and node.type.kind is Kind.NUMBER:
                found.add(Fraction(node.value))
    return found | {version.content for one in checked.pack.parameters.values() for version in one.versions}


def _bounds(checked: CheckedPack) -> Iterator[Fraction]:
    for table in checked.pack.tables.values():
        conditions = (c for version in table.versions for row in version.content for c in row.conditions)
        for condition in conditions:
            if isinstance(condition, Within):
                yield from (bound for bound in (condition.low, condition.high) if bound is not None)
            elif isinstance(condition, AnyOf):
                yield from (value for value in condition.values if isinstance(value, Fraction))
