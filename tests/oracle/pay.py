"""Rules 1 to 18: receives the rows which stand and works out one person at a time.

Gives points and rupiah as exact fractions and integers; percentages are numbers of percent.
Every value is rounded exactly where its rule says so and nowhere else.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from .intake import Inputs
from .tables import ON_DUTY, Month, Row

CENT = Fraction(1, 100)
WEIGHT_OF_DIFFICULTY = {
    "mudah": Fraction(100, 100),
    "sedang": Fraction(110, 100),
    "sulit": Fraction(125, 100),
}
WEIGHTS_OF_POST = {
    "pimpinan_tinggi": (0, 70, 30),
    "administrator": (50, 30, 20),
    "pengawas": (50, 30, 20),
    "pelaksana": (60, 20, 20),
    "fungsional": (60, 20, 20),
}
PERCENT_OF_ABSENCE = {"alpa": Fraction(4), "izin": Fraction(5, 2), "cuti_sakit": Fraction(1)}
RUPIAH_OF_CLASS = {
    4: (1_325_640, 1_655_678),
    5: (2_236_697, 2_793_557),
    6: (2_681_989, 3_349_711),
    7: (3_086_335, 3_854_725),
    8: (3_500_452, 4_371_943),
    9: (4_355_208, 5_439_503),
    10: (5_006_628, 6_253_104),
    11: (5_755_761, 7_188_745),
    12: (7_444_800, 9_298_296),
    13: (9_310_653, 11_628_681),
    14: (10_373_864, 12_956_594),
    15: (13_626_776, 17_019_369),
}
TAX_OF_PNS = {"I": 0, "II": 0, "III": 5, "IV": 15}
PPPK_WITHOUT_TAX = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
BPJS_CAP = 12_000_000


@dataclass(frozen=True)
class Pay:
    """What payroll.csv shows of one person, from the points to the net amount."""

    poin_bulan: Fraction
    capaian_aktivitas: Fraction
    nilai_kinerja: Fraction
    potongan_disiplin: Fraction
    pagu_kelas: int
    tpp_bruto: int
    potongan_hukuman: int
    tpp: int
    pph21: int
    bpjs_pegawai: int
    bpjs_pemda: int
    zakat: int
    tpp_bersih: int


def down(value: Fraction, step: Fraction = Fraction(1)) -> Fraction:
    """Toward zero; no value here is negative."""
    return floor(value / step) * step


def half_up(value: Fraction, step: Fraction = Fraction(1)) -> Fraction:
    """Half away from zero; no value here is negative."""
    return floor(value / step + Fraction(1, 2)) * step


def ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def by(column: str, rows: list[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped


class Office:
    """The standing rows of the month, found by person, unit or day."""

    def __init__(self, inputs: Inputs, month: Month) -> None:
        rows = inputs.standing
        self.month = month
        self.people = rows["pegawai"]
        self.units = rows["opd"]
        self.minutes = {day["tanggal"]: int(day["menit_kerja"]) for day in rows["kalender"]}
        self.workdays = {day["tanggal"] for day in rows["kalender"] if day["hari_kerja"] == "ya"}
        self.work_minutes = sum(self.minutes[day] for day in self.workdays)
        self.target = min(6000, self.work_minutes)  # rule 4
        self.catalogue = {kind["kode"]: kind for kind in rows["katalog"]}
        self.entries = by("nip", rows["aktivitas"])
        self.attendance = by("nip", rows["presensi"])
        self.iku = {row["opd"]: Fraction(row["capaian_iku"]) for row in rows["kinerja_opd"]}
        self.behaviour = {row["nip"]: Fraction(row["nilai"]) for row in rows["perilaku"]}
        self.sanctions = by("nip", rows["hukuman"])

    def working_rows(self, nip: str) -> list[Row]:
        """The person's attendance rows on working days."""
        return [row for row in self.attendance[nip] if row["tanggal"] in self.workdays]

    def entries_by_day(self, nip: str) -> dict[str, list[Row]]:
        return by("tanggal", self.entries[nip])


def is_valid(entry: Row, attended: dict[str, str], office: Office) -> bool:
    """Rule 1: does this entry count?"""
    day = ordinal(entry["tanggal"])
    deadline = ordinal(office.month.days[-1]) + 5
    return (
        entry["status"] == "disetujui"
        and entry["tanggal"] in office.workdays
        and day <= ordinal(entry["diajukan"]) <= day + 3
        and entry["diputus"] != ""
        and ordinal(entry["diputus"]) <= deadline
        and entry["verifikator"] not in ("", entry["nip"])
        and attended.get(entry["tanggal"]) in ON_DUTY
    )


def minutes_of(entry: Row, office: Office) -> int:
    """Rule 2, for a valid entry."""
    return int(office.catalogue[entry["kode"]]["menit_norma"]) * int(entry["volume"])


def points_of(entry: Row, office: Office) -> Fraction:
    """Rule 2, for a valid entry."""
    return minutes_of(entry, office) * WEIGHT_OF_DIFFICULTY[office.catalogue[entry["kode"]]["kesulitan"]]


