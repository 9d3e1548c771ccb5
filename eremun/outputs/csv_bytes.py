"""CSV as the files have it: UTF-8 without BOM, comma, LF, quotes only where needed, no formula for spreadsheets.

Receives a frame of String columns; gives bytes.
"""

from __future__ import annotations

from collections.abc import Set
from io import BytesIO

import polars as pl

NEEDS_QUOTES = '[,"\r\n]'
FORMULA_START = "^[=+@-]"
NUMBER_BELOW_ZERO = "^-[0-9]+([.,][0-9]+)*%?$"


def csv_bytes(frame: pl.DataFrame, plain: Set[str] = frozenset()) -> bytes:
    """The heading and one line per row, in the order given. `frame`: String columns, null or "" for an empty cell;
    `plain`: its number columns, which get no `'` before a sign. A cell of another column that is nothing
    but a number below zero gets none either: it is no formula, and the rejected are shown as they came."""
    buffer = BytesIO()
    buffer.write(_line(frame.columns))
    cells = [_cell(name, guarded=name not in plain) for name in frame.columns]
    frame.select(cells).write_csv(buffer, include_header=False, quote_style="never", line_terminator="\n")
    return buffer.getvalue()


def _line(headings: list[str]) -> bytes:
    quoted = [f'"{text.replace(chr(34), chr(34) * 2)}"' if set(text) & set(',"\r\n') else text for text in headings]
    return (",".join(quoted) + "\n").encode()


def _cell(name: str, guarded: bool) -> pl.Expr:
    text = pl.col(name)
    if guarded:
        formula = text.str.contains(FORMULA_START) & ~text.str.contains(NUMBER_BELOW_ZERO)
        text = pl.when(formula).then(pl.concat_str(pl.lit("'"), text)).otherwise(text)
    inside = text.str.replace_all('"', '""', literal=True)
    quoted = pl.concat_str(pl.lit('"'), inside, pl.lit('"'))
    return pl.when(text.str.contains(NEEDS_QUOTES)).then(quoted).otherwise(text).fill_null("").alias(name)
