"""A generated month with faults of every kind: the engine's four files equal those of the oracle, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.api import load, read
from eremun.testing.synth.make import write_month
from eremun.testing.synth.months import Size
from eremun.values.periods import Period
from tests.oracle.kota_bandung import compute

PERIOD = "2026-01"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_spoilt_month_is_read_as_the_specification_says(tmp_path: Path, seed: int) -> None:
    data = tmp_path / "data"
    write_month(read("kota-bandung"), Size(60, 3000, Period(2026, 1), seed, 0.02), data, "csv")
    expected = compute(data, PERIOD)
    for engine in ("polars", "duckdb", "reference"):
        run = load("kota-bandung").plan(PERIOD).run(data, engine)  # type: ignore[arg-type]
        found = {file.name: file.content for file in run.files}
        for name, content in expected.items():
            assert found[name] == content, (engine, name)
