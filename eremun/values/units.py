"""Units of numbers: dimensions that multiply and divide, and the two ways to be without one.

A unit is a product of base units with whole exponents. Without a dimension a number is a plain `number`, a `persen`, or
`either` (a quotient of like units, which may be read as both).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

BASE_UNITS = ("rupiah", "menit", "hari", "poin")
MULTIPLES = {"jam": (60, "menit")}  # words behind a number that say so many of a unit, and are no units themselves
LITERAL_UNITS = (*BASE_UNITS, *MULTIPLES)
Plain = Literal["number", "persen", "either"]


@dataclass(frozen=True, slots=True)
class Unit:
    """`dims`: (base unit, exponent) sorted by name, no zero exponent; `plain` counts only where `dims` is empty."""

    dims: tuple[tuple[str, int], ...] = ()
    plain: Plain = "number"

    def __str__(self) -> str:
        if not self.dims:
            return "number" if self.plain == "either" else self.plain
        above = "*".join(name for name, power in self.dims for _ in range(power))
        below = "".join(f"/{name}" for name, power in self.dims for _ in range(-power))
        return (above or "1") + below

    def __mul__(self, other: Unit) -> Unit:
        return _product(self, other, +1)

    def __truediv__(self, other: Unit) -> Unit:
        if self.dims == other.dims and (self.dims or self.plain == other.plain):
            return EITHER
        return _product(self, other, -1)

    def agrees(self, other: Unit) -> bool:
        """Whether values of the two units may be added, compared and put into each other's columns."""
        if self.dims or other.dims:
            return self.dims == other.dims
        return self.plain == other.plain or "either" in (self.plain, other.plain)


NUMBER = Unit()
PERSEN = Unit(plain="persen")
EITHER = Unit(plain="either")


def parse_unit(text: str) -> Unit | None:
    """The unit that `rupiah`, `persen`, `number` or a quotient such as `poin/menit` names; None where there is none."""
    if text == "number":
        return NUMBER
    if text == "persen":
        return PERSEN
    unit = NUMBER
    for place, name in enumerate(text.split("/")):
        if name not in BASE_UNITS:
            return None
        single = Unit(dims=((name, 1),))
        unit = single if place == 0 else unit / single
    return unit


def in_base_unit(value: Fraction, word: str) -> tuple[Fraction, str]:
    """A number and the word behind it as a number of a unit: `5.5 jam` is 330 menit."""
    times, unit = MULTIPLES.get(word, (1, word))
    return value * times, unit


def without_multiples(text: str) -> str:
    """The unit that may be meant where a word stands that is one only behind a number; "" where none does."""
    names = text.split("/")
    meant = "/".join(MULTIPLES[name][1] if name in MULTIPLES else name for name in names)
    return meant if meant != text and parse_unit(meant) is not None else ""


def _product(left: Unit, right: Unit, sign: int) -> Unit:
    powers = dict(left.dims)
    for name, power in right.dims:
        powers[name] = powers.get(name, 0) + sign * power
    dims = tuple(sorted((name, power) for name, power in powers.items() if power))
    return Unit(dims, _plain(left, right) if not dims else "number")


def _plain(left: Unit, right: Unit) -> Plain:
    if left.dims or right.dims:
        return "either"
    kinds = {left.plain, right.plain}
    if "persen" in kinds:
        return "persen"
    return "either" if "either" in kinds else "number"
