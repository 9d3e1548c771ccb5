"""A month's tables as files, one per input, CSV or Parquet, as an office system would export them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import polars as pl

from eremun.testing.synth.faults import SURPLUS

Format = Literal["csv", "parquet"]
CHUNK = 250_000


def write_table(frame: pl.DataFrame, folder: Path, name: str, format: Format) -> Path:
    """Writes one table. Only a CSV can have rows with a cell too many; a Parquet file leaves them out."""
    path = folder / f"{name}.{format}"
    if format == "parquet":
        frame.drop(SURPLUS, strict=False).write_parquet(path, row_group_size=CHUNK)
    elif SURPLUS in frame.columns:
        path.write_bytes(_ragged(frame))
    else:
        frame.write_csv(path)
    return path


def _ragged(frame: pl.DataFrame) -> bytes:
    """CSV of text cells in which some rows have one cell more than the heading."""
    names = [name for name in frame.columns if name != SURPLUS]
    rows = frame.select(pl.concat_str([_quoted(name) for name in names], separator=",") + _more()).to_series()
    return ("\n".join([",".join(names), *rows]) + "\n").encode()


def _more() -> pl.Expr:
    return pl.when(pl.col(SURPLUS)).then(pl.lit(",catatan")).otherwise(pl.lit(""))


def _quoted(name: str) -> pl.Expr:
    cell = pl.col(name).fill_null("")
    quoted = pl.concat_str(pl.lit('"'), cell.str.replace_all('"', '""', literal=True), pl.lit('"'))
    return pl.when(cell.str.contains('[,"\r\n]')).then(quoted).otherwise(cell)
