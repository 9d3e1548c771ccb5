"""The lines of a text, split once however many messages point into it."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate


@lru_cache(maxsize=64)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines without their ends."""
    return tuple(text.split("\n"))


@lru_cache(maxsize=8)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(accumulate((len(line) + 1 for line in lines_of(text)), initial=0))


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 0, of a character."""
    starts = _starts(text)
    line = bisect_right(starts, offset, hi=len(starts) - 1) - 1
    return line, offset - starts[line]
