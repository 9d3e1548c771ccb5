"""Changes that the cases make: of the tables of a month before they are written, or of the files after that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

from tests.bad_input.month import DEDI, FORMS, SRI, UJANG, Month, clean_month, csv_bytes, fill

CSV, PARQUET, XLSX = FORMS
Changed = TypeVar("Changed", Month, Path)
Change = Callable[[Month, str], object]
FileChange = Callable[[Path, str], object]


def both(
    first: Callable[[Changed, str], object], second: Callable[[Changed, str], object]
) -> Callable[[Changed, str], None]:
    """One change after the other."""

    def change(changed: Changed, form: str) -> None:
        first(changed, form)
        second(changed, form)

    return change


def put(table: str, row: int, column: str, value: object) -> Change:
    return lambda month, _form: month[table].put(row, column, value)


def heading(table: str, old: str, new: str) -> Change:
    def change(month: Month, _form: str) -> None:
        month[table].headings[month[table].place(old)] = new

    return change


def columns(table: str, order: Callable[[list[Any]], list[Any]]) -> Change:
    """Changes the heading and every row in the same way."""

    def change(month: Month, _form: str) -> None:
        month[table].headings = order(month[table].headings)
        month[table].rows = [order(row) for row in month[table].rows]

    return change


def all_columns(order: Callable[[list[Any]], list[Any]]) -> Change:
    def change(month: Month, form: str) -> None:
        for table in month:
            columns(table, order)(month, form)

    return change


def without_heading(month: Month, _form: str) -> None:
    month["opd"].headings = month["opd"].rows.pop(0)


def rows(table: str, change: Callable[[list[list[Any]]], list[list[Any]]]) -> Change:
    def changed(month: Month, _form: str) -> None:
        month[table].rows = change(month[table].rows)

    return changed


def mapped(table: str, column: str, change: Callable[[Any], object]) -> Change:
    return lambda month, _form: month[table].map(column, change)


def nip_as_number(month: Month, form: str) -> None:
    """As text in CSV; a column of Parquet is a number as a whole; in a spreadsheet one cell can be."""
    people = month["pegawai"]
    if form == PARQUET:
        people.map("nip", float)
    else:
        people.put(4, "nip", "1.98E+17" if form == CSV else float(UJANG))


def account_as_number(month: Month, form: str) -> None:
    if form == PARQUET:
        month["pegawai"].map("rekening", int)
    else:
        month["pegawai"].put(4, "rekening", "" if form == CSV else 12345678904)


def ten_thousand_bad_rows(month: Month, _form: str) -> None:
    entries = month["aktivitas"]
    bad = [
        [f"B{place:05}", SRI, "2026-01-05", "KON", "dua", "disetujui", "2026-01-05", "2026-01-05", DEDI]
        for place in range(10_000)
    ]
    entries.rows = bad + entries.rows


def typed(month: Month, form: str) -> None:
    """Dates as dates, numbers as numbers, truths as truths, as spreadsheets and Parquet writers keep them."""
    calendar, presence, entries = month["kalender"], month["presensi"], month["aktivitas"]
    for table in (calendar, presence, entries):
        table.map("tanggal", date.fromisoformat)
    calendar.map("hari_kerja", lambda cell: cell == "ya")
    month["pegawai"].map("zakat", lambda cell: cell == "ya")
    for column in ("terlambat", "pulang_cepat", "tidak_absen"):
        presence.map(column, int)
    calendar.map("menit_kerja", int)
    entries.map("volume", int)
    entries.map("diajukan", datetime.fromisoformat)
    entries.map("diputus", date.fromisoformat)
    decimal = Decimal if form == PARQUET else float
    for name, column in (("kinerja_opd", "capaian_iku"), ("perilaku", "nilai"), ("hukuman", "potongan")):
        month[name].map(column, decimal)
    for column in ("kelas_jabatan", "gaji_dasar_iuran"):
        month["pegawai"].map(column, int)
    entries.types = {"kode": pl.Categorical, "status": pl.Enum(["menunggu", "disetujui", "ditolak"]), "volume": pl.Int8}
    presence.types = {"kehadiran": pl.Categorical, "terlambat": pl.UInt16, "pulang_cepat": pl.Float64}
    month["perilaku"].types = {"nilai": pl.Decimal(20, 6)}


def time_of_day(month: Month, _form: str) -> None:
    """A column of moments, of which one is not at midnight."""
    month["hukuman"].map("mulai", lambda _cell: datetime(2025, 12, 1, 8, 30))
    month["hukuman"].map("selesai", lambda _cell: datetime(2026, 2, 28))


def lost_days(month: Month, _form: str) -> None:
    month["kalender"].rows = month["kalender"].rows[:-1]


def path_of(root: Path, name: str, form: str) -> Path:
    return root / "data" / f"{name}.{form}"


def emptied(name: str) -> FileChange:
    return lambda root, form: path_of(root, name, form).write_bytes(b"")


def bytes_of(name: str, change: Callable[[bytes], bytes]) -> FileChange:
    def changed(root: Path, form: str) -> None:
        path = path_of(root, name, form)
        path.write_bytes(change(path.read_bytes()))

    return changed


def replaced(name: str, old: str, new: str | bytes) -> FileChange:
    """The first occurrence of some text in a file; it must be there."""

    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new if isinstance(new, bytes) else new.encode(), 1)

    return bytes_of(name, change)


def removed(name: str) -> FileChange:
    return lambda root, form: path_of(root, name, form).unlink()


def renamed(name: str, new: Callable[[str, str], str]) -> FileChange:
    def change(root: Path, form: str) -> None:
        path = path_of(root, name, form)
        path.rename(path.with_name(new(name, form)))

    return change


def rewritten(separator: str = ",", line_end: str = "\n", quoted: bool = False, before: bytes = b"") -> FileChange:
    def change(root: Path, form: str) -> None:
        for name, table in clean_month().items():
            path_of(root, name, form).write_bytes(before + csv_bytes(table, separator, line_end, quoted))

    return change


def second_file(root: Path, form: str) -> None:
    other = FORMS[FORMS.index(form) - 1]
    path_of(root, "opd", other).write_bytes(b"opd,nama,pagu\n")


def other_kind(root: Path, form: str) -> None:
    """The file of another form under this form's ending."""
    if form == CSV:
        book = xlsxwriter.Workbook(root / "opd")
        fill(book, book.add_worksheet(), clean_month()["opd"])
        book.close()
        (root / "opd").replace(path_of(root, "opd", form))
    else:
        path_of(root, "opd", form).write_bytes(csv_bytes(clean_month()["opd"]))


