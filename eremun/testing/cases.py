"""A case: data of one small month, and what must come of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from eremun.diagnostics.diagnostic import Span
from eremun.values.periods import Period
from eremun.values.types import Type

Value = Fraction | bool | str | None
ListName = Literal["blocked", "rejected", "findings"]


@dataclass(frozen=True)
class Faulty:
    """A value that cannot be computed, for these reasons."""

    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Misprint:
    """What the source of a case prints instead of the right value, and why that is wrong; `text`: as it is typed."""

    value: Value
    text: str
    reason: str


@dataclass(frozen=True)
class ExpectedValue:
    """A value of a row: number exact (1 % = 1/100), truth, word, day or text as text; None: missing."""

    name: str
    value: Value
    type: Type
    text: str
    span: Span
    misprint: Misprint | None = None


@dataclass(frozen=True)
class ExpectedRow:
    """Values of the row of `grain` that has this key (column -> value as text, in the order of the key)."""

    grain: str
    key: dict[str, str]
    values: tuple[ExpectedValue, ...]
    span: Span


@dataclass(frozen=True)
class ListedRow:
    """A row of `blocked`, `rejected` or `findings`: what is named of it, as text."""

    cells: dict[str, str]
    span: Span


@dataclass(frozen=True)
class ExpectedList:
    name: ListName
    rows: tuple[ListedRow, ...]
    span: Span


@dataclass(frozen=True)
class Case:
    """`tables`: for every input of the pack its rows, in file order, column name -> text of the cell."""

    file: str
    name: str
    label: str
    period: Period
    tables: dict[str, tuple[dict[str, str], ...]]
    rows: tuple[ExpectedRow, ...]
    lists: tuple[ExpectedList, ...]
    span: Span
