"""The frames of results, out of DuckDB with the stored forms that all engines give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import polars as pl

from eremun.plan.plan import ColumnInfo, Plan
from eremun.plan.widths import Widths
from eremun.values.types import Kind

if TYPE_CHECKING:
    import duckdb


class Stream:
    """A stream of Arrow batches that DuckDB and Polars hand each other; plain frames would go through pyarrow, which
    the project does without."""

    def __init__(self, owner: pl.DataFrame | duckdb.DuckDBPyRelation) -> None:
        self._owner = owner

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._owner.__arrow_c_stream__(requested_schema)


def collect(
    connection: duckdb.DuckDBPyConnection, sql: str, grain: str, names: Sequence[str], plan: Plan, widths: Widths
) -> pl.DataFrame:
    """The rows of the query with the columns in that order: numbers, dates, enums and nips Int64 (Int128 where stored
    wide), booleans Boolean, text String; no nulls. DuckDB hands 128 bits out as a decimal, which holds all of them."""
    frame = pl.DataFrame(Stream(connection.sql(sql)))
    if len(frame.columns) != len(names):
        raise AssertionError(f"columns of {grain}: {frame.columns} instead of {list(names)}")
    frame.columns = list(names)
    kinds = {name: _stored(name, grain, plan.columns[grain], widths) for name in names}
    frame = frame.cast({name: kind for name, kind in kinds.items() if frame.schema[name] != kind})
    empty = [name for name in names if frame[name].null_count()]
    if empty:
        raise AssertionError(f"empty values in {grain}: {empty}")
    return frame


def _stored(name: str, grain: str, columns: Mapping[str, ColumnInfo], widths: Widths) -> pl.DataType:
    if name in columns:
        kind = columns[name].type.kind
        if kind is Kind.BOOLEAN:
            return pl.Boolean()
        if kind is Kind.TEXT:
            return pl.String()
        return pl.Int128() if (grain, name) in widths.stored else pl.Int64()
    return pl.Boolean() if name.endswith("?") else pl.Int64()
