"""Parquet files: receives a file and the declared columns, gives one column at a time as text.

Only the column asked for is in memory; typed cells are written out once per distinct value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import polars as pl

from eremun.diagnostics.diagnostic import Refused, fault
from eremun.intake import headings
from eremun.intake.coding import code_text
from eremun.intake.declared import in_form_of
from eremun.intake.folder import Found
from eremun.intake.sheet import BLANKS, Coded, no_surplus, refuses_numbers
from eremun.intake.written import rounded, written
from eremun.model.inputs import Column, Input

DENSE = 1 << 20
DOUBLED = re.compile("column with name '(.*)' has more than one occurrence")
UNREADABLE = (pl.List, pl.Array, pl.Struct, pl.Object, pl.Binary, pl.Duration)


class ParquetSheet:
    """A Parquet file in memory, in the form it has on disk."""

    def __init__(self, found: Found, names: list[str], height: int) -> None:
        self.headings = names
        self.height = height
        self.surplus = no_surplus()
        self._found = found

    def column(self, place: int, column: Column) -> Coded:
        cells = self.typed(place)
        if isinstance(cells.dtype, (pl.Categorical, pl.Enum)):
            cells = cells.cast(pl.String)
        if cells.dtype == pl.String:
            return code_text(cells)
        distinct, codes = _dense(cells)
        return Coded(_in_form(distinct, column), codes, _refused(distinct, column))

    def typed(self, place: int) -> pl.Series:
        with _readable(self._found.name):
            return pl.scan_parquet(self._found.data).select(pl.nth(place)).collect().to_series()


def open_parquet(found: Found, declared: Input) -> ParquetSheet:
    """Reads the file's schema; refuses what is no Parquet, and columns that are missing or hold no single cells."""
    file = found.name
    if not found.data:
        raise Refused(fault("E703", at=file, file=file))
    with _readable(file):
        schema = pl.read_parquet_schema(BytesIO(found.data))
        height = pl.scan_parquet(found.data).select(pl.len()).collect().item()
    names = [name.strip(BLANKS) for name in schema]
    places = headings.places(names, declared, file)
    dtypes = list(schema.values())
    faults = [
        fault("E715", at=file, file=file, column=names[place])
        for place in places.values()
        if isinstance(dtypes[place], UNREADABLE)
    ]
    if faults:
        raise Refused(*faults)
    return ParquetSheet(found, names, height)


@contextmanager
def _readable(file: str) -> Iterator[None]:
    """What Polars cannot read is refused, by whatever name it says so: damage to a column shows when it is read."""
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        detail = str(error).split("\n")[0]
        if twice := DOUBLED.search(detail):
            raise Refused(
                fault("E705", at=file, file=file, column=twice[1], headings=f"{twice[1]}, {twice[1]}")
            ) from error
        raise Refused(fault("E710", at=file, file=file, kind="Parquet", detail=detail)) from error


def _in_form(cells: pl.Series, column: Column) -> pl.Series:
    text = written(cells)
    typed = cells.dtype.is_numeric() or cells.dtype.is_temporal()
    return text.to_frame("cell").select(in_form_of(column, pl.col("cell"))).to_series() if typed else text


def _dense(cells: pl.Series) -> tuple[pl.Series, pl.Series | None]:
    """Dates and whole numbers that lie close together as places in their range; others as they are."""
    if not (cells.dtype.is_integer() or cells.dtype == pl.Date) or cells.dtype in (pl.Int128, pl.UInt64):
        return cells, None
    numbers = cells.to_physical().cast(pl.Int64)
    low, high = numbers.min(), numbers.max()
    if not isinstance(low, int) or not isinstance(high, int) or high - low >= min(DENSE, len(cells)):
        return cells, None
    distinct = pl.int_range(low, high + 1, dtype=pl.Int64, eager=True)
    whole = distinct.cast(pl.Int32).cast(pl.Date) if cells.dtype == pl.Date else distinct
    return whole, (numbers - low).cast(pl.UInt32)


def _refused(cells: pl.Series, column: Column) -> pl.Series | None:
    if not cells.dtype.is_numeric():
        return None
    return cells.is_not_null() if refuses_numbers(column) else rounded(cells)
