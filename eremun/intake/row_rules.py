"""Row rules: receives a rule and the judged columns, gives the rows that break it.

A rule is asked only of rows whose cells it reads are without fault.
"""

from __future__ import annotations

import polars as pl

from eremun.intake.cells import STORED
from eremun.intake.formulas import formula
from eremun.intake.judged import Judged
from eremun.plan.plan import RowRule
from eremun.values.types import Kind


def broken(rule: RowRule, columns: dict[str, Judged], height: int) -> pl.Series:
    """The rows (UInt32, ascending) for which the rule does not hold."""
    read = [columns[name] for name in rule.reads]
    frame = pl.DataFrame([_row_numbers(height), *(cells for judged in read for cells in _cells(judged))])
    bad = [judged.bad for judged in read if len(judged.bad)]
    if bad:
        frame = frame.join(pl.DataFrame({"row": pl.concat(bad)}), on="row", how="anti", maintain_order="left")
    return frame.filter(~formula(rule.node, rule.wide))["row"]


def _row_numbers(height: int) -> pl.Series:
    return pl.int_range(height, dtype=pl.UInt32, eager=True).alias("row")


def _cells(judged: Judged) -> list[pl.Series]:
    """The stored values, and for an optional column the values filled and whether they are there."""
    name, values = judged.column.name, judged.values()
    if not judged.column.optional:
        return [values.alias(name)]
    return [_filled(values, judged.column.type.kind).alias(name), values.is_not_null().alias(f"{name}?")]


def _filled(values: pl.Series, kind: Kind) -> pl.Series:
    nothing = {Kind.BOOLEAN: False, Kind.TEXT: ""}.get(kind, 0)
    return values.fill_null(pl.lit(nothing, STORED[kind]))
