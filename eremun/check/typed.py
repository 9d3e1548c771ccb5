"""Typed formulas: every name resolved to a place, every node with its type.

What `reference` evaluates as it stands (fractions, faults) and what `plan` lowers to integers.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from eremun.diagnostics.diagnostic import Span
from eremun.values.types import Type

PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Constant:
    """A number (1 % = 1/100), truth, day (since 1970-01-01), text, or word of an enum."""

    value: Fraction | bool | int | str
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class ParameterRead:
    """`law`: the day whose version is read, where a rule names its own; else the row's, or the first of the month."""

    name: str
    type: Type
    span: Span
    law: Read | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A named value of this row (`path` empty) or of the row that the relations of `path` lead to, on `grain`.
    `path` ("period",) leads to the one row of the month; there `start`, `end`, `days` and `name` are built in.
    `days`: the days, given by rules, by which rows on the way are found."""

    path: tuple[str, ...]
    grain: str
    name: str
    type: Type
    span: Span
    days: tuple[Read, ...] = ()


@dataclass(frozen=True, slots=True)
class RowExists:
    """Whether the row that the relations lead to is there (what `present` of a relation asks). `days` as in Read."""

    path: tuple[str, ...]
    grain: str
    type: Type
    span: Span
    days: tuple[Read, ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """Whether the value is there: an optional cell, a cell of a looked-up row, a date that exists, a min or max."""

    value: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Default:
    value: Typed
    otherwise: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class If:
    condition: Typed
    then: Typed
    otherwise: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Junction:
    """Left to right: the parts after the one that decides are not read."""

    word: Literal["and", "or"]
    parts: tuple[Typed, ...]
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    part: Typed
    type: Type
    span: Span


OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}  # what holds where a comparison does not
MIRROR = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}  # the same with its sides changed


@dataclass(frozen=True, slots=True)
class Compare:
    sign: Literal["=", "!=", "<", "<=", ">", ">="]
    left: Typed
    right: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class In:
    value: Typed
    choices: tuple[Typed, ...]
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """+ - * /. Of dates: date - date is hari, date +- hari a date."""

    sign: Literal["+", "-", "*", "/"]
    left: Typed
    right: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Negative:
    part: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Extreme:
    """The smaller or larger of several values."""

    word: Literal["min", "max"]
    parts: tuple[Typed, ...]
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class TableRead:
    """`output` is the place of the cell in a row of the table; `law` as in ParameterRead."""

    table: str
    arguments: tuple[Typed, ...]
    output: int
    type: Type
    span: Span
    law: Read | None = None


@dataclass(frozen=True, slots=True)
class Aggregate:
    """Over the rows of `over` whose relation `via` leads to this row. `value` is None for count and any.
    `via` "period" takes every row of `over`; to a group its own name leads, from the rows it is made of.
    `day`: where a finer row finds this one by a day that a rule gives, that day."""

    word: Literal["sum", "average", "min", "max", "count", "any"]
    over: str
    via: str
    value: Typed | None
    where: Typed | None
    type: Type
    span: Span
    day: Read | None = None


@dataclass(frozen=True, slots=True)
class RejectedRows:
    """How many rejected rows of the input carry this row's key."""

    table: str
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Paid:
    """In findings, on the person: no reason blocks him."""

    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class DatePart:
    """weekday: Monday 1 to Sunday 7."""

    word: Literal["year", "month", "day", "weekday"]
    value: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Months:
    """From the month of one day to the month of another: 0 within one month, below 0 to an earlier one."""

    start: Typed
    end: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class MakeDate:
    """The day written as YYYYMMDD in a whole number, or missing."""

    value: Typed
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Digits:
    """The number in places first to last (from 1) of a nip."""

    value: Typed
    first: int
    last: int
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Share:
    """A rule's whole formula: this row's part of `amount`, a value of the row that a relation leads to, among all rows
    that lead there, in proportion to `by` and in multiples of `step`; the parts sum to the amount."""

    amount: Read
    by: Typed
    step: Fraction
    type: Type
    span: Span


Typed = (
    Constant
    | ParameterRead
    | Read
    | RowExists
    | Present
    | Default
    | If
    | Junction
    | Not
    | Compare
    | In
    | Arithmetic
    | Negative
    | Extreme
    | TableRead
    | Aggregate
    | RejectedRows
    | Paid
    | DatePart
    | Months
    | MakeDate
    | Digits
    | Share
)
