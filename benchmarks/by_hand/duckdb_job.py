"""The paying part of rules/kota-bandung (rules 1 to 18) by hand for DuckDB, as fast as its author could make it.

`python benchmarks/by_hand/duckdb_job.py DATA 2026-01 OUT.csv` reads Parquet or CSV, checks keys and references,
writes payroll.csv. Only for data without faults: refuses what the engine would reject or block.
"""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from pathlib import Path

import duckdb

# A strictly ascending column repeats no value: four times as fast as counting distinct ones, which is done otherwise.
ASCENDING = "SELECT bool_and(id > before) FROM (SELECT id, lag(id) OVER () AS before FROM {aktivitas})"
DISTINCT = "SELECT count(*) = count(DISTINCT id) FROM {aktivitas}"

TABLES = """
CREATE MACRO hundredths(x) AS (x::DECIMAL(18,2) * 100)::BIGINT;
CREATE MACRO band(m) AS
    CASE WHEN m = 0 THEN 0 WHEN m <= 30 THEN 50 WHEN m <= 60 THEN 100 WHEN m <= 90 THEN 150 ELSE 200 END;
CREATE MACRO cents(x) AS (x // 100) || '.' || lpad((x % 100)::VARCHAR, 2, '0');
CREATE MACRO guarded(x) AS CASE WHEN left(x, 1) IN ('=', '+', '-', '@') THEN '''' || x ELSE x END;
CREATE MACRO cell(x) AS CASE WHEN regexp_matches(guarded(x), '[",\r\n]')
    THEN '"' || replace(guarded(x), '"', '""') || '"' ELSE guarded(x) END;

CREATE TABLE kalender AS SELECT tanggal, hari_kerja = 'ya' AS kerja, menit_kerja::BIGINT AS menit_kerja
    FROM {kalender};
CREATE TABLE opd AS SELECT opd FROM {opd};
CREATE TABLE katalog AS SELECT kode, menit_norma::BIGINT AS menit_norma,
    CASE kesulitan WHEN 'mudah' THEN 20 WHEN 'sedang' THEN 22 WHEN 'sulit' THEN 25 END AS perduapuluh
    FROM {katalog};
CREATE TABLE pegawai AS SELECT * FROM {pegawai};
CREATE TABLE presensi AS SELECT nip, tanggal, kehadiran, terlambat::BIGINT AS terlambat,
    pulang_cepat::BIGINT AS pulang_cepat, tidak_absen::BIGINT AS tidak_absen FROM {presensi};
CREATE TABLE kinerja_opd AS SELECT opd, hundredths(capaian_iku) AS iku FROM {kinerja_opd};
CREATE TABLE perilaku AS SELECT nip, hundredths(nilai) AS nilai FROM {perilaku};
CREATE TABLE hukuman AS SELECT nip, hundredths(potongan) AS potongan, mulai, selesai FROM {hukuman};
"""

# Minutes and points (twentieths of one) of valid entries, whatever the attendance, for each person and day there is.
LOG = """
CREATE TABLE hari AS
SELECT nip, tanggal, kode IS NULL AS asing,
    coalesce(sum(menit) FILTER (sah), 0)::BIGINT AS menit,
    coalesce(sum(menit * perduapuluh) FILTER (sah), 0)::BIGINT AS poin
FROM (
    SELECT nip, tanggal, katalog.kode, menit_norma * volume AS menit, perduapuluh,
        status = 'disetujui' AND diajukan - tanggal BETWEEN 0 AND 3 AND coalesce(diputus <= $batas, false)
        AND coalesce(verifikator != nip, false) AS sah
    FROM {aktivitas} LEFT JOIN katalog USING (kode)
)
GROUP BY nip, tanggal, asing
"""

