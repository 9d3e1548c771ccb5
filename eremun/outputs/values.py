"""Stored columns as a library user wants them: decimals, dates and words instead of integers in steps.

Receives a frame of an engine; gives one with natural types, exact.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from eremun.outputs.forms import Enums, digits, in_units, is_percent, require_exact, shown
from eremun.plan.plan import ColumnInfo
from eremun.values.numbers import decimals_of
from eremun.values.types import Kind


def readable(frame: pl.DataFrame, columns: Mapping[str, ColumnInfo], enums: Enums) -> pl.DataFrame:
    """One row per row, the named columns in order: whole numbers Int64 or Int128, other numbers Decimal (persen in
    percent; text `n/d` where no number of decimals is enough), dates Date, nips and words String, the rest as it is.
    Null where there is no such value: what stands there in its place is no amount, and not the same in every engine."""
    return frame.select(
        _value(frame, name, info, enums).alias(name) for name, info in columns.items() if not name.startswith("@")
    )


def _value(frame: pl.DataFrame, name: str, info: ColumnInfo, enums: Enums) -> pl.Expr:
    value = _natural(frame, name, info, enums)
    if info.optional:
        value = pl.when(pl.col(f"{name}?")).then(value)
    return pl.when(pl.col(f"{name}!") == 0).then(value) if f"{name}!" in frame.columns else value


def _natural(frame: pl.DataFrame, name: str, info: ColumnInfo, enums: Enums) -> pl.Expr:
    match info.type.kind:
        case Kind.NUMBER:
            return _number(frame, name, info)
        case Kind.DATE:
            return pl.col(name).cast(pl.Int32).cast(pl.Date)
        case Kind.NIP | Kind.ENUM:
            return shown(name, ColumnInfo(info.type, info.step), enums, 0)
        case _:
            return pl.col(name)


def _number(frame: pl.DataFrame, name: str, info: ColumnInfo) -> pl.Expr:
    worth = info.step * 100 if is_percent(info.type) else info.step
    decimals = decimals_of(worth)
    if decimals is None:
        top = pl.col(name).cast(pl.Int128) * pl.lit(worth.numerator, dtype=pl.Int128)
        return pl.concat_str(top.cast(pl.String), pl.lit(f"/{worth.denominator}"))
    require_exact(frame, name, info, decimals)
    if worth == 1:
        return pl.col(name)
    units = in_units(name, info, decimals)
    # By way of its digits: a division of Decimals in Polars rounds.
    return units if decimals == 0 else digits(units, decimals).cast(pl.Decimal(38, decimals))
