"""An average of rows: their sum over their number, exact until the rule rounds; missing where there is no row."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conformance.harness import F, Park, fault, pct, refused, rule

THREE = "1 n=1 spent=10; 2 n=2 spent=20; 3 n=2 spent=35"


@pytest.mark.parametrize(
    ("round", "expected"),
    [
        ("down to 1 menit", F(21)),
        ("up to 1 menit", F(22)),
        ("half_up to 0.01 menit", F(2167, 100)),
        ("down to 0.000001 menit", F(21_666_666, 1_000_000)),
    ],
)
def test_the_rule_rounds_once(park: Park, round: str, expected: Any) -> None:
    """65 / 3 = 21.6666…"""
    park.of("menit", "average(visit.spent) default 0 menit", expected, round=round, visit=THREE)


def test_to_the_last_digit_the_sum_over_the_number_of_rows(park: Park) -> None:
    """Of 0.03 % and 0.04 % it is 0.035 %, so 0.04 %; of two zeros and 0.01 % a third of that: zeros are rows too."""
    more = """
rules:
  visit:
    part:
      unit: persen
      formula: n * 0.01%
  car:
    x:
      unit: persen
      formula: average(visit.part) default 9%
      round: half_up to 0.01%
    y:
      unit: persen
      formula: if count(visit) = 0 then 9% else sum(visit.part) / count(visit)
      round: half_up to 0.01%
    same:
      formula: x = y
"""
    cars, visits = "A;B;C;D", "1 A n=3; 2 A n=4; 3 B n=0; 4 B n=0; 5 B n=1; 6 C n=5"
    expected: dict[str, Any] = {
        "car.x": {"A": pct("0.04"), "B": F(0), "C": pct("0.05"), "D": pct("9")},
        "car.y": {"A": pct("0.04"), "B": F(0), "C": pct("0.05"), "D": pct("9")},
        "car.same": dict.fromkeys("ABCD", True),
    }
    park(more, expected, car=cars, visit=visits)


def test_of_the_rows_that_where_chooses(park: Park) -> None:
    """(20 + 35) / 2 = 27.5; of no row at all what `default` says."""
    text = "average(visit.spent where n = {}) default -1 menit"
    park.of("menit", text.format(2), F(55, 2), round="half_up to 0.5 menit", visit=THREE)
    park.of("menit", text.format(3), F(-1), round="half_up to 0.5 menit", visit=THREE)
    park.of("menit", text.format(2), F(-1), round="half_up to 0.5 menit", visit="")


def test_of_no_rows_it_is_missing(park: Park) -> None:
    more = """
rules:
  car:
    there:
      formula: present(average(visit.spent))
    bare:
      unit: menit
      formula: average(visit.spent)
      round: down to 1 menit
    asked:
      unit: menit
      formula: if present(average(visit.spent)) then average(visit.spent) else 7 menit
      round: down to 1 menit
"""
    none = fault("tidak_ada_baris")
    expected: dict[str, Any] = {
        "car.there": {"A": True, "B": False},
        "car.bare": {"A": F(15), "B": none},
        "car.asked": {"A": F(15), "B": F(7)},
    }
    park(more, expected, blocked={"B": "tidak_ada_baris"}, pays="bare", car="A;B", visit="1 A spent=10; 2 A spent=20")


def test_faults_are_those_of_the_sum(park: Park) -> None:
    """`opt` is asked of every row, the permit only of those that count."""
    more = """
rules:
  visit:
    left:
      unit: menit
      formula: spent - permit.free
  car:
    x:
      unit: menit
      formula: average(visit.left where opt > 3) default 0 menit
      round: down to 1 menit
"""
    expected = {"car.x": {"A": F(5), "B": fault("opt"), "C": fault("permit"), "D": F(0)}}
    visits = """1 A opt=4 spent=8
2 A opt=5 spent=4
3 A opt=3 spent=999
4 B opt= spent=1
5 C opt=4 spent=1
6 D opt=3 spent=1"""
    park(more, expected, car="A;B;C;D", visit=visits, permit="A free=1; B free=1")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("(average(visit.spent) default 0 menit) > 21.66 menit", True),
        ("(average(visit.spent) default 0 menit) < 21.67 menit", True),
        ("3 * (average(visit.spent) default 0 menit) = 65 menit", True),
        ("(average(visit.spent) default 0 menit) = sum(visit.spent) / 3", True),
        ("(average(visit.n) default 0) in [5 / 3]", True),
    ],
)
def test_compared_exactly(park: Park, formula: str, expected: bool) -> None:
    """No third is ever stored: 3 * 65 / 3 is 65."""
    park.of("", formula, expected, visit=THREE)


def test_in_what_is_rounded_with_it(park: Park) -> None:
    """min(65 / 3, 5 / 3 minutes for each of n) = 1.66…; 65 / 3 over 5 / 3 = 13; half of 65 / 3 = 10.83…"""
    spent, n = "(average(visit.spent) default 0 menit)", "(average(visit.n) default 0)"
    park.of("menit", f"min({spent}, {n} * 1 menit)", F(166, 100), round="down to 0.01 menit", visit=THREE)
    park.of("number", f"if {n} > 0 then {spent} / 1 menit / {n} else 0", F(13), round="down to 1", visit=THREE)
    park.of("menit", f"{spent} / 2", F(1083, 100), round="down to 0.01 menit", visit=THREE)


def test_of_groups_pairs_of_relations_and_the_month(park: Park) -> None:
    """Days of A: 30 and 35, so 32.5; all visits: 10 + 20 + 35 + 90 = 155 / 4 = 38.75; of the permit 65 / 3."""
    more = """
rules:
  stay:
    minutes:
      unit: menit
      formula: sum(visit.spent)
  car:
    of_days:
      unit: menit
      formula: average(stay.minutes) default 0 menit
      round: half_up to 0.01 menit
  permit:
    of_visits:
      unit: menit
      formula: average(visit.spent via permit) default 0 menit
      round: half_up to 0.01 menit
  period:
    of_all:
      unit: menit
      formula: average(visit.spent) default 0 menit
      round: half_up to 0.01 menit
"""
    expected: dict[str, Any] = {
        "car.of_days": {"A": F(65, 2), "B": F(90)},
        "permit.of_visits": F(2167, 100),
        "period.of_all": F(3875, 100),
    }
    visits = "1 A spent=10; 2 A spent=20; 3 A 2026-05-05 spent=35; 4 B spent=90"
    park(more, expected, car="A;B", visit=visits, permit="A")


def test_it_lies_where_the_values_lie(park: Park) -> None:
    """`n` is 0 to 1000, and so is its average: the table has a row for each. (1 + 2 + 2) / 3 = 1.66…"""
    more = """
tables:
  half:
    in: {n: number}
    out: number
    hit: first
    rows:
      - [0..1.6, 1]
      - [0..1_000, 2]
"""
    park.of("number", "half[average(visit.n) default 0]", F(2), more=more, visit=THREE)


@pytest.mark.parametrize(
    ("code", "formula"),
    [
        ("E330", "average(visit.spent) default 0 menit"),
        ("E303", "average(visit.kind)"),
        ("E140", "average(visit)"),
        ("E140", "average(visit.spent + visit.spent)"),
        ("E140", "average(visit.spent, 1 menit)"),
        ("E308", "average(place.size)"),
        ("E317", "average(visit.n) default 0"),
    ],
)
def test_refused(park: Park, code: str, formula: str) -> None:
    refused(park, code, rule("menit", formula))


def test_a_day_has_no_average(park: Park) -> None:
    refused(park, "E303", rule("date", "average(visit.day)"))
