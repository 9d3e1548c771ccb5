"""NIPs as the state numbers people: birth, month of appointment, sex and a serial number, every one of them once."""

from __future__ import annotations

import polars as pl

from eremun.diagnostics.diagnostic import Refused, Span, fault
from eremun.testing.synth.draws import Draws
from eremun.testing.synth.profile import Serial
from eremun.values.periods import Period

MOST = 999
UNNUMBERED = "000"


def serials(draws: Draws, height: int, period: Period, recipe: Serial) -> pl.Series:
    """String of 18 digits per row, the last three still 000. Nobody is appointed after the year before the period."""

    def between(name: str, ends: tuple[int, int]) -> pl.Series:
        return draws.named(name).below(height, ends[1] - ends[0] + 1).cast(pl.Int64) + ends[0]

    frame = pl.DataFrame(
        {
            "year": period.year - between("age", recipe.age),
            "birth": between("birth", (1, 12)) * 100 + between("day", (1, 28)),
            "joined": between("joined", recipe.joined),
            "month": between("month", recipe.months),
            "sex": between("sex", (1, 2)),
        }
    )
    joined = pl.min_horizontal(pl.col("year") + pl.col("joined"), pl.lit(period.year - 1))
    born = pl.col("year") * 10_000 + pl.col("birth")
    fixed = ((born * 10_000 + joined) * 100 + pl.col("month")) * 10 + pl.col("sex")
    return frame.select((fixed * 1000).cast(pl.String)).to_series()


def numbered(cells: pl.Series, span: Span) -> pl.Series:
    """The serial numbers put in: 001 for the first of those who share the rest. Refused where 999 are not enough."""
    if not cells.str.ends_with(UNNUMBERED).any():
        return cells
    frame = cells.to_frame("nip").with_columns(fixed=pl.col("nip").str.head(15))
    number = pl.int_range(1, pl.len() + 1).over("fixed")
    frame = frame.with_columns(number=pl.when(pl.col("nip").str.ends_with(UNNUMBERED)).then(number))
    if frame.select((pl.col("number") > MOST).any()).item():
        raise Refused(fault("E664", span, table="nip", count=cells.len() - MOST, rows=cells.len()))
    made = pl.concat_str("fixed", pl.col("number").cast(pl.String).str.zfill(3))
    return frame.select(pl.when(pl.col("number").is_null()).then("nip").otherwise(made)).to_series()
