"""Constants that stand for a cell of a column: read as the column's type, and stored as such a cell is stored."""

from __future__ import annotations

from fractions import Fraction

from eremun.model.fields import Collector, said
from eremun.model.inputs import Column
from eremun.model.quantities import refuse_unit, word_of
from eremun.model.rules import CellValue
from eremun.sources import syntax as s
from eremun.values.periods import to_days
from eremun.values.types import Kind

TRUTHS = {"ya": True, "tidak": False}
MOST_UNITS = 10**15  # what a cell of any number of decimals can say


def constant(to: Collector, scalar: s.Scalar, column: Column) -> CellValue | bool | int | None:
    """A number in the column's own value, a truth, a word, text, or days since 1970-01-01; None, and a fault, where no
    cell of the column could say it."""
    kind = column.type.kind
    if kind is Kind.ENUM:
        return word_of(to, scalar, column.type)
    if kind is Kind.TEXT:
        return scalar.text
    if kind is Kind.BOOLEAN and scalar.text in TRUTHS:
        return TRUTHS[scalar.text]
    if kind is Kind.DATE:
        day = to.day(scalar)
        if day is not None and column.in_period:
            to.refuse("E234", scalar.span, text=scalar.text, name=column.name)
        return None if day is None else to_days(day)
    if kind is Kind.NUMBER:
        return _number(to, scalar, column)
    refuse_unit(to, scalar, said(column.type))
    return None


def _number(to: Collector, scalar: s.Scalar, column: Column) -> Fraction | None:
    found = to.number(scalar)
    if found is None:
        return None
    value, percent = found
    if percent != (str(column.type) == "persen") or (value / column.step).denominator != 1:
        refuse_unit(to, scalar, said(column.type))
        return None
    if not _can_be_said(value, column):
        to.refuse("E234", scalar.span, text=scalar.text, name=column.name)
        return None
    return value


def _can_be_said(value: Fraction, column: Column) -> bool:
    """Whether a cell of the column could hold the value, so that what is known of its range stays true."""
    low, high = column.low or 0, column.high
    return low <= value and (value <= high if high is not None else value / column.step < MOST_UNITS)


def stored(value: CellValue | bool | int, column: Column, words: tuple[str, ...]) -> int | bool | str:
    """The constant as a cell of the column is stored: a whole number of steps, the place among `words` of the enum."""
    if isinstance(value, Fraction):
        return int(value / column.step)
    return words.index(value) if isinstance(value, str) and column.type.enum is not None else value