CHECKS = {
    "kalender": "SELECT count(*) = $hari AND count(DISTINCT tanggal) = $hari"
    " AND bool_and(tanggal BETWEEN $awal AND $akhir) FROM kalender",
    "opd": "SELECT count(*) = count(DISTINCT opd) FROM opd",
    "katalog": "SELECT count(*) = count(DISTINCT kode) FROM katalog",
    "pegawai": "SELECT count(*) = count(DISTINCT nip) AND bool_and(opd IN (FROM opd)) FROM pegawai",
    "presensi": "SELECT (SELECT max(n) = 1 FROM (SELECT count(*) AS n FROM presensi GROUP BY nip, tanggal))"
    " AND (SELECT bool_and(tanggal BETWEEN $awal AND $akhir) FROM presensi)"
    " AND NOT EXISTS (FROM presensi ANTI JOIN pegawai USING (nip))",
    "aktivitas": "SELECT NOT bool_or(asing) AND bool_and(tanggal BETWEEN $awal AND $akhir)"
    " AND NOT EXISTS (FROM hari ANTI JOIN pegawai USING (nip)) FROM hari",
    "kinerja_opd": "SELECT count(*) = count(DISTINCT opd) AND bool_and(opd IN (FROM opd)) FROM kinerja_opd",
    "perilaku": "SELECT count(*) = count(DISTINCT nip)"
    " AND NOT EXISTS (FROM perilaku ANTI JOIN pegawai USING (nip)) FROM perilaku",
    "hukuman": "SELECT NOT EXISTS (FROM hukuman ANTI JOIN pegawai USING (nip))",
}

PAYROLL = """
WITH bulan AS (
    SELECT count(*) AS hari, sum(menit_kerja)::BIGINT AS menit, least(6000, sum(menit_kerja))::BIGINT AS target
    FROM kalender WHERE kerja
), kehadiran AS (
    SELECT nip, count(*) AS tercatat,
        sum(CASE WHEN kehadiran IN ('hadir', 'dinas_luar', 'izin', 'alpa') THEN 0
            ELSE menit_kerja * target * 100 // bulan.menit END)::BIGINT AS kredit,
        sum(band(terlambat) + band(pulang_cepat) + 200 * tidak_absen
            + CASE kehadiran WHEN 'alpa' THEN 400 WHEN 'izin' THEN 250 WHEN 'cuti_sakit' THEN 100 ELSE 0 END
        )::BIGINT AS a,
        count(*) FILTER (kehadiran = 'cuti_alasan_penting') AS penting,
        sum(terlambat + pulang_cepat)::BIGINT AS m,
        count(*) FILTER (kehadiran = 'alpa') AS alpa,
        count(*) FILTER (kehadiran IN ('cuti_besar', 'tugas_belajar')) AS h
    FROM presensi JOIN kalender USING (tanggal), bulan WHERE kerja GROUP BY nip
), poin AS (
    SELECT nip, sum(CASE WHEN hari.menit <= menit_kerja THEN poin * 5
        ELSE poin * 5 * menit_kerja // greatest(hari.menit, 1) END)::BIGINT AS diakui
    FROM hari JOIN kalender USING (tanggal) JOIN presensi USING (nip, tanggal)
    WHERE kerja AND kehadiran IN ('hadir', 'dinas_luar') GROUP BY nip
), sanksi AS (
    SELECT nip, max(potongan) AS potongan FROM hukuman WHERE $awal BETWEEN mulai AND selesai GROUP BY nip
), capaian AS (
    SELECT pegawai.*, iku, nilai, kehadiran.*, hari, coalesce(sanksi.potongan, 0) AS potongan,
        coalesce(diakui, 0) + kredit AS poin_bulan,
        least(10000, ((coalesce(diakui, 0) + kredit) * 200 + target) // (2 * target)) AS capaian
    FROM pegawai LEFT JOIN kehadiran USING (nip) LEFT JOIN poin USING (nip) LEFT JOIN sanksi USING (nip)
        LEFT JOIN kinerja_opd USING (opd) LEFT JOIN perilaku USING (nip), bulan
), nilai AS (
    SELECT *, CASE jenis_jabatan
            WHEN 'pimpinan_tinggi' THEN 70 * least(iku, 10000) + 30 * nilai + 50
            WHEN 'administrator' THEN 50 * capaian + 30 * least(iku, 10000) + 20 * nilai + 50
            WHEN 'pengawas' THEN 50 * capaian + 30 * least(iku, 10000) + 20 * nilai + 50
            ELSE 60 * capaian + 20 * least(iku, 10000) + 20 * nilai + 50 END // 100 AS nilai_kinerja,
        least(10000, a + 200 * greatest(0, penting - 9) + 400 * (m // 450)) AS disiplin,
        $pagu[kelas_jabatan - 3]::BIGINT AS pagu_kelas,
        CASE WHEN alpa = hari THEN 0 WHEN status = 'cpns' THEN 4 ELSE 5 END AS perlima
    FROM capaian
), bruto AS (
    SELECT *, pagu_kelas * nilai_kinerja * (10000 - disiplin) * perlima * (hari - h) // (500000000 * hari)
        AS tpp_bruto FROM nilai
), tpp AS (
    SELECT *, (tpp_bruto * potongan + 5000) // 10000 AS potongan_hukuman, tpp_bruto - potongan_hukuman AS tpp FROM bruto
), pajak AS (
    SELECT *, tpp * CASE
            WHEN golongan LIKE 'III/%'
                OR golongan IN ('IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII') THEN 5
            WHEN golongan LIKE 'IV/%' THEN 15 ELSE 0 END // 100 AS pph21,
        least(tpp, greatest(0, 12000000 - gaji_dasar_iuran::BIGINT)) AS iuran
    FROM tpp
), bersih AS (
    SELECT *, (iuran + 50) // 100 AS bpjs_pegawai, (iuran * 4 + 50) // 100 AS bpjs_pemda,
        CASE WHEN zakat = 'ya' THEN ((tpp - pph21) * 25 + 500) // 1000 ELSE 0 END AS jumlah_zakat
    FROM pajak
)
SELECT count(*) FILTER (tercatat = hari AND iku IS NOT NULL AND nilai IS NOT NULL),
    string_agg(concat_ws(',', $periode, nip, cell(nama), cell(opd), cell(jabatan), kelas_jabatan, golongan, status,
        cents(poin_bulan), cents(capaian), cents(nilai_kinerja), cents(disiplin), pagu_kelas, tpp_bruto,
        potongan_hukuman, tpp, pph21, bpjs_pegawai, bpjs_pemda, jumlah_zakat, tpp - pph21 - bpjs_pegawai - jumlah_zakat,
        cell(bank),
        cell(rekening)) || chr(10), '' ORDER BY opd, nip)
FROM bersih
"""

