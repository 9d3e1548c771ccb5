"""Keys: which rows share one, and which row of another table a row names.

Hashes only ever prove that keys differ; equal ones are compared.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

SPARSEST = 8


def repeated(keys: list[pl.Series]) -> pl.Series:
    """The places (UInt32, ascending) of the keys that stand more than once; `keys` has one series per key column."""
    if len(keys) == 1 and _ascending(keys[0]):
        return pl.Series(dtype=pl.UInt32)
    hashes = _hashes(keys)
    if hashes.n_unique() == len(hashes):
        return pl.Series(dtype=pl.UInt32)
    suspects = hashes.is_duplicated().arg_true().cast(pl.UInt32)
    frame = pl.DataFrame([key.gather(suspects).alias(str(place)) for place, key in enumerate(keys)])
    return suspects.filter(frame.is_duplicated())


def overlapping(keys: list[pl.Series], first: pl.Series, last: pl.Series) -> pl.Series:
    """The places (UInt32, ascending) of the rows that have a day, from their first to their last, in common with
    another of the same key."""
    names = [str(place) for place in range(len(keys))]
    columns = [
        *(key.alias(name) for name, key in zip(names, keys, strict=True)),
        first.alias("first"),
        last.alias("last"),
    ]
    rows = pl.DataFrame(columns).with_row_index("place").sort(*names, "first")
    ended, begins = pl.col("last").cum_max().shift(1).over(names), pl.col("first").shift(-1).over(names)
    meets = (pl.col("first") <= ended).fill_null(False) | (begins <= pl.col("last")).fill_null(False)
    return rows.filter(meets)["place"].sort()


def _ascending(keys: pl.Series) -> bool:
    """Whether each key is larger than the one before, as in a log in the order it was kept: then none stands twice."""
    return _each_larger(keys.head(1000)) and _each_larger(keys)


def _each_larger(keys: pl.Series) -> bool:
    key = pl.col("key")
    return bool(keys.alias("key").to_frame().lazy().select((key > key.shift(1)).all()).collect().item())


def _hashes(keys: list[pl.Series]) -> pl.Series:
    mixed = keys[0].hash(0)
    for place, key in enumerate(keys[1:], 1):
        mixed = (mixed * 3) ^ key.hash(place)
    return mixed


@dataclass(frozen=True)
class Target:
    """The standing rows of a table, by their keys: one series per key column, in the frame's order."""

    keys: tuple[pl.Series, ...]

    def rows(self, values: list[pl.Series]) -> pl.Series:
        """The row number (UInt32) of the standing row with these key values; null where there is none."""
        if len(self.keys) == 1 and (span := _dense(self.keys[0])):
            return _in_span(self.keys[0], span, values[0])
        names = [str(place) for place in range(len(self.keys))]
        mine = pl.DataFrame([key.alias(name) for name, key in zip(names, self.keys, strict=True)])
        theirs = pl.DataFrame([value.alias(name) for name, value in zip(names, values, strict=True)])
        mine = mine.with_columns(pl.int_range(pl.len(), dtype=pl.UInt32).alias("row"))
        return theirs.join(mine, on=names, how="left", maintain_order="left")["row"]


def _dense(key: pl.Series) -> tuple[int, int] | None:
    """The least and the largest of whole numbers that lie close together, such as the days of a month."""
    low, high = (key.min(), key.max()) if key.dtype.is_integer() else (None, None)
    if not isinstance(low, int) or not isinstance(high, int):
        return None
    return (low, high) if high - low < SPARSEST * len(key) else None


def _in_span(key: pl.Series, span: tuple[int, int], values: pl.Series) -> pl.Series:
    """As `Target.rows`, by the place in a list of all numbers from the least to the largest."""
    low, high = span
    rows = pl.repeat(None, high - low + 1, dtype=pl.UInt32, eager=True)
    rows = rows.scatter(key - low, pl.int_range(len(key), dtype=pl.UInt32, eager=True))
    value = pl.col("value")
    place = pl.when(value.is_between(low, high)).then(value - low)
    return rows.gather(values.alias("value").to_frame().select(place).to_series()).alias("row")
