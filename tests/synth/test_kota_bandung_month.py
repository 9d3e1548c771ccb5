"""Months of kota-bandung: the same bytes everywhere, no row rejected, nobody blocked, plausible shares, planted faults."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest

from eremun import api
from eremun.testing.synth.__main__ import main
from eremun.testing.synth.make import month, write_month
from eremun.testing.synth.months import Size
from eremun.values.periods import Period
from tests.oracle.kota_bandung import compute

PERIOD = Period(2026, 1)
PACK = api.read("kota-bandung")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("month")
    write_month(PACK, Size(people=200, entries=40_000, period=PERIOD, seed=1), folder, "csv")
    return folder


@pytest.fixture(scope="module")
def frames() -> dict[str, pl.DataFrame]:
    return month(PACK, Size(people=2000, entries=400_000, period=PERIOD, seed=1))


def test_a_month_of_the_oracle_has_nothing_rejected_and_nobody_blocked(sound: Path) -> None:
    files = compute(sound, "2026-01")
    lines = {name: content.count(b"\n") for name, content in files.items()}
    assert (lines["payroll.csv"], lines["blocked.csv"], lines["rejected.csv"]) == (201, 1, 1)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_intake_rejects_no_row(tmp_path: Path, form: str) -> None:
    write_month(PACK, Size(60, 6000, PERIOD, 3), tmp_path, form)  # type: ignore[arg-type]
    run = api.load("kota-bandung").plan("2026-01").run(tmp_path)
    assert run.inputs.rejected.height == 0
    assert run.inputs.tables["aktivitas"].rows_in == 6000


def test_the_bytes_are_those_of_every_other_machine(tmp_path: Path) -> None:
    """Changes only when the profile or the maker does: then the new figure goes here, after a look at the data."""
    paths = write_month(PACK, Size(30, 1500, PERIOD, 1), tmp_path, "csv")
    digest = sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    assert digest == "3615f847e0272083b5a09a2e6a3e6e20b6c223df10b3f795f9e0de610dcd8b18"


def test_parquet_holds_the_same_cells(tmp_path: Path) -> None:
    size = Size(30, 1500, PERIOD, 1)
    write_month(PACK, size, tmp_path, "parquet")
    for name, frame in month(PACK, size).items():
        assert pl.read_parquet(tmp_path / f"{name}.parquet").equals(frame), name


def test_keys_and_order(frames: dict[str, pl.DataFrame]) -> None:
    log = frames["aktivitas"]
    assert (log["id"][0], log["id"][-1]) == ("A0000001", "A0400000")
    assert log["diajukan"].is_sorted()
    assert frames["presensi"].height == 2000 * 21  # 22 weekdays of January 2026 less New Year's Day
    assert frames["presensi"].select("nip", "tanggal").n_unique() == 42_000


def test_a_nip_is_a_birth_a_month_of_appointment_a_sex_and_a_serial_number(frames: dict[str, pl.DataFrame]) -> None:
    people = frames["pegawai"]
    assert people["nip"].n_unique() == 2000
    form = (
        r"^(19[6-9][0-9]|200[0-9])(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])(19|20)[0-9]{2}(0[1-9]|1[0-2]|21)[12][0-9]{3}$"
    )
    assert people["nip"].str.contains(form).all()
    assert ((people["status"] == "pppk") == (people["nip"].str.slice(12, 2) == "21")).all()
    born, joined = (people["nip"].str.slice(at, 4).cast(pl.Int64) for at in (0, 8))
    assert ((joined - born) >= 19).all()


# What the profile states, give or take: (table, condition, least share, largest share).
@pytest.mark.parametrize(
    ("table", "condition", "least", "largest"),
    [
        ("pegawai", pl.col("status") == "cpns", 0.02, 0.06),
        ("pegawai", pl.col("status") == "pppk", 0.18, 0.26),
        ("pegawai", pl.col("zakat") == "ya", 0.40, 0.50),
        ("pegawai", pl.col("gaji_dasar_iuran") > 12_000_000, 0.001, 0.03),
        ("presensi", pl.col("kehadiran").is_in(["hadir", "dinas_luar"]), 0.85, 0.97),
        ("presensi", pl.col("kehadiran") == "alpa", 0.001, 0.02),
        ("presensi", pl.col("terlambat") > 90, 0.002, 0.03),
        ("presensi", pl.col("tidak_absen") > 0, 0.01, 0.04),
        ("aktivitas", pl.col("status") == "menunggu", 0.035, 0.045),
        ("aktivitas", (pl.col("diajukan") - pl.col("tanggal")).dt.total_days() > 3, 0.02, 0.04),
        ("aktivitas", pl.col("diputus") > pl.date(2026, 2, 5), 0.01, 0.10),
        ("aktivitas", pl.col("verifikator") == pl.col("nip"), 0.003, 0.007),
    ],
)
def test_shares(frames: dict[str, pl.DataFrame], table: str, condition: pl.Expr, least: float, largest: float) -> None:
    share = frames[table].select(condition.fill_null(False).mean()).item()
    assert least < share < largest


def test_every_turn_of_the_rules_is_taken(sound: Path) -> None:
    """Capped and uncapped days, reached and missed targets, sanctions in force and not, alms paid and not."""
    rows = list(csv.DictReader(io.StringIO(compute(sound, "2026-01")["payroll.csv"].decode())))
    reached = sum(row["capaian_aktivitas"] == "100.00" for row in rows) / len(rows)
    assert 0.01 < reached < 0.5
    assert {row["zakat"] == "0" for row in rows} == {True, False}
    assert {row["pph21"] == "0" for row in rows} == {True, False}
    assert len({row["potongan_disiplin"] for row in rows}) > 10


def test_faults_of_every_reason_are_planted_in_about_the_share_asked_for(tmp_path: Path) -> None:
    write_month(PACK, Size(400, 20_000, PERIOD, 1, faults=0.03), tmp_path, "csv")
    rejected = list(csv.DictReader(io.StringIO(compute(tmp_path, "2026-01")["rejected.csv"].decode())))
    assert {row["reason"] for row in rejected} == {
        "empty", "parse", "range", "list", "surplus", "duplicate", "reference", "rule",
    }  # fmt: skip
    own = {
        row["row"]
        for row in rejected
        if row["table"] == "aktivitas" and row["reason"] not in ("reference", "duplicate")
    }
    # 17 of its 20 kinds of fault are neither: 3 % * 17 / 20 * 20,000 = 510 rows
    assert 0.015 * 20_000 < len(own) < 0.035 * 20_000


def test_the_command_writes_files_and_refuses_an_unknown_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "synth",
        "kota-bandung",
        "--people",
        "20",
        "--entries",
        "1_000",
        "--period",
        "2026-02",
        "--out",
        str(tmp_path),
    ]
    monkeypatch.setattr("sys.argv", words)
    assert main() == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{name}.csv" for name in PACK.inputs)
    assert len(capsys.readouterr().out.splitlines()) == len(PACK.inputs)
    monkeypatch.setattr("sys.argv", [words[0], "kota-lain", *words[2:]])
    assert main() == 3
    assert "kota-lain" in capsys.readouterr().err
