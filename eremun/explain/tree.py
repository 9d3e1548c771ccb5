"""The derivation of one person's amounts, as data without a language: values keep their types until they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from eremun.values.rounding import Mode
from eremun.values.types import Type


@dataclass(frozen=True)
class Shown:
    """A value to be shown; None where it is missing. `decimals`: how many at least, where the rule has so many."""

    value: Fraction | bool | int | str | None
    type: Type
    decimals: int = 0


@dataclass(frozen=True)
class Word:
    """A word of the explanation itself, said in the reader's language: a key of `words.WORDS`."""

    name: str


Segment = str | Shown | Word
Segments = tuple[Segment, ...]


@dataclass(frozen=True)
class Citation:
    """What an item rests on. `title`: the regulation's, or the note of the assumption."""

    kind: Literal["regulation", "assumption"]
    name: str
    title: str
    article: str = ""


@dataclass(frozen=True)
class Because:
    """Why a row counts nothing: the labels of the conditions from the outermost in, and the part that is not met."""

    labels: tuple[str, ...]
    condition: Segments


@dataclass(frozen=True)
class ExceptionLine:
    """An exception of a rule: whether its condition holds, whether another overrides it then, whether it was chosen."""

    name: str
    label: str
    held: bool
    chosen: bool
    condition: Segments
    bases: tuple[Citation, ...]


@dataclass(frozen=True)
class NeighbourLine:
    """A row of thresholds that was not reached (`above`) or was passed, by how much, and what it would have given."""

    condition: Segments
    cell: Shown
    gap: Shown
    above: bool


@dataclass(frozen=True)
class JoinedLine:
    """A row of a table of which several count: its cell, and in a progressive sum the part of the argument within its
    bounds and what that gives. `bases`: what it alone rests on."""

    condition: Segments
    cell: Shown
    part: Shown | None
    gives: Shown | None
    bases: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class TableLine:
    """A look into a table: its arguments, the condition of the row that held and its cell. `hit`: how rows are joined
    where several count; then `cell` is what they give together and `condition` is empty. `bases`: those of the row
    that held, else of its version or table."""

    name: str
    label: str
    output: str
    since: date
    arguments: tuple[Shown, ...]
    condition: Segments
    cell: Shown
    neighbours: tuple[NeighbourLine, ...]
    bases: tuple[Citation, ...]
    hit: str = "unique"
    joined: tuple[JoinedLine, ...] = ()


@dataclass(frozen=True)
class ParameterLine:
    name: str
    label: str
    value: Shown
    since: date
    bases: tuple[Citation, ...]


@dataclass(frozen=True)
class FoundLine:
    """A row found by a day over the relation `name`, and its first and last day; without a first day there is no such
    row, without a last day it still runs."""

    name: str
    label: str
    day: Shown
    first: Shown
    last: Shown


@dataclass(frozen=True)
class RowLine:
    """A row of an aggregate: what tells it apart, what it counts, how that came about (None: a column's own value),
    and where it counts nothing, why."""

    key: tuple[Shown, ...]
    value: Shown | None
    step: Step | None
    because: Because | None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """Rows that `where` leaves out for the same reason."""

    keys: tuple[tuple[Shown, ...], ...]
    because: Because


@dataclass(frozen=True)
class RowsLine:
    """sum, average, min, max, count or any over the rows of `over`. `rows`: those that count, then those whose value is
    0. `untold`: how many more there are where they are too many to list."""

    word: str
    over: str
    label: str
    total: Shown | None
    rows: tuple[RowLine, ...]
    left_out: tuple[LeftOut, ...]
    untold: int = 0


@dataclass(frozen=True)
class Step:
    """An amount: the rule, the value, the formula and the same with numbers put in, and what it is made of.
    `repeated`: it was explained before, and only its value stands here. `group`: of what is worked out for a group of
    rows, the group's label, and its key."""

    grain: str
    name: str
    label: str
    value: Shown | None
    faults: tuple[str, ...] = ()
    formula: str = ""
    filled: Segments = ()
    unrounded: Shown | None = None
    rounding: tuple[Mode | Literal["share"], Shown] | None = None
    bases: tuple[Citation, ...] = ()
    exceptions: tuple[ExceptionLine, ...] = ()
    parameters: tuple[ParameterLine, ...] = ()
    tables: tuple[TableLine, ...] = ()
    aggregates: tuple[RowsLine, ...] = ()
    parts: tuple[Step, ...] = ()
    repeated: bool = False
    found: tuple[FoundLine, ...] = ()
    group: str = ""
    key: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class Reason:
    """Why the person is not paid: the reason's name, its sentence, and for a broken promise the condition. `english`:
    the same sentence, where it is not the pack's own."""

    name: str
    sentence: str
    condition: Segments = ()
    bases: tuple[Citation, ...] = ()
    english: str = ""


@dataclass(frozen=True)
class Difference:
    """Where the explanation is not what the engine gave, which is a fault of the program: a column of the payroll file
    with both values as text, or `@blocked` with the reasons."""

    column: str
    explained: str
    engine: str


@dataclass(frozen=True)
class Derivation:
    """One person's month. `facts`: the columns of the payroll file that are no rules; `amounts`: the rest, the amount
    that is paid out first, each explained once. `differences` is empty unless the program is at fault."""

    pack: str
    period: str
    key: str
    facts: tuple[tuple[str, Shown], ...]
    reasons: tuple[Reason, ...]
    amounts: tuple[Step, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def blocked(self) -> bool:
        return bool(self.reasons)
