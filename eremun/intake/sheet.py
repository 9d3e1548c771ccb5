"""A table as it lies in its file: headings, and the cells of a column as text, before any of them is judged.

The three kinds of file give the same thing; `Coded` keeps a repeated text once, so that judging it costs once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import polars as pl

from eremun.model.inputs import Column
from eremun.values.types import Kind

BLANKS = " \t\u00a0"


@dataclass(frozen=True)
class Coded:
    """The cells of a column as read (String, null where there is no cell). `codes` (UInt32, one per row, null for no
    cell) points into `text`; None where `text` has one entry per row. `refused`: typed numbers that can't count."""

    text: pl.Series
    codes: pl.Series | None = None
    refused: pl.Series | None = None

    def at(self, rows: pl.Series) -> pl.Series:
        """The text of those rows."""
        return self.text.gather(rows if self.codes is None else self.codes.gather(rows))


class Sheet(Protocol):
    """An opened file. `headings` as found, blanks cut; `surplus`: row UInt32 (from 0) and value String, ascending."""

    headings: list[str]
    height: int
    surplus: pl.DataFrame

    def column(self, place: int, column: Column) -> Coded:
        """The cells under that heading; may be asked again, at the cost of reading them again."""

    def typed(self, place: int) -> pl.Series | None:
        """The same cells in the type they have in the file, where it gives them one."""


def refuses_numbers(column: Column) -> bool:
    """Whether a typed number in that column is a fault: a spreadsheet may have rounded it."""
    return column.refuses_typed_number or column.type.kind is Kind.NIP


def no_surplus() -> pl.DataFrame:
    return pl.DataFrame(schema={"row": pl.UInt32, "value": pl.String})
