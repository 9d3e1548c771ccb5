"""Forms in which cells of days and numbers are written, where a column says another than 2026-01-31 and 1234.56.

A cell without a declared form is plain; `in_form` and `plain_of` go from one to the other and let what is neither be.
"""

from __future__ import annotations

import re

DAYS = ("dd/mm/yyyy", "dd-mm-yyyy")
COMMA, DOTS_AND_COMMA = "1234,56", "1.234,56"
NUMBERS = (COMMA, DOTS_AND_COMMA)
PLAIN_DAY = "^([0-9]{4})-([0-9]{2})-([0-9]{2})"
PLAIN_POINT = r"^(-?[0-9]+)\."
# A number below zero as offices and spreadsheets write it too: with another sign, one apart, behind, or in brackets.
OTHER_MINUS = (
    r"^(?:[\u2010-\u2015\u2212\ufe63\uff0d] ?|- +|'-)[0-9.,]+$|^[0-9][0-9.,]* ?[-\u2010-\u2015\u2212]$|^\([0-9.,]+\)$"
)


def day_sign(form: str) -> str:
    """What stands between day, month and year."""
    return form[2]


def pattern_of_day(form: str) -> str:
    """How the day is written, as `strftime` has it."""
    return f"%d{day_sign(form)}%m{day_sign(form)}%Y" if form else "%Y-%m-%d"


def in_form(plain: str, form: str) -> str:
    """A day or number that is written plainly, in the form."""
    if form in DAYS:
        sign = day_sign(form)
        return re.sub(PLAIN_DAY, rf"\3{sign}\2{sign}\1", plain)
    return re.sub(PLAIN_POINT, r"\1,", plain) if form in NUMBERS else plain


def plain_of(text: str, form: str) -> str:
    """A cell that is written in the form, plainly."""
    if form in DAYS:
        sign = re.escape(day_sign(form))
        return re.sub(f"^([0-9]{{2}}){sign}([0-9]{{2}}){sign}([0-9]{{4}})$", r"\3-\2-\1", text)
    dots = text.replace(".", "") if form == DOTS_AND_COMMA else text
    return dots.replace(",", ".") if form in NUMBERS else text


def below_zero_in(form: str, decimals: int) -> str:
    """A number below zero as a cell with so many decimals writes it."""
    return in_form("-2.5" if decimals else "-2", form)


def example_of(form: str) -> str:
    """A cell in the form."""
    return in_form("2026-01-31", form) if form in DAYS else form
