"""One function for each kind of step: receives the frames and the step, adds columns or a grain.

Sources bring the only nulls, and they end there: an optional cell becomes an ordinary value and a flag.
"""

from __future__ import annotations

import polars as pl

from eremun.engines.polars.aggregates import grouped, total
from eremun.engines.polars.formulas import formula, integer_type
from eremun.engines.polars.frames import Frames
from eremun.engines.polars.keys import distinct, rows_on_day
from eremun.engines.polars.lookup import cell_of, key_column, nothing, place_in, place_of
from eremun.intake.inputs import Inputs
from eremun.plan import nodes as n
from eremun.plan.widths import Widths
from eremun.values.periods import Period, to_days
from eremun.values.types import Kind


def source(frames: Frames, step: n.Source, inputs: Inputs) -> None:
    """The rows of an input, its optional cells filled, `X?` beside them."""
    frame = inputs.tables[step.grain].frame
    names = [column.name for column in step.columns]
    names += [*(f"@{target}" for target in step.references), *(f"rejected({name})" for name in step.rejected)]
    numbers = pl.int_range(0, frame.height, dtype=pl.UInt32, eager=True).alias("@row")
    frames.put(step.grain, frame.select(*names, *([] if names else [numbers])))
    optional = [column.name for column in step.columns if column.optional]
    if optional:
        types = frame.schema
        frames.add(step.grain, [pl.col(name).is_not_null().alias(f"{name}?") for name in optional])
        frames.add(step.grain, [pl.col(name).fill_null(nothing(types[name])) for name in optional])


def group(frames: Frames, step: n.Group) -> None:
    """One row for each combination of keys, ascending."""
    packing = frames.packing(step.of, step.keys)
    if packing is None:
        rows = frames.lazy(step.of).select(step.keys).unique().sort(step.keys)
        frames.put(step.grain, rows.collect(engine="streaming"))
        return
    key = key_column(frames, step.of, step.keys, packing, computed=True)
    keys = distinct(frames.lazy(step.of).select(key).collect()[key], packing)
    schema = frames.lazy(step.of).select(step.keys).collect_schema()
    frames.put(step.grain, packing.values(keys, step.keys, schema))


def pair(frames: Frames, step: n.Pair) -> None:
    """Row numbers of all pairs, those of the second grain changing fastest."""
    first, second = frames.heights[step.first], frames.heights[step.second]
    place = pl.int_range(first * second, eager=True)
    numbers = {step.first: place // max(second, 1), step.second: place % max(second, 1)}
    frames.put(step.grain, pl.DataFrame([rows.cast(pl.UInt32).alias(f"@{name}") for name, rows in numbers.items()]))


def single(frames: Frames, step: n.Single, period: Period) -> None:
    """The one row of the period."""
    days = {"start": to_days(period.start), "end": to_days(period.end), "days": period.days}
    frames.put(step.grain, pl.DataFrame({**days, "name": period.name}, schema_overrides=dict.fromkeys(days, pl.Int64)))


def derive(frames: Frames, step: n.Derive, widths: Widths) -> None:
    """New columns: Int64, or Int128 where stored so; Boolean; String."""
    frames.add(step.grain, [_derived(step.grain, item, widths) for item in step.items])


def _derived(grain: str, item: n.Derived, widths: Widths) -> pl.Expr:
    value = formula(item.node, (grain, item.name) in widths.wide)
    if item.kind not in (Kind.BOOLEAN, Kind.TEXT):
        value = value.cast(pl.Int128 if (grain, item.name) in widths.stored else pl.Int64)
    return value.alias(item.name)


def find(frames: Frames, step: n.Find) -> None:
    """A column of row numbers: the last row that has begun by the day, where it has not ended before it."""
    own = frames.lazy(step.grain).select(*step.match.own, step.day)
    theirs = frames.frame(step.target).lazy().select(*step.match.theirs, step.first, step.last)
    frames.add(step.grain, [pl.lit(rows_on_day(own, theirs)).alias(step.name)])


def attach(frames: Frames, step: n.Attach) -> None:
    """New columns from the row that matches: taken by its number, or from the place that its key leads to."""
    target = frames.frame(step.target)
    if not step.match.own:
        found: pl.Expr = pl.lit(True)
        cells = [pl.lit(target[item.source].item(), dtype=target.schema[item.source]) for item in step.items]
    elif step.match.certain:
        found = pl.lit(True)
        cells = [pl.lit(target[item.source]).gather(pl.col(step.match.own[0])) for item in step.items]
    else:
        place = pl.col(place_in(frames, step))
        found = place > 0
        cells = [cell_of(target[item.source], place) for item in step.items]
    named = [cell.alias(item.name) for cell, item in zip(cells, step.items, strict=True)]
    frames.add(step.grain, [*named, found.alias(step.found)] if step.found else named)


def aggregate(frames: Frames, step: n.Aggregate, widths: Widths) -> None:
    """New columns from the finer rows: one grouping of them, then a look-up of each row in its result."""
    if not step.match.own:
        row = total(frames, step, widths)
        frames.add(
            step.grain,
            [pl.lit(row[item.name].item(), dtype=row.schema[item.name]).alias(item.name) for item in step.items],
        )
        return
    groups, keys = grouped(frames, step, widths)
    place = pl.col(place_of(frames, step, keys))
    frames.add(step.grain, [cell_of(groups[item.name], place).alias(item.name) for item in step.items])


def share(frames: Frames, step: n.Share, widths: Widths) -> None:
    """Each row's part: the whole ones, and one more for as many rows as something is left for, in their order."""
    wide = (step.grain, step.name) in widths.wide
    parts = [formula(step.whole, wide).alias("@whole"), formula(step.remainder, wide).alias("@remainder")]
    rows = frames.frame(step.grain).lazy().with_columns(*parts, pl.int_range(pl.len()).alias("@place"))
    rows = rows.sort("@remainder", *step.ties, descending=[True, *(False for _ in step.ties)])
    before, given = pl.int_range(pl.len()), pl.col("@whole").sum()
    if step.within:
        before, given = before.over(step.within), given.over(step.within)
    more = (pl.col("@remainder") > 0) & (before < pl.col(step.units).cast(integer_type(wide)) - given)
    part = pl.col("@whole") + more.cast(integer_type(wide))
    stored = pl.Int128 if (step.grain, step.name) in widths.stored else pl.Int64
    found = rows.select("@place", part.cast(stored).alias(step.name)).sort("@place").collect()
    frames.add(step.grain, [pl.lit(found[step.name]).alias(step.name)])
