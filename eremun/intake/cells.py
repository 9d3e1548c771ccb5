"""Forms of cells: receives texts and the declared column, gives stored values and the reason against each.

These forms decide, never an engine's cast: a cast is only made of text that has been seen to be of its form.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor

import polars as pl

from eremun.intake.declared import day_of, shape_of_number, whole_part
from eremun.intake.sheet import BLANKS
from eremun.model.inputs import Column
from eremun.values.periods import FIRST_DAY, LAST_DAY, Period, to_days
from eremun.values.types import Kind

FINE, EMPTY, PARSE, RANGE, LIST = 0, 1, 2, 3, 4
REASONS = {EMPTY: "empty", PARSE: "parse", RANGE: "range", LIST: "list"}
STORED: dict[Kind, type[pl.DataType]] = {
    Kind.BOOLEAN: pl.Boolean, Kind.DATE: pl.Int32, Kind.ENUM: pl.Int16, Kind.NIP: pl.Int64, Kind.NUMBER: pl.Int64,
    Kind.TEXT: pl.String,
}  # fmt: skip
SUSPECT = "[\\x00-\\x20\\x7f-\\x{a0}]"
CONTROL = "[\\x00-\\x1f\\x7f-\\x{9f}]"
LARGEST = 2**63 - 1


def judge(text: pl.Series, column: Column, enums: Mapping[str, tuple[str, ...]], period: Period) -> pl.DataFrame:
    """`stored` (null where the cell is empty or not of its form) and `reason` UInt8, one row per text."""
    suspect = bool(text.str.contains(SUSPECT).any())
    if column.type.kind is Kind.TEXT and not suspect and _all_filled(text):
        return pl.DataFrame({"stored": text, "reason": pl.repeat(FINE, len(text), dtype=pl.UInt8, eager=True)})
    cell = text.str.strip_chars(BLANKS) if suspect else text
    frame = pl.DataFrame({"cell": cell.replace("", None)})
    stored, reason = _form(column, enums, period, suspect)
    empty = FINE if column.optional else EMPTY
    return frame.select(
        stored.cast(STORED[column.type.kind]).alias("stored"),
        pl.when(pl.col("cell").is_null()).then(pl.lit(empty)).otherwise(reason).cast(pl.UInt8).alias("reason"),
    )


def _all_filled(text: pl.Series) -> bool:
    return not text.null_count() and text.str.len_bytes().min() != 0


def _form(
    column: Column, enums: Mapping[str, tuple[str, ...]], period: Period, suspect: bool
) -> tuple[pl.Expr, pl.Expr]:
    """The stored value and the reason, where the cell is not empty. `suspect`: some cell has a blank or a control."""
    kind = column.type.kind
    if kind is Kind.TEXT:
        return _text(suspect)
    if kind is Kind.NIP:
        return _nip()
    if kind is Kind.DATE:
        return _date(column, period)
    if kind is Kind.NUMBER:
        return _number(column)
    words = ("tidak", "ya") if kind is Kind.BOOLEAN else enums[str(column.type.enum)]
    return _word(words)


def _text(suspect: bool) -> tuple[pl.Expr, pl.Expr]:
    cell = pl.col("cell")
    if not suspect:
        return cell, pl.lit(FINE)
    control = cell.str.contains(CONTROL)
    return pl.when(~control).then(cell), pl.when(control).then(PARSE).otherwise(FINE)


def _nip() -> tuple[pl.Expr, pl.Expr]:
    cell = pl.col("cell")
    good = cell.str.contains("^[0-9]{18}$")
    return pl.when(good).then(cell).cast(pl.Int64), pl.when(good).then(FINE).otherwise(PARSE)


def _date(column: Column, period: Period) -> tuple[pl.Expr, pl.Expr]:
    cell = pl.col("cell")
    days = day_of(cell, column.format)
    real = days.is_between(FIRST_DAY, LAST_DAY).fill_null(False)
    inside = days.is_between(to_days(period.start), to_days(period.end)) if column.in_period else pl.lit(True)
    reason = pl.when(~real).then(PARSE).when(~inside).then(RANGE).otherwise(FINE)
    return pl.when(real).then(days), reason


def _number(column: Column) -> tuple[pl.Expr, pl.Expr]:
    cell, decimals = pl.col("cell"), column.decimals
    form = shape_of_number(column)
    good = cell.str.contains(form)
    whole = pl.when(good).then(whole_part(cell, column)).cast(pl.Int64)
    fits = whole <= LARGEST // 10**decimals - 1
    part = cell.str.extract(form, 2).fill_null("").str.pad_end(decimals, "0")
    units = pl.when(fits).then(whole) * 10**decimals
    if decimals:
        units = units + pl.when(good).then(part).cast(pl.Int64)
    if column.below_zero:  # the sign of -0.5 is not that of its whole part
        units = pl.when(cell.str.starts_with("-")).then(-units).otherwise(units)
    too_large = RANGE if column.high is not None else PARSE
    reason = pl.when(~good).then(PARSE).when(~fits).then(too_large).when(~_in_range(units, column)).then(RANGE)
    return units, reason.otherwise(FINE)


def _in_range(units: pl.Expr, column: Column) -> pl.Expr:
    low = _units(column.low, column, upward=True)
    high = _units(column.high, column, upward=False)
    return units.is_between(-LARGEST if low is None else low, LARGEST if high is None else high)


def _units(bound: Fraction | None, column: Column, *, upward: bool) -> int | None:
    """The bound in units of the column's step, kept inside 64 bits."""
    if bound is None:
        return None
    units = ceil(bound / column.step) if upward else floor(bound / column.step)
    return max(-LARGEST, min(LARGEST, units))


def _word(words: tuple[str, ...]) -> tuple[pl.Expr, pl.Expr]:
    cell = pl.col("cell")
    place = cell.cast(pl.Enum(words), strict=False).to_physical()
    return place, pl.when(cell.is_not_null() & place.is_null()).then(LIST).otherwise(FINE)
