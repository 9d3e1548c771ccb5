"""Several whole numbers of known range as one, and rows found by it.

A key that has few possible values leads to its row through an array with a place for each; any other through a join.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import prod
from operator import add, and_

import polars as pl


@dataclass(frozen=True)
class Packing:
    """A number for each combination of values, each in `lows[i] .. lows[i] + sizes[i] - 1`; the last varies fastest."""

    lows: tuple[int, ...]
    sizes: tuple[int, ...]

    @property
    def extent(self) -> int:
        """How many combinations there are; no key is as large."""
        return prod(self.sizes)

    def key(self, columns: Sequence[str], inside: bool) -> pl.Expr:
        """The key of a row; `extent` for a combination out of range, unless all are known to lie `inside`."""
        if inside and len(columns) == 1 and self.lows == (0,):
            return pl.col(columns[0])
        key = reduce(add, (self._digit(place, column) for place, column in enumerate(columns)))
        return key if inside else pl.when(self._inside(columns)).then(key).otherwise(_whole(self.extent))

    def values(self, keys: pl.Series, columns: Sequence[str], schema: pl.Schema) -> pl.DataFrame:
        """The columns that the keys were made of."""
        key, parts = pl.col(keys.name).cast(pl.Int64), []
        for place, column in enumerate(columns):
            value = key // self._stride(place) % self.sizes[place] + self.lows[place]
            parts.append(value.cast(schema[column]).alias(column))
        return keys.to_frame().lazy().select(parts).collect()

    def _stride(self, place: int) -> int:
        return prod(self.sizes[place + 1 :])

    def _digit(self, place: int, column: str) -> pl.Expr:
        value, stride = pl.col(column).cast(pl.Int64), self._stride(place)
        value = value - _whole(self.lows[place]) if self.lows[place] else value
        return value * _whole(stride) if stride != 1 else value

    def _inside(self, columns: Sequence[str]) -> pl.Expr:
        ends = [(low, low + size - 1) for low, size in zip(self.lows, self.sizes, strict=True)]
        return reduce(
            and_,
            (
                pl.col(name).is_between(_whole(low), _whole(high))
                for name, (low, high) in zip(columns, ends, strict=True)
            ),
        )


def is_dense(packing: Packing, rows: int) -> bool:
    """Whether an array with a place for each key is worth it for so many rows."""
    return packing.extent <= min(4 * rows + 65_536, 2**32 - 2)


def distinct(keys: pl.Series, packing: Packing) -> pl.Series:
    """The keys that occur, ascending."""
    if not is_dense(packing, len(keys)):
        return keys.unique().sort()
    seen = pl.repeat(False, packing.extent, dtype=pl.Boolean, eager=True)
    return seen.scatter(keys, True).arg_true().alias(keys.name)


def places(keys: pl.Series, packing: Packing) -> pl.Series:
    """At the place of each key 1 + the number of the row that has it, or 0; one more place, for no key."""
    found = pl.zeros(packing.extent + 1, dtype=pl.UInt32, eager=True)
    return found.scatter(keys, pl.int_range(1, len(keys) + 1, dtype=pl.UInt32, eager=True))


def joined_places(own: pl.LazyFrame, theirs: pl.DataFrame) -> pl.Series:
    """For each row of own 1 + the number of the row of theirs with the same values, or 0; columns pair up in order."""
    left, right = _comparable(own), _comparable(theirs.lazy())
    numbered = right.with_columns(pl.int_range(1, theirs.height + 1, dtype=pl.UInt32).alias("place"))
    on = left.collect_schema().names()
    found = left.join(numbered, on=on, how="left", maintain_order="left").select(pl.col("place").fill_null(0))
    return found.collect(engine="streaming")["place"]


def rows_on_day(own: pl.LazyFrame, theirs: pl.LazyFrame) -> pl.Series:
    """For each row of own, whose last column is a day, the number of the row of theirs that has the same values before
    it and whose last two columns, a first and a last day, hold that day; -1 where there is none."""
    left, right = _comparable(own), _comparable(theirs)
    *keys, day = left.collect_schema().names()
    last = f"{len(keys) + 1}"
    numbered = right.with_columns(pl.int_range(pl.len()).alias("row")).sort(day)
    asked = left.with_columns(pl.int_range(pl.len()).alias("place")).sort(day)
    found = asked.join_asof(numbered, on=day, by=keys, strategy="backward", check_sortedness=False).sort("place")
    holds = (pl.col(last) >= pl.col(day)).fill_null(False)
    return found.select(pl.when(holds).then("row").otherwise(-1)).collect().to_series()


def _comparable(rows: pl.LazyFrame) -> pl.LazyFrame:
    """The columns named by their places, all whole numbers in one width."""
    columns = enumerate(rows.collect_schema().items())
    return rows.select(
        (pl.col(name).cast(pl.Int64) if dtype.is_integer() else pl.col(name)).alias(f"{place}")
        for place, (name, dtype) in columns
    )


def _whole(value: int) -> pl.Expr:
    return pl.lit(value, dtype=pl.Int64)
