"""Months of a pack whose columns declare a form are written in it, so that reading takes every cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from eremun.testing.synth.make import month, write_month
from eremun.testing.synth.months import Size
from eremun.values.periods import Period
from tests.synth.workshop import INPUTS, PROFILE, kebun

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


def test_cells_below_zero(tmp_path: Path) -> None:
    """Declared from -8.0 to -0.5: made within; so are those of a recipe, down to its step."""
    inputs = INPUTS.replace("range: 0..80", "range: -8..-0.5")
    berat = month(kebun(tmp_path, inputs=inputs), SIZE)["panen"]["berat"]
    assert set(berat.to_list()) <= {Decimal(tenth) / 10 for tenth in range(-80, -4)}
    assert berat.n_unique() > 20
    recipe = PROFILE + "      berat: {points: {0: -8, 50: -1, 100: -0.5}, step: 0.5}\n"
    drawn = month(kebun(tmp_path, recipe, inputs), SIZE)["panen"]["berat"]
    assert set(drawn.to_list()) <= {Decimal(half) / 2 for half in range(-16, 0)}
    assert drawn.n_unique() > 5
