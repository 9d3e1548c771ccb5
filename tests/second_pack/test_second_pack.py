"""A pack of another trade: the engine knows nothing of offices and their pay."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from eremun.api import load
from eremun.cli.app import main
from tests.conformance.harness import differences, fault, world

HERE = Path(__file__).parent
F = Fraction


def test_its_own_tests_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(HERE / "liga")]) == 0, capsys.readouterr()


def test_it_is_the_same_on_every_engine() -> None:
    """March 2026. Player 1: 90 x 0.5 + 90 x 0.75 x 2 (won) = 45 + 135 = 180 points -> 1,000,000 + a goal of a keeper
    500,000. Player 2: 45 x 0.5 + 80 x 0.75 x 2 = 22.5 + 120 = 142.5 -> 1,000,000 + 3 x 100,000; a day short of 18, so
    x 80 % x 87.5 % = 910,000. Player 3: 45 points -> 0 + 150,000. Player 4: 3.5 points, a goal, a red card, no report.
    """
    expected = {
        "pemain.poin_bulan": {"1": F(180), "2": F("142.5"), "3": F(45), "4": F("3.5")},
        "pemain.bonus": {"1": F(1_500_000), "2": F(910_000), "3": F(150_000), "4": fault("rapor")},
        # goals x 90 / minutes: 90 / 180, 270 / 125, 90 / 90, 90 / 7 = 12.857
        "pemain.rata_gol": {"1": F("0.5"), "2": F("2.16"), "3": F(1), "4": F("12.86")},
        "pemain.faktor": {"1": F(1), "2": F(4, 5), "3": F(1), "4": F(1, 2)},
        # of 322.5 and 48.5: 55.81 %, 44.18 %, 92.78 %, 7.21 %
        "pemain.bagian": {"1": F("0.558"), "2": F("0.441"), "3": F("0.927"), "4": F("0.072")},
        "klub.bonus_terbesar": {"A": F(1_500_000), "B": fault("rapor")},
        "klub.finding kas_kurang": {"A": F(2_310_000), "B": F(-5_000_000)},
        "lini.pencetak": {"A kiper": F(1), "A depan": F(1), "B belakang": F(1), "B depan": F(1)},
    }
    blocked = {"3": "kontrak_habis", "4": "rapor"}
    assert differences(world(HERE / "liga", HERE / "data", "2026-03"), expected, blocked) == {}


@pytest.mark.parametrize("engine", ["polars", "duckdb", "reference"])
def test_its_files(engine: str, tmp_path: Path) -> None:
    run = load(HERE / "liga").plan("2026-03").run(HERE / "data", engine)  # type: ignore[arg-type]
    run.write(tmp_path / "out")
    assert (tmp_path / "out" / "bonus.csv").read_text(encoding="utf-8").splitlines() == [
        "bulan,klub,nomor,poin_bulan,rata_gol,bonus",
        "2026-03,A,1,180.00,0.50,1500000",
        "2026-03,A,2,142.50,2.16,910000",
    ]
    assert (tmp_path / "out" / "blocked.csv").read_text(encoding="utf-8").splitlines() == [
        "nomor,reason,keterangan", "3,kontrak_habis,Kontraknya sudah habis", "4,rapor,Rapornya belum ada",
    ]  # fmt: skip
    assert "penampilan,7,menit,121,range," in (tmp_path / "out" / "rejected.csv").read_text(encoding="utf-8")
