"""Inputs: the tables a run reads, their columns and the conditions on their rows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from eremun.diagnostics.diagnostic import Span
from eremun.model.law import Basis
from eremun.model.rules import CellValue
from eremun.sources.syntax import Formula
from eremun.values.types import Type

WhenRejected = Literal["block", "drop"]


@dataclass(frozen=True)
class Column:
    """One column. Numbers are cells of at most `decimals` decimals; `low` and `high` are in the column's own value
    (a `persen` cell of 110 is 11/10). `format`: how its cells are written (`values.forms`), "" where plainly.
    `in_period`: a date of the run's period. `headers`: the headings it is read from. `effective_from`: an earlier
    month is read without it, and its value then is `before`: a number in the column's own value, a truth, a word,
    text, or days since 1970-01-01."""

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
    before: CellValue | bool | int | None = None
    format: str = ""

    def read_in(self, start: datetime.date) -> bool:
        """Whether the files of a month that begins on that day have the column."""
        return self.effective_from is None or start >= self.effective_from

    @property
    def heading(self) -> str:
        """What a clerk calls the column."""
        return self.headers[0]

    @property
    def step(self) -> Fraction:
        """What one unit of the stored integer is worth."""
        percent = self.type.unit is not None and not self.type.unit.dims and self.type.unit.plain == "persen"
        return Fraction(1, 10**self.decimals * (100 if percent else 1))


@dataclass(frozen=True)
class Relation:
    """A row of one grain names a row of another: `columns` here, in the order of the other's key.
    `required`: a row that does not resolve is rejected; else there may be no such row."""

    name: str
    target: str
    columns: tuple[str, ...]
    required: bool
    span: Span


@dataclass(frozen=True)
class Require:
    """A condition on a row; a row that breaks it is rejected, `column` blamed, `label` its sentence."""

    column: str
    label: str
    formula: Formula
    span: Span


@dataclass(frozen=True)
class Input:
    """A table to read. `key` empty: rows have none. `date`: the column whose day selects the law for a row."""

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

    def read_in(self, start: datetime.date) -> Input:
        """The table as the files of a month that begins on that day have it."""
        columns = {name: column for name, column in self.columns.items() if column.read_in(start)}
        return self if len(columns) == len(self.columns) else replace(self, columns=columns)


@dataclass(frozen=True)
class Group:
    """Rows made of another grain's: one for each distinct combination of `by` among the rows of `of`."""

    name: str
    label: str
    of: str
    by: tuple[str, ...]
    span: Span
