"""Cells in the form that their column declares: the expressions that read them, and that write typed cells so.

A typed day or number of a file is written in the declared form, so that one form is judged in every kind of file.
"""

from __future__ import annotations

import polars as pl

from eremun.model.inputs import Column
from eremun.values.forms import COMMA, DAYS, DOTS_AND_COMMA, NUMBERS, PLAIN_DAY, PLAIN_POINT, day_sign, pattern_of_day
from eremun.values.types import Kind

ISO = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
WHOLE, BEFORE_DECIMALS = 18, 15


def day_of(cell: pl.Expr, form: str) -> pl.Expr:
    """The days since 1970-01-01 that the cell says in the form; null where it is of another, or no day."""
    shape = f"^[0-9]{{2}}{day_sign(form)}[0-9]{{2}}{day_sign(form)}[0-9]{{4}}$" if form else ISO
    written = pl.when(cell.str.contains(shape)).then(cell)
    return written.str.to_date(pattern_of_day(form), strict=False).to_physical()


def shape_of_number(column: Column) -> str:
    """The pattern of a number of the column: a minus where one may be, its whole part, its decimals."""
    sign = "-?" if column.below_zero else ""
    decimals = column.decimals
    digits = BEFORE_DECIMALS if decimals else WHOLE
    whole = f"[0-9]{{1,{digits}}}"
    if column.format == DOTS_AND_COMMA:
        whole += f"|[1-9][0-9]{{0,2}}(?:\\.[0-9]{{3}}){{1,{digits // 3 - 1}}}"
    point = "," if column.format in NUMBERS else "\\."
    return f"^{sign}({whole})(?:{point}([0-9]{{1,{decimals}}}))?$" if decimals else f"^{sign}({whole})()$"


def whole_part(cell: pl.Expr, column: Column) -> pl.Expr:
    """The digits before the decimals, where the cell is a number of the column."""
    found = cell.str.extract(shape_of_number(column), 1)
    return found.str.replace_all(".", "", literal=True) if column.format == DOTS_AND_COMMA else found


def in_form_of(column: Column, plain: pl.Expr) -> pl.Expr:
    """A day or number that is written plainly, in the form of its column."""
    if column.format in DAYS and column.type.kind is Kind.DATE:
        sign = day_sign(column.format)
        return plain.str.replace(PLAIN_DAY, f"${{3}}{sign}${{2}}{sign}${{1}}")
    if column.format in (COMMA, DOTS_AND_COMMA) and column.type.kind is Kind.NUMBER:
        return plain.str.replace(PLAIN_POINT, "${1},")
    return plain
