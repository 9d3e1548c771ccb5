"""Sums and their like of the finer rows of each group, in one grouping: receives frames and the step, gives one row a
group. Conditions and values become columns first, so that what several items share is computed once.
"""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from eremun.engines.polars.formulas import formula, integer_type
from eremun.engines.polars.frames import Frames
from eremun.engines.polars.lookup import key_column
from eremun.plan import nodes as n
from eremun.plan.widths import Widths
from eremun.values.types import Kind


def total(frames: Frames, step: n.Aggregate, widths: Widths) -> pl.DataFrame:
    """The one row of all finer rows."""
    rows, items = _restricted(frames.rows(step.over), step, widths)
    lazy = rows.with_columns(_prepared(step.grain, items, widths)).select(_results(items))
    return lazy.with_columns(_stored(step.grain, items, widths)).collect(engine="streaming")


def grouped(frames: Frames, step: n.Aggregate, widths: Widths) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of the groups that occur, and their keys: one packed, or as they are."""
    packing = frames.packing(step.over, step.match.theirs)
    keys = list(step.match.theirs)
    if packing is not None:
        keys = [key_column(frames, step.over, step.match.theirs, packing)]
    rows, items = _restricted(frames.rows(step.over), step, widths)
    lazy = rows.with_columns(_prepared(step.grain, items, widths)).select(*_named(keys), *_columns(items))
    lazy = lazy.group_by(f"@by {key}" for key in keys).agg(_results(items))
    groups = lazy.with_columns(_stored(step.grain, items, widths)).collect(engine="streaming")
    return groups, groups.select(f"@by {key}" for key in keys)


def _named(keys: list[str]) -> list[pl.Expr]:
    return [pl.col(key).alias(f"@by {key}") for key in keys]


def _restricted(rows: pl.LazyFrame, step: n.Aggregate, widths: Widths) -> tuple[pl.LazyFrame, tuple[n.Aggregated, ...]]:
    """Where all items have one condition, only the rows where it is true, and items without it."""
    where = step.items[0].where
    if where is None or any(item.where != where for item in step.items):
        return rows, step.items
    wide = any((step.grain, item.name) in widths.wide for item in step.items)
    return rows.filter(formula(where, wide)), tuple(replace(item, where=None) for item in step.items)


def _columns(items: tuple[n.Aggregated, ...]) -> list[str]:
    return [f"@of {item.name}" for item in items if item.value is not None or item.where is not None]


def _prepared(grain: str, items: tuple[n.Aggregated, ...], widths: Widths) -> list[pl.Expr]:
    """For each item with a value or a condition the column that is aggregated; null: not among the rows."""
    columns = []
    for item in items:
        wide = (grain, item.name) in widths.wide
        if item.value is not None:
            column = _value(item, item.value, wide)
        elif item.where is not None:
            column = formula(item.where, wide)
        else:
            continue
        columns.append(column.alias(f"@of {item.name}"))
    return columns


def _value(item: n.Aggregated, value: n.Node, wide: bool) -> pl.Expr:
    number = formula(value, wide).cast(integer_type(wide))
    if item.where is None:
        return number
    counted = pl.when(formula(item.where, wide)).then(number)
    return counted if item.word in ("min", "max") else counted.otherwise(pl.lit(0, dtype=integer_type(wide)))


def _results(items: tuple[n.Aggregated, ...]) -> list[pl.Expr]:
    return [_result(item).alias(item.name) for item in items]


def _result(item: n.Aggregated) -> pl.Expr:
    column = pl.col(f"@of {item.name}")
    match item.word:
        case "count":
            return pl.len() if item.where is None else column.sum()
        case "any":
            return pl.len() > 0 if item.where is None else column.max()
        case "sum":
            return column.sum()
        case "min":
            return column.min()
        case "max":
            return column.max()
        case "bit_or":
            return column.bitwise_or()


def _stored(grain: str, items: tuple[n.Aggregated, ...], widths: Widths) -> list[pl.Expr]:
    """Nothing where there was no row; in the width that is stored, checked."""
    columns = []
    for item in items:
        column = pl.col(item.name)
        if item.kind is Kind.BOOLEAN:
            columns.append(column.fill_null(False))
        else:
            columns.append(column.fill_null(0).cast(pl.Int128 if (grain, item.name) in widths.stored else pl.Int64))
    return columns
