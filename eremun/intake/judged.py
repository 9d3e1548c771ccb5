"""A judged column: stored values, and which rows are at fault and why.

Holds values once per distinct text where they repeat; gives them per row when asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from eremun.intake.cells import EMPTY, FINE, PARSE, STORED, judge
from eremun.intake.glance import stored_at_a_glance
from eremun.intake.sheet import Coded, Sheet
from eremun.model.constants import stored
from eremun.model.inputs import Column
from eremun.values.periods import Period


@dataclass(frozen=True)
class Judged:
    """`stored`: one per distinct text (`codes` says which row has which) or one per row (no `codes`).
    `bad`: the rows at fault, ascending, UInt32; `why`: the reason of each; `raw`: the text of given rows as read."""

    column: Column
    stored: pl.Series
    codes: pl.Series | None
    bad: pl.Series
    why: pl.Series
    raw: Callable[[pl.Series], pl.Series]

    def spread(self, values: pl.Series) -> pl.Series:
        """Values per distinct text as values per row."""
        return values if self.codes is None else values.gather(self.codes)

    def values(self) -> pl.Series:
        """The stored values per row."""
        return self.spread(self.stored)


def judge_column(
    sheet: Sheet, place: int, column: Column, enums: Mapping[str, tuple[str, ...]], period: Period
) -> Judged:
    """Reads and judges one column."""
    values = stored_at_a_glance(sheet, place, column, enums, period)
    if values is not None:
        return _faultless(column, values, None, lambda rows: sheet.column(place, column).at(rows))
    coded = sheet.column(place, column)
    frame = judge(coded.text, column, enums, period)
    cells, reason = frame["stored"], frame["reason"]
    if coded.refused is not None:
        reason = _with_refused(reason, coded)
    bad, why = _bad_rows(reason, coded.codes, FINE if column.optional else EMPTY)
    return Judged(column, cells, coded.codes, bad, why, _raw(sheet, place, column, coded))


def not_in_files(column: Column, height: int, enums: Mapping[str, tuple[str, ...]], period: Period) -> Judged:
    """A column that the files of this month do not have yet, or no more: every row has the value that stands for it."""
    constant = column.instead(period.start)
    assert constant is not None
    value = stored(constant, column, enums.get(column.type.enum or "", ()))
    cell = pl.Series([value], dtype=STORED[column.type.kind])
    codes = pl.repeat(0, height, dtype=pl.UInt32, eager=True)
    said = pl.Series([None], dtype=pl.String)
    return _faultless(column, cell, codes, lambda rows: said.gather(rows * 0))


def _faultless(
    column: Column, cells: pl.Series, codes: pl.Series | None, raw: Callable[[pl.Series], pl.Series]
) -> Judged:
    none = pl.Series(dtype=pl.UInt32)
    return Judged(column, cells, codes, none, none.cast(pl.UInt8), raw)


def _with_refused(reason: pl.Series, coded: Coded) -> pl.Series:
    frame = pl.DataFrame({"reason": reason, "refused": coded.refused})
    return frame.select(
        pl.when(pl.col("refused").fill_null(False)).then(pl.lit(PARSE, pl.UInt8)).otherwise(pl.col("reason"))
    ).to_series()


def _bad_rows(reason: pl.Series, codes: pl.Series | None, of_no_cell: int) -> tuple[pl.Series, pl.Series]:
    whole = reason.max() in (None, FINE) and (codes is None or of_no_cell == FINE or not codes.null_count())
    if whole:
        return pl.Series(dtype=pl.UInt32), pl.Series(dtype=pl.UInt8)
    per_row = reason if codes is None else reason.gather(codes).fill_null(of_no_cell)
    bad = (per_row != FINE).arg_true().cast(pl.UInt32)
    return bad, per_row.gather(bad)


def _raw(sheet: Sheet, place: int, column: Column, coded: Coded) -> Callable[[pl.Series], pl.Series]:
    """Coded texts are kept, since they are few; others are read again in the rare case that they are wanted."""
    if coded.codes is None:
        return lambda rows: sheet.column(place, column).at(rows)
    return coded.at
