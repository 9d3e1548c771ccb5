"""The paying part of rules/kota-bandung (rules 1 to 18) by hand for Polars, as fast as its author could make it.

`python benchmarks/by_hand/polars_job.py DATA 2026-01 OUT.csv` reads Parquet or CSV, checks keys and references,
writes payroll.csv. Only for data without faults: refuses what the engine would reject or block.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import polars as pl

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
TYPES: dict[str, pl.DataType] = dict.fromkeys(("tanggal", "diajukan", "diputus", "mulai", "selesai"), pl.Date())
TYPES |= dict.fromkeys(("capaian_iku", "nilai", "potongan"), pl.Decimal(18, 2))
TYPES |= dict.fromkeys(("kelas_jabatan", "gaji_dasar_iuran", "menit_norma", "menit_kerja", "volume"), pl.Int64())
TYPES |= dict.fromkeys(("terlambat", "pulang_cepat", "tidak_absen"), pl.Int64())


def main(data: Path, period: str, out: Path) -> None:
    first = date.fromisoformat(period + "-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    day = (pl.col("tanggal") - first).dt.total_days().cast(pl.UInt32)

    def scan(name: str) -> pl.LazyFrame:
        csv = data / f"{name}.csv"
        if csv.is_file():
            return pl.scan_csv(csv, infer_schema=False, schema_overrides=TYPES)
        return pl.scan_parquet(data / f"{name}.parquet")

    def table(name: str, *columns: str) -> pl.DataFrame:
        return scan(name).select(columns).collect()

    calendar = table("kalender", "tanggal", "hari_kerja", "menit_kerja").sort("tanggal")
    require(calendar["tanggal"].to_list() == [first + timedelta(days=n) for n in range(last.day)], "kalender")
    working = calendar.select(day.alias("day"), pl.col("menit_kerja").cast(pl.Int64), work=pl.col("hari_kerja") == "ya")
    working = working.filter("work").drop("work")
    workdays, work_minutes = working.height, int(working["menit_kerja"].sum())
    target = min(6000, work_minutes)
    require(target > 0, "target")

    units = table("opd", "opd")["opd"]
    require(units.is_unique().all(), "opd")
    people = table(
        "pegawai", "nip", "nama", "opd", "jabatan", "jenis_jabatan", "kelas_jabatan", "golongan", "status",
        "gaji_dasar_iuran", "zakat", "bank", "rekening",
    )  # fmt: skip
    require(people["nip"].is_unique().all() and people["opd"].is_in(units.implode()).all(), "pegawai")
    nip = pl.Enum(people["nip"])
    person = pl.col("nip").cast(nip).to_physical().cast(pl.UInt32)  # refuses a nip that is nobody's
    kinds = table("katalog", "kode", "menit_norma", "kesulitan")
    require(kinds["kode"].is_unique().all(), "katalog")
    kind = pl.Enum(kinds["kode"])

    attendance = table("presensi", "nip", "tanggal", "kehadiran", "terlambat", "pulang_cepat", "tidak_absen")
    require(attendance["tanggal"].is_between(first, last).all(), "presensi")
    attendance = attendance.with_columns(person.alias("person"), day.alias("day"))
    attendance = attendance.with_columns(slot=pl.col("person") * 32 + pl.col("day"))
    require(attendance["slot"].is_unique().all(), "presensi")
    attendance = attendance.join(working, on="day", maintain_order="left")

    log = (
        scan("aktivitas")
        .select(
            "id",
            slot=person * 32 + day,
            kind=pl.col("kode").cast(kind).to_physical().cast(pl.UInt32),
            volume="volume",
            inside=pl.col("tanggal").is_between(first, last),
            valid=(pl.col("status") == "disetujui")
            & (pl.col("diajukan") - pl.col("tanggal")).dt.total_days().is_between(0, 3)
            & (pl.col("diputus") <= last + timedelta(days=5)).fill_null(False)
            & (pl.col("verifikator") != pl.col("nip")).fill_null(False),
        )
        .collect()
    )
    ids = log.drop_in_place("id")
    ascending = (ids[1:] > ids[:-1]).all()  # then no value repeats: twenty times as fast as counting distinct ones
    unique = ascending or ids.hash().n_unique() == len(ids) or ids.n_unique() == len(ids)
    require(unique and log["inside"].all(), "aktivitas")
    del ids
    # the weight in twentieths of a point a minute: 20, 22, 25
    twentieths = pl.col("kesulitan").replace_strict({"mudah": 20, "sedang": 22, "sulit": 25}, return_dtype=pl.Int64)
    kinds = kinds.select(pl.col("menit_norma").cast(pl.Int64), twentieths.alias("weight")).with_row_index("kind")
    minutes = pl.col("menit_norma") * pl.col("volume")
    days = (
        log.lazy()
        .filter("valid")
        .join(kinds.lazy(), on="kind")
        .group_by("slot")
        .agg(menit=minutes.sum(), poin=(minutes * pl.col("weight")).sum())
        .join(
            attendance.lazy().filter(pl.col("kehadiran").is_in(ON_DUTY)).select("slot", "person", "menit_kerja"),
            on="slot",
        )
        .with_columns(hundredths=pl.col("poin") * 5)
        .with_columns(
            diakui=pl.when(pl.col("menit") <= pl.col("menit_kerja"))
            .then("hundredths")
            .otherwise(pl.col("hundredths") * pl.col("menit_kerja") // pl.col("menit").clip(lower_bound=1))
        )
        .group_by("person")
        .agg(pl.col("diakui").sum())
        .collect()
    )

    def band(name: str) -> pl.Expr:
        """Hundredths of a percent."""
        m = pl.col(name)
        return (
            pl.when(m == 0)
            .then(0)
            .when(m <= 30)
            .then(50)
            .when(m <= 60)
            .then(100)
            .when(m <= 90)
            .then(150)
            .otherwise(200)
        )

    presence = pl.col("kehadiran")
    absence = presence.replace_strict({"alpa": 400, "izin": 250, "cuti_sakit": 100}, default=0, return_dtype=pl.Int64)
    credit = (
        pl.when(presence.is_in([*ON_DUTY, "izin", "alpa"]))
        .then(0)
        .otherwise(pl.col("menit_kerja") * target * 100 // work_minutes)
    )
    short = pl.col("terlambat").cast(pl.Int64) + pl.col("pulang_cepat")
    month = attendance.group_by("person").agg(
        credit.sum().alias("kredit"),
        (band("terlambat") + band("pulang_cepat") + 200 * pl.col("tidak_absen").cast(pl.Int64) + absence)
        .sum()
        .alias("a"),
        (presence == "cuti_alasan_penting").sum().cast(pl.Int64).alias("penting"),
        short.sum().alias("m"),
        (presence == "alpa").sum().cast(pl.Int64).alias("alpa"),
        presence.is_in(["cuti_besar", "tugas_belajar"]).sum().cast(pl.Int64).alias("h"),
        pl.len().alias("tercatat"),
    )
    require(month.height == people.height and (month["tercatat"] == workdays).all(), "presensi")

    sanctions = table("hukuman", "nip", "potongan", "mulai", "selesai").with_columns(person.alias("person"))
    sanctions = sanctions.filter((pl.col("mulai") <= first) & (pl.col("selesai") >= first))
    sanctions = sanctions.group_by("person").agg(hundredths("potongan").max().alias("hukuman"))
    iku = table("kinerja_opd", "opd", "capaian_iku").with_columns(hundredths("capaian_iku").alias("iku"))
    require(iku["opd"].is_unique().all() and iku["opd"].is_in(units.implode()).all(), "kinerja_opd")
    behaviour = table("perilaku", "nip", "nilai").with_columns(
        hundredths("nilai").alias("nilai"), person.alias("person")
    )
    require(behaviour["person"].is_unique().all(), "perilaku")

    pagu = dict(zip(range(4, 16), PAGU_2022 if period < "2023-01" else PAGU_2023, strict=True))
    post = pl.col("jenis_jabatan")
    weight = [post.replace_strict({k: v[n] for k, v in WEIGHTS.items()}, return_dtype=pl.Int64) for n in range(3)]
    c = pl.col
    rows = (
        people.with_row_index("person")
        .join(month, on="person", how="left")
        .join(days, on="person", how="left")
        .join(sanctions, on="person", how="left")
        .join(iku.select("opd", "iku"), on="opd", how="left")
        .join(behaviour.select("person", "nilai"), on="person", how="left")
        .with_columns(c("diakui").fill_null(0), c("hukuman").fill_null(0), c("gaji_dasar_iuran").cast(pl.Int64))
        .with_columns(poin_bulan=c("diakui") + c("kredit"))
        .with_columns(capaian=((c("poin_bulan") * 200 + target) // (2 * target)).clip(upper_bound=10000))
        .with_columns(
            nilai_kinerja=(
                weight[0] * c("capaian") + weight[1] * c("iku").clip(upper_bound=10000) + weight[2] * c("nilai") + 50
            )
            // 100,
            disiplin=(c("a") + 200 * (c("penting") - 9).clip(lower_bound=0) + 400 * (c("m") // 450)).clip(
                upper_bound=10000
            ),
            pagu_kelas=c("kelas_jabatan").replace_strict(pagu, return_dtype=pl.Int64),
            fifths=pl.when(c("alpa") == workdays).then(0).when(c("status") == "cpns").then(4).otherwise(5),
        )
        .with_columns(
            tpp_bruto=c("pagu_kelas")
            * c("nilai_kinerja")
            * (10000 - c("disiplin"))
            * c("fifths")
            * (workdays - c("h"))
            // (500_000_000 * workdays)
        )
        .with_columns(potongan_hukuman=(c("tpp_bruto") * c("hukuman") + 5000) // 10000)
        .with_columns(tpp=c("tpp_bruto") - c("potongan_hukuman"))
        .with_columns(
            pph21=c("tpp") * c("golongan").replace_strict(TAX, return_dtype=pl.Int64) // 100,
            iuran=pl.min_horizontal("tpp", (12_000_000 - c("gaji_dasar_iuran")).clip(lower_bound=0)),
        )
        .with_columns(
            bpjs_pegawai=(c("iuran") + 50) // 100,
            bpjs_pemda=(c("iuran") * 4 + 50) // 100,
            zakat=pl.when(c("zakat") == "ya").then(((c("tpp") - c("pph21")) * 25 + 500) // 1000).otherwise(0),
        )
        .with_columns(tpp_bersih=c("tpp") - c("pph21") - c("bpjs_pegawai") - c("zakat"))
        .sort("opd", "nip")
    )
    require(rows["iku"].null_count() == 0 and rows["nilai"].null_count() == 0, "kinerja_opd, perilaku")
    rows.select(
        pl.lit(period).alias("periode"), "nip", text("nama"), text("opd"), text("jabatan"), "kelas_jabatan", "golongan",
        "status", decimal("poin_bulan"), decimal("capaian").alias("capaian_aktivitas"), decimal("nilai_kinerja"),
        decimal("disiplin").alias("potongan_disiplin"), "pagu_kelas", "tpp_bruto", "potongan_hukuman", "tpp", "pph21",
        "bpjs_pegawai", "bpjs_pemda", "zakat", "tpp_bersih", text("bank"), text("rekening"),
    ).write_csv(out)  # fmt: skip


def require(holds: bool, what: str) -> None:
    if not holds:
        raise SystemExit(f"refused: {what}")


def hundredths(name: str) -> pl.Expr:
    """A decimal or whole number as an integer number of hundredths."""
    return (pl.col(name).cast(pl.Decimal(18, 2)) * 100).cast(pl.Int64)


def decimal(name: str) -> pl.Expr:
    digits = (pl.col(name) % 100).cast(pl.String).str.zfill(2)
    return pl.concat_str((pl.col(name) // 100).cast(pl.String), pl.lit("."), digits).alias(name)


def text(name: str) -> pl.Expr:
    cell = pl.col(name)
    return pl.when(cell.str.contains(r"^[=+\-@]")).then(pl.lit("'") + cell).otherwise(cell).alias(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
