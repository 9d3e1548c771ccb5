"""Versions of formulas and dated exceptions: a row takes the law of its own day, a month that of its first."""

from __future__ import annotations

import pytest

from tests.conformance.harness import F, Park, refused

VISITS = """
rules:
  visit:
    x:
      unit: rupiah
      versions:
        - effective_from: 2020-01-01
          formula: n * 10 rupiah / 3
          round: down to 1 rupiah
        - effective_from: 2026-05-16
          formula: n * 20 rupiah / 3
          round: up to 10 rupiah
"""


def test_a_formula_changes_in_the_middle_of_the_month(park: Park) -> None:
    """10 x 5 / 3 = 16.67 down to 16; 20 x 5 / 3 = 33.33 up to 40."""
    visits = "1 A 2026-05-15 n=5; 2 A 2026-05-16 n=5; 3 A 2026-05-31 n=5"
    park(VISITS, {"visit.x": {"1": F(16), "2": F(40), "3": F(40)}}, visit=visits)


MONTH = VISITS.replace("visit:", "car:")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026-04", F(16)),
        ("2026-05", F(16)),  # begun on 16 May: counts from June
        ("2026-06", F(40)),
    ],
)
def test_a_month_takes_the_formula_of_its_first_day(park: Park, period: str, expected: object) -> None:
    park(MONTH, {"car.x": expected}, car="A n=5", period=period)


@pytest.mark.parametrize(
    ("period", "expected"), [("2026-02", F(1)), ("2026-03", F(2)), ("2026-04", F(2)), ("2026-05", F(1))]
)
def test_temporary_law_ends_and_the_one_before_holds_again(park: Park, period: str, expected: object) -> None:
    more = """
rules:
  car:
    x:
      unit: number
      versions:
        - effective_from: 2020-01-01
          formula: 1
        - effective_from: 2026-03-01
          effective_to: 2026-04-30
          formula: 2
"""
    park(more, {"car.x": expected}, period=period)


def test_a_fault_of_a_version_not_in_force_costs_nothing(park: Park) -> None:
    more = """
rules:
  visit:
    x:
      unit: number
      versions:
        - effective_from: 2020-01-01
          formula: n
        - effective_from: 2026-05-16
          formula: 6 / m
          round: down to 1
  car:
    total:
      unit: number
      formula: sum(visit.x)
"""
    visits = "1 A 2026-05-15 n=5 m=0; 2 A 2026-05-16 n=5 m=2"
    park(more, {"visit.x": {"1": F(5), "2": F(3)}, "car.total": F(8)}, visit=visits)


@pytest.mark.parametrize(
    ("period", "expected"), [("2026-04", F(100)), ("2026-05", F(50)), ("2026-06", F(50)), ("2026-07", F(100))]
)
def test_an_exception_holds_from_a_day_to_a_day(park: Park, period: str, expected: object) -> None:
    more = """
rules:
  car:
    x:
      unit: rupiah
      formula: 100 rupiah
      exceptions:
        less:
          label: Less for a while
          effective_from: 2026-05-01
          effective_to: 2026-06-30
          when: flag
          formula: 50 rupiah
"""
    park(more, {"car.x": expected}, car="A flag=ya", period=period)


def test_exceptions_hold_over_every_version(park: Park) -> None:
    more = """
rules:
  visit:
    x:
      unit: number
      versions:
        - effective_from: 2020-01-01
          formula: n
        - effective_from: 2026-05-16
          formula: n * 2
      exceptions:
        large:
          label: Large cars
          when: kind = large
          formula: 7
"""
    visits = """1 A 2026-05-15 n=5 kind=small
2 A 2026-05-15 n=5 kind=large
3 A 2026-05-16 n=5 kind=small
4 A 2026-05-16 n=5 kind=large"""
    park(more, {"visit.x": {"1": F(5), "2": F(7), "3": F(10), "4": F(7)}}, visit=visits)


def test_no_rounding_stands_beside_versions(park: Park) -> None:
    """Each version says its own: 3 / 4 is 0.7 then; above the versions nobody would round, and 0.75 be paid."""
    more = """
rules:
  car:
    x:
      unit: number
      versions:
        - effective_from: 2020-01-01
          formula: n / 4
          round: down to 0.1
"""
    park(more, {"car.x": F(7, 10)}, car="A n=3")
    beside = more.replace("          round: down to 0.1\n", "").replace(
        "      versions", "      round: down to 0.1\n      versions"
    )
    refused(park, "E201", beside)
    refused(park, "E201", more.replace("      versions", "      formula: |\n        n\n      versions"))
