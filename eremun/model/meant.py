"""What an author probably meant by a number or day in another form: as it would be typed, or "" where it can't be told.

Only forms that offices write are known: Rp5.000,00 and 2,5 %, Roman numerals, days as 31/12/2026 or 31 Desember 2026.
"""

from __future__ import annotations

import re

from eremun.values.numbers import parse_number
from eremun.values.periods import parse_date
from eremun.values.units import BASE_UNITS

IN_WRITING = re.compile(r"(-?)(Rp\.?)?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]{1,2}|-))?(%?)")
ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
DAY_FIRST = re.compile(r"([0-9]{1,2})([/.\- ])(\w+)\2([0-9]{4})")
YEAR_FIRST = re.compile(r"([0-9]{4})([/.\-])([0-9]{1,2})\2([0-9]{1,2})")
BETWEEN = re.compile(r"([0-9_.]+%?)\s*(?:-|–|\bs\.?/?d\.?|\bsampai(?: dengan)?|\bhingga)\s*([0-9_.]+%?)")
MONTHS = ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
          "desember")  # fmt: skip


def number_meant(text: str) -> str:
    """`5_000 rupiah` for Rp5.000,00; `2.5%` for 2,5%; `9` for IX; `-5` for (5); `100` for 100 rupiah where no unit
    belongs."""
    number, _, unit = text.partition(" ")
    if unit in BASE_UNITS and parse_number(number) is not None:
        return number
    if ROMAN.fullmatch(text):
        return str(roman_value(text))
    found = IN_WRITING.fullmatch(text) or IN_WRITING.fullmatch(_with_minus_before(text))
    if found is None:
        return ""
    sign, rupiah, whole, rest, percent = found.groups()
    point = f".{rest}" if rest and rest.strip("0-") else ""
    unit = " rupiah" if rupiah and not percent else ""
    return f"{sign}{whole.replace('.', '_')}{point}{percent}{unit}"


def _with_minus_before(text: str) -> str:
    """-5 for (5), 5- and a 5 behind another minus sign."""
    found = re.fullmatch(r"\(([^()-]+)\)|[\u2010-\u2015\u2212-] ?([^-]+)|([^-]+?) ?[\u2010-\u2015\u2212-]", text)
    return f"-{found[found.lastindex or 0]}" if found else text


def roman_value(text: str) -> int:
    """The number that a Roman numeral says."""
    digits = [ROMAN_DIGITS[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))


def day_meant(text: str) -> str:
    """`2026-12-31` for 31/12/2026 and 31 Desember 2026: the day first, as Indonesian writes it."""
    first, later = YEAR_FIRST.fullmatch(text), DAY_FIRST.fullmatch(text)
    if first is not None:
        year, month, day = first[1], first[3], first[4]
    elif later is not None:
        day, month, year = later[1], _month(later[3]), later[4]
    else:
        return ""
    found = f"{year}-{month:0>2}-{day:0>2}"
    return found if parse_date(found) is not None else ""


def _month(word: str) -> str:
    return str(MONTHS.index(word.lower()) + 1) if word.lower() in MONTHS else word


def range_meant(text: str) -> str:
    """`1..15` for 1-15, 1 s.d. 15 and 1 sampai 15."""
    found = BETWEEN.fullmatch(text)
    good = found is not None and all(parse_number(part) is not None for part in found.groups())
    return f"{found[1]}..{found[2]}" if found is not None and good else ""


def in_unit(text: str, unit: str) -> str:
    """A value or limits as they would be written in that unit: `5%` for 5, `0%..100%` for 0..100%, `5_000 rupiah` for
    5_000 menit; "" where the unit has no one way to be written, or the text is no number."""
    bounds = text.lstrip("<>= ")
    above = text.removesuffix(bounds)
    parts = [part.strip().partition(" ")[0].rstrip("%") for part in bounds.split("..")]
    if not all(parse_number(part) is not None for part in parts) or unit not in ("persen", *BASE_UNITS):
        return ""
    sign = "%" if unit == "persen" else "" if len(parts) > 1 else f" {unit}"
    return above + "..".join(f"{part}{sign}" for part in parts)
