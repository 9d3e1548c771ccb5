"""How a stored column looks in a file: expressions that turn integers in steps into digits, days into ISO dates.

Receives column names with their `ColumnInfo`; gives String expressions, null where the cell is empty. Exact or refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import polars as pl

from eremun.plan.plan import ColumnInfo
from eremun.values.numbers import decimals_of
from eremun.values.types import Kind, Type

Enums = Mapping[str, tuple[str, ...]]
LARGEST = 2**127 - 1


def is_percent(type: Type) -> bool:
    """Whether files show the number times 100."""
    return type.kind is Kind.NUMBER and type.unit is not None and not type.unit.dims and type.unit.plain == "persen"


def is_money(type: Type) -> bool:
    """Whether the number is an amount of rupiah."""
    return type.kind is Kind.NUMBER and type.unit is not None and type.unit.dims == (("rupiah", 1),)


def decimals_needed(info: ColumnInfo) -> int:
    """The fewest decimals that show every value of the column (0 if it is no number); ArithmeticError if none do."""
    if info.type.kind is not Kind.NUMBER:
        return 0
    needed = decimals_of(info.step * 100 if is_percent(info.type) else info.step)
    if needed is None:
        raise ArithmeticError(f"no number of decimals shows multiples of {info.step}")
    return needed


def shown(name: str, info: ColumnInfo, enums: Enums, decimals: int) -> pl.Expr:
    """The column as text of the file: String, null where an optional cell is empty."""
    text = _text(name, info, enums, decimals)
    return pl.when(pl.col(f"{name}?")).then(text) if info.optional else text


def ordered(name: str, info: ColumnInfo, enums: Enums) -> pl.Expr:
    """What the column is sorted by: the value itself, text and words of lists by code point."""
    return _word(name, info, enums) if info.type.kind is Kind.ENUM else pl.col(name)


def in_units(name: str, info: ColumnInfo, decimals: int) -> pl.Expr:
    """The number in units of its last shown decimal: Int128."""
    factor = shown_factor(info, decimals)
    whole = pl.col(name).cast(pl.Int128)
    if factor.numerator != 1:
        whole = whole * pl.lit(factor.numerator, dtype=pl.Int128)
    return whole // pl.lit(factor.denominator, dtype=pl.Int128) if factor.denominator != 1 else whole


def require_exact(frame: pl.DataFrame, name: str, info: ColumnInfo, decimals: int) -> None:
    """ArithmeticError where a value of the number column has more decimals than that, or needs over 128 bit."""
    factor = shown_factor(info, decimals)
    if factor == 1 or frame.is_empty():
        return
    column = pl.col(name).cast(pl.Int128)
    low, high = frame.select(column.min().alias("low"), column.max().alias("high")).row(0)
    if max(-low, high) * factor.numerator > LARGEST:
        raise ArithmeticError(f"{name} needs more than 128 bit with {decimals} decimals")
    rest = column * pl.lit(factor.numerator, dtype=pl.Int128) % pl.lit(factor.denominator, dtype=pl.Int128)
    if factor.denominator != 1 and frame.select((rest != 0).any()).item():
        raise ArithmeticError(f"{name} has more than {decimals} decimals")


def shown_factor(info: ColumnInfo, decimals: int) -> Fraction:
    """How many units of the last shown decimal one unit of the stored integer is."""
    size: int = 10**decimals
    return info.step * size * (100 if is_percent(info.type) else 1)


def digits(units: pl.Expr, decimals: int) -> pl.Expr:
    """Units of the last decimal as text: sign, whole part, dot, so many decimals."""
    if decimals == 0:
        return units.cast(pl.String)
    size = pl.lit(10**decimals, dtype=pl.Int128)
    sign = pl.when(units < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    whole, rest = (units.abs() // size).cast(pl.String), (units.abs() % size).cast(pl.String).str.zfill(decimals)
    return pl.concat_str(sign, whole, pl.lit("."), rest)


def _text(name: str, info: ColumnInfo, enums: Enums, decimals: int) -> pl.Expr:
    column = pl.col(name)
    match info.type.kind:
        case Kind.NUMBER:
            return digits(in_units(name, info, decimals), decimals)
        case Kind.DATE:
            return column.cast(pl.Int32).cast(pl.Date).dt.to_string("%Y-%m-%d")
        case Kind.ENUM:
            return _word(name, info, enums)
        case Kind.NIP:
            return column.cast(pl.String).str.zfill(18)
        case Kind.BOOLEAN:
            return pl.when(column).then(pl.lit("ya")).otherwise(pl.lit("tidak"))
        case Kind.TEXT:
            return column


def _word(name: str, info: ColumnInfo, enums: Enums) -> pl.Expr:
    words = enums[info.type.enum or ""]
    places = list(range(len(words)))
    # An optional empty cell is stored as 0, a place of the list; its flag decides, not this word.
    return pl.col(name).cast(pl.Int64).replace_strict(places, list(words), return_dtype=pl.String)
