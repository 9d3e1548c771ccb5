"""A profile, typed: how many rows each table has and how its cells are made. Not what the pack declares."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from eremun.diagnostics.diagnostic import Span

Measure = Literal["rows", "people", "entries", "days", "each"]


@dataclass(frozen=True)
class Path:
    """Names of tables and, last, of a column (or of a table, for a leader)."""

    names: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class Cell:
    """The same cell in every row; empty where the text is."""

    text: str
    span: Span


@dataclass(frozen=True)
class Words:
    """One of the cells, by weight."""

    choices: tuple[tuple[Cell, int], ...]
    span: Span


@dataclass(frozen=True)
class Points:
    """A number: `points` are (share of rows from 0 to 1, value up to there), both ascending."""

    points: tuple[tuple[Fraction, Fraction], ...]
    step: Fraction | None
    span: Span


@dataclass(frozen=True)
class Copy:
    path: Path
    span: Span


@dataclass(frozen=True)
class Leader:
    """The key of the first row in each group of so many rows of the table at the end of the path."""

    path: Path
    group: int
    span: Span


@dataclass(frozen=True)
class Pattern:
    """Text with `{row:07}`, `{table.column}` and `{date column:%d}` filled in."""

    text: str
    span: Span


@dataclass(frozen=True)
class After:
    """A date so many days after another: `days` are (first, last, weight). Also after period.start, period.end."""

    path: Path
    days: tuple[tuple[int, int, int], ...]
    span: Span


@dataclass(frozen=True)
class Serial:
    """A plausible NIP, each once: ranges of age, of age at appointment, and of the month in digits 13 and 14."""

    age: tuple[int, int]
    joined: tuple[int, int]
    months: tuple[int, int]
    span: Span


@dataclass(frozen=True)
class By:
    """The recipe that the cell at `path` chooses."""

    path: Path
    cases: tuple[tuple[tuple[str, ...], Recipe], ...]
    otherwise: Recipe | None
    span: Span


@dataclass(frozen=True)
class Mix:
    """Each recipe in its share of the rows, chosen by chance."""

    shares: tuple[tuple[Fraction, Recipe], ...]
    otherwise: Recipe
    span: Span


Recipe = Cell | Words | Points | Copy | Leader | Pattern | After | Serial | By | Mix
Condition = tuple[Path, tuple[str, ...]]


@dataclass(frozen=True)
class TableProfile:
    """One table. `count` rows, or one per `divisor` people or entries; `each`: tables whose rows or pairs it has."""

    name: str
    measure: Measure
    count: int
    divisor: int
    each: tuple[str, ...]
    where: tuple[Condition, ...]
    drawn: str | None
    drawn_where: tuple[Condition, ...]
    order: str | None
    breaks: tuple[dict[str, str], ...]
    recipes: dict[str, Recipe]
    span: Span


Profile = dict[str, TableProfile]
