"""Faults of rows: each kind as a small frame, and all of them in the order of the file of rejected rows.

Rows count from 0 until they are put together.
"""

from __future__ import annotations

import polars as pl

from eremun.diagnostics.reasons import OTHER_MINUS_USED, WRONG_FORM
from eremun.intake.cells import REASONS
from eremun.intake.judged import Judged
from eremun.intake.sheet import BLANKS
from eremun.model.inputs import Column
from eremun.values.forms import OTHER_MINUS, below_zero_in

FAULTS = {"row": pl.UInt32, "order": pl.UInt32, "column": pl.String, "value": pl.String, "reason": pl.String,
          "label": pl.String}  # fmt: skip
REJECTED = {"table": pl.String, "row": pl.Int64, "column": pl.String, "value": pl.String, "reason": pl.String,
            "label": pl.String}  # fmt: skip


def faults(
    rows: pl.Series, order: int, column: str, value: pl.Series, reason: pl.Series | str, label: str = ""
) -> pl.DataFrame:
    """One fault per row; `order` ranks the faults of a row."""
    frame = pl.DataFrame({"row": rows.cast(pl.UInt32), "value": value.cast(pl.String).fill_null("")})
    said = pl.lit(reason) if isinstance(reason, str) else reason.alias("reason")
    extra = (pl.lit(order).alias("order"), pl.lit(column).alias("column"), said.alias("reason"))
    return frame.with_columns(*extra, pl.lit(label).alias("label")).select(
        pl.col(name).cast(dtype) for name, dtype in FAULTS.items()
    )


def cell_faults(judged: Judged, order: int) -> pl.DataFrame:
    """The faults of the cells of a column."""
    words = judged.why.replace_strict(REASONS, return_dtype=pl.String)
    found = faults(judged.bad, order, judged.column.heading, judged.raw(judged.bad), words)
    return found.with_columns(_said(judged.column).alias("label"))


def _said(column: Column) -> pl.Expr:
    """What is said of a cell that is not of the column's form: of a minus in another form how one is written."""
    label, parse = pl.col("label"), pl.col("reason") == "parse"
    if column.format:
        label = pl.when(parse).then(pl.lit(WRONG_FORM[0].format(form=column.format))).otherwise(label)
    if column.below_zero:
        example = below_zero_in(column.format, column.decimals)
        minus = parse & pl.col("value").str.strip_chars(BLANKS).str.contains(OTHER_MINUS)
        label = pl.when(minus).then(pl.lit(OTHER_MINUS_USED[0].format(example=example))).otherwise(label)
    return label


def heading(columns: list[Judged]) -> str:
    """What a clerk calls several columns together."""
    return "+".join(column.column.heading for column in columns)


def joined(columns: list[Judged], rows: pl.Series) -> pl.Series:
    """The texts of several cells of those rows as read, joined by +; of no cells, nothing."""
    if not columns:
        return pl.repeat("", len(rows), eager=True)
    texts = [column.raw(rows).fill_null("").alias(str(place)) for place, column in enumerate(columns)]
    return pl.DataFrame(texts).select(pl.concat_str(pl.all(), separator="+")).to_series()


def put_together(found: list[pl.DataFrame]) -> pl.DataFrame:
    """All faults of a table, by row, then in their order."""
    return pl.concat([pl.DataFrame(schema=FAULTS), *found]).sort("row", "order")


def as_rejected(table: str, found: pl.DataFrame) -> pl.DataFrame:
    """The faults of a table as the file of rejected rows has them: rows from 1."""
    row = (pl.col("row").cast(pl.Int64) + 1).alias("row")
    return found.with_columns(row, pl.lit(table).alias("table")).select(list(REJECTED))
