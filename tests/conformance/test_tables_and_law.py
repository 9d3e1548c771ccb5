"""Tables of one form each, and the law in force on a day: of the row, or the first of the period."""

from __future__ import annotations

import pytest

from tests.conformance.harness import F, Park, fault, pct, refused, rule

TABLES = """
tables:
  weight:
    in: {kind: kind}
    out: poin/menit
    cells: {small: 1.00, large: 1.10, bus: 1.25}
  late:
    in: {time: menit}
    out: persen
    from: {0: 0%, 1: 0.5%, 31: 1%, 61: 2%}
  part:
    in: {kind: kind}
    out: {one: persen, two: number}
    rows:
      - [bus, 0%, 7]
      - [[small, large], 60%, 2]
  fare:
    in: {kind: kind, n: number}
    out: rupiah
    rows:
      - [small, <= 10, 100]
      - [small, "> 10", 200]
      - [large, 0..5, 300]
      - [large, "> 5", 400]
      - [bus, "-", 500]
  sign:
    in: {n: number}
    out: kind
    rows:
      - ["< 10", small]
      - ["10", large]
      - ["> 10", bus]
"""


def test_cells_of_an_enum(park: Park) -> None:
    """1.25 poin a minute x 4 minutes = 5 poin."""
    expected = {"A": F(4), "B": F("4.4"), "C": F(5)}
    park.of("poin", "weight[kind] * 4 menit", expected, more=TABLES, car="A; B kind=large; C kind=bus")


def test_thresholds_begin_at_themselves(park: Park) -> None:
    values = {0: "0", 1: "0.5", 30: "0.5", 31: "1", 60: "1", 61: "2", 1000: "2"}
    rows = "; ".join(f"c{n} n={n}" for n in values)
    park.of("persen", "late[n * 1 menit]", {f"c{n}": pct(p) for n, p in values.items()}, more=TABLES, car=rows)


def test_several_outputs(park: Park) -> None:
    more = TABLES + rule("number", "part[kind].two") + "    y:\n      unit: persen\n      formula: part[kind].one\n"
    expected = {"car.x": {"A": F(2), "B": F(7)}, "car.y": {"A": pct("60"), "B": F(0)}}
    park(more, expected, car="A kind=large; B kind=bus")


@pytest.mark.parametrize(
    ("kind", "n", "fare"),
    [("small", 0, 100), ("small", 10, 100), ("small", 11, 200), ("large", 0, 300), ("large", 5, 300), ("large", 6, 400),
     ("bus", 0, 500), ("bus", 1000, 500)],
)  # fmt: skip
def test_conditions_of_two_keys(park: Park, kind: str, n: int, fare: int) -> None:
    park.of("rupiah", "fare[kind, n]", F(fare), more=TABLES, car=f"A kind={kind} n={n}")


def test_a_table_of_words(park: Park) -> None:
    rows = "A n=9; B n=10; C n=11"
    park.of("kind", "sign[n]", {"A": "small", "B": "large", "C": "bus"}, more=TABLES, car=rows)
    park.of("poin/menit", "weight[sign[n]]", {"A": F(1), "B": F("1.1"), "C": F("1.25")}, more=TABLES, car=rows)


def test_a_fault_of_an_argument(park: Park) -> None:
    park.of("rupiah", "fare[kind, opt]", {"A": F(100), "B": fault("opt")}, more=TABLES, car="A opt=3; B")


def test_a_table_in_an_untaken_branch(park: Park) -> None:
    """Above 1,000 the table holds nothing, and nobody asks it there."""
    more = """
tables:
  small_only:
    in: {n: number}
    out: number
    rows:
      - [0..10, 5]
"""
    formula = "if n <= 10 then small_only[n] else 0"
    park.of("number", formula, {"A": F(5), "B": F(0)}, more=more, car="A n=10; B n=11")
    refused(park, "E503", rule("number", "small_only[n]") + more)


def test_a_fraction_that_varies_falls_between_the_rows(park: Park) -> None:
    """Whole numbers all have a row, but 3 / 2 has none: refused."""
    more = """
tables:
  whole:
    in: {n: number}
    out: number
    rows:
      - [0..1, 5]
      - [2..1_000, 6]
"""
    park.of("number", "whole[n]", {"A": F(5), "B": F(6)}, more=more, car="A n=1; B n=2")
    refused(park, "E503", rule("number", "whole[n / k]") + more)


def test_a_fraction_finds_its_row(park: Park) -> None:
    """9.99 < 10 -> 100; 21 / 2 > 10 -> 200; 20 / 2 = 10 -> 100."""
    expected = {"A": F(100), "B": F(200), "C": F(100)}
    rows = "A n=999 k=100; B n=21 k=2; C n=20 k=2"
    park.of("rupiah", "fare[kind, n / k]", expected, more=TABLES, car=rows)


# Law

