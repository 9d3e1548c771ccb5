"""The built wheel, installed outside the checkout: the shipped packs are found by name and pay the sample month."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKS = sorted(path.parent.name for path in (ROOT / "rules").glob("*/pack.yaml"))
FILES = ("payroll.csv", "blocked.csv", "rejected.csv", "findings.csv")


@pytest.fixture
def python(request: pytest.FixtureRequest) -> str:
    found = request.config.getoption("--wheel-python")
    if found is None:
        pytest.skip("needs --wheel-python")
    return str(found)


def eremun(python: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = Path(python).with_name("eremun")
    return subprocess.run([command, *words], cwd=folder, capture_output=True, text=True, check=False, timeout=120)


def test_the_wheel_is_not_the_checkout(python: str, tmp_path: Path) -> None:
    code = "import eremun; print(eremun.__file__)"
    done = subprocess.run([python, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    assert not done.stdout.startswith(str(ROOT))


@pytest.mark.parametrize("engine", ["polars", "duckdb", "reference"])
def test_a_pack_by_name_pays_the_sample_month(python: str, tmp_path: Path, engine: str) -> None:
    data = ROOT / "sample_data" / "2026-01"
    done = eremun(
        python, tmp_path, "run", "kota-bandung", "--data", str(data), "--period", "2026-01", "--out", "out",
        "--engine", engine,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name in FILES:
        assert (tmp_path / "out" / name).read_bytes() == (data / "expected" / name).read_bytes(), name


@pytest.mark.parametrize("pack", PACKS)
def test_the_packs_in_the_wheel_pass_their_own_tests(python: str, tmp_path: Path, pack: str) -> None:
    done = eremun(python, tmp_path, "test", pack)
    assert done.returncode == 0, done.stdout + done.stderr
