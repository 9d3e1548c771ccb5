"""Chance that is the same everywhere: 32 bits for every row of every column, from the seed and the row's number alone.

Whole-number arithmetic that never leaves 64 bits, so no engine, machine or version can change it.
"""

from __future__ import annotations

from hashlib import sha256

import polars as pl

MASK = 0xFFFF_FFFF
MOST_WEIGHT = 1_000_000


class Draws:
    """The chance of one column; `named` gives another, independent one."""

    def __init__(self, *names: object) -> None:
        self.names = names

    def named(self, name: object) -> Draws:
        return Draws(*self.names, name)

    def bits(self, height: int) -> pl.Series:
        """UInt64 from 0 to 2³²-1, one per row."""
        digest = sha256("/".join(map(str, self.names)).encode()).digest()
        first, second = int.from_bytes(digest[:4]), int.from_bytes(digest[4:8])
        numbers = pl.int_range(height, dtype=pl.UInt64, eager=True)
        return _mixed((_mixed(numbers ^ first) + second) & MASK)

    def below(self, height: int, count: int) -> pl.Series:
        """UInt64 from 0 to count - 1, one per row; count at most 2³²."""
        return (self.bits(height) * count) // (MASK + 1)

    def chosen(self, height: int, weights: list[int]) -> pl.Series:
        """The place of a weight, one per row, as often as it weighs; the weights sum to at most a million."""
        places = [place for place, weight in enumerate(weights) for _ in range(weight)]
        if len(weights) == len(places):
            return self.below(height, len(weights))
        return pl.Series(places, dtype=pl.UInt64).gather(self.below(height, len(places)))


def _mixed(x: pl.Series) -> pl.Series:
    """A 32-bit number whose every bit depends on every bit of x, a 32-bit number too; different for different x."""
    x = ((x ^ (x // 0x1_0000)) * 0x7FEB_352D) & MASK
    x = ((x ^ (x // 0x8000)) * 0x846C_A68B) & MASK
    return x ^ (x // 0x1_0000)
