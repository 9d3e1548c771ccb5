"""The people of the sample month as the inputs of other packs: what was mapped to which column, and what is assumed.

Takes a computed month of `kota-bandung`; gives the tables of `dki-jakarta`, `kota-banjarmasin` and `poin-7260`, for those
whom it pays. docs/perbandingan.md says the same in words; who cannot be mapped is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl

from eremun import api
from eremun.api import Run

Tables = dict[str, pl.DataFrame]

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "2026-01"
PERIOD = "2026-01"

YES_NO = {True: "ya", False: "tidak"}
NOT_IN_DKI = ["cuti_melahirkan", "cuti_besar", "tugas_belajar"]
TO_BANJARMASIN = {
    "hadir": "hadir",
    "dinas_luar": "tugas_luar",
    "diklat": "diklat",
    "cuti_tahunan": "cuti_tahunan",
    "cuti_bersama": "cuti_bersama",
}
PLANS = {"pimpinan_tinggi": ["perkin"], "administrator": ["tusi", "pengaduan"], "pengawas": ["tusi", "pengaduan"]}


def sample_month() -> Run:
    return api.load("kota-bandung", tests=False).plan(PERIOD).run(SAMPLE)


def paid(run: Run, table: str) -> pl.DataFrame:
    """The rows of a table that belong to people whom the month pays."""
    payroll = pl.read_csv(run.files[0].content, columns=["nip"], infer_schema=False)
    return run.frame(table).join(payroll, on="nip", how="semi")


def people(run: Run) -> pl.DataFrame:
    return paid(run, "pegawai").sort("nip")


def units(run: Run) -> pl.DataFrame:
    return run.frame("opd").select("opd", "nama")


def entries(run: Run) -> pl.DataFrame:
    """Log entries of those paid, with the standard minutes of the catalogue beside them: `menit_norma` for one."""
    catalogue = run.frame("katalog").select("kode", "menit_norma")
    return paid(run, "aktivitas").join(catalogue, on="kode").sort("id")


def dki_jakarta(run: Run) -> Tables:
    """Work plans there are none: one plan of each kind that weighs, achieved as far as the unit its targets (IKU)."""
    absent = paid(run, "presensi").filter(pl.col("kehadiran").is_in(NOT_IN_DKI))
    staff = people(run).join(absent, on="nip", how="anti")
    attendance = paid(run, "presensi").join(staff, on="nip", how="semi")
    log = entries(run).join(staff, on="nip", how="semi")
    kinds = pl.col("jenis_jabatan").replace_strict(PLANS, default=["tusi"])
    plans = staff.join(run.frame("kinerja_opd"), on="opd").with_columns(jenis_rencana=kinds).explode("jenis_rencana")
    return {
        "opd": units(run),
        "pegawai": staff.select(
            "nip", "nama", "opd", "jabatan", "jenis_jabatan", besaran_tpp="pagu_kelas",
            gaji_dasar_iuran="gaji_dasar_iuran", potongan_sah=pl.lit(0), bank="bank", rekening="rekening",
        ),
        "kalender": run.frame("kalender").select("tanggal", said("hari_kerja"), usai_cuti_bersama=pl.lit("tidak")),
        "presensi": attendance.select("nip", "tanggal", "kehadiran", "terlambat"),
        "aktivitas": log.select(
            "id", "nip", "tanggal", "volume", waktu_efektif="menit_norma",
            tervalidasi=(pl.col("status") == "disetujui").replace_strict(YES_NO),
        ),
        "renkin": plans.select(
            "nip", "jenis_rencana", nomor_rencana=pl.int_range(1, pl.len() + 1).over("nip"), target=pl.lit(100),
            realisasi="capaian_iku",
        ),
        "hukuman": pl.DataFrame(schema=["nip", "jenis_hukuman", "bulan_pertama"]),
    }  # fmt: skip


def kota_banjarmasin(run: Run) -> Tables:
    """All of the amount is beban kerja; deductions for attendance are those of Bandung; PPPK are not in this pack."""
    staff = people(run).filter(pl.col("status") != "pppk")
    attendance = paid(run, "presensi").join(staff, on="nip", how="semi")
    log = entries(run).join(staff, on="nip", how="semi")
    return {
        "opd": units(run).with_columns(jenis_opd=pl.lit("lainnya")),
        "pegawai": staff.select(
            "nip", "nama", "opd", "jabatan", "kelas_jabatan", "golongan", "status", persen_beban_kerja=pl.lit(100),
            persen_prestasi_kerja=pl.lit(0), persen_kondisi_kerja=pl.lit(0), persen_kelangkaan_profesi=pl.lit(0),
            bank="bank", rekening="rekening",
        ),
        "rekap": staff.select("nip", "opd"),
        "rekap_absensi": staff.select("nip", persen_kehadiran=100 - pl.col("potongan_disiplin")),
        "aktivitas": log.select(
            "id", "nip", "tanggal", menit_dicatat=pl.col("menit_norma") * pl.col("volume"), putusan="status",
            penilai="verifikator",
        ),
        "presensi": attendance.select(
            "nip", "tanggal", pl.col("kehadiran").replace_strict(TO_BANJARMASIN, default="lainnya")
        ),
        "hukuman": pl.DataFrame(schema=["nip", "persen_potongan", "mulai", "selesai"]),
    }  # fmt: skip


def poin_7260(run: Run) -> Tables:
    """One minute is one point."""
    log = entries(run)
    return {
        "opd": units(run),
        "pegawai": people(run).select("nip", "nama", "opd", "jabatan", "bank", "rekening", pk="pagu_kelas"),
        "perilaku": paid(run, "perilaku").select("nip", nilai_perilaku="nilai"),
        "aktivitas": log.select(
            "id", "nip", "tanggal", poin_aktivitas=pl.col("menit_norma") * pl.col("volume"), putusan="status"
        ),
    }


MAPPINGS: dict[str, Callable[[Run], Tables]] = {
    "dki-jakarta": dki_jakarta,
    "kota-banjarmasin": kota_banjarmasin,
    "poin-7260": poin_7260,
}


def said(column: str) -> pl.Expr:
    return pl.col(column).replace_strict(YES_NO)


def write(run: Run, folder: Path) -> None:
    """One folder for each pack, one CSV for each of its tables."""
    for pack, tables in MAPPINGS.items():
        (folder / pack).mkdir(parents=True, exist_ok=True)
        for name, frame in tables(run).items():
            frame.write_csv(folder / pack / f"{name}.csv")
