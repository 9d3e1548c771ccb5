"""XLSX files: receives a file and the declared columns, gives the cells of its one sheet as text.

What a cell was, text or number or date, is found by asking for the sheet three times: only numbers and truths can be
read as a boolean, and only those and dates as a time.
"""

from __future__ import annotations

import logging
import zlib
from zipfile import BadZipFile

import fastexcel
import polars as pl

from eremun.diagnostics.diagnostic import Refused, fault
from eremun.intake import headings
from eremun.intake.declared import in_form_of
from eremun.intake.folder import Found
from eremun.intake.sheet import BLANKS, Coded, no_surplus, refuses_numbers
from eremun.intake.written import without_midnight
from eremun.intake.xlsx_cells import Strange, strange_cells
from eremun.model.inputs import Column, Input

KINDS: dict[str, fastexcel.DType] = {"text": "string", "truth": "boolean"}
MOMENT = "%Y-%m-%d %H:%M:%S"
FAR_BELOW_ZERO = "^-[0-9]{12}"  # fastexcel panics when it reads such a number as a time
TRUTHS = {"true": "ya", "false": "tidak"}
EXACT_DIGITS = 15
logging.getLogger("calamine").addHandler(logging.NullHandler())  # it warns of sheets that are charts


class XlsxSheet:
    """The sheet in memory: text, and beside it what could be read as a truth and as a time."""

    def __init__(self, parts: dict[str, pl.DataFrame]) -> None:
        self.headings = [(heading or "").strip(BLANKS) for heading in parts["text"].row(0)]
        filled = parts["text"].slice(1).select(pl.any_horizontal(pl.all().fill_null("") != "")).to_series()
        self._parts = {name: part.slice(1).filter(filled) for name, part in parts.items()}
        self.height = self._parts["text"].height
        self.surplus = no_surplus()

    def column(self, place: int, column: Column) -> Coded:
        cells = pl.DataFrame([part.to_series(place).alias(name) for name, part in self._parts.items()])
        frame = cells.select(_as_written(column).alias("text"), _refused(column).alias("refused"))
        return Coded(frame["text"], None, frame["refused"])

    def typed(self, place: int) -> None:  # noqa: ARG002 - every cell of a spreadsheet has a type of its own
        return None


def open_xlsx(found: Found, declared: Input) -> XlsxSheet:
    """Reads the one sheet that has cells; refuses what is no XLSX, several such sheets, and missing columns."""
    file = found.name
    if not found.data:
        raise Refused(fault("E703", at=file, file=file))
    try:
        sheet = XlsxSheet(_load(found))
    except (fastexcel.FastExcelError, BadZipFile, NotImplementedError, zlib.error) as error:
        raise Refused(fault("E710", at=file, file=file, kind="XLSX", detail=str(error).split("\n")[0])) from error
    headings.places(sheet.headings, declared, file)
    return sheet


def _load(found: Found) -> dict[str, pl.DataFrame]:
    """The sheet as `text`, `truth` and `time`, and as `strange` what can't count, all of the same size."""
    file = found.name
    book = fastexcel.read_excel(found.data)
    names = [name for name in book.sheet_names if book.load_sheet(name, header_row=None, dtypes="string").height]
    if not names:
        raise Refused(fault("E703", at=file, file=file))
    if len(names) > 1:
        raise Refused(fault("E711", at=file, file=file, sheets=", ".join(names)))
    parts = {name: book.load_sheet(names[0], header_row=None, dtypes=kind).to_polars() for name, kind in KINDS.items()}
    return _with_strange({**parts, "time": _times(book, names[0], parts["text"])}, strange_cells(found.data))


def _times(book: fastexcel.ExcelReader, name: str, texts: pl.DataFrame) -> pl.DataFrame:
    """The sheet as times; a column with numbers far below zero from how its times are written."""
    far = [column for column in texts.columns if texts[column].str.contains(FAR_BELOW_ZERO).any()]
    kinds: dict[str | int, fastexcel.DType] = {
        column: "string" if column in far else "datetime" for column in texts.columns
    }
    times = book.load_sheet(name, header_row=None, dtypes=kinds).to_polars()
    return times.with_columns(pl.col(far).str.to_datetime(MOMENT, time_unit="ms", strict=False))


def _with_strange(parts: dict[str, pl.DataFrame], strange: list[Strange]) -> dict[str, pl.DataFrame]:
    texts = parts["text"]
    wrong = texts.select(pl.repeat(False, pl.len()).alias(name) for name in texts.columns)
    for place, name in enumerate(texts.columns):
        here = {row: text for row, column, text in strange if column == place} if strange else {}
        if here:
            texts = texts.with_columns(texts[name].scatter(list(here), list(here.values())))
            wrong = wrong.with_columns(wrong[name].scatter(list(here), True))
    return {**parts, "text": texts, "strange": wrong}


def _is_number() -> pl.Expr:
    return pl.col("truth").is_not_null() & ~pl.col("text").is_in(list(TRUTHS))


def _as_written(column: Column) -> pl.Expr:
    text = pl.col("text")
    is_date = pl.col("time").is_not_null() & pl.col("truth").is_null()
    is_truth = pl.col("truth").is_not_null() & text.is_in(list(TRUTHS))
    moment = in_form_of(column, without_midnight(pl.col("time").dt.to_string(MOMENT)))
    written = pl.when(is_date).then(moment).when(is_truth).then(text.replace(TRUTHS))
    return written.when(_is_number()).then(in_form_of(column, text)).otherwise(text)


def _refused(column: Column) -> pl.Expr:
    """A number where none may be or with more digits than a spreadsheet keeps, a percent, or a formula that failed."""
    long = pl.col("text").str.extract("^-?([0-9]*)", 1).str.len_bytes() > EXACT_DIGITS
    return pl.col("strange") | (_is_number() & (pl.lit(refuses_numbers(column)) | long)).fill_null(False)
