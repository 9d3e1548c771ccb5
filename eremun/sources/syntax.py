"""Syntax of a pack: YAML nodes and formulas, every one with its place.

Scalars are text until the model types them; a formula is a tree of words, numbers and signs without meaning yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from eremun.diagnostics.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar's text; `quoted` where it stood in quotes, `block` where it was a `|` block, `flow` inside {} or [].
    `lost`: it stands for something refused already, and says nothing."""

    text: str
    span: Span
    quoted: bool = False
    block: bool = False
    flow: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    span: Span

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in file order; a repeated key was refused when it was read. `lost`: some entries could not be read."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    lost: bool = False

    def get(self, key: str) -> Node | None:
        return next((value for name, value in self.entries if name.text == key), None)

    def keys(self) -> list[str]:
        return [name.text for name, _ in self.entries]


Node = Scalar | Sequence | Mapping


def keys_in(node: Node) -> Iterator[str]:
    """The keys of a node, at any depth."""
    for name, value in node.entries if isinstance(node, Mapping) else ():
        yield name.text
        yield from keys_in(value)
    for item in node.items if isinstance(node, Sequence) else ():
        yield from keys_in(item)


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a pack: its path inside the pack, its text, its content (None where it is empty or no YAML).
    `lost`: the names that parts which could not be read may define; None where it could not be read at all."""

    file: str
    text: str
    root: Node | None
    lost: frozenset[str] | None = frozenset()


# Formulas, in the order of the grammar.


@dataclass(frozen=True, slots=True)
class If:
    condition: Formula
    then: Formula
    otherwise: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Junction:
    """`and` / `or` over two or more parts, read left to right."""

    word: str
    parts: tuple[Formula, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    part: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Compare:
    sign: str
    left: Formula
    right: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class In:
    value: Formula
    choices: tuple[Formula, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Between:
    value: Formula
    low: Formula
    high: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`sign` is + - * or /;"""

    sign: str
    left: Formula
    right: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Negative:
    part: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Default:
    value: Formula
    otherwise: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Number:
    """A literal: its value (1 % = 1/100), the unit word after it, whether it had a % sign."""

    value: Fraction
    percent: bool
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Day:
    """A date literal, in days since 1970-01-01."""

    days: int
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Truth:
    value: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Path:
    """A name, or names chained by dots."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Rows:
    """sum, min, max (of a named value) and count, any (of rows) over the rows of a finer grain."""

    word: str
    grain: str
    value: str | None
    via: str | None
    where: Formula | None
    span: Span
    grain_span: Span
    value_span: Span | None


@dataclass(frozen=True, slots=True)
class RejectedRows:
    table: str
    span: Span


@dataclass(frozen=True, slots=True)
class TableCall:
    table: str
    arguments: tuple[Formula, ...]
    output: str | None
    span: Span
    table_span: Span


@dataclass(frozen=True, slots=True)
class Call:
    """min, max, present, year, month, day, weekday, months, date and digits."""

    word: str
    arguments: tuple[Formula, ...]
    span: Span


Formula = (
    If
    | Junction
    | Not
    | Compare
    | In
    | Between
    | Arithmetic
    | Negative
    | Default
    | Number
    | Day
    | Text
    | Truth
    | Path
    | Rows
    | RejectedRows
    | TableCall
    | Call
)
