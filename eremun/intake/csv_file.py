"""CSV files: receives a file and the declared columns, gives its cells as text.

A file without quotes goes to the reader of Polars as it is, and counts only where every byte of it is accounted for;
any other is first rewritten by `csv_text`, which alone decides what the text means.
"""

from __future__ import annotations

from io import BytesIO

import polars as pl

from eremun.diagnostics.diagnostic import Refused, fault
from eremun.intake import csv_text, headings
from eremun.intake.coding import code_text
from eremun.intake.csv_text import Text
from eremun.intake.folder import Found
from eremun.intake.sheet import Coded, no_surplus
from eremun.model.inputs import Column, Input

SEPARATORS = (b",", b";")
OTHER_KINDS = {b"PK\x03\x04": "XLSX", b"\xd0\xcf\x11\xe0": "XLS", b"PAR1": "Parquet"}


class CsvSheet:
    """A CSV file in memory: every cell a text, in the shortest form that has been asked for."""

    def __init__(self, names: list[str], cells: pl.DataFrame, surplus: pl.DataFrame) -> None:
        self.headings = names
        self.height = cells.height
        self.surplus = surplus
        self._columns: list[pl.Series | Coded] = list(cells)

    def column(self, place: int, column: Column) -> Coded:  # noqa: ARG002 - text is text in every column
        held = self._columns[place]
        coded = code_text(held) if isinstance(held, pl.Series) else held
        self._columns[place] = coded
        return coded

    def typed(self, place: int) -> None:  # noqa: ARG002 - text has no other type
        return None


def open_csv(found: Found, declared: Input) -> CsvSheet:
    """Reads the whole file; refuses what is no CSV by the rules, and a heading that lacks a column."""
    text = Text(found.name, found.data)
    if kind := next((kind for sign, kind in OTHER_KINDS.items() if text.data.startswith(sign)), None):
        raise Refused(fault("E710", at=text.file, file=text.file, kind="CSV", detail=kind))
    try:
        separator, names, start = _heading(text, declared)
    except UnicodeDecodeError:
        csv_text.check_utf8(text)
        raise
    headings.places(names, declared, text.file)
    return _rows(text, start, separator, names)


def _heading(text: Text, declared: Input) -> tuple[bytes, list[str], int]:
    """The separator by which the heading names most columns (the first of equals), the headings, and where it ends."""
    readings: list[tuple[bytes, list[str], int]] = []
    refusals: list[Refused] = []
    for separator in SEPARATORS:
        try:
            record = csv_text.first_record(text, separator)
        except Refused as refused:
            refusals.append(refused)
            continue
        if record is None:
            raise Refused(fault("E703", at=text.file, file=text.file))
        readings.append((separator, *record))
    named = [headings.names_found(names, declared) for _, names, _ in readings]
    if refusals and not any(named):
        raise refusals[0]
    return readings[named.index(max(named))]


def _rows(text: Text, start: int, separator: bytes, names: list[str]) -> CsvSheet:
    width, sign = len(names), separator.decode()
    if text.data.find(b'"', start) < 0:
        skipped = text.data.count(b"\n", 0, start)
        cells = _read_plain(text.data, start, skipped, sign, width)
        if cells is not None:
            return CsvSheet(names, cells, no_surplus())
    csv_text.check_utf8(text)
    plain = csv_text.plain(text, start, separator)
    cells, surplus = _read_plain(plain.data, 1, 1, sign, width), no_surplus()
    if cells is None:
        cells, surplus = _read_ragged(plain.data, sign, width)
    return CsvSheet(names, _unmarked(cells, plain.marks), _unmarked(surplus, plain.marks))


def _read_plain(data: bytes, start: int, skipped: int, separator: str, width: int) -> pl.DataFrame | None:
    """The cells, where every line has exactly so many; None where some line has not, or where bytes are left over."""
    schema = {f"column_{place + 1}": pl.String for place in range(width)}
    if start == len(data):
        return pl.DataFrame(schema=schema)
    try:
        cells = pl.read_csv(
            data, has_header=False, skip_lines=skipped, separator=separator, quote_char=None, schema=schema,
            empty_string_is_null=False, missing_columns="insert", extra_columns="raise", raise_if_empty=False,
        )  # fmt: skip
    except pl.exceptions.PolarsError:
        return None
    whole = _accounted(cells, data, start) and _nothing_missing(cells, data, skipped, separator)
    return cells if whole else None


def _accounted(cells: pl.DataFrame, data: bytes, start: int) -> bool:
    """Whether cells, separators and line ends add up to the bytes read: nothing was dropped, if nothing was missing."""
    returns = data.count(b"\r", start) if data.find(b"\r", start) >= 0 else 0
    if returns and returns != data.count(b"\r\n", start):
        return False
    lengths = cells.select(pl.all().str.len_bytes().sum()).row(0)
    used = sum(int(length or 0) for length in lengths) + cells.width * cells.height + returns
    return used - (not data.endswith(b"\n")) == len(data) - start


def _nothing_missing(cells: pl.DataFrame, data: bytes, skipped: int, separator: str) -> bool:
    """Whether no line has fewer cells than it should; only one whose last cell seems empty can."""
    suspects = (cells.to_series(-1) == "").arg_true()
    if not len(suspects) or cells.width == 1:
        return not len(suspects)
    line = pl.col("line").slice(skipped).gather(suspects)
    lines = pl.scan_lines(BytesIO(data)).select(line.str.count_matches(separator, literal=True)).collect()
    return bool((lines.to_series() == cells.width - 1).all())


def _read_ragged(data: bytes, separator: str, width: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The cells of lines with fewer or more of them, and the surplus joined by commas."""
    lines = pl.scan_lines(BytesIO(data)).select(pl.col("line").str.split(separator)).collect().slice(1)
    cells = lines.select(
        pl.col("line").list.get(place, null_on_oob=True).alias(f"column_{place + 1}") for place in range(width)
    )
    surplus = lines.with_row_index("row").filter(pl.col("line").list.len() > width)
    joined = pl.col("line").list.slice(width).list.join(",").alias("value")
    return cells, surplus.select(pl.col("row").cast(pl.UInt32), joined)


def _unmarked(frame: pl.DataFrame, marks: dict[str, str]) -> pl.DataFrame:
    """The cells with the characters for which marks stood."""
    some = f"[{''.join(marks)}]"
    texts = [name for name, dtype in frame.schema.items() if dtype == pl.String]
    marked = frame.select(pl.col(texts).str.contains(some).any()).row(0) if texts else ()
    names = [name for name, holds in zip(texts, marked, strict=True) if holds]
    return frame.with_columns(pl.col(names).str.replace_many(list(marks), list(marks.values()))) if names else frame
