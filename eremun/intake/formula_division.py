"""Division to a whole number in six modes, as Polars expressions of integers.

Receives numerator and divisor (at least 1) of one integer width; no step of it leaves the width its operands fit.
"""

from __future__ import annotations

import polars as pl

from eremun.values.rounding import Mode


def quotient(top: pl.Expr, bottom: pl.Expr, mode: Mode, constant: int | None = None) -> pl.Expr:
    """top / bottom to a whole number in that mode, for either sign of top; `constant`: the divisor where it is one.

    Polars floors. The quotient stands several times in what is built: collected lazily it is computed once.
    """
    below = top // bottom
    if mode == "floor":
        return below
    rest = top - below * bottom
    if mode in ("half_up", "half_even"):
        return below + _nearer_above(below, rest, bottom, mode, constant)
    return below + _goes_up(top, rest, mode)


def _goes_up(top: pl.Expr, rest: pl.Expr, mode: Mode) -> pl.Expr:
    if mode == "ceiling":
        return rest > 0
    return (rest > 0) & (top < 0 if mode == "down" else top > 0)


def _nearer_above(below: pl.Expr, rest: pl.Expr, bottom: pl.Expr, mode: Mode, constant: int | None) -> pl.Expr:
    """Whether to go up to the nearer neighbour; `rest - (bottom - rest)` is 2 * rest - bottom without overflow."""
    to_even = below % 2 == 1 if mode == "half_even" else below >= 0
    if constant is None:
        lead = rest - (bottom - rest)
        return (lead > 0) | ((lead == 0) & to_even)
    more_than_half = rest > constant // 2
    return more_than_half if constant % 2 else more_than_half | ((rest == constant // 2) & to_even)
