"""Columns judged at a glance give what judging each cell gives; most such columns hold one cell that must be noticed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from eremun.intake import judged
from eremun.intake.inputs import Inputs
from eremun.model.inputs import Column
from tests.intake.build import column, faults, read, rows, table

NIP = "199901172025031003"
NUMBER = column("a", "number", low=2, high=9)
DECIMALS = column("a", "number", decimals=2, high=90_000_000_000_000_000)
ANY = column("a", "number")
OPTIONAL = column("a", "number", optional=True)
DAY = column("a", "date")
IN_PERIOD = column("a", "date", in_period=True)
TYPED_REFUSED = column("a", "number", refuses_typed_number=True)

CASES = [
    (column("a", "nip"), pl.Series([NIP, "099901172025031003"])),
    (column("a", "nip"), pl.Series([NIP, NIP])),
    (column("a", "nip"), pl.Series([NIP, "+99901172025031003"])),
    (column("a", "nip"), pl.Series([NIP, "-99901172025031003"])),
    (column("a", "nip"), pl.Series([NIP, f"{NIP[:-1]} "])),
    (column("a", "nip"), pl.Series([NIP, f" {NIP[:-1]}"])),
    (column("a", "nip"), pl.Series([NIP, f"{NIP} "])),
    (column("a", "nip"), pl.Series([NIP, NIP[:-1]])),
    (column("a", "nip"), pl.Series([NIP, f"{NIP}0"])),
    (column("a", "nip"), pl.Series([f"{NIP}0", f"{NIP}1"])),
    (column("a", "nip"), pl.Series([NIP, "1_9990117202503100"])),
    (column("a", "nip"), pl.Series([NIP, "1.9990117202503E17"])),
    (column("a", "nip"), pl.Series([NIP, None])),
    (column("a", "nip", optional=True), pl.Series([NIP, None])),
    (column("a", "nip"), pl.Series([199901172025031003, 199901172025031004])),
    (NUMBER, pl.Series([2, 5, 9])),
    (NUMBER, pl.Series([1, 5, 9])),
    (NUMBER, pl.Series([2, 10, 9])),
    (NUMBER, pl.Series([2, None, 9])),
    (NUMBER, pl.Series(["2", "5"])),
    (NUMBER, pl.Series([2.0, 5.0])),
    (DECIMALS, pl.Series([0, 123])),
    (DECIMALS, pl.Series([0, 999_999_999_999_999])),
    (DECIMALS, pl.Series([0, 1_000_000_000_000_000])),
    (ANY, pl.Series([-1, 5])),
    (ANY, pl.Series([0, 999_999_999_999_999_999])),
    (ANY, pl.Series([0, 1_000_000_000_000_000_000])),
    (ANY, pl.Series([0, 2**64 - 1], dtype=pl.UInt64)),
    (ANY, pl.Series([date(2026, 1, 1)])),
    (OPTIONAL, pl.Series([None, 4])),
    (OPTIONAL, pl.Series([None, None], dtype=pl.Int64)),
    (TYPED_REFUSED, pl.Series([1, 2])),
    (DAY, pl.Series([date(1, 1, 1), date(9999, 12, 31)])),
    (DAY, pl.Series([0, 3_000_000], dtype=pl.Int32).cast(pl.Date)),
    (DAY, pl.Series([20_000, 20_001])),
    (IN_PERIOD, pl.Series([date(2026, 1, 1), date(2026, 1, 31)])),
    (IN_PERIOD, pl.Series([date(2025, 12, 31), date(2026, 1, 31)])),
    (IN_PERIOD, pl.Series([date(2026, 1, 1), date(2026, 2, 1)])),
    (ANY, pl.Series([], dtype=pl.Int64)),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "cells"), CASES)
def test_a_glance_sees_what_each_cell_shows(
    declared: Column, cells: pl.Series, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pl.DataFrame({"a": cells}).write_parquet(tmp_path / "t.parquet")
    at_a_glance = said(read(tmp_path, table("t", declared)))
    monkeypatch.setattr(judged, "stored_at_a_glance", lambda *_: None)
    assert at_a_glance == said(read(tmp_path, table("t", declared)))


def said(inputs: Inputs) -> tuple[object, ...]:
    return inputs.tables["t"].frame.schema, rows(inputs), faults(inputs)
