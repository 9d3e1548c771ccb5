"""Values as tests write and messages show them: `12.5%`, `3_854_725 rupiah`, `ya`, `2026-01-31`, a word."""

from __future__ import annotations

from fractions import Fraction

from eremun.diagnostics.diagnostic import Diagnostic, fault
from eremun.model.pack import Pack
from eremun.sources.syntax import Scalar
from eremun.testing.cases import Value
from eremun.testing.shapes import misshapen, unknown
from eremun.values.numbers import decimal_text, decimals_of, parse_number
from eremun.values.periods import parse_date
from eremun.values.types import Kind, Type
from eremun.values.units import PERSEN, Unit

TRUTHS = {"ya": True, "tidak": False}
MISSING = '""'
LEAST_MARKED = 4  # digits of a number that is written with marks between thousands, where its author uses them


def parse_value(text: Scalar, type: Type, name: str, pack: Pack) -> Value | Diagnostic:
    """The value that a test expects of that type; None for `""`, which expects none; or what is wrong with its form."""
    if text.quoted and not text.text and type.kind is not Kind.TEXT:
        return None
    match type.kind:
        case Kind.NUMBER:
            return _number(text, type.unit or PERSEN, name)
        case Kind.BOOLEAN:
            return TRUTHS[text.text] if text.text in TRUTHS else misshapen(text, "ya / tidak")
        case Kind.DATE:
            return text.text if parse_date(text.text) else misshapen(text, "2026-01-31")
        case Kind.ENUM:
            words = pack.enums.get(type.enum or "", ())
            return text.text if text.text in words else unknown(text, words)
        case Kind.NIP:
            digits = text.text.isascii() and text.text.isdigit() and len(text.text) == 18
            return text.text if digits else misshapen(text, '"199001012015031001"')
        case Kind.TEXT:
            return text.text


def _number(text: Scalar, unit: Unit, name: str) -> Fraction | Diagnostic:
    parsed = parse_number(text.text)
    if parsed is None:
        return misshapen(text, "12.5%" if unit == PERSEN else "2_500_000 / 12.5")
    value, percent = parsed
    if unit == PERSEN and not percent:
        return fault("E657", text.span, found=text.text, name=name)
    if percent and not unit.agrees(PERSEN):
        return misshapen(text, f"2_500_000 / 12.5 ({unit})")
    return value


def key_text(text: str, type: Type) -> str:
    """A cell of a key in the form in which keys are compared."""
    plain = text.strip()
    if type.kind is not Kind.NUMBER:
        return plain
    parsed = parse_number(plain)
    return plain if parsed is None else str(parsed[0])


def shown(value: Value, type: Type) -> str:
    """A value as it would be typed, with its unit."""
    return shown_like(value, type, "1_000")


def shown_like(value: Value, type: Type, example: str) -> str:
    """A value with its unit, its number typed as the example is: with its decimals at least, and its marks between
    thousands."""
    if value is None:
        return MISSING
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, str):
        return value or MISSING
    unit = type.unit
    if unit is not None and unit.agrees(PERSEN) and not unit.dims and unit.plain == "persen":
        return _digits(value * 100, example) + "%"
    return _digits(value, example) + (f" {unit}" if unit is not None and unit.dims else "")


def _digits(value: Fraction, example: str) -> str:
    whole_of_example, _, rest_of_example = example.rstrip("%").partition(".")
    mark = "_" if "_" in example or len(whole_of_example.lstrip("-")) < LEAST_MARKED else ""
    decimals = decimals_of(Fraction(1, value.denominator))
    if decimals is None:
        return f"{value.numerator:_}/{value.denominator:_}"
    whole, dot, rest = decimal_text(value, max(decimals, len(rest_of_example))).partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = f"{int(whole.lstrip('-')):_}".replace("_", mark)
    return f"{sign}{digits}{dot}{rest}"
