"""Faults planted in a sound month: in about the share of rows asked for, of every reason there is.

Gives all cells as text, so that any of them can be wrong, and how many surplus cells each row has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from eremun.model.inputs import Column, Input
from eremun.testing.synth.draws import Draws
from eremun.testing.synth.months import Size
from eremun.testing.synth.profile import TableProfile
from eremun.values.forms import in_form
from eremun.values.periods import Period
from eremun.values.types import Kind

SURPLUS = "@surplus"
MALFORMED = {Kind.NIP: "19650101199003100", Kind.NUMBER: "12a", Kind.DATE: "2026-02-30"}
Plant = Callable[[pl.DataFrame, pl.Series], pl.DataFrame]


@dataclass(frozen=True)
class Fault:
    """One way to spoil rows: `plant` takes all rows and which of them, and gives all rows."""

    reason: str
    plant: Plant


def plant_faults(one: Input, table: TableProfile, frame: pl.DataFrame, size: Size) -> pl.DataFrame:
    """The rows with faults, all text, and the column `@surplus`: true where a row has a cell too many. A table
    that must be complete, whose faults would refuse the run, has none."""
    text = frame.select(pl.all().cast(pl.String)).with_columns(pl.lit(False).alias(SURPLUS))
    ways = faults_of(one, table, size.period)
    if one.complete or not frame.height:
        return text
    chance = Draws(size.seed, one.name, "faults").bits(frame.height)
    share = round(size.faults * 2**32) // len(ways)
    for number, fault in enumerate(ways):
        chosen = (chance >= number * share) & (chance < (number + 1) * share)
        text = fault.plant(text, chosen)
    return text


def faults_of(one: Input, table: TableProfile, period: Period) -> list[Fault]:
    """Every way to spoil a row of this table: for each reason, each column it can concern."""
    found = [fault for column in one.columns.values() for fault in _cell_faults(column, period)]
    found += [
        _reference(one.columns[relation.columns[0]]) for relation in one.relations if _can_dangle(one, relation.columns)
    ]
    found += [_rule(one, cells) for cells in table.breaks]
    found.append(Fault("surplus", lambda frame, chosen: frame.with_columns(chosen.alias(SURPLUS))))
    return [*found, _doubled(one)] if one.key else found


def _cell_faults(column: Column, period: Period) -> list[Fault]:
    heading, kind = column.headers[0], column.type.kind
    found = [] if column.optional else [_cell("empty", heading, "")]
    if kind in MALFORMED:
        found.append(_cell("parse", heading, MALFORMED[kind]))
    if kind is Kind.NUMBER and column.high is not None:
        found.append(_cell("range", heading, str(int(column.high / column.step) // 10**column.decimals + 1)))
    if column.in_period:
        found.append(_cell("range", heading, in_form((period.start - timedelta(days=1)).isoformat(), column.format)))
    if kind in (Kind.ENUM, Kind.BOOLEAN):
        found.append(_cell("list", heading, "lain"))
    return found


def _cell(reason: str, heading: str, cell: str) -> Fault:
    return Fault(reason, lambda frame, chosen: _put(frame, heading, pl.lit(cell), chosen))


def _put(frame: pl.DataFrame, heading: str, cells: pl.Expr, chosen: pl.Series) -> pl.DataFrame:
    return frame.with_columns(pl.when(chosen).then(cells).otherwise(pl.col(heading)).alias(heading))


def _can_dangle(one: Input, columns: tuple[str, ...]) -> bool:
    """Whether a well-formed cell can name a row that is not there: one column, and no day; none is missing."""
    required = any(relation.columns == columns and relation.required for relation in one.relations)
    return required and len(columns) == 1 and one.columns[columns[0]].type.kind in (Kind.NIP, Kind.TEXT)


def _reference(column: Column) -> Fault:
    heading = column.headers[0]
    last = pl.col(heading).str
    nobody = (
        pl.concat_str(pl.lit("00"), last.tail(16))
        if column.type.kind is Kind.NIP
        else pl.concat_str(heading, pl.lit("?"))
    )
    return Fault("reference", lambda frame, chosen: _put(frame, heading, nobody, chosen))


def _rule(one: Input, cells: dict[str, str]) -> Fault:
    def plant(frame: pl.DataFrame, chosen: pl.Series) -> pl.DataFrame:
        for name, cell in cells.items():
            column = one.columns[name]
            frame = _put(frame, column.heading, pl.lit(in_form(cell, column.format)), chosen)
        return frame

    return Fault("rule", plant)


def _doubled(one: Input) -> Fault:
    """The key of the row before, and where rows have spells its days."""

    def plant(frame: pl.DataFrame, chosen: pl.Series) -> pl.DataFrame:
        headings = [one.columns[name].headers[0] for name in (*one.key, *one.spells)]
        before = frame.select(pl.col(heading).shift(1).fill_null(pl.col(heading)) for heading in headings)
        for heading in headings:
            frame = _put(frame, heading, pl.lit(before[heading]), chosen)
        return frame

    return Fault("overlap" if one.spells else "duplicate", plant)
