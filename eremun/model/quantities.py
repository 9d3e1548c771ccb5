"""Single values of parameters and tables: numbers with units, words of an enum."""

from __future__ import annotations

import re
from fractions import Fraction

from eremun.model.fields import Collector, nearby
from eremun.model.meant import percent_meant
from eremun.sources import syntax as s
from eremun.values.types import Type
from eremun.values.units import BASE_UNITS, NUMBER, PERSEN, Unit, parse_unit


def quantity(to: Collector, scalar: s.Scalar) -> tuple[Fraction, Unit] | None:
    """A number with its unit, such as `3 hari`, `2.5%` or `1 poin/menit`."""
    if to.gone(scalar):
        return None
    digits, _, word = scalar.text.strip().partition(" ")
    found = to.number(s.Scalar(digits, scalar.span))
    if found is None:
        return None
    value, percent = found
    unit = parse_unit(word.strip()) if word.strip() else (PERSEN if percent else NUMBER)
    if percent and word.strip():
        to.refuse("E203", scalar.span, text=scalar.text, meant="")
        return None
    if unit is None:
        near = nearby(word, BASE_UNITS)
        quotient = "/".join(part.strip() for part in re.split(r" per |/", word))
        if "/" in quotient:  # only a whole quotient is a fix
            near["nearest"] = quotient if parse_unit(quotient) is not None else ""
        to.refuse("E204", scalar.span, name=word, **near)
        return None
    return value, unit


def refuse_unit(to: Collector, scalar: s.Scalar, unit: str) -> None:
    """A value or limit that is not of the unit its place asks for."""
    to.refuse("E222", scalar.span, text=scalar.text, unit=unit, meant=percent_meant(scalar.text, unit))


def word_of(to: Collector, scalar: s.Scalar, type_: Type) -> str | None:
    """A word of the enum that the type names."""
    if to.gone(scalar):
        return None
    words = to.enums.get(type_.enum or "", ())
    if scalar.text in words:
        return scalar.text
    to.refuse("E223", scalar.span, word=scalar.text, enum=type_.enum, **nearby(scalar.text, words))
    return None
