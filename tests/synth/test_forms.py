"""Months of a pack whose columns declare a form are written in it, so that reading takes every cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.testing.synth.make import month, write_month
from eremun.testing.synth.months import Size
from eremun.values.periods import Period
from tests.synth.workshop import INPUTS, kebun

FORMS = INPUTS.replace("range: period", "range: period, format: dd/mm/yyyy").replace(
    "decimals: 1", 'decimals: 1, format: "1.234,56"'
)
SIZE = Size(20, 50, Period(2026, 1), 1)


@pytest.mark.parametrize("faults", [0, 0.1])
def test_cells_in_the_declared_form(tmp_path: Path, faults: float) -> None:
    size = Size(20, 50, Period(2026, 1), 1, faults)
    harvest = month(kebun(tmp_path, inputs=FORMS), size)["panen"]
    plain = month(kebun(tmp_path), size)["panen"]
    assert harvest["berat"].to_list()[:20] == [str(cell).replace(".", ",") for cell in plain["berat"].to_list()[:20]]
    day_first = harvest["hari"].str.contains("^[0-9]{2}/[0-9]{2}/2026$")
    assert day_first.all() if not faults else 0.8 < day_first.mean() < 1  # type: ignore[operator]


def test_both_kinds_of_files_hold_them(tmp_path: Path) -> None:
    pack = kebun(tmp_path, inputs=FORMS)
    (tmp_path / "out").mkdir()
    for kind in ("csv", "parquet"):
        assert write_month(pack, SIZE, tmp_path / "out", kind)  # type: ignore[arg-type]
        assert (tmp_path / "out" / f"panen.{kind}").stat().st_size
