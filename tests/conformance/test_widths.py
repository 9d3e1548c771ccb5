"""The edge of 64 bit, what lies one beyond, limits of group sizes, and what 128 bit cannot hold."""

from __future__ import annotations

import pytest

from eremun.diagnostics.diagnostic import Refused
from eremun.plan.widths import choose_widths, limits
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, refused, rule

MOST = 2**63 - 1  # 9_223_372_036_854_775_807


def inputs(high: int, decimals: int = 0, declared: bool = True) -> str:
    """`n` of car and visit up to `high`."""
    columns = f"n: {{type: number, decimals: {decimals}" + (f", range: 0..{high}}}" if declared else "}")
    return base.INPUTS.replace("n: {type: number, range: 0..1_000}", columns)


def is_wide(park: Park, formula: str, high: int, **rest: object) -> bool:
    found = park.world(rule("number", formula), inputs=inputs(high), **rest)  # type: ignore[arg-type]
    return ("car", "x") in found.widths().wide


def test_exactly_at_the_edge(park: Park) -> None:
    """n up to 922,337,203,685,477,580 by 10, and 7: 2^63 - 1."""
    high = 922_337_203_685_477_580
    assert not is_wide(park, "n * 9 + n + 7", high, car=f"A n={high}")
    park.of("number", "n * 9 + n + 7", F(MOST), inputs=inputs(high), car=f"A n={high}")


def test_one_beyond_the_edge(park: Park) -> None:
    high = 922_337_203_685_477_580
    assert is_wide(park, "n * 9 + n + 8", high, car=f"A n={high}")
    park.of("number", "n * 9 + n + 8", F(2**63), inputs=inputs(high), car=f"A n={high}")


def test_one_beyond_the_edge_on_the_way(park: Park) -> None:
    """(n x 10 + 8) / 8 fits, but not on the way: 2^63 / 8 = 2^60."""
    high = 922_337_203_685_477_580
    park.of("number", "(n * 9 + n + 8) / k", F(2**60), round="down to 1", inputs=inputs(high), car=f"A n={high} k=8")


def test_the_edge_below(park: Park) -> None:
    """-(2^63 - 1) and -2^63 and -(2^63 + 1)."""
    high = 922_337_203_685_477_580
    for last, value in ((7, MOST), (8, 2**63), (9, 2**63 + 1)):
        park.of("number", f"-(n * 9) - n - {last}", F(-value), inputs=inputs(high), car=f"A n={high}")


def test_a_wide_value_is_read_on(park: Park) -> None:
    """10^18 - 1 squared, compared, summed, halved, and back into 64 bit."""
    high = 10**18 - 1
    more = """
rules:
  car:
    square:
      unit: number
      formula: n * n
    small:
      unit: number
      formula: square / max(n, 1)
      round: down to 1
    is_large:
      formula: square > 9_223_372_036_854_775_807 * 2
  lot:
    total:
      unit: number
      formula: sum(car.square)
    high:
      unit: number
      formula: max(car.square) default 0
    count_large:
      unit: number
      formula: count(car where is_large)
"""
    expected = {
        "car.square": {"A": F(high**2), "B": F(9)}, "car.small": {"A": F(high), "B": F(3)},
        "car.is_large": {"A": True, "B": False}, "lot.total": F(high**2 + 9), "lot.high": F(high**2),
        "lot.count_large": F(1),
    }  # fmt: skip
    park(more, expected, inputs=inputs(high), car=f"A n={high}; B n=3")


def visits(count: int, n: int) -> str:
    return "; ".join(f"{i} A n={n}" for i in range(count))


def test_three_rows_fit_and_four_widen(park: Park) -> None:
    factor = rule("number", "n * 2 + n", grain="visit", name="y")
    more = factor + "  car:\n    x:\n      unit: number\n      formula: sum(visit.y)\n"
    one = 10**18 - 1
    for rows, wide in ((3, False), (4, True)):
        found = park.world(more, inputs=inputs(one), visit=visits(rows, one))
        assert (("car", "x") in found.widths().stored) is wide
        park(more, {"car.x": F(rows * one * 3)}, inputs=inputs(one), visit=visits(rows, one))


def test_the_limit_that_the_plan_tells(park: Park) -> None:
    """3 x (10^18 - 1) a visit: three fit 2^63 - 1."""
    more = (
        rule("number", "n * 2 + n", grain="visit", name="y")
        + "  car:\n    x:\n      unit: number\n      formula: sum(visit.y)\n"
    )
    found = park.world(more, inputs=inputs(10**18 - 1), visit=visits(1, 1))
    assert limits(found.plan)["car", "visit"][0] == 3
    wide = limits(found.plan)["car", "visit"][1]
    assert wide is not None
    assert wide * 3 * (10**18 - 1) <= 2**127 - 1 < (wide + 1) * 3 * (10**18 - 1)


