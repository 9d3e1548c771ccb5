"""XLSX files: receives a file and the declared columns, gives the cells of its one sheet as text.

What a cell was, text or number or date, is found by asking for the sheet three times: only numbers and truths can be
read as a boolean, and only those and dates as a time.
"""

from __future__ import annotations

import fastexcel
import polars as pl

from eremun.diagnostics.diagnostic import Refused, fault
from eremun.intake import headings
from eremun.intake.folder import Found
from eremun.intake.sheet import BLANKS, Coded, no_surplus, refuses_numbers
from eremun.intake.written import without_midnight
from eremun.model.inputs import Column, Input

KINDS: tuple[fastexcel.DType, ...] = ("string", "boolean", "datetime")
TRUTHS = {"true": "ya", "false": "tidak"}
EXACT_DIGITS = 15


class XlsxSheet:
    """The sheet in memory: text, and beside it what could be read as a truth and as a time."""

    def __init__(self, texts: pl.DataFrame, truths: pl.DataFrame, times: pl.DataFrame) -> None:
        self.headings = [(heading or "").strip(BLANKS) for heading in texts.row(0)]
        filled = texts.slice(1).select(pl.any_horizontal(pl.all().fill_null("") != "")).to_series()
        self._texts, self._truths, self._times = (part.slice(1).filter(filled) for part in (texts, truths, times))
        self.height = self._texts.height
        self.surplus = no_surplus()

    def column(self, place: int, column: Column) -> Coded:
        parts = (part.to_series(place).alias(name) for name, part in self._parts())
        frame = pl.DataFrame(parts).select(_as_written().alias("text"), _refused(column).alias("refused"))
        return Coded(frame["text"], None, frame["refused"])

    def _parts(self) -> tuple[tuple[str, pl.DataFrame], ...]:
        return ("text", self._texts), ("truth", self._truths), ("time", self._times)


def open_xlsx(found: Found, declared: Input) -> XlsxSheet:
    """Reads the one sheet that has cells; refuses what is no XLSX, several such sheets, and missing columns."""
    file = found.path.name
    if found.size == 0:
        raise Refused(fault("E703", at=file, file=file))
    try:
        sheet = XlsxSheet(*_load(found))
    except fastexcel.FastExcelError as error:
        raise Refused(fault("E710", at=file, file=file, kind="XLSX", detail=error)) from error
    headings.places(sheet.headings, declared, file)
    return sheet


def _load(found: Found) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    file = found.path.name
    book = fastexcel.read_excel(found.path)
    names = [name for name in book.sheet_names if book.load_sheet(name, header_row=None, dtypes="string").height]
    if not names:
        raise Refused(fault("E703", at=file, file=file))
    if len(names) > 1:
        raise Refused(fault("E711", at=file, file=file, sheets=", ".join(names)))
    texts, truths, times = (
        book.load_sheet(names[0], header_row=None, dtypes=kind).to_polars()
        for kind in KINDS
    )
    return texts, truths, times


def _is_number() -> pl.Expr:
    return pl.col("truth").is_not_null() & ~pl.col("text").is_in(list(TRUTHS))


def _as_written() -> pl.Expr:
    text = pl.col("text")
    is_date = pl.col("time").is_not_null() & pl.col("truth").is_null()
    is_truth = pl.col("truth").is_not_null() & text.is_in(list(TRUTHS))
    moment = without_midnight(pl.col("time").dt.to_string("%Y-%m-%d %H:%M:%S"))
    return pl.when(is_date).then(moment).when(is_truth).then(text.replace(TRUTHS)).otherwise(text)


def _refused(column: Column) -> pl.Expr:
    """A number where none may be, or one with more digits than a spreadsheet keeps."""
    long = pl.col("text").str.extract("^-?([0-9]*)", 1).str.len_bytes() > EXACT_DIGITS
    return (_is_number() & (pl.lit(refuses_numbers(column)) | long)).fill_null(False)