# A CSV is read as text, so that a code such as 00123 stays one; DuckDB turns the rest into these as it reads.
TYPES = dict.fromkeys(("tanggal", "diajukan", "diputus", "mulai", "selesai"), "DATE")
TYPES |= dict.fromkeys(("capaian_iku", "nilai", "potongan"), "DECIMAL(18,2)")
TYPES |= dict.fromkeys(("kelas_jabatan", "gaji_dasar_iuran", "menit_norma", "menit_kerja", "volume"), "BIGINT")
TYPES |= dict.fromkeys(("terlambat", "pulang_cepat", "tidak_absen"), "BIGINT")

HEADING = (
    "periode,nip,nama,opd,jabatan,kelas_jabatan,golongan,status,poin_bulan,capaian_aktivitas,nilai_kinerja,"
    "potongan_disiplin,pagu_kelas,tpp_bruto,potongan_hukuman,tpp,pph21,bpjs_pegawai,bpjs_pemda,zakat,tpp_bersih,bank,rekening\n"
)
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


def main(data: Path, period: str, out: Path) -> None:
    first = date.fromisoformat(period + "-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    given = {"awal": first, "akhir": last, "hari": last.day, "batas": last + timedelta(days=5), "periode": period}
    given["pagu"] = PAGU_2022 if period < "2023-01" else PAGU_2023
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})

    def ask(query: str) -> tuple[object, ...]:
        query = with_files(query, data)
        named = {name: value for name, value in given.items() if "$" + name in query}
        row = connection.execute(query, named or None).fetchone()
        assert row is not None
        return row

    require(ask(ASCENDING)[0] or ask(DISTINCT)[0], "aktivitas")
    connection.execute(with_files(TABLES, data))
    ask(LOG)
    for table, query in CHECKS.items():
        require(ask(query)[0] is not False, table)
    people = ask("SELECT count(*) FROM pegawai")[0]
    complete, lines = ask(PAYROLL)
    require(complete == people, "presensi, kinerja_opd, perilaku")
    out.write_text(HEADING + str(lines or ""), encoding="utf-8", newline="")


def with_files(query: str, data: Path) -> str:
    """The query with each {table} as the reading of its file."""

    def reading(found: re.Match[str]) -> str:
        file = str(data / found[1]).replace("'", "''")
        if not (data / f"{found[1]}.csv").is_file():
            return f"read_parquet('{file}.parquet')"
        names = (data / f"{found[1]}.csv").open(encoding="utf-8").readline().strip().split(",")
        types = ", ".join(f"'{name}': '{TYPES.get(name, 'VARCHAR')}'" for name in names)
        return f"read_csv('{file}.csv', header = true, delim = ',', quote = '\"', columns = {{{types}}})"

    return re.sub(r"\{([a-z_]+)\}", reading, query)


def require(holds: object, what: str) -> None:
    if not holds:
        raise SystemExit(f"refused: {what}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
