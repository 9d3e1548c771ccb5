"""The hand-written jobs: the bytes of the oracle, from CSV and Parquet, and what they refuse; the comparison itself."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eremun import api
from eremun.testing.synth.make import write_month
from eremun.testing.synth.months import Size
from eremun.values.periods import Period
from tests.oracle.kota_bandung import compute

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SIZE = Size(people=150, entries=30_000, period=Period(2026, 1), seed=2)
KINDS = ("polars", "duckdb", "pandas")

pytest.importorskip("pandas")
pytest.importorskip("pyarrow")


def job(kind: str, data: Path, out: Path) -> int:
    script = BENCHMARKS / "by_hand" / f"{kind}_job.py"
    return subprocess.run([sys.executable, str(script), str(data), "2026-01", str(out)], capture_output=True).returncode


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("by-hand")
    for form in ("csv", "parquet"):
        write_month(api.read("kota-bandung"), SIZE, folder / form, form)  # type: ignore[arg-type]
    return folder


@pytest.fixture(scope="module")
def expected(sound: Path) -> bytes:
    return compute(sound / "csv", "2026-01")["payroll.csv"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_bytes_of_the_oracle(sound: Path, expected: bytes, tmp_path: Path, kind: str, form: str) -> None:
    assert job(kind, sound / form, tmp_path / "out.csv") == 0
    assert (tmp_path / "out.csv").read_bytes() == expected


def repeated_id(rows: list[list[str]]) -> None:
    rows[-1][0] = rows[1][0]


def unknown(column: int) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        rows[1][column] = "0" * len(rows[1][column])

    return change


def repeated_row(rows: list[list[str]]) -> None:
    rows.append(rows[1])


def day_again(rows: list[list[str]]) -> None:
    """The first person's second day becomes his first once more: as many rows as before."""
    person, day = rows[1][:2]
    next(row for row in rows[2:] if row[0] == person)[1] = day


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("presensi", day_again),
        ("aktivitas", repeated_id),
        ("aktivitas", unknown(1)),
        ("aktivitas", unknown(3)),
        ("presensi", repeated_row),
        ("presensi", unknown(0)),
        ("pegawai", unknown(2)),
        ("hukuman", unknown(0)),
        ("perilaku", repeated_row),
        ("kalender", repeated_row),
        ("opd", repeated_row),
        ("katalog", repeated_row),
    ],
)
def test_a_repeated_key_or_a_reference_to_nothing_is_refused(
    sound: Path, tmp_path: Path, kind: str, table: str, change: Callable[[list[list[str]]], None]
) -> None:
    for path in (sound / "csv").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    file = tmp_path / f"{table}.csv"
    rows = list(csv.reader(file.open(encoding="utf-8", newline="")))
    change(rows)
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    assert job(kind, tmp_path, tmp_path / "out.csv") != 0
    assert not (tmp_path / "out.csv").exists()


def test_the_comparison_makes_its_data_and_finds_the_bytes_equal(tmp_path: Path) -> None:
    size = ["--people", "40", "--entries", "2000", "--runs", "1", "--warmup", "0", "--cache", str(tmp_path)]
    command = [sys.executable, str(BENCHMARKS / "compare.py"), *size, "--markdown", str(tmp_path / "table.md")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "the same bytes from all" in done.stdout
    assert (tmp_path / "table.md").read_text(encoding="utf-8").count("\n| ") == 6
