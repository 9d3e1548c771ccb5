"""The paying part of rules/kota-bandung (rules 1 to 18) by hand for pandas, as fast as its author could make it.

`python benchmarks/by_hand/pandas_job.py DATA 2026-01 OUT.csv` reads Parquet or CSV, checks keys and references,
writes payroll.csv. Only for data without faults: refuses what the engine would reject or block.
Whole numbers throughout, no float.
"""

# mypy: disable-error-code="import-untyped, no-any-return"
from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

PAGU_2022 = [
    1325640,
    2236697,
    2681989,
    3086335,
    3500452,
    4355208,
    5006628,
    5755761,
    7444800,
    9310653,
    10373864,
    13626776,
]
PAGU_2023 = [
    1655678,
    2793557,
    3349711,
    3854725,
    4371943,
    5439503,
    6253104,
    7188745,
    9298296,
    11628681,
    12956594,
    17019369,
]
WEIGHTS = {
    "pimpinan_tinggi": (0, 70, 30),
    "administrator": (50, 30, 20),
    "pengawas": (50, 30, 20),
    "pelaksana": (60, 20, 20),
    "fungsional": (60, 20, 20),
}
TAX = {f"I/{a}": 0 for a in "abcd"} | {f"II/{a}": 0 for a in "abcd"} | {f"III/{a}": 5 for a in "abcd"}
TAX |= {f"IV/{a}": 15 for a in "abcde"} | dict.fromkeys(["I", "II", "III", "IV", "V", "VI", "VII", "VIII"], 0)
TAX |= dict.fromkeys(["IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"], 5)
ON_DUTY = ["hadir", "dinas_luar"]
TYPES: dict[str, pa.DataType] = dict.fromkeys(("tanggal", "diajukan", "diputus", "mulai", "selesai"), pa.date32())
TYPES |= dict.fromkeys(("capaian_iku", "nilai", "potongan"), pa.decimal128(18, 2))
TYPES |= dict.fromkeys(("kelas_jabatan", "gaji_dasar_iuran", "menit_norma", "menit_kerja", "volume"), pa.int64())
TYPES |= dict.fromkeys(("terlambat", "pulang_cepat", "tidak_absen"), pa.int64())
HEADING = (
    "periode,nip,nama,opd,jabatan,kelas_jabatan,golongan,status,poin_bulan,capaian_aktivitas,nilai_kinerja,"
    "potongan_disiplin,pagu_kelas,tpp_bruto,potongan_hukuman,tpp,pph21,bpjs_pegawai,bpjs_pemda,zakat,tpp_bersih,bank,rekening\n"
)


