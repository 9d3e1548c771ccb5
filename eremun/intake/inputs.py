"""What intake gives: the standing rows of every table as stored columns, and every rejected cell."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class InputTable:
    """One table. `frame`: one row per standing row, in file order. Its columns are those of the plan (`InputPlan`):
    number Int64 in units of the column's step, date Int32 days since 1970-01-01, enum Int16 place in its list,
    nip Int64, boolean Boolean, text String; null only where the column is optional and the cell empty. `@T` UInt32:
    row number in T's frame, for each required relation T. `rejected(I)` Int64: rejected rows of I that carry this
    row's key. `rows_in` counts data rows, `rejected` those of them that do not stand. `ignored`: headings the table
    does not name."""

    frame: pl.DataFrame
    file: str
    sha256: str
    rows_in: int
    rejected: int
    ignored: tuple[str, ...]


@dataclass(frozen=True)
class Inputs:
    """All tables, and `rejected`: one row per fault, sorted as the file lists them, with the columns table String,
    row Int64 (1 = first data row), column, value, reason String, label String (the sentence of a broken row rule
    or of a cell that is not of its declared form, or "")."""

    tables: dict[str, InputTable]
    rejected: pl.DataFrame