LAW = """
parameters:
  rate:
    versions:
      - effective_from: 2020-01-01
        value: 1 poin/menit
      - effective_from: 2026-05-10
        value: 2.5 poin/menit
      - effective_from: 2026-05-12
        effective_to: 2026-05-13
        value: 9 poin/menit
      - effective_from: 2026-05-20
        effective_to: 2026-05-20
        value: 11 poin/menit
tables:
  weight:
    in: {kind: kind}
    out: number
    versions:
      - effective_from: 2020-01-01
        cells: {small: 1, large: 2, bus: 3}
      - effective_from: 2026-05-10
        cells: {small: 0.5, large: 2, bus: 4}
"""
VISITS = (
    "1 A day=2026-05-09; 2 A day=2026-05-10; 3 A day=2026-05-11; 4 A day=2026-05-12; 5 A day=2026-05-13; 6 A day=2026-05-14;"
    "7 A day=2026-05-20; 8 A day=2026-05-21"
)


def test_the_rows_own_day_selects(park: Park) -> None:
    rates = dict(zip("12345678", map(F, ("1", "2.5", "2.5", "9", "9", "2.5", "11", "2.5")), strict=True))
    park.of("poin/menit", "rate", rates, grain="visit", more=LAW, visit=VISITS)


def test_the_day_of_a_group_selects(park: Park) -> None:
    expected = {"A 2026-05-09": F(1), "A 2026-05-12": F(9)}
    park.of(
        "poin/menit",
        "rate",
        expected,
        grain="stay",
        more=LAW,
        visit="1 A day=2026-05-09; 2 A day=2026-05-12; 3 A day=2026-05-12",
    )


def test_without_a_day_the_first_of_the_period_selects(park: Park) -> None:
    park.of("poin/menit", "rate", F(1), more=LAW)
    park.of("poin/menit", "rate", F("2.5"), more=LAW, period="2026-06")
    park.of("poin/menit", "rate", F("2.5"), grain="period", more=LAW, period="2026-06")


def test_a_sum_reads_each_row_by_its_own_law(park: Park) -> None:
    """1 x 1 + 2.5 x 0.5 = 2.25 of the ninth and the tenth."""
    more = (
        LAW
        + """
rules:
  visit:
    points:
      unit: poin
      formula: spent * rate * weight[kind]
  car:
    x:
      unit: poin
      formula: sum(visit.points)
"""
    )
    park(more, {"car.x": F("2.25")}, visit="1 A day=2026-05-09 spent=1; 2 A day=2026-05-10 spent=1")


def test_a_table_by_the_rows_day(park: Park) -> None:
    expected = {"1": F(1), "2": F(1, 2), "3": F(4), "4": F(3)}
    visits = "1 A day=2026-05-09; 2 A day=2026-05-10; 3 A day=2026-05-11 kind=bus; 4 A day=2026-05-01 kind=bus"
    park.of("number", "weight[kind]", expected, grain="visit", more=LAW, visit=visits)


def test_dividing_by_a_parameter_that_changes_in_the_month(park: Park) -> None:
    """7 / 2 until the ninth, 7 / 4 from the tenth: exact, without a rounding."""
    more = """
parameters:
  parts:
    versions:
      - effective_from: 2020-01-01
        value: 2
      - effective_from: 2026-05-10
        value: 4
rules:
  visit:
    once:
      unit: number
      formula: n / parts
    twice:
      unit: number
      formula: n / (parts * 2 + 4)
    rounded:
      unit: number
      formula: n / parts
      round: down to 1
"""
    expected = {
        "visit.once": {"1": F(7, 2), "2": F(7, 4)}, "visit.twice": {"1": F(7, 8), "2": F(7, 12)},
        "visit.rounded": {"1": F(3), "2": F(1)},
    }  # fmt: skip
    park(more, expected, visit="1 A day=2026-05-09 n=7; 2 A day=2026-05-10 n=7")


def test_dividing_by_a_negative_parameter_that_changes(park: Park) -> None:
    more = """
parameters:
  parts:
    versions:
      - effective_from: 2020-01-01
        value: -2
      - effective_from: 2026-05-10
        value: -4
"""
    expected = {"1": F(-4), "2": F(-2)}
    visits = "1 A day=2026-05-09 n=7; 2 A day=2026-05-10 n=7"
    park.of("number", "n / parts", expected, grain="visit", round="floor to 1", more=more, visit=visits)


def test_no_law_in_force_is_refused(park: Park) -> None:
    late = """
parameters:
  rate:
    versions:
      - effective_from: 2026-05-02
        value: 3
"""
    refused(park, "E602", rule("number", "rate") + late, pays="x")
    park.of("number", "rate", F(3), more=late, period="2026-06")


def test_after_a_temporary_law_without_another_there_is_no_value(park: Park) -> None:
    short = """
parameters:
  rate:
    versions:
      - effective_from: 2020-01-01
        effective_to: 2026-05-20
        value: 3
"""
    park.of("number", "rate", F(3), more=short)
    expected = {"1": F(3), "2": fault("tidak_berlaku")}
    park.of("number", "rate", expected, grain="visit", more=short, visit="1 day=2026-05-20; 2 day=2026-05-21")


def test_a_month_before_the_pack_is_refused(park: Park) -> None:
    refused(park, "E604", rule("number", "n"), period="2019-12")
    park.of("number", "n", F(0), period="2020-01")
