"""Where a row of one grain finds its row of another: receives frames and a step, gives columns of places.

A place is 1 + the number of the row there, or 0 where there is none.
"""

from __future__ import annotations

import polars as pl

from eremun.engines.polars.frames import Frames
from eremun.engines.polars.keys import Packing, is_dense, joined_places, places
from eremun.plan import nodes as n


def nothing(dtype: pl.DataType) -> int | bool | str:
    """What stands for a value that is not there."""
    if dtype == pl.Boolean:
        return False
    return "" if dtype == pl.String else 0


def cell_of(values: pl.Series, place: pl.Expr) -> pl.Expr:
    """The value of the row at that place; nothing at place 0."""
    none = pl.Series(values.name, [nothing(values.dtype)], dtype=values.dtype)
    return pl.lit(pl.concat([none, values]).rechunk()).gather(place)


def key_column(
    frames: Frames, grain: str, columns: tuple[str, ...], packing: Packing, inside: bool = True, computed: bool = False
) -> str:
    """The column of the packed key of a grain's rows, made where it has none; `computed`: at once, it is used twice."""
    if inside and len(columns) == 1 and packing.lows == (0,):
        return columns[0]
    name = f"@key {columns} {packing.lows} {packing.sizes}"
    if not frames.has(grain, name):
        key = packing.key(columns, inside)
        if computed:
            key = pl.lit(frames.lazy(grain).select(key.alias(name)).collect(engine="streaming")[name])
        frames.add_hidden(grain, key.alias(name), serves=columns)
    return name


def place_in(frames: Frames, step: n.Attach) -> str:
    """The column of places in the target, made where the grain has none."""
    own, theirs = step.match.own, step.match.theirs
    name = f"@place {step.target} {own} {theirs}"
    if not frames.has(step.grain, name):
        packing = frames.packing(step.target, theirs)
        columns = list(theirs) if packing is None else [packing.key(theirs, inside=True)]
        keys = frames.lazy(step.target).select(columns).collect()
        inside = all(_same(frames, one, other, step.target) for one, other in zip(own, theirs, strict=True))
        place = _places(frames, step.grain, own, packing, keys, inside)
        frames.add_hidden(step.grain, place.alias(name), serves=own)
    return name


def place_of(frames: Frames, step: n.Aggregate, keys: pl.DataFrame) -> str:
    """The column of places in the groups of an aggregate, whose keys are given."""
    own, theirs = step.match.own, step.match.theirs
    name = f"@place {step.over} {own} {theirs} {len(step.items)} {step.items[0].name}"
    inside = all(_same(frames, other, one, step.grain) for one, other in zip(own, theirs, strict=True))
    place = _places(frames, step.grain, own, frames.packing(step.over, theirs), keys, inside)
    frames.add_hidden(step.grain, place.alias(name), serves=None)
    return name


def _same(frames: Frames, reference: str, other: str, target: str) -> bool:
    """Whether both are row numbers of the frame that they are named after, so that none lies outside of it."""
    return (reference == other and frames.numbered(other) is not None) or (
        reference == f"@{target}" and other == "@row"
    )


def _places(
    frames: Frames, grain: str, own: tuple[str, ...], packing: Packing | None, keys: pl.DataFrame, inside: bool
) -> pl.Expr:
    if packing is None:
        return pl.lit(joined_places(frames.lazy(grain).select(own), keys))
    key = key_column(frames, grain, own, packing, inside)
    if is_dense(packing, keys.height + frames.heights[grain]):
        return pl.lit(places(keys.to_series(), packing)).gather(pl.col(key))
    return pl.lit(joined_places(frames.lazy(grain).select(key), keys))
