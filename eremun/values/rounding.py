"""Rounding: one primitive on integers, one on fractions, six named modes.

`half_up` is half away from zero, `down` and `up` go toward and away from zero, `floor` and `ceiling` toward either
infinity, `half_even` to the even neighbour.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Literal, get_args

Mode = Literal["half_up", "half_even", "down", "up", "floor", "ceiling"]
MODES: tuple[Mode, ...] = get_args(Mode)


def divide(n: int, d: int, mode: Mode) -> int:
    """The whole number next to n / d in that mode; d must be at least 1."""
    if d < 1:
        raise ValueError(f"a divisor of {d}")
    below, rest = divmod(n, d)
    return below + _goes_up(below, rest, d, mode) if rest else below


def _goes_up(below: int, rest: int, d: int, mode: Mode) -> bool:
    """Whether n / d, strictly between below and below + 1, goes to the larger of the two."""
    if mode in ("floor", "ceiling"):
        return mode == "ceiling"
    if mode in ("down", "up"):
        return (below < 0) == (mode == "down")
    if 2 * rest != d:
        return 2 * rest > d
    return below >= 0 if mode == "half_up" else below % 2 == 1


def round_to(value: Fraction, step: Fraction, mode: Mode) -> Fraction:
    """The multiple of step next to value in that mode; step must be above 0."""
    scaled = value / step
    return divide(scaled.numerator, scaled.denominator, mode) * step


def common_step(one: Fraction, other: Fraction) -> Fraction:
    """The largest step of which both are whole multiples; 0 is a multiple of everything."""
    top = gcd(one.numerator * other.denominator, other.numerator * one.denominator)
    return Fraction(top, one.denominator * other.denominator)
