"""Cases found by reading: a fault beside an absence, numbers too large for a lookup, keys that are 0, hidden gaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun.api import load
from tests.conformance import base_pack as base
from tests.conformance.harness import MAY, F, Park, fault, refused, rule, write_pack, write_rows

DIVISORS = """
tables:
  tax:
    in: {money: rupiah}
    out: persen
    marginal: {-100: 100%}
"""


def test_a_fault_of_where_hides_that_no_row_is_left(park: Park) -> None:
    why = "pembagian_nol"
    more = rule("number", "min(visit.n where n / m > 1)")
    park(more, {"car.x": fault(why)}, pays="x", visit="1 n=1 m=0", blocked={"A": why})


def test_a_day_made_of_a_missing_cell_is_missing_for_that_reason_only(park: Park) -> None:
    more = rule("number", "year(date(digits(agent, 1, 8)))")
    park(more, {"car.x": {"A": fault("agent"), "B": F(1990)}}, pays="x", blocked={"A": "agent"},
         car="A; B agent=199001012015031001")  # fmt: skip


def test_a_threshold_beyond_64_bit(park: Park) -> None:
    for steps in ("0: 1", "0: 1, 10: 2, 20: 3, 30: 4, 40: 5, 50: 6, 60: 7, 70: 8"):
        more = f"""
        tables:
          fare:
            in: {{money: rupiah}}
            out: rupiah
            from: {{{steps}, 100_000_000_000_000_000_000: 9}}
        rules:
          car:
            x:
              unit: rupiah
              formula: fare[money]
        """
        park(more, {"car.x": F(1)}, car="A money=5")


def test_a_cell_beyond_64_bit(park: Park) -> None:
    more = """
    tables:
      fare:
        in: {n: number}
        out: rupiah
        rows:
          - ["< 100_000_000_000_000_000_000", 4]
          - ["100_000_000_000_000_000_000", 3]
          - ["> 100_000_000_000_000_000_000", 5]
    rules:
      car:
        x:
          unit: rupiah
          formula: fare[n]
    """
    park(more, {"car.x": F(4)}, car="A n=5")


def test_a_progressive_sum_of_nothing(park: Park) -> None:
    for bounds, worth in (("0: 5%, 1000: 15%, 5000: 25%", 0), ("0: 5%", 0), ("-100: 5%, 1000: 15%", 5)):
        more = f"""
        parameters:
          nothing:
            value: 0 rupiah
        tables:
          tax:
            in: {{money: rupiah}}
            out: persen
            marginal: {{{bounds}}}
        rules:
          car:
            x:
              unit: rupiah
              formula: tax[nothing]
        """
        park(more, {"car.x": F(worth)})  # 100 from -100 to 0, x 5 %


def test_a_progressive_sum_from_below_0_exceeds_its_argument(park: Park) -> None:
    divisor = "1_000_000_050 rupiah - tax[money]"  # money up to 1_000_000_000: down to -50
    more = DIVISORS + rule("number", f"1_000 rupiah / ({divisor})", "down to 1")
    refused(park, "E331", more)
    enough = divisor.replace("050 ", "150 ")  # at money 0: 1_000_000_150 - 100
    park(DIVISORS + rule("number", f"2_000_000_100 rupiah / ({enough})", "down to 1"), {"car.x": F(2)})


def test_a_gap_in_a_table_of_many_cells(park: Park) -> None:
    """Two keys of 220 numbers each, and no row for two other numbers."""
    rows = [f'      - ["{5 * i}", "-", {i}]' for i in range(220)] + [
        f'      - ["-", "{5 * i}", {i}]' for i in range(220)
    ]
    table = "tables:\n  big:\n    in: {n: number, m: number}\n    out: rupiah\n    hit: first\n    rows:\n"
    more = table + "\n".join(rows) + "\n" + rule("rupiah", "big[n, m]")
    refused(park, "E503", more)


def test_a_lookup_by_a_number_of_other_decimals(park: Park) -> None:
    """5 would not find 5.00: they are stored as 5 and 500."""
    other = base.INPUTS.replace("at: {type: number, ", "at: {type: number, decimals: 2, ")
    assert other != base.INPUTS
    refused(park, "E253", rule("number", "place.size default 7"), inputs=other, car="A opt=5", place="5 size=3")


def test_the_day_of_law_lies_in_the_month(park: Park) -> None:
    """On 5 June another rate may hold than on any day of May, for which the plan is made."""
    days = base.INPUTS.replace("day: {type: date, range: period}\n      spent", "day: {type: date}\n      spent")
    assert days != base.INPUTS
    refused(park, "E254", rule("number", "n", grain="visit"), inputs=days, visit="1 day=2026-06-05")


@pytest.mark.parametrize("engine", ["polars", "duckdb", "reference"])
def test_the_blocked_show_no_value_that_was_not_computed(tmp_path: Path, engine: str) -> None:
    """3 / 0 is nothing, not the 3 / 1 that stands in its place. And a payroll without rupiah has no totals."""
    pack = write_pack(tmp_path / "pack", rule("number", "n / m", "down to 1"), "x")
    outputs = pack / "outputs.yaml"
    listed = "sort: [plate, reason]\n    columns: [plate, "
    text = outputs.read_text(encoding="utf-8")
    assert listed in text
    outputs.write_text(text.replace(listed, listed + "x, "), encoding="utf-8")
    rows = write_rows(tmp_path / "rows", {"lot": "Z", "car": "A n=3 m=0; B n=3 m=1"})
    run = load(pack).plan(MAY).run(rows, engine)  # type: ignore[arg-type]
    files = {file.name: file.content.decode() for file in run.files}
    assert files["blocked.csv"] == "plate,x,reason\nA,,pembagian_nol\n"
    assert files["payroll.csv"] == "plate,x\nB,3.000000000\n"
    assert run.report.totals == {}
