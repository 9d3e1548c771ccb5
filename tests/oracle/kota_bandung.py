"""The pack kota-bandung from its specification alone: receives a folder of CSV files and a period.

Gives the four output files as bytes: payroll.csv, blocked.csv, rejected.csv and findings.csv.
Raises `Refused` where the specification refuses the run; nothing is repaired or guessed.
"""

from collections import Counter
from dataclasses import astuple
from fractions import Fraction
from pathlib import Path

from .csv_text import Refused
from .intake import Inputs, month_named, read_inputs
from .pay import Office, Pay, days_of_activity, pay
from .tables import Row, is_date

__all__ = ["Refused", "compute"]

Cell = str | int | Fraction | None
PAYROLL_LEFT = ("nip", "nama", "opd", "jabatan")
PAYROLL_RIGHT = ("golongan", "status")
PAYROLL_HEADING = (
    "periode", *PAYROLL_LEFT, "kelas_jabatan", *PAYROLL_RIGHT, "poin_bulan", "capaian_aktivitas",
    "nilai_kinerja", "potongan_disiplin", "pagu_kelas", "tpp_bruto", "potongan_hukuman", "tpp", "pph21",
    "bpjs_pegawai", "bpjs_pemda", "zakat", "tpp_bersih", "bank", "rekening",
)  # fmt: skip
BLOCKED_HEADING = ("nip", "nama", "opd", "reason", "keterangan")
REJECTED_HEADING = ("table", "row", "column", "value", "reason", "keterangan")
FINDINGS_HEADING = ("finding", "opd", "count", "amount", "keterangan")

BLOCKS = {
    "perilaku": "Nilai perilakunya belum ada",
    "kinerja_opd": "Capaian kinerja unit kerjanya belum ada",
    "presensi_kosong": "Presensinya tidak ada pada satu hari kerja pun",
    "presensi_tidak_lengkap": "Presensinya belum ada pada sebagian hari kerja",
    "data_ditolak": "Ada baris presensi atau hukuman disiplin atas namanya yang ditolak",
    "pembagian_nol": "Perhitungannya memuat pembagian dengan nol",
    "bersih_negatif": "TPP bersihnya kurang dari nol",
}
FINDINGS = {
    "pagu_terlampaui": "Jumlah TPP dan iuran jaminan kesehatan melampaui pagu unit kerja",
    "verifikasi_tertunda": "Ada aktivitas yang masih menunggu putusan verifikator",
    "menit_berlebih": "Ada hari yang menit aktivitasnya melebihi menit kerja",
    "aktivitas_ditolak": "Ada baris aktivitas yang ditolak ketika dibaca",
    "nip_janggal": "Ada NIP yang tanggal lahir atau bulan pengangkatannya tidak wajar",
}


def compute(folder: Path, period: str) -> dict[str, bytes]:
    """The bytes of the four output files, by file name."""
    month = month_named(period)
    inputs = read_inputs(folder, month)
    office = Office(inputs, month)
    people = sorted(office.people, key=lambda person: (person["opd"], person["nip"]))
    reasons = {person["nip"]: blocks(person, office, inputs) for person in people}
    paid = [(person, pay(person, office)) for person in people if not reasons[person["nip"]]]
    assert all(result.tpp_bersih >= 0 for _, result in paid), "no input reaches bersih_negatif"
    return {
        "payroll.csv": written(PAYROLL_HEADING, [payroll_line(period, *entry) for entry in paid]),
        "blocked.csv": written(BLOCKED_HEADING, blocked_lines(people, reasons)),
        "rejected.csv": written(REJECTED_HEADING, [list(astuple(fault)) for fault in inputs.faults]),
        "findings.csv": written(FINDINGS_HEADING, finding_lines(office, inputs, paid)),
    }


