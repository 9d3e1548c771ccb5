"""Typed cells as text: receives a typed column of a Parquet file, gives each cell as if written in its form.

A date is written yyyy-mm-dd, a number in its shortest decimal writing, a truth ya or tidak.
"""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from eremun.values.periods import FIRST_DAY, LAST_DAY

DAY = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
EXACT = {"Float32": 2**24, "Float64": 2**53}  # the first whole numbers that may stand for their neighbours too


def written(cells: pl.Series) -> pl.Series:
    """The cells as String; null stays null."""
    dtype = cells.dtype
    if dtype == pl.Boolean:
        return cells.replace_strict([False, True], ["tidak", "ya"], return_dtype=pl.String)
    if dtype == pl.Date:
        return _moments(cells, "%Y-%m-%d", 1)
    if isinstance(dtype, pl.Datetime):
        return _moments(cells, "%Y-%m-%d %H:%M:%S%.f", DAY[dtype.time_unit])
    if dtype.is_decimal():
        return _shortest(cells.cast(pl.String))
    if dtype.is_float():
        return _plain_floats(cells)
    return cells.cast(pl.String)


def _moments(cells: pl.Series, pattern: str, day: int) -> pl.Series:
    """As the pattern says; one outside the years 1-9999 as its bare number, since Polars panics at some of them."""
    numbers = cells.to_physical().cast(pl.Int128)
    real = numbers.is_between(FIRST_DAY * day, (LAST_DAY + 1) * day - 1)
    frame = pl.DataFrame({"moment": cells, "number": numbers, "real": real})
    text = without_midnight(pl.when("real").then("moment").dt.to_string(pattern))
    return frame.select(pl.when("real").then(text).otherwise(pl.col("number").cast(pl.String))).to_series()


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
