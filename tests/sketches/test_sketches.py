"""Regulations on paper, from which the language was made, as whole packs: a cliff of minutes, averages of quotients, two
posts of one person, the tax of a year, law that changes in the middle of a month. Their figures are worked out in their
tests; `rest.yaml` has what the regulation itself does not show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from eremun import api
from eremun.check.warnings import warnings_of
from eremun.cli.app import main
from eremun.diagnostics.diagnostic import Refused

HERE = Path(__file__).parent
PACKS = sorted(path.parent.name for path in HERE.glob("*/pack.yaml"))
WARNED = {"jabatan": ["W301", "W301"], "tengah-bulan": ["W302"]}  # rules only shown, a version of 16 January


@pytest.mark.parametrize("pack", PACKS)
def test_it_makes_sense(pack: str) -> None:
    assert [one.code for one in warnings_of(api.load(HERE / pack).checked)] == WARNED.get(pack, [])


@pytest.mark.parametrize("pack", [name for name in PACKS if (HERE / name / "tests").is_dir()])
def test_its_figures_on_every_engine(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(HERE / pack), "--engine", "all"]) == 0, capsys.readouterr().out


def test_the_lowest_band_holds_zero(tmp_path: Path) -> None:
    """The rates of the law begin with "up to"; a lowest band above 0 would leave nought out, and `check` says so."""
    shutil.copytree(HERE / "nasional-pph21", tmp_path / "pack")
    file = tmp_path / "pack" / "ter-pp58-2023.csv"
    text = file.read_text(encoding="utf-8")
    assert text.count(",1,-,") == 3
    file.write_text(text.replace(",1,-,", ",1,0,"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        api.load(tmp_path / "pack")
    assert [(one.code, one.arguments["example"]) for one in refused.value.diagnostics] == [
        ("E503", "kategori = A, bruto = 0 rupiah")
    ]
