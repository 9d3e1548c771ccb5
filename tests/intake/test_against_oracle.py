"""The sample month with cells spoilt at random: the same rejected cells as the second reading of the specification."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from eremun import api
from eremun.intake.reader import read_inputs
from tests.oracle import intake as oracle

SAMPLE = Path(__file__).parents[2] / "sample_data" / "2026-01"
JUNK = (
    "", " ", "x", "0", "1", "007", "-1", "2026-02-01", "2026-13-01", "2025-12-31", "ya", "hadir", "alpa", "ditolak", "5,5",
    "100.555", "3.25", "196501011990031002", "1.98E+17", '"a', "I/a", "XVII", "pppk", "\u00a0A\t", "999999999999999999", "a\x7f",
)  # fmt: skip


def spoil(folder: Path, seed: int) -> None:
    """Writes the month with some cells replaced by others of the file or by junk, and lines cut, lengthened, repeated."""
    chance = random.Random(seed)
    for source in SAMPLE.glob("*.csv"):
        heading, *lines = source.read_text("utf-8").splitlines()
        cells = [line.split(",") for line in lines]
        if source.stem != "kalender":
            for _ in range(max(2, len(cells) // 20)):
                row = chance.choice(cells)
                other = chance.choice(cells)
                place = chance.randrange(min(len(row), len(other)))
                row[place] = quoted(chance.choice([*JUNK, other[place], f" {other[place]}"]))
            cells += [list(chance.choice(cells)) for _ in range(2)]
            chance.choice(cells).append("lebih")
            chance.choice(cells).pop()
        (folder / source.name).write_text("\n".join([heading, *(",".join(row) for row in cells)]), "utf-8", newline="")


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if '"' in cell or "," in cell else cell


@pytest.mark.parametrize("seed", range(6))
def test_rejected_cells_and_standing_rows_agree(tmp_path: Path, seed: int) -> None:
    spoil(tmp_path, seed)
    inputs = read_inputs(api.load("kota-bandung").plan("2026-01").plan, tmp_path)
    expected = oracle.read_inputs(tmp_path, oracle.month_named("2026-01"))
    found = inputs.rejected.select("table", "row", "column", "value", "reason").rows()
    assert found == [(f.table, f.row, f.column, f.value, f.reason) for f in expected.faults]
    assert len(found) > 20
    for name, table in inputs.tables.items():
        assert table.frame.height == len(expected.standing[name])
        assert table.rejected == len(expected.rejected[name])


def test_the_month_itself() -> None:
    inputs = read_inputs(api.load("kota-bandung").plan("2026-01").plan, SAMPLE)
    expected = oracle.read_inputs(SAMPLE, oracle.month_named("2026-01"))
    standing = inputs.tables["aktivitas"].frame
    assert standing.height == len(expected.standing["aktivitas"])
    days = [(date.fromisoformat(row["tanggal"]) - date(1970, 1, 1)).days for row in expected.standing["aktivitas"]]
    assert standing["tanggal"].to_list() == days