def main(data: Path, period: str, out: Path) -> None:
    first = date.fromisoformat(period + "-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    start = first.toordinal() - date(1970, 1, 1).toordinal()

    def read(name: str, columns: list[str], coded: tuple[str, ...] = ()) -> pa.Table:
        csv = data / f"{name}.csv"
        if csv.is_file():
            text = pa.dictionary(pa.int32(), pa.string())
            types = {column: text if column in coded else TYPES.get(column, pa.string()) for column in columns}
            options = pacsv.ConvertOptions(column_types=types, include_columns=columns, strings_can_be_null=True)
            return pacsv.read_csv(csv, convert_options=options).unify_dictionaries()
        table = pq.read_table(data / f"{name}.parquet", columns=columns, read_dictionary=list(coded))
        return table.unify_dictionaries()

    calendar = read("kalender", ["tanggal", "hari_kerja", "menit_kerja"]).to_pandas()
    calendar = calendar.sort_values("tanggal")
    require(list(calendar["tanggal"]) == [first + timedelta(days=n) for n in range(last.day)], "kalender")
    work = (calendar["hari_kerja"] == "ya").to_numpy()
    minutes_of_day = calendar["menit_kerja"].to_numpy().astype(np.int64)
    workdays, work_minutes = int(work.sum()), int(minutes_of_day[work].sum())
    target = min(6000, work_minutes)
    require(target > 0, "target")

    units = read("opd", ["opd"]).to_pandas()["opd"]
    people = read(
        "pegawai",
        ["nip", "nama", "opd", "jabatan", "jenis_jabatan", "kelas_jabatan", "golongan", "status", "gaji_dasar_iuran",
         "zakat", "bank", "rekening"],
    ).to_pandas()  # fmt: skip
    kinds = read("katalog", ["kode", "menit_norma", "kesulitan"]).to_pandas()
    require(units.is_unique and people["nip"].is_unique and kinds["kode"].is_unique, "opd, pegawai, katalog")
    require(people["opd"].isin(units).all(), "pegawai")
    nips, codes = pd.Index(people["nip"]), pd.Index(kinds["kode"])

    # A column read as a dictionary: each distinct text is looked up once.
    def places(column: pa.ChunkedArray, index: pd.Index, what: str) -> np.ndarray:
        array = column.combine_chunks()
        texts = index.get_indexer(pd.Index(array.dictionary.to_pandas()))
        found = texts[array.indices.to_numpy(zero_copy_only=False)]
        require((found >= 0).all(), what)
        return found.astype(np.int64)

    def days_of(column: pa.ChunkedArray, empty: int = 0) -> np.ndarray:
        numbers = column.cast(pa.int32())
        return pc.fill_null(numbers, empty).to_numpy() - start

    def is_one_of(column: pa.ChunkedArray, words: list[str]) -> np.ndarray:
        array = column.combine_chunks()
        hits = np.isin(array.dictionary.to_numpy(zero_copy_only=False), words)
        return hits[array.indices.to_numpy(zero_copy_only=False)]

    came = read(
        "presensi", ["nip", "tanggal", "kehadiran", "terlambat", "pulang_cepat", "tidak_absen"], ("nip", "kehadiran")
    )
    person, day = places(came["nip"], nips, "presensi"), days_of(came["tanggal"])
    require(((day >= 0) & (day < last.day)).all(), "presensi")
    slots = len(people) * 32
    rows_of_slot = np.bincount(person * 32 + day, minlength=slots)
    require(rows_of_slot.max(initial=0) <= 1, "presensi")
    on_duty = np.zeros(slots, dtype=bool)
    on_duty[(person * 32 + day)[is_one_of(came["kehadiran"], ON_DUTY) & work[day]]] = True

    coded = ("nip", "kode", "status", "verifikator")
    columns = ["id", "nip", "tanggal", "kode", "volume", "status", "diajukan", "diputus", "verifikator"]
    log = read("aktivitas", columns, coded)
    ids = log["id"].combine_chunks()
    ascending = pc.all(
        pc.greater(ids[1:], ids[:-1])
    ).as_py()  # then no value repeats: far faster than counting distinct ones
    require(ascending or len(pc.unique(ids)) == len(ids), "aktivitas")
    del ids
    who, when = places(log["nip"], nips, "aktivitas"), days_of(log["tanggal"])
    require(((when >= 0) & (when < last.day)).all(), "aktivitas")
    what = places(log["kode"], codes, "aktivitas")
    delay = days_of(log["diajukan"]) - when
    checker = log["verifikator"].combine_chunks()
    checkers = np.append(
        nips.get_indexer(pd.Index(checker.dictionary.to_pandas())), -2
    )  # -1: somebody else, -2: nobody
    checked_by = checkers[pc.fill_null(checker.indices, len(checkers) - 1).to_numpy()]
    valid = (
        is_one_of(log["status"], ["disetujui"]) & (delay >= 0) & (delay <= 3) & (checked_by != who) & (checked_by != -2)
    )
    valid &= days_of(log["diputus"], empty=10**8) <= last.day - 1 + 5
    slot = who * 32 + when
    valid &= on_duty[slot]
    norm = kinds["menit_norma"].to_numpy().astype(np.int64)
    twentieths = kinds["kesulitan"].map({"mudah": 20, "sedang": 22, "sulit": 25}).to_numpy().astype(np.int64)
    minutes = norm[what[valid]] * log["volume"].to_numpy()[valid].astype(np.int64)
    days = pd.DataFrame({"slot": slot[valid], "menit": minutes, "poin": minutes * twentieths[what[valid]]})
    del log, who, when, what, delay, checked_by, valid, slot
    days = days.groupby("slot", sort=False).sum()
    limit = minutes_of_day[days.index.to_numpy() % 32]
    spent, points = days["menit"].to_numpy(), days["poin"].to_numpy() * 5
    days["diakui"] = np.where(spent <= limit, points, points * limit // np.maximum(spent, 1))
    recognised = days["diakui"].groupby(days.index // 32).sum()

    working = work[day]
    person, day = person[working], day[working]
    presence = came["kehadiran"].combine_chunks().filter(pa.array(working))
    words = presence.dictionary.to_pylist()
    kind = presence.indices.to_numpy()
    late, early, missed = (
        came[name].to_numpy()[working].astype(np.int64) for name in ("terlambat", "pulang_cepat", "tidak_absen")
    )
    cost = np.array([{"alpa": 400, "izin": 250, "cuti_sakit": 100}.get(word, 0) for word in words], dtype=np.int64)
    bands = np.array([0, 50, 100, 150, 200], dtype=np.int64)  # hundredths of a percent
    band_of = np.searchsorted(np.array([1, 31, 61, 91]), np.arange(1441), side="right")
    uncredited = np.array([word in (*ON_DUTY, "izin", "alpa") for word in words])

    def is_word(*names: str) -> np.ndarray:
        return np.array([word in names for word in words])[kind].astype(np.int64)

    frame = pd.DataFrame(
        {
            "person": person,
            "kredit": np.where(uncredited[kind], 0, minutes_of_day[day] * target * 100 // work_minutes),
            "a": bands[band_of[late]] + bands[band_of[early]] + 200 * missed + cost[kind],
            "penting": is_word("cuti_alasan_penting"),
            "m": late + early,
            "alpa": is_word("alpa"),
            "h": is_word("cuti_besar", "tugas_belajar"),
            "tercatat": 1,
        }
    )
    month = frame.groupby("person").sum().reindex(np.arange(len(people)), fill_value=0)
    require((month["tercatat"] == workdays).all(), "presensi")

    iku = read("kinerja_opd", ["opd", "capaian_iku"])
    units_measured = pd.Index(iku["opd"].to_pandas())
    require(units_measured.is_unique and units_measured.isin(units).all(), "kinerja_opd")
    behaviour = read("perilaku", ["nip", "nilai"], ("nip",))
    judged = places(behaviour["nip"], nips, "perilaku")
    require(len(np.unique(judged)) == len(judged) == len(people), "perilaku")
    mark = np.zeros(len(people), dtype=np.int64)
    mark[judged] = hundredths(behaviour["nilai"])
    unit = units_measured.get_indexer(people["opd"])
    require((unit >= 0).all(), "kinerja_opd")
    unit_mark = np.minimum(hundredths(iku["capaian_iku"])[unit], 10000)
    sanctions = read("hukuman", ["nip", "potongan", "mulai", "selesai"], ("nip",))
    punished = places(sanctions["nip"], nips, "hukuman")
    in_force = (days_of(sanctions["mulai"]) <= 0) & (days_of(sanctions["selesai"]) >= 0)
    cut = np.zeros(len(people), dtype=np.int64)
    np.maximum.at(cut, punished[in_force], hundredths(sanctions["potongan"])[in_force])

    points_of_month = recognised.reindex(month.index, fill_value=0).to_numpy() + month["kredit"].to_numpy()
    achieved = np.minimum((points_of_month * 200 + target) // (2 * target), 10000)
    weight = np.array([WEIGHTS[word] for word in people["jenis_jabatan"]], dtype=np.int64).reshape(-1, 3)
    performance = (weight[:, 0] * achieved + weight[:, 1] * unit_mark + weight[:, 2] * mark + 50) // 100
    a, penting, m, alpa, h = (month[name].to_numpy() for name in ("a", "penting", "m", "alpa", "h"))
    discipline = np.minimum(a + 200 * np.maximum(penting - 9, 0) + 400 * (m // 450), 10000)
    grade = people["kelas_jabatan"].to_numpy().astype(np.int64)
    ceiling = np.array(PAGU_2022 if period < "2023-01" else PAGU_2023, dtype=np.int64)[grade - 4]
    fifths = np.where(alpa == workdays, 0, np.where(people["status"] == "cpns", 4, 5))
    gross = ceiling * performance * (10000 - discipline) * fifths * (workdays - h) // (500_000_000 * workdays)
    sanction = (gross * cut + 5000) // 10000
    tpp = gross - sanction
    tax = tpp * people["golongan"].map(TAX).to_numpy().astype(np.int64) // 100
    base = np.minimum(tpp, np.maximum(12_000_000 - people["gaji_dasar_iuran"].to_numpy().astype(np.int64), 0))
    own, employer = (base + 50) // 100, (base * 4 + 50) // 100
    alms = np.where(people["zakat"] == "ya", ((tpp - tax) * 25 + 500) // 1000, 0)
    shown = [
        [period] * len(people), people["nip"], cells(people["nama"]), cells(people["opd"]), cells(people["jabatan"]),
        grade,
        people["golongan"], people["status"], cents(points_of_month), cents(achieved), cents(performance),
        cents(discipline),
        ceiling, gross, sanction, tpp, tax, own, employer, alms, tpp - tax - own - alms, cells(people["bank"]),
        cells(people["rekening"]),
    ]  # fmt: skip
    keys = zip(people["opd"], people["nip"], strict=True)
    order = [place for _, place in sorted((key, place) for place, key in enumerate(keys))]
    lists = [column if isinstance(column, list) else column.tolist() for column in shown]
    rows = list(zip(*lists, strict=True))
    lines = (",".join(map(str, rows[place])) + "\n" for place in order)
    out.write_text(HEADING + "".join(lines), encoding="utf-8", newline="")


def require(holds: object, what: str) -> None:
    if not holds:
        raise SystemExit(f"refused: {what}")


def hundredths(column: pa.ChunkedArray) -> np.ndarray:
    """A decimal or whole number as an integer number of hundredths."""
    scaled = pc.multiply(column.cast(pa.decimal128(18, 2)), pa.scalar(100, pa.decimal128(3, 0)))
    return scaled.cast(pa.int64()).to_numpy()


def cents(values: np.ndarray) -> list[str]:
    return [f"{value // 100}.{value % 100:02d}" for value in values.tolist()]


def cells(values: pd.Series) -> list[str]:
    return [cell(value) for value in values]


def cell(value: str) -> str:
    guarded = "'" + value if value[0] in "=+-@" else value
    return '"' + guarded.replace('"', '""') + '"' if any(sign in guarded for sign in ',"\r\n') else guarded


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
