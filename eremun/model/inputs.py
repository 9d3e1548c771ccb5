"""Inputs: the tables a run reads, their columns and the conditions on their rows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from eremun.diagnostics.diagnostic import Span
from eremun.model.law import Basis
from eremun.model.rules import CellValue
from eremun.sources.syntax import Formula
from eremun.values.periods import is_within
from eremun.values.types import Kind, Type

WhenRejected = Literal["block", "drop"]
Constant = CellValue | bool | int


@dataclass(frozen=True)
class Column:
    """One column. Numbers are cells of at most `decimals` decimals; `low` and `high` are in the column's own value
    (a `persen` cell of 110 is 11/10). `format`: how its cells are written (`values.forms`), "" where plainly.
    `in_period`: a date of the run's period. `headers`: the headings it is read from. A month that begins before
    `effective_from`, or after `effective_to`, is read without it, and its value then is `before`, or `after`: a number
    in the column's own value, a truth, a word, text, or days since 1970-01-01."""

    name: str
    type: Type
    headers: tuple[str, ...]
    span: Span
    decimals: int = 0
    low: Fraction | None = None
    high: Fraction | None = None
    in_period: bool = False
    optional: bool = False
    refuses_typed_number: bool = False
    basis: Basis | None = None
    effective_from: datetime.date | None = None
    before: Constant | None = None
    effective_to: datetime.date | None = None
    after: Constant | None = None
    format: str = ""

    def read_in(self, start: datetime.date) -> bool:
        """Whether the files of a month that begins on that day have the column."""
        return is_within(start, self.effective_from, self.effective_to)

    def instead(self, start: datetime.date) -> Constant | None:
        """The value in a month that begins on that day, where its files do not have the column."""
        return self.after if self.effective_to is not None and start > self.effective_to else self.before

    @property
    def heading(self) -> str:
        """What a clerk calls the column."""
        return self.headers[0]

    @property
    def below_zero(self) -> bool:
        """Whether a cell may say a number below zero."""
        return self.low is not None and self.low < 0

    @property
    def step(self) -> Fraction:
        """What one unit of the stored integer is worth."""
        percent = self.type.unit is not None and not self.type.unit.dims and self.type.unit.plain == "persen"
        return Fraction(1, 10**self.decimals * (100 if percent else 1))


@dataclass(frozen=True)
class Fixed:
    """A constant where else a column stands: `value` as a cell of its kind is stored, `text` as it is written;
    `heading`: of the column there that it equals."""

    value: int | bool | str
    kind: Kind
    text: str
    heading: str


@dataclass(frozen=True)
class Relation:
    """A row of one grain names a row of another: `match` says, in the order of the other's key, the column here or the
    constant that each of its columns equals. `required`: a row that does not resolve is rejected; else there may be no
    such row. `as_of`: the day on which a row with spells must hold, a column or rule here, `period.start` or
    `period.end`."""

    name: str
    target: str
    match: tuple[str | Fixed, ...]
    required: bool
    span: Span
    as_of: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns here that equal the other row's key."""
        return tuple(part for part in self.match if isinstance(part, str))

    @property
    def reads(self) -> tuple[str, ...]:
        """The columns here by which the other row is found: those and the day's."""
        return (*self.columns, *(self.as_of if len(self.as_of) == 1 else ()))


@dataclass(frozen=True)
class Require:
    """A condition on a row; a row that breaks it is rejected, `column` blamed, `label` its sentence."""

    column: str
    label: str
    formula: Formula
    span: Span


@dataclass(frozen=True)
class Input:
    """A table to read. `key` empty: rows have none. `date`: the column whose day selects the law for a row. `spells`:
    the columns of the first and the last day for which a row holds; rows of one key have no day in common. `ledger`:
    the grain whose closed months of this year the rows are."""

    name: str
    label: str
    key: tuple[str, ...]
    columns: dict[str, Column]
    relations: tuple[Relation, ...]
    requires: tuple[Require, ...]
    span: Span
    date: str | None = None
    when_rejected: WhenRejected = "block"
    complete: bool = False
    spells: tuple[str, ...] = ()
    ledger: str = ""

    @property
    def month(self) -> str:
        """Of closed months: the column that says which, the last of the key."""
        return self.key[-1]

    @property
    def tells_apart(self) -> tuple[str, ...]:
        """The columns that no two rows have alike: the key, and with it the day on which a spell begins."""
        return tuple(dict.fromkeys((*self.key, *self.spells[:1])))

    @property
    def in_pairs(self) -> dict[str, Column]:
        """The columns that a pair has of this table."""
        names = dict.fromkeys((*self.tells_apart, *([self.date] if self.date else [])))
        return {name: self.columns[name] for name in names if name in self.columns}

    def read_in(self, start: datetime.date) -> Input:
        """The table as the files of a month that begins on that day have it."""
        columns = {name: column for name, column in self.columns.items() if column.read_in(start)}
        return self if len(columns) == len(self.columns) else replace(self, columns=columns)


@dataclass(frozen=True)
class Pairs:
    """Rows made of two tables': one for `each` row of the first with each of the second. A pair leads to both under
    their names, and over its own lookups."""

    name: str
    label: str
    each: tuple[str, ...]
    span: Span
    lookups: tuple[Relation, ...] = ()

    def ends(self, inputs: Mapping[str, Input]) -> tuple[Input, ...]:
        """The two tables, as far as there are such."""
        return tuple(inputs[name] for name in self.each if name in inputs)

    def key(self, inputs: Mapping[str, Input]) -> tuple[str, ...]:
        """The columns that tell pairs apart: those that tell the rows of either table apart."""
        return tuple(name for end in self.ends(inputs) for name in end.tells_apart)

    def columns(self, inputs: Mapping[str, Input]) -> dict[str, Column]:
        """The columns of a pair: its key, and the days that select the law."""
        return {name: column for end in self.ends(inputs) for name, column in end.in_pairs.items()}

    def date(self, inputs: Mapping[str, Input]) -> str | None:
        """The column whose day selects the law for a pair: that of the second table, else of the first."""
        return next((end.date for end in reversed(self.ends(inputs)) if end.date is not None), None)


@dataclass(frozen=True)
class Group:
    """Rows made of another grain's: one for each distinct combination of `by` among the rows of `of`."""

    name: str
    label: str
    of: str
    by: tuple[str, ...]
    span: Span
