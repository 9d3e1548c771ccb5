"""A small month without fault: four people of two units, all 31 days, made by code and written as CSV, Parquet or XLSX.

The cells of a table are texts unless a case puts something else there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

FORMS = ("csv", "parquet", "xlsx")
SRI, DEDI, RINA, UJANG = "197905172006042002", "198811022014031001", "199604212025062003", "199001152023211004"
PEOPLE = (SRI, DEDI, RINA, UJANG)
HOLIDAYS = (date(2026, 1, 1), date(2026, 1, 16))
JANUARY = [date(2026, 1, 1) + timedelta(days) for days in range(31)]
WORKING = [day for day in JANUARY if day.weekday() < 5 and day not in HOLIDAYS]


@dataclass
class Table:
    """Headings and rows; `types` says the Parquet type of a column where its cells alone do not."""

    headings: list[str]
    rows: list[list[Any]]
    types: dict[str, Any] = field(default_factory=dict)

    def place(self, column: str) -> int:
        return self.headings.index(column)

    def put(self, row: int, column: str, value: object) -> None:
        """Row from 1, as people count."""
        self.rows[row - 1][self.place(column)] = value

    def map(self, column: str, change: Callable[[Any], object]) -> None:
        for row in self.rows:
            row[self.place(column)] = change(row[self.place(column)])


Month = dict[str, Table]


def clean_month() -> Month:
    """Four people are paid, nobody is blocked, no row is rejected, nothing is found."""
    return {
        "opd": _table("opd nama pagu", [["BAPENDA", "Badan Pendapatan Daerah", "90000000"],
                                        ["KEC-LENGKONG", "Kecamatan Lengkong", "40000000"]]),
        "pegawai": _people(),
        "katalog": _table("kode uraian menit_norma kesulitan", [["KON", "Menyusun konsep surat", "60", "sedang"],
                                                                ["LAP", "Menyusun laporan", "90", "sulit"]]),
        "kalender": _table("tanggal hari_kerja menit_kerja", [_day(day) for day in JANUARY]),
        "aktivitas": _table("id nip tanggal kode volume status diajukan diputus verifikator", _entries()),
        "presensi": _table("nip tanggal kehadiran terlambat pulang_cepat tidak_absen",
                           [[nip, str(day), "hadir", "0", "0", "0"] for day in WORKING for nip in PEOPLE]),
        "kinerja_opd": _table("opd capaian_iku", [["BAPENDA", "96.25"], ["KEC-LENGKONG", "88.5"]]),
        "perilaku": _table("nip nilai", [[SRI, "91"], [DEDI, "88.5"], [RINA, "85"], [UJANG, "90.25"]]),
        "hukuman": _table("nip tingkat potongan mulai selesai", [[DEDI, "ringan", "10", "2025-12-01", "2026-02-28"]]),
    }  # fmt: skip


def _table(headings: str, rows: list[list[Any]]) -> Table:
    return Table(headings.split(), rows)


def _people() -> Table:
    headings = "nip nama opd jabatan jenis_jabatan kelas_jabatan golongan status gaji_dasar_iuran zakat bank rekening"
    rows = [
        [SRI, "Sri Handayani", "BAPENDA", "Kepala Bidang", "administrator", "11", "IV/a", "pns", "5800000", "ya", "BJB", "0012345678901"],
        [DEDI, "Dedi Kurnia", "BAPENDA", "Pengadministrasi", "pelaksana", "6", "III/a", "pns", "3600000", "tidak", "BJB", "0012345678902"],
        [RINA, "Rina Amélia", "KEC-LENGKONG", "Analis", "fungsional", "8", "III/a", "cpns", "2900000", "tidak", "BJB", "0012345678903"],
        [UJANG, "Ujang Saepudin", "KEC-LENGKONG", "Operator", "pelaksana", "5", "IX", "pppk", "3300000", "ya", "BJB", "0012345678904"],
    ]  # fmt: skip
    return _table(headings, rows)


def _day(day: date) -> list[Any]:
    return [str(day), "ya", "330"] if day in WORKING else [str(day), "tidak", "0"]


def _entries() -> list[list[Any]]:
    """One entry a day for each person on the first five working days; somebody else has agreed to it."""
    entries: list[list[Any]] = []
    for day in WORKING[:5]:
        for nip in PEOPLE:
            verifier = DEDI if nip == SRI else SRI
            entries.append(
                [f"A{len(entries) + 1:03}", nip, str(day), "KON", "2", "disetujui", str(day), str(day), verifier]
            )
    return entries


def clean_folder(form: str) -> Path:
    """The month without fault in that form, written once; copy it, do not change it."""
    return _clean_folders()[form]


@cache
def _clean_folders() -> dict[str, Path]:
    root = Path(mkdtemp(prefix="masukan-"))
    for form in FORMS:
        (root / form).mkdir()
        for name, table in clean_month().items():
            write(root / form, name, table, form)
    return {form: root / form for form in FORMS}


def forget() -> None:
    """Removes what `clean_folder` has written."""
    if _clean_folders.cache_info().currsize:
        shutil.rmtree(clean_folder("csv").parent)
        _clean_folders.cache_clear()


def write(folder: Path, name: str, table: Table, form: str) -> None:
    """The table's file in that form."""
    path = folder / f"{name}.{form}"
    if form == "csv":
        path.write_bytes(csv_bytes(table))
    elif form == "parquet":
        _parquet(table).write_parquet(path)
    else:
        book = xlsxwriter.Workbook(path)
        fill(book, book.add_worksheet(name[:31]), table)
        book.close()