def days_of_activity(nip: str, office: Office) -> dict[str, tuple[int, Fraction]]:
    """Rule 3 up to the sums: minutes and points of each day that has entries."""
    attended = {row["tanggal"]: row["kehadiran"] for row in office.attendance[nip]}
    days: dict[str, tuple[int, Fraction]] = {}
    for day, entries in office.entries_by_day(nip).items():
        valid = [entry for entry in entries if is_valid(entry, attended, office)]
        minutes = sum(minutes_of(entry, office) for entry in valid)
        points = sum((points_of(entry, office) for entry in valid), Fraction(0))
        days[day] = (minutes, points)
    return days


def recognised(minutes: int, points: Fraction, limit: int) -> Fraction:
    """Rule 3: the points of a day, cut in proportion where its minutes exceed the limit."""
    return down(points if minutes <= limit else points * limit / minutes, CENT)


def credit(row: Row, office: Office) -> Fraction:
    """Rule 5, for an attendance row on a working day; the month's minutes are not 0."""
    if row["kehadiran"] in (*ON_DUTY, "izin", "alpa"):
        return Fraction(0)
    return down(Fraction(office.minutes[row["tanggal"]] * office.target, office.work_minutes), CENT)


def points_of_month(nip: str, office: Office) -> Fraction:
    """Rule 6."""
    days = days_of_activity(nip, office).items()
    activity = [recognised(minutes, points, office.minutes[day]) for day, (minutes, points) in days]
    credits = [credit(row, office) for row in office.working_rows(nip)]
    return sum(activity + credits, Fraction(0))


def performance(person: Row, achieved: Fraction, office: Office) -> Fraction:
    """Rule 8, in percent."""
    of_activity, of_unit, of_behaviour = WEIGHTS_OF_POST[person["jenis_jabatan"]]
    unit = min(office.iku[person["opd"]], Fraction(100))
    behaviour = office.behaviour[person["nip"]]
    return half_up((of_activity * achieved + of_unit * unit + of_behaviour * behaviour) / 100, CENT)


def band(minutes: int) -> Fraction:
    """Rule 9: percent for minutes late or minutes left early."""
    if minutes == 0:
        return Fraction(0)
    return Fraction(1 if minutes <= 30 else 2 if minutes <= 60 else 3 if minutes <= 90 else 4, 2)


def deduction(rows: list[Row]) -> Fraction:
    """Rule 9, in percent, over the attendance rows on working days."""
    daily = [
        band(int(row["terlambat"]))
        + band(int(row["pulang_cepat"]))
        + 2 * int(row["tidak_absen"])
        + PERCENT_OF_ABSENCE.get(row["kehadiran"], Fraction(0))
        for row in rows
    ]
    important = sum(row["kehadiran"] == "cuti_alasan_penting" for row in rows)
    short = sum(int(row["terlambat"]) + int(row["pulang_cepat"]) for row in rows)
    return min(Fraction(100), sum(daily, Fraction(0)) + 2 * max(0, important - 9) + 4 * (short // 450))


def factor(person: Row, rows: list[Row], office: Office) -> Fraction:
    """Rule 11, in percent."""
    if sum(row["kehadiran"] == "alpa" for row in rows) == len(office.workdays):
        return Fraction(0)
    return Fraction(80 if person["status"] == "cpns" else 100)


def sanction(nip: str, office: Office) -> Fraction:
    """Rule 13: the largest percent among the sanctions in force on the first day, or 0."""
    first = office.month.days[0]
    in_force = [row for row in office.sanctions[nip] if row["mulai"] <= first <= row["selesai"]]
    return max((Fraction(row["potongan"]) for row in in_force), default=Fraction(0))


def tax_percent(person: Row) -> int:
    """Rule 15."""
    if person["status"] == "pppk":
        return 0 if person["golongan"] in PPPK_WITHOUT_TAX else 5
    return TAX_OF_PNS[person["golongan"].partition("/")[0]]


def gross(person: Row, value: Fraction, cut: Fraction, ceiling: int, office: Office) -> int:
    """Rule 12."""
    rows = office.working_rows(person["nip"])
    days = len(office.workdays)
    unpaid = sum(row["kehadiran"] in ("cuti_besar", "tugas_belajar") for row in rows)
    share = Fraction(days - unpaid, days)
    return int(down(ceiling * (value / 100) * (1 - cut / 100) * (factor(person, rows, office) / 100) * share))


def pay(person: Row, office: Office) -> Pay:
    """Rules 6 to 18 for a person who has a behaviour value and whose unit has its IKU."""
    nip = person["nip"]
    points = points_of_month(nip, office)
    achieved = half_up(min(100 * points / office.target, Fraction(100)), CENT)
    value = performance(person, achieved, office)
    cut = deduction(office.working_rows(nip))
    ceiling = RUPIAH_OF_CLASS[int(person["kelas_jabatan"])][office.month.name >= "2023-01"]
    bruto = gross(person, value, cut, ceiling, office)
    punished = int(half_up(bruto * sanction(nip, office) / 100))
    tpp = bruto - punished
    tax = tpp * tax_percent(person) // 100
    insured = min(tpp, max(0, BPJS_CAP - int(person["gaji_dasar_iuran"])))
    own, employer = int(half_up(Fraction(insured, 100))), int(half_up(Fraction(4 * insured, 100)))
    alms = int(half_up(Fraction(25 * (tpp - tax), 1000))) if person["zakat"] == "ya" else 0
    net = tpp - tax - own - alms
    return Pay(points, achieved, value, cut, ceiling, bruto, punished, tpp, tax, own, employer, alms, net)
