"""The nine tables as the specification declares them: columns, keys, references, row rules.

Gives `TABLES` in its order; a column's check takes a trimmed cell and gives a reason or nothing.
The forms decide by themselves: nothing is converted here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Row = dict[str, str]


@dataclass(frozen=True)
class Month:
    """The calendar month that is paid."""

    name: str
    days: list[str]


Check = Callable[[str, Month], str]


@dataclass(frozen=True)
class Column:
    """A column, the check of its cells (a reason, or nothing) and the table it refers to."""

    name: str
    check: Check
    refers: str = ""
    optional: bool = False


@dataclass(frozen=True)
class RowRule:
    """What a row must satisfy, the cells this reads, and the column that is blamed."""

    blamed: str
    reads: tuple[str, ...]
    holds: Callable[[Row], bool]
    label: str


@dataclass(frozen=True)
class Table:
    """A table: its columns in the order of the specification, its key and its row rule."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rule: RowRule | None = None


def is_date(text: str) -> bool:
    """A real Gregorian day of the years 0001 to 9999, written yyyy-mm-dd."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return False
    return True


def text(cell: str, _month: Month) -> str:
    return "parse" if re.search("[\u0000-\u001f\u007f-\u009f]", cell) else ""


def nip(cell: str, _month: Month) -> str:
    return "" if re.fullmatch("[0-9]{18}", cell) else "parse"


def any_date(cell: str, _month: Month) -> str:
    return "" if is_date(cell) else "parse"


def day_of_month(cell: str, month: Month) -> str:
    if not is_date(cell):
        return "parse"
    return "" if cell in month.days else "range"


def whole(low: int, high: int) -> Check:
    def check(cell: str, _month: Month) -> str:
        if not re.fullmatch("[0-9]{1,18}", cell):
            return "parse"
        return "" if low <= int(cell) <= high else "range"

    return check


def decimal(high: int) -> Check:
    def check(cell: str, _month: Month) -> str:
        if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,2})?", cell):
            return "parse"
        units, _, hundredths = cell.partition(".")
        return "" if int(units) * 100 + int(hundredths.ljust(2, "0")) <= high * 100 else "range"

    return check


def one_of(*values: str) -> Check:
    def check(cell: str, _month: Month) -> str:
        return "" if cell in values else "list"

    return check


GOLONGAN_PNS = (
    "I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d",
    "IV/a", "IV/b", "IV/c", "IV/d", "IV/e",
)  # fmt: skip
GOLONGAN_PPPK = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    "XVII",
)  # fmt: skip
ON_DUTY = ("hadir", "dinas_luar")
ABSENCES = (
    "diklat", "cuti_tahunan", "cuti_bersama", "cuti_sakit", "cuti_alasan_penting", "cuti_melahirkan",
    "cuti_besar", "tugas_belajar", "izin", "alpa",
)  # fmt: skip


def golongan_fits(row: Row) -> bool:
    return row["golongan"] in (GOLONGAN_PPPK if row["status"] == "pppk" else GOLONGAN_PNS)


def nothing_missed_when_absent(row: Row) -> bool:
    missed = int(row["terlambat"]) + int(row["pulang_cepat"]) + int(row["tidak_absen"])
    return row["kehadiran"] in ON_DUTY or missed == 0


def ends_after_it_begins(row: Row) -> bool:
    return row["selesai"] >= row["mulai"]


TABLES = (
    Table("opd", ("opd",), (Column("opd", text), Column("nama", text), Column("pagu", whole(0, 10**13)))),
    Table(
        "pegawai",
        ("nip",),
        (
            Column("nip", nip),
            Column("nama", text),
            Column("opd", text, refers="opd"),
            Column("jabatan", text),
            Column(
                "jenis_jabatan",
                one_of("pimpinan_tinggi", "administrator", "pengawas", "pelaksana", "fungsional"),
            ),
            Column("kelas_jabatan", whole(4, 15)),
            Column("golongan", one_of(*GOLONGAN_PNS, *GOLONGAN_PPPK)),
            Column("status", one_of("pns", "cpns", "pppk")),
            Column("gaji_dasar_iuran", whole(0, 10**9)),
            Column("zakat", one_of("ya", "tidak")),
            Column("bank", text),
            Column("rekening", text),
        ),
        RowRule(
            "golongan",
            ("golongan", "status"),
            golongan_fits,
            "Golongan tidak sesuai dengan status kepegawaian",
        ),
    ),
    Table(
        "katalog",
        ("kode",),
        (
            Column("kode", text),
            Column("uraian", text),
            Column("menit_norma", whole(1, 480)),
            Column("kesulitan", one_of("mudah", "sedang", "sulit")),
        ),
    ),
    Table(
        "kalender",
        ("tanggal",),
        (
            Column("tanggal", day_of_month),
            Column("hari_kerja", one_of("ya", "tidak")),
            Column("menit_kerja", whole(0, 600)),
        ),
    ),
    Table(
        "aktivitas",
        ("id",),
        (
            Column("id", text),
            Column("nip", nip, refers="pegawai"),
            Column("tanggal", day_of_month, refers="kalender"),
            Column("kode", text, refers="katalog"),
            Column("volume", whole(1, 999)),
            Column("status", one_of("menunggu", "disetujui", "ditolak")),
            Column("diajukan", any_date),
            Column("diputus", any_date, optional=True),
            Column("verifikator", nip, optional=True),
        ),
    ),
    Table(
        "presensi",
        ("nip", "tanggal"),
        (
            Column("nip", nip, refers="pegawai"),
            Column("tanggal", day_of_month, refers="kalender"),
            Column("kehadiran", one_of(*ON_DUTY, *ABSENCES)),
            Column("terlambat", whole(0, 1440)),
            Column("pulang_cepat", whole(0, 1440)),
            Column("tidak_absen", whole(0, 2)),
        ),
        RowRule(
            "kehadiran",
            ("kehadiran", "terlambat", "pulang_cepat", "tidak_absen"),
            nothing_missed_when_absent,
            "Terlambat, pulang cepat, dan tidak absen hanya dapat terjadi pada hari hadir atau dinas luar",
        ),
    ),
    Table(
        "kinerja_opd",
        ("opd",),
        (Column("opd", text, refers="opd"), Column("capaian_iku", decimal(200))),
    ),
    Table("perilaku", ("nip",), (Column("nip", nip, refers="pegawai"), Column("nilai", decimal(100)))),
    Table(
        "hukuman",
        (),
        (
            Column("nip", nip, refers="pegawai"),
            Column("tingkat", one_of("ringan", "sedang", "berat")),
            Column("potongan", decimal(100)),
            Column("mulai", any_date),
            Column("selesai", any_date),
        ),
        RowRule("selesai", ("mulai", "selesai"), ends_after_it_begins, "Hukuman selesai sebelum dimulai"),
    ),
)
