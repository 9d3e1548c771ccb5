"""Parameters, tables, rules, promises and findings of a pack."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Generic, Literal, TypeVar

from eremun.diagnostics.diagnostic import Span
from eremun.model.law import Basis
from eremun.sources.syntax import Formula
from eremun.values.periods import is_within
from eremun.values.rounding import Mode
from eremun.values.types import Type

CellValue = Fraction | str
Hit = Literal["unique", "first", "sum", "min", "max", "count", "marginal"]
T = TypeVar("T")


@dataclass(frozen=True)
class Dated(Generic[T]):
    """A version: in force from its first day to its last (None: until another begins, or without end). `basis`: its
    own (None: that of its item); `later`: what it rests on instead from some day on, its content staying."""

    content: T
    effective_from: date
    effective_to: date | None
    span: Span
    basis: Basis | None = None
    later: tuple[Dated[Basis], ...] = ()

    def basis_on(self, day: date) -> Basis | None:
        """What it rests on, by itself, on a day on which it is in force."""
        return basis_on(self.basis, self.later, day)


def basis_on(first: Basis | None, later: tuple[Dated[Basis], ...], day: date) -> Basis | None:
    """The basis that began last among those that have begun by that day and not ended."""
    begun = (
        one for one in later if one.effective_from <= day and (one.effective_to is None or day <= one.effective_to)
    )
    found = max(begun, key=lambda one: one.effective_from, default=None)
    return first if found is None else found.content


@dataclass(frozen=True)
class Bare:
    """A number alone, as it is written: it may be a percentage whose sign is missing."""

    text: str
    span: Span


@dataclass(frozen=True)
class Parameter:
    """`bare`: the first value written as a number alone, neither `5%` nor `5 hari` nor `5 number`."""

    name: str
    label: str
    type: Type
    versions: tuple[Dated[Fraction], ...]
    basis: Basis | None
    span: Span
    bare: Bare | None = None


@dataclass(frozen=True)
class AnyOf:
    """The argument is one of these: words of an enum, or numbers."""

    values: tuple[CellValue, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Within:
    """The argument lies between the bounds (None: no bound); each says whether it is itself inside."""

    low: Fraction | None
    high: Fraction | None
    low_inside: bool
    high_inside: bool
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Anything:
    span: Span = field(compare=False)


Condition = AnyOf | Within | Anything


@dataclass(frozen=True)
class Row:
    """A row of a decision table: a condition for each key, a cell for each output. `basis`: its own (None: that of the
    version in which it stands)."""

    conditions: tuple[Condition, ...]
    cells: tuple[CellValue, ...]
    span: Span
    basis: Basis | None = None


@dataclass(frozen=True)
class Table:
    """A decision table. `keys` and `outputs` are (name, type) in order; a table with one nameless output calls it ''.
    Every form of cells has become rows. `hit`: which count where several hold; `marginal`: a progressive sum over the
    last key, each row counting for the part of it that lies within its bounds."""

    name: str
    label: str
    keys: tuple[tuple[str, Type], ...]
    outputs: tuple[tuple[str, Type], ...]
    versions: tuple[Dated[tuple[Row, ...]], ...]
    basis: Basis | None
    span: Span
    hit: Hit = "unique"


@dataclass(frozen=True)
class Rounding:
    mode: Mode
    step: Fraction
    span: Span


@dataclass(frozen=True)
class Split:
    """In place of a formula: `amount`, a value of a coarser row, shared over the rows that lead there in proportion to
    `by`, in multiples of `step`."""

    amount: Formula
    by: Formula
    step: Fraction
    span: Span


@dataclass(frozen=True)
class ExceptionOf:
    """An exception of a rule: its formula holds in place of the rule's where `when` does. `overrides`: the names of
    those that then hold no more, and where they are named."""

    name: str
    label: str
    when: Formula
    formula: Formula
    overrides: dict[str, Span]
    basis: Basis | None
    span: Span


@dataclass(frozen=True)
class Rule:
    """A rule on every row of a grain. `type` is what the author says: the unit, or boolean where he names none.
    `text`: the formula as he writes it. `date`: the day whose law it reads, where that is not its grain's. `later`:
    what it rests on from some day on, as of a version."""

    grain: str
    name: str
    label: str
    chapter: str
    type: Type
    formula: Formula | Split
    text: str
    rounding: Rounding | None
    basis: Basis | None
    span: Span
    exceptions: tuple[ExceptionOf, ...] = ()
    date: Formula | None = None
    later: tuple[Dated[Basis], ...] = ()


@dataclass(frozen=True)
class Ensure:
    """A promise: whom the condition fails is blocked, with its name as the reason."""

    grain: str
    name: str
    label: str
    formula: Formula
    text: str
    basis: Basis | None
    span: Span


@dataclass(frozen=True)
class Finding:
    """Reported for each row of its grain where the value is above 0; read by nothing."""

    grain: str
    name: str
    label: str
    kind: Literal["amount", "count"]
    formula: Formula
    text: str
    basis: Basis | None
    span: Span


@dataclass(frozen=True)
class OutputColumn:
    """A column of the payroll or of its lines: a named value of the row, or a formula; `decimals` for numbers. Files of
    months that begin before `effective_from` or after `effective_to` are written without it."""

    name: str
    formula: Formula
    decimals: int
    span: Span
    effective_from: date | None = None
    effective_to: date | None = None

    def written_in(self, start: date) -> bool:
        """Whether the files of a month that begins on that day have the column."""
        return is_within(start, self.effective_from, self.effective_to)


@dataclass(frozen=True)
class Lines:
    """A file of finer rows, each of them of one person: of those paid, where `where` holds (None: all)."""

    grain: str
    columns: tuple[OutputColumn, ...]
    sort: tuple[str, ...]
    where: Formula | None
    span: Span


@dataclass(frozen=True)
class Outputs:
    """Form of the files: `payroll` rows (nothing or the person), columns and order, the sentence of each reason in the
    order they are listed. `lines`: None where the pack has no such file."""

    payroll_columns: tuple[OutputColumn, ...] = ()
    payroll_rows: tuple[str, ...] = ()
    payroll_sort: tuple[str, ...] = ()
    blocked_columns: tuple[str, ...] = ()
    blocked_sort: tuple[str, ...] = ()
    blocked_reasons: dict[str, str] = field(default_factory=dict)
    rejected_columns: tuple[str, ...] = ()
    rejected_reasons: dict[str, str] = field(default_factory=dict)
    findings_columns: tuple[str, ...] = ()
    lines: Lines | None = None
    files: dict[str, str] = field(default_factory=dict)
    places: dict[tuple[str, str], Span] = field(default_factory=dict)
    span: Span | None = None