def blocks(person: Row, office: Office, inputs: Inputs) -> list[str]:
    """Every reason, in order, for which the person cannot be paid."""
    nip = person["nip"]
    recorded = len(office.working_rows(nip))
    lost = inputs.rejected["presensi"] + inputs.rejected["hukuman"]
    applies = {
        "perilaku": nip not in office.behaviour,
        "kinerja_opd": person["opd"] not in office.iku,
        "presensi_kosong": recorded == 0,
        "presensi_tidak_lengkap": 0 < recorded < len(office.workdays),
        "data_ditolak": any(row["nip"] == nip for row in lost),
        "pembagian_nol": office.target == 0,
    }
    return [reason for reason in BLOCKS if applies.get(reason)]


def blocked_lines(people: list[Row], reasons: dict[str, list[str]]) -> list[list[Cell]]:
    return [
        [person["nip"], person["nama"], person["opd"], reason, BLOCKS[reason]]
        for person in people
        for reason in reasons[person["nip"]]
    ]


def payroll_line(period: str, person: Row, result: Pay) -> list[Cell]:
    left: list[Cell] = [period, *(person[name] for name in PAYROLL_LEFT), int(person["kelas_jabatan"])]
    right: list[Cell] = [person[name] for name in PAYROLL_RIGHT]
    return [*left, *right, *astuple(result), person["bank"], person["rekening"]]


def finding_lines(office: Office, inputs: Inputs, paid: list[tuple[Row, Pay]]) -> list[list[Cell]]:
    """One line for each finding and unit with something to report."""
    unit_of = {person["nip"]: person["opd"] for person in office.people}
    lost = [row["nip"] for row in inputs.rejected["aktivitas"] if row["nip"] in unit_of]
    counts = {
        "verifikasi_tertunda": Counter(unit for nip, unit in unit_of.items() for _ in pending(nip, office)),
        "menit_berlebih": Counter(unit for nip, unit in unit_of.items() for _ in days_over(nip, office)),
        "aktivitas_ditolak": Counter(unit_of[nip] for nip in lost),
        "nip_janggal": Counter(person["opd"] for person in office.people if is_odd(person)),
    }
    lines: list[list[Cell]] = []
    for finding, label in FINDINGS.items():
        found = counts.get(finding, Counter())
        lines += [[finding, unit, found[unit], None, label] for unit in sorted(found)]
        if finding == "pagu_terlampaui":
            over = sorted(amounts_over(office, paid).items())
            lines += [[finding, unit, None, amount, label] for unit, amount in over]
    return lines


def amounts_over(office: Office, paid: list[tuple[Row, Pay]]) -> dict[str, int]:
    """What each unit's pay, with the employer's share, exceeds its budget by."""
    spent: Counter[str] = Counter()
    for person, result in paid:
        spent[person["opd"]] += result.tpp + result.bpjs_pemda
    excess = {unit["opd"]: spent[unit["opd"]] - int(unit["pagu"]) for unit in office.units}
    return {unit: amount for unit, amount in excess.items() if amount > 0}


def pending(nip: str, office: Office) -> list[Row]:
    return [entry for entry in office.entries[nip] if entry["status"] == "menunggu"]


def days_over(nip: str, office: Office) -> list[str]:
    days = days_of_activity(nip, office).items()
    return [day for day, (minutes, _) in days if minutes > office.minutes[day]]


def is_odd(person: Row) -> bool:
    """Is the birth date in the NIP unreal, or its month of appointment (not asked of a pppk)?"""
    nip = person["nip"]
    born = is_date(f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}")
    return not born or (person["status"] != "pppk" and not 1 <= int(nip[12:14]) <= 12)


def written(heading: tuple[str, ...], lines: list[list[Cell]]) -> bytes:
    """The bytes of an output file: commas, LF, quotes only where they must be."""
    rows: list[list[Cell]] = [list(heading), *lines]
    return "".join(",".join(map(cell_text, row)) + "\n" for row in rows).encode()


def cell_text(cell: Cell) -> str:
    """A number as it is, hundredths with two decimals, text guarded against formulas and quoted."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, Fraction):
        hundredths = int(cell * 100)
        return f"{hundredths // 100}.{hundredths % 100:02}"
    guarded = "'" + cell if cell.startswith(("=", "+", "-", "@")) else cell
    needs_quotes = any(character in guarded for character in ',"\r\n')
    return '"' + guarded.replace('"', '""') + '"' if needs_quotes else guarded
