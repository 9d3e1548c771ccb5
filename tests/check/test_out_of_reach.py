"""Rows of decision tables that no formula can reach: told where ranges or conditions exclude them everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun import api
from tests.conformance.harness import write_pack

FROM = "from: {0: 1, 10: 2, 20: 3, 30: 4}"
ROWS = "rows: [[0..9, 1], [10..19, 2], [20..29, 3], [30..1000, 4]]"
FIRST = 'rows: [["< 10", 1], ["< 20", 2], ["-", 3]]'


def out_of_reach(folder: Path, formulas: list[str], form: str = FROM, hit: str = "") -> list[object]:
    """What the rows give that no formula of the car can reach; n is 0 to 1,000."""
    text = "tables:\n  band:\n    in: {n: number}\n    out: number\n" + (f"    hit: {hit}\n" if hit else "")
    text += f"    {form}\nrules:\n  car:\n"
    for place, formula in enumerate(formulas):
        text += f"    x{place}:\n      unit: number\n      formula: {formula}\n"
    checked = api.load(write_pack(folder / "pack", text)).checked
    return [int(row.cells[0]) for _, row in checked.out_of_reach]


@pytest.mark.parametrize(
    ("formulas", "found"),
    [
        (["band[n]"], []),
        (["band[min(n, 29)]"], [4]),
        (["band[min(n, 30)]"], []),
        (["band[max(n, 20)]"], [1, 2]),
        (["if n < 10 then band[n] else 0"], [2, 3, 4]),
        (["if n <= 10 then band[n] else 0"], [3, 4]),
        (["if n < 10 then band[n] else 0", "if n >= 30 then band[n] else 0"], [2, 3]),
        (["if n < 10 then band[n] else band[n]"], []),
        (["if n >= 30 then band[n] else 0", "band[n]"], []),
        (["band[n]", "if n >= 30 then band[n] else 0"], []),
        (["n"], []),  # a table that nobody reads is told as such
    ],
)
def test_what_some_formula_reaches_is_in_reach(formulas: list[str], found: list[object], tmp_path: Path) -> None:
    assert out_of_reach(tmp_path, formulas) == found
    assert out_of_reach(tmp_path / "rows", formulas, ROWS) == found


@pytest.mark.parametrize(("formula", "found"), [("band[n]", []), ("band[min(n, 19)]", [3]), ("band[max(n, 10)]", [1])])
def test_of_first_hits_the_first_row_that_holds_counts(formula: str, found: list[object], tmp_path: Path) -> None:
    assert out_of_reach(tmp_path, [formula], FIRST, "first") == found


@pytest.mark.parametrize("hit", ["collect sum", "collect count"])
def test_where_every_row_may_count_none_is_told(hit: str, tmp_path: Path) -> None:
    assert out_of_reach(tmp_path, ["band[min(n, 5)]"], ROWS, hit) == []


def test_of_a_progressive_sum_lower_rows_count_too(tmp_path: Path) -> None:
    form = "marginal: {0: 1, 10: 2, 20: 3}"
    assert out_of_reach(tmp_path, ["band[max(n, 15)]"], form) == []
