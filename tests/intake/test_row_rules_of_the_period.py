"""A condition on rows that names the period, in a file of every form, with typed cells and with text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from tests.conformance import base_pack as base
from tests.conformance.harness import world, write_pack, write_rows
from tests.conformance.test_inputs import requiring
from tests.intake.test_xlsx import save

DAYS = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1)]
HEADINGS = list(base.CELLS["car"])


def row(number: int, day: object) -> list[object]:
    cells: dict[str, object] = {**base.CELLS["car"], "plate": str(number), "since": day}
    return [cells[name] for name in HEADINGS]


def rows(as_text: bool = False) -> list[list[object]]:
    return [row(number, str(day) if as_text else day) for number, day in enumerate(DAYS, 1)]


def as_csv(folder: Path) -> None:
    lines = [",".join(map(str, line)) for line in (HEADINGS, *rows(as_text=True))]
    (folder / "car.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def as_parquet(folder: Path) -> None:
    pl.DataFrame(rows(), schema=HEADINGS, orient="row").write_parquet(folder / "car.parquet")


def as_typed_xlsx(folder: Path) -> None:
    save(folder / "car.xlsx", list(HEADINGS), *rows())


def as_text_in_xlsx(folder: Path) -> None:
    save(folder / "car.xlsx", list(HEADINGS), *rows(as_text=True))


@pytest.mark.parametrize("write", [as_csv, as_parquet, as_typed_xlsx, as_text_in_xlsx])
@pytest.mark.parametrize(("period", "fallen"), [("2026-05", [1, 4]), ("2026-04", [2, 3, 4]), ("2026-06", [1, 2, 3])])
def test_a_row_of_another_month_is_rejected(
    tmp_path: Path, write: Callable[[Path], None], period: str, fallen: list[int]
) -> None:
    more = "rules:\n  car:\n    x:\n      unit: number\n      formula: n\n"
    pack = write_pack(tmp_path / "pack", more, "x", requiring("since between period.start and period.end", "since"))
    folder = write_rows(tmp_path / "rows", {"lot": "Z", "car": "A"}, base.CELLS)
    (folder / "car.csv").unlink()
    write(folder)
    rejected = world(pack, folder, period).inputs.rejected
    assert rejected.select("row", "column", "reason").rows() == [(number, "since", "rule") for number in fallen]
