"""Typed cells as text: receives a typed column of a Parquet file, gives each cell as if written in its form.

A date is written yyyy-mm-dd, a number in its shortest decimal writing, a truth ya or tidak.
"""

from __future__ import annotations

from decimal import Decimal

import polars as pl

EXACT = {"Float32": 2**24, "Float64": 2**53}  # the first whole numbers that may stand for their neighbours too


def written(cells: pl.Series) -> pl.Series:
    """The cells as String; null stays null."""
    dtype = cells.dtype
    if dtype == pl.Boolean:
        return cells.replace_strict([False, True], ["tidak", "ya"], return_dtype=pl.String)
    if dtype == pl.Date:
        return cells.dt.to_string("%Y-%m-%d")
    if isinstance(dtype, pl.Datetime):
        moments = cells.alias("moment").to_frame().select(
            without_midnight(pl.col("moment").dt.to_string("%Y-%m-%d %H:%M:%S%.f"))
        )
        return moments.to_series()
    if dtype.is_decimal():
        return _shortest(cells.cast(pl.String))
    if dtype.is_float():
        return _plain_floats(cells)
    return cells.cast(pl.String)


def rounded(cells: pl.Series) -> pl.Series | None:
    """Which numbers are so large that their type has already rounded them; None where the type never does."""
    limit = EXACT.get(str(cells.dtype))
    return None if limit is None else (cells.abs() >= limit) | cells.is_nan()


def without_midnight(text: pl.Expr) -> pl.Expr:
    """Times of day dropped where they are 00:00:00."""
    return text.str.replace(r" 00:00:00(\.0*)?$", "")


def _shortest(text: pl.Series) -> pl.Series:
    return text.str.replace(r"(\.[0-9]*?)0+$", "$1").str.replace(r"\.$", "")


def _plain_floats(cells: pl.Series) -> pl.Series:
    """Without exponent; Polars gives the shortest digits that name the number."""
    text = cells.cast(pl.String)
    powers = text.filter(text.str.contains("e")).unique()
    plain = [format(Decimal(power), "f") for power in powers]
    return _shortest(text.replace(powers, plain) if plain else text)