def csv_bytes(table: Table, separator: str = ",", line_end: str = "\n", quoted: bool = False) -> bytes:
    """The table as CSV; every cell in quotes where asked."""

    def cell(value: object) -> str:
        text = "" if value is None else str(value)
        return '"' + text.replace('"', '""') + '"' if quoted else text

    lines = (separator.join(cell(value) for value in row) for row in [table.headings, *table.rows])
    return "".join(line + line_end for line in lines).encode()


def _parquet(table: Table) -> pl.DataFrame:
    width = len(table.headings)
    rows = [[*row, *[None] * (width - len(row))] for row in table.rows]
    columns = [[row[place] for row in rows] for place in range(width)]
    return pl.DataFrame([_series(name, cells, table.types.get(name))
                         for name, cells in zip(table.headings, columns, strict=True)])  # fmt: skip


def _series(name: str, cells: list[Any], dtype: Any) -> pl.Series:
    some_text = not cells or any(isinstance(cell, str) for cell in cells)
    if some_text:
        texts = pl.Series(name, [None if cell is None else str(cell) for cell in cells], dtype=pl.String)
        return texts if dtype is None else texts.cast(dtype)
    return pl.Series(name, cells, dtype=dtype)


def fill(book: Any, sheet: Any, table: Table) -> None:
    """Writes each cell as what it is: text, number, truth, date."""
    formats: dict[type, Any] = {date: book.add_format({"num_format": "dd/mm/yyyy"}),
               datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
               Percent: book.add_format({"num_format": "0%"})}  # fmt: skip
    for at, row in enumerate([table.headings, *table.rows]):
        for place, value in enumerate(row):
            _fill_cell(sheet, at, place, value, formats)


def _fill_cell(sheet: Any, at: int, place: int, value: object, formats: dict[type, Any]) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(at, place, value)
    elif isinstance(value, (date, datetime)):
        sheet.write_datetime(at, place, value, formats[type(value)])
    elif isinstance(value, Formula):
        sheet.write_formula(at, place, value.text, None, value.result)
    elif isinstance(value, Percent):
        sheet.write_number(at, place, value.number, formats[Percent])
    elif isinstance(value, str):
        sheet.write_string(at, place, value)
    elif value is not None:
        sheet.write_number(at, place, value)


@dataclass(frozen=True)
class Formula:
    """A formula of a spreadsheet, and what it last gave."""

    text: str
    result: object


@dataclass(frozen=True)
class Percent:
    """A number of a spreadsheet that is shown as percents."""

    number: float
