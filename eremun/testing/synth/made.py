"""Tables while they are made: columns as whole series, and the row of each related table that a row belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import polars as pl

from eremun.diagnostics.diagnostic import Refused, Span, fault
from eremun.testing.synth.profile import Path

T = TypeVar("T")


@dataclass
class Made:
    """`indices`: per table, UInt32 row numbers in it, one per row here. `columns`: cells as the files hold them:
    numbers Int64 in units of the last decimal, dates Date, everything else String; null is an empty cell."""

    height: int
    indices: dict[str, pl.Series] = field(default_factory=dict)
    columns: dict[str, pl.Series] = field(default_factory=dict)

    def taken(self, rows: pl.Series) -> Made:
        """Those rows, in that order."""
        return Made(
            len(rows),
            {name: series.gather(rows) for name, series in self.indices.items()},
            {name: series.gather(rows) for name, series in self.columns.items()},
        )


@dataclass(frozen=True)
class Tables:
    """All tables made so far, and what a path from one of them leads to."""

    made: dict[str, Made]
    keys: dict[str, tuple[str, ...]]

    def cells(self, rows: Made, path: Path) -> pl.Series:
        """The cells that a path of tables and a column leads to, one per row."""
        *tables, column = path.names
        index, end = self.walk(rows, tuple(tables), path.span)
        series = known(end.columns, column, path.span)
        return series if index is None else series.gather(index)

    def walk(self, rows: Made, tables: tuple[str, ...], span: Span) -> tuple[pl.Series | None, Made]:
        """The row numbers, one per row, in the table at the end of the path, and that table."""
        index: pl.Series | None = None
        for name in tables:
            step = known(rows.indices, name, span)
            index = step if index is None else step.gather(index)
            rows = self.made[name]
        return index, rows

    def key_of(self, name: str) -> pl.Series:
        """The one key column of a table."""
        return self.made[name].columns[self.keys[name][0]]


def known(things: dict[str, T], name: str, span: Span) -> T:
    if name not in things:
        raise Refused(fault("E660", span, name=name, known=", ".join(things)))
    return things[name]
