"""Numbers as text: literals of the rule language in, decimals out, never through a float."""

from __future__ import annotations

import re
from fractions import Fraction

LITERAL = re.compile(r"-?[0-9][0-9_]*(\.[0-9]+)?%?")


def parse_number(text: str) -> tuple[Fraction, bool] | None:
    """The value of `2_500_000`, `1.25` or `2.5%` and whether it is a percentage; None where it is no number."""
    if not LITERAL.fullmatch(text):
        return None
    digits = text.rstrip("%").replace("_", "")
    value = Fraction(digits)
    return (value / 100, True) if text.endswith("%") else (value, False)


def decimals_of(step: Fraction) -> int | None:
    """How many decimals every multiple of the step can be written with exactly; None where none are enough."""
    rest, twos, fives = step.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def decimal_text(value: Fraction, decimals: int) -> str:
    """The value with exactly so many decimals and a dot; ValueError where it has more."""
    scaled = value * 10**decimals
    if scaled.denominator != 1:
        raise ValueError(f"{value} has more than {decimals} decimals")
    digits = f"{abs(scaled.numerator):0{decimals + 1}d}"
    sign = "-" if scaled.numerator < 0 else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)
