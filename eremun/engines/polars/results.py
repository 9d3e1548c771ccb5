"""The frames that are kept, in the form every engine gives."""

from __future__ import annotations

from collections.abc import Iterator, Set

import polars as pl

from eremun.engines.polars.frames import Frames
from eremun.engines.results import Results
from eremun.plan.plan import Plan
from eremun.plan.widths import Widths


def wanted(plan: Plan, keep: Set[str]) -> dict[str, list[str]]:
    """For each grain kept the columns of its results, in their order."""
    return {grain: list(dict.fromkeys(_names(plan, grain))) for grain in plan.columns if grain in keep}


def _names(plan: Plan, grain: str) -> Iterator[str]:
    for name, column in plan.columns[grain].items():
        yield name
        if column.faulty:
            yield f"{name}!"
        if column.optional:
            yield f"{name}?"
    if grain == plan.person:
        yield "@blocked"


def collect(frames: Frames, plan: Plan, widths: Widths, keep: Set[str]) -> Results:
    """Numbers Int64, or Int128 where stored wide; truths Boolean; text String."""
    return Results(
        {grain: _canonical(frames.frame(grain), grain, names, widths) for grain, names in wanted(plan, keep).items()}
    )


def _canonical(frame: pl.DataFrame, grain: str, names: list[str], widths: Widths) -> pl.DataFrame:
    columns, types = [], frame.schema
    for name in names:
        column = pl.col(name)
        if types[name].is_integer():
            column = column.cast(pl.Int128 if (grain, name) in widths.stored else pl.Int64)
        columns.append(column)
    return frame.select(columns)