def folder_named(root: Path, form: str) -> None:
    removed("pegawai")(root, form)
    path_of(root, "pegawai", form).mkdir()


def link_to_itself(root: Path, form: str) -> None:
    removed("pegawai")(root, form)
    path_of(root, "pegawai", form).symlink_to(f"pegawai.{form}")


def folder_link_to_itself(root: Path, _form: str) -> None:
    (root / "lingkaran").symlink_to("lingkaran")


def sheets(*filled: str, empty: tuple[str, ...] = (), hidden: tuple[str, ...] = ()) -> FileChange:
    """The table on each sheet of those names, beside empty ones."""

    def make(book: Any, table: Any) -> None:
        for name in (*empty, *filled, *hidden):
            sheet = book.add_worksheet(name)
            if name not in empty:
                fill(book, sheet, table)
            if name in hidden:
                sheet.hide()

    return lambda root, form: _book(root, form, make)


def chart_sheet(root: Path, form: str) -> None:
    def make(book: Any, table: Any) -> None:
        fill(book, book.add_worksheet("Januari"), table)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Januari!$B$2:$B$5"})
        book.add_chartsheet("Grafik").set_chart(chart)

    _book(root, form, make)


def rows_of_nothing(root: Path, form: str) -> None:
    """Blank rows before the heading and among the others."""

    def make(book: Any, table: Any) -> None:
        table.rows = [[], *table.rows[:1], [], [], *table.rows[1:]]
        table.rows.insert(0, table.headings)
        table.headings = []
        fill(book, book.add_worksheet(), table)

    _book(root, form, make)


def _book(root: Path, form: str, make: Callable[[Any, Any], object]) -> None:
    book = xlsxwriter.Workbook(path_of(root, "perilaku", form))
    make(book, clean_month()["perilaku"])
    book.close()


def list_column(root: Path, form: str) -> None:
    path = path_of(root, "opd", form)
    pl.read_parquet(path).with_columns(pl.concat_list("nama")).write_parquet(path)


def damaged_column(root: Path, form: str) -> None:
    """The file opens, and then the bytes of its first column are no longer those that were written."""
    path = path_of(root, "presensi", form)
    data = path.read_bytes()
    path.write_bytes(data[:40] + bytes(byte ^ 0xFF for byte in data[40:120]) + data[120:])


def far_year(root: Path, form: str) -> None:
    path = path_of(root, "hukuman", form)
    far = pl.Series("selesai", [2**31 - 1], dtype=pl.Int32).cast(pl.Date)
    pl.read_parquet(path).with_columns(far).write_parquet(path)


def without_rights(place: str, mode: int) -> FileChange:
    return lambda root, form: (root / place.format(form=form)).chmod(mode)


def made_folder(place: str) -> FileChange:
    return lambda root, _form: (root / place).mkdir(parents=True)


def result_is_a_folder(root: Path, _form: str) -> None:
    (root / "hasil" / "payroll.csv").unlink()
    (root / "hasil" / "payroll.csv").mkdir()


def made_file(place: str) -> FileChange:
    return lambda root, _form: (root / place).write_text("catatan\n")
