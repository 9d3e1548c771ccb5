"""Text columns with repeated cells: receives one String per row, gives every distinct text once and a code per row.

Only a matter of speed: a column whose cells hardly repeat comes back as it is.
"""

from __future__ import annotations

import polars as pl

from eremun.intake.sheet import Coded

SMALL = 50_000
SAMPLE = 20_000


def code_text(cells: pl.Series) -> Coded:
    """The cells coded where that pays: many rows, few distinct texts."""
    if len(cells) < SMALL or not _repeats(cells):
        return Coded(cells)
    dtype = pl.Categorical(pl.Categories.random(physical=pl.UInt32))
    categorical = cells.cast(dtype)  # keeps the categories alive until their texts are read
    codes = categorical.to_physical()
    highest = codes.max()
    count = highest + 1 if isinstance(highest, int) else 0
    text = pl.int_range(count, dtype=pl.UInt32, eager=True).cat.to(categorical.dtype).cast(pl.String)
    return Coded(text, codes)


def _repeats(cells: pl.Series) -> bool:
    sample = cells.gather_every(len(cells) // SAMPLE)
    return sample.n_unique() <= 0.8 * len(sample)
