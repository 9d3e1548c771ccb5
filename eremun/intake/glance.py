"""Whole columns judged at a glance: receives a column of a Parquet file as it is typed there, gives its stored values
if that shows that every cell is without fault, else nothing; then each cell is judged by itself.

Only a matter of speed: the forms of `cells` decide here too. Whole numbers and days of which the least and the largest
are in order are all in order, since no form or range leaves out what lies between two that it takes.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from eremun.intake.cells import FINE, STORED, judge
from eremun.intake.sheet import Sheet, refuses_numbers
from eremun.intake.written import written
from eremun.model.inputs import Column
from eremun.values.periods import Period
from eremun.values.types import Kind

NIP_DIGITS = 18


def stored_at_a_glance(
    sheet: Sheet, place: int, column: Column, enums: Mapping[str, tuple[str, ...]], period: Period
) -> pl.Series | None:
    """The stored values, one per row (null only for an empty cell of an optional column), or None."""
    cells = sheet.typed(place) if column.type.kind in (Kind.NIP, Kind.NUMBER, Kind.DATE) else None
    if cells is None or not len(cells) or (cells.null_count() and not column.optional):
        return None
    if cells.dtype == pl.String:
        return _nips(cells) if column.type.kind is Kind.NIP else None
    if refuses_numbers(column) or not (cells.dtype.is_integer() or cells.dtype == pl.Date):
        return None
    return _between(cells, column, enums, period)


def _between(
    cells: pl.Series, column: Column, enums: Mapping[str, tuple[str, ...]], period: Period
) -> pl.Series | None:
    numbers = cells.to_physical()  # Polars panics at some days when it makes Python dates of them
    ends = pl.Series([numbers.min(), numbers.max()], dtype=numbers.dtype).cast(cells.dtype)
    judged = judge(written(ends), column, enums, period)
    if ends.null_count() or (judged["reason"] != FINE).any():
        return None
    values = numbers.cast(STORED[column.type.kind])
    return values * 10**column.decimals if column.decimals else values


def _nips(cells: pl.Series) -> pl.Series | None:
    """At most eighteen places that make a number of eighteen digits are eighteen digits."""
    values = cells.cast(pl.Int64, strict=False)
    least = values.min()
    if values.null_count() != cells.null_count() or cells.str.len_bytes().max() != NIP_DIGITS:
        return None
    return values if isinstance(least, int) and least >= 10 ** (NIP_DIGITS - 1) else None
