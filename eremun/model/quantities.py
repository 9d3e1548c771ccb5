"""Single values of parameters and tables: numbers with units, words of an enum."""

from __future__ import annotations

import re
from fractions import Fraction

from eremun.model.fields import Collector, nearby
from eremun.model.meant import in_unit
from eremun.sources import syntax as s
from eremun.values.types import Type
from eremun.values.units import LITERAL_UNITS, NUMBER, PERSEN, Unit, in_base_unit, parse_unit, without_multiples


def quantity(to: Collector, scalar: s.Scalar) -> tuple[Fraction, Unit] | None:
    """A number with its unit, such as `3 hari`, `2.5%`, `1 poin/menit`, or `5.5 jam`, which is 330 menit."""
    if to.gone(scalar):
        return None
    digits, _, word = scalar.text.strip().partition(" ")
    if word.strip() == "%":
        to.refuse("E203", scalar.span, text=scalar.text, meant=in_unit(digits, "persen"))
        return None
    found = to.number(s.Scalar(digits, scalar.span))
    if found is None:
        return None
    (value, word), percent = in_base_unit(found[0], word.strip()), found[1]
    unit = parse_unit(word) if word else (PERSEN if percent else NUMBER)
    if percent and word:
        to.refuse("E203", scalar.span, text=scalar.text, meant="")
        return None
    if unit is None and (instead := without_multiples(word)):
        to.refuse("E214", scalar.span, name=word, instead=instead)
        return None
    if unit is None:
        near = nearby(word, LITERAL_UNITS)
        quotient = "/".join(part.strip() for part in re.split(r" per |/", word))
        if "/" in quotient:  # only a whole quotient is a fix
            near["nearest"] = quotient if parse_unit(quotient) is not None else ""
        to.refuse("E204", scalar.span, name=word, **near)
        return None
    return value, unit


def refuse_unit(to: Collector, scalar: s.Scalar, unit: str) -> None:
    """A value or limit that is not of the unit its place asks for."""
    to.refuse("E222", scalar.span, text=scalar.text, unit=unit, meant=in_unit(scalar.text, unit))


def word_of(to: Collector, scalar: s.Scalar, type_: Type) -> str | None:
    """A word of the enum that the type names."""
    if to.gone(scalar):
        return None
    words = to.enums.get(type_.enum or "", ())
    if scalar.text in words:
        return scalar.text
    to.refuse("E223", scalar.span, word=scalar.text, enum=type_.enum, **nearby(scalar.text, words))
    return None