def test_a_table_too_high_for_128_bit_is_refused(park: Park) -> None:
    """(10^18)^2 x 100 = 10^38 fits 2^127 = 1.7 x 10^38; a hundred and seventy-one rows of 10^36 do not."""
    more = (
        rule("number", "n * n", grain="visit", name="y")
        + "  car:\n    x:\n      unit: number\n      formula: sum(visit.y)\n"
    )
    found = park.world(more, inputs=inputs(10**18 - 1), visit=visits(1, 1))
    most = (2**127 - 1) // (10**18 - 1) ** 2
    measured = {"visit": most}
    assert choose_widths(found.plan, measured).stored >= {("car", "x")}
    with pytest.raises(Refused) as error:
        choose_widths(found.plan, {"visit": most + 1})
    assert [d.code for d in error.value.diagnostics] == ["E605"]
    assert choose_widths(found.plan, {"visit": most + 1}, lambda _step: 3).stored >= {("car", "x")}


def test_a_group_that_is_measured_spares_the_wide_plan(park: Park) -> None:
    """Eight visits, but no more than two of one car."""
    more = (
        rule("number", "n * 2 + n", grain="visit", name="y")
        + "  car:\n    x:\n      unit: number\n      formula: sum(visit.y)\n"
    )
    one = 10**18 - 1
    rows = "; ".join(f"{i} {'ABCD'[i % 4]} n={one}" for i in range(8))
    found = park.world(more, inputs=inputs(one), car="A; B; C; D", visit=rows)
    assert not found.widths().wide
    park(more, {"car.x": dict.fromkeys("ABCD", F(6 * one))}, inputs=inputs(one), car="A; B; C; D", visit=rows)


def test_the_largest_cell_of_a_column_without_range(park: Park) -> None:
    """18 digits; the sum of two is exact."""
    one = 10**18 - 1
    cells = inputs(0, declared=False)
    park.of("number", "n + n", F(2 * one), inputs=cells, car=f"A n={one}")


def test_the_largest_cell_with_decimals(park: Park) -> None:
    """922,337,203,685,475.9999 is stored as 9.22 x 10^18, next to 2^63; twice it is exact."""
    cells = inputs(0, 4, declared=False)
    park.of("number", "n + n", F("1844674407370951.9998"), inputs=cells, car="A n=922337203685475.9999")


def test_a_range_that_is_no_whole_step(park: Park) -> None:
    """0.5 to 3.5 of whole numbers: 1, 2 and 3 stand, 0 and 4 do not."""
    cells = base.INPUTS.replace("n: {type: number, range: 0..1_000}", "n: {type: number, range: 0.5..3.5}")
    park.of("number", "n * 1", {"B": F(1), "C": F(3)}, inputs=cells, car="A n=0; B n=1; C n=3; D n=4")


def test_rounding_at_the_edge(park: Park) -> None:
    """Half of 2^63 - 1 is 2^62 - 0.5: away from zero 2^62."""
    high = 922_337_203_685_477_580
    expected = {
        "half_up": 2**62,
        "half_even": 2**62,
        "down": 2**62 - 1,
        "up": 2**62,
        "floor": 2**62 - 1,
        "ceiling": 2**62,
    }
    for mode, value in expected.items():
        park.of(
            "number", "(n * 9 + n + 7) / k", F(value), round=f"{mode} to 1", inputs=inputs(high), car=f"A n={high} k=2"
        )
        turned = {"down": -value, "floor": -(2**62), "ceiling": -(2**62) + 1}.get(mode, -value)
        park.of(
            "number",
            "-((n * 9 + n + 7) / k)",
            F(turned),
            round=f"{mode} to 1",
            inputs=inputs(high),
            car=f"A n={high} k=2",
        )


def test_comparing_fractions_beyond_64_bit(park: Park) -> None:
    """n / k < m / 7 multiplies crosswise."""
    high = 10**18 - 1
    park.of(
        "", "n / k > (n - 1) / k and n / k < (n + 1) / (k + 1 - 1)", True, inputs=inputs(high), car=f"A n={high} k=999"
    )


def test_a_wide_value_in_cells_and_steps(park: Park) -> None:
    """An argument of a table beyond 64 bit."""
    more = """
tables:
  band:
    in: {n: number}
    out: number
    from: {0: 1, 10_000_000_000_000_000_000: 2, 999_999_999_999_999_998_000_000_000_000_000_001: 3}
"""
    high = 10**18 - 1
    rows = f"A n=3; B n={4 * 10**9}; C n={high}"
    park.of("number", "band[n * n]", {"A": F(1), "B": F(2), "C": F(3)}, more=more, inputs=inputs(high), car=rows)


def test_counts_and_truths_of_wide_values(park: Park) -> None:
    refused(park, "E330", rule("number", "n / k"))
    high = 10**18 - 1
    more = "    y:\n      unit: number\n      formula: if n * n * 10 > n * n then 1 else 0\n"
    park("rules:\n  car:\n" + more, {"car.y": {"A": F(1), "B": F(0)}}, inputs=inputs(high), car=f"A n={high}; B n=0")
