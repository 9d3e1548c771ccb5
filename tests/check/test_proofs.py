"""Promises that are proven and promises that are not: each line of arithmetic a proof can take, and next to it one that
looks alike and is false. What is said proven is tried on the reference engine in `test_proofs_at_random`."""

from __future__ import annotations

from pathlib import Path

import pytest

from eremun import api
from eremun.check.proofs.promises import proven
from tests.conformance.harness import write_pack

RULES = """
parameters:
  rate: {value: 25%}
  turn:
    versions:
      - {effective_from: 2020-01-01, value: 1}
      - {effective_from: 2027-01-01, value: -1}
tables:
  weight:
    in: {kind: kind}
    out: {first: persen, second: persen}
    rows:
      - [small, 50%, 50%]
      - [large, 100%, 0%]
      - [bus, 30%, 70%]
  most:
    in: {kind: kind}
    out: number
    cells: {small: 5, large: 10, bus: 20}
rules:
  car:
    ratio:
      unit: persen
      formula: min(n / m, 100%)
      round: half_up to 0.01%
    weighted:
      unit: persen
      formula: weight[kind].first * ratio + weight[kind].second * min(share, 100%)
      round: half_up to 0.01%
    cut:
      unit: rupiah
      formula: money * weighted
      round: half_up to 1 rupiah
    left:
      unit: rupiah
      formula: money - cut
    fee:
      unit: rupiah
      formula: left * rate
      round: half_even to 1 rupiah
    waived:
      unit: rupiah
      formula: if flag then left - fee else 0 rupiah
      exceptions:
        bus:
          when: kind = bus
          formula: left
    stamped:
      unit: number
      formula: count(stamp)
    stamped_high:
      unit: number
      formula: count(stamp where mark > 5)
    marks:
      unit: number
      formula: sum(stamp.mark)
    marks_high:
      unit: number
      formula: sum(stamp.mark where mark > 5)
    part:
      unit: persen
      formula: stamped_high / stamped
      round: floor to 0.01%
    paid:
      unit: rupiah
      formula: money * (stamped - stamped_high) / stamped
      round: down to 1 rupiah
    paid_up:
      unit: rupiah
      formula: money * (stamped - stamped_high) / stamped
      round: up to 1_000 rupiah
    difference:
      unit: number
      formula: n - m
    kept:
      unit: number
      formula: if n >= m then n - m else 0
    shared:
      unit: number
      formula: if n - m > 0 then n / (n - m) else 1
      round: up to 1
    is_large:
      formula: kind in [large, bus]
    paid_in_full:
      unit: rupiah
      formula: max(left, 0 rupiah)
    capped:
      unit: rupiah
      formula: min(money + left, 500_000_000 rupiah)
    capped_money:
      unit: rupiah
      formula: min(money, 500_000_000 rupiah)
    turned:
      unit: number
      formula: n / turn
    in_thousands:
      unit: rupiah
      formula: money
      round: up to 1_000 rupiah
    beyond:
      unit: rupiah
      formula: capped - capped_money
    of_beyond:
      unit: rupiah
      formula: beyond * rate
      round: half_up to 1 rupiah
    usual_mark:
      unit: number
      formula: average(stamp.mark) default 0
      round: half_up to 0.01
    beside:
      unit: rupiah
      formula: min(money, sort.dearest)
  sort:
    dearest:
      unit: rupiah
      formula: max(car.money) default 0 rupiah
"""
TRUE = (
    "n >= 0 and n <= 1_000",
    "n + m <= 2_000",
    "n * m <= 1_000_000",
    "n - m <= n",
    "ratio between 0% and 100%",
    "weighted <= 100%",
    "cut between 0 rupiah and money",
    "left >= 0 rupiah",
    "fee <= left",
    "left - fee >= 0 rupiah",
    "waived between 0 rupiah and money",
    "stamped_high <= stamped",
    "marks_high <= marks",
    "marks <= 279",
    "part between 0% and 100%",
    "paid between 0 rupiah and money",
    "kept >= 0",
    "kept <= n",
    "shared >= 1",
    "n <= max(n, m) and n >= min(n, m)",
    "n > m or m >= n",
    "not (n > m and m > n)",
    "n != m or difference = 0",
    "is_large or kind = small",
    "if is_large then kind != small else kind = small",
    "most[kind] between 5 and 20",
    "is_large or most[kind] <= 5 or kind in [large, bus]",
    "n < m or n + 1 > m",
    "year(since) >= 1",
    "paid_in_full = left",
    "paid_in_full <= money",
    "beyond >= 0 rupiah",
    "beyond <= left",
    "beyond <= paid_in_full",
    "left - of_beyond >= 0 rupiah",
    "paid_in_full - fee - of_beyond >= 0 rupiah",
    "usual_mark between 0 and 9",
    "sort.dearest between 0 rupiah and 1_000_000_000 rupiah",
    "beside <= sort.dearest and beside <= money",
)
FALSE = (
    "n >= 1",
    "n + m <= 1_999",
    "n * m <= 999_999",
    "n - m < n",
    "ratio < 100%",
    "weighted < 100%",
    "cut < money",
    "left > 0 rupiah",
    "fee < left or left = 0 rupiah",
    "waived >= 1 rupiah",
    "waived >= left - fee",
    "stamped <= stamped_high",
    "marks <= marks_high",
    "marks <= 278",
    "part < 100%",
    "paid_up <= money",
    "difference >= 0",
    "kept <= m",
    "shared >= 2",
    "n <= min(n, m)",
    "n > m or m > n",
    "n != m or difference = 1",
    "is_large or kind = bus",
    "if is_large then kind != large else kind = small",
    "most[kind] between 6 and 20",
    "most[kind] <= 19",
    "n < m or n > m",
    "paid_in_full > 0 rupiah",
    "paid_in_full < money",
    "beyond > 0 rupiah",
    "beyond < left or left = 0 rupiah",
    "max(difference, 0) = difference",
    "min(difference, 0) = 0",
    "capped <= money",
    "turned >= 0",
    "n / turn >= 0",
    "in_thousands <= money",
    "usual_mark <= 8",
    "sort.dearest > 0 rupiah",
    "sort.dearest <= money",
)


def is_proven(formula: str, folder: Path) -> bool:
    more = f"{RULES}ensure:\n  car:\n    promise:\n      formula: |\n        {formula}\n"
    return proven(api.load(write_pack(folder / "pack", more)).checked) == {0}


@pytest.mark.parametrize("formula", TRUE)
def test_proven(formula: str, tmp_path: Path) -> None:
    assert is_proven(formula, tmp_path)


@pytest.mark.parametrize("formula", FALSE)
def test_never_proven(formula: str, tmp_path: Path) -> None:
    assert not is_proven(formula, tmp_path)


LINKED = """
groups:
  stamp_day: {label: Days and cars, of: stamp, by: [plate, day]}
rules:
  period:
    cars:
      unit: number
      formula: count(car)
    large_cars:
      unit: number
      formula: count(car where kind = large)
    permits:
      unit: number
      formula: count(permit)
    large_permits:
      unit: number
      formula: count(permit where car.kind = large)
    stamps:
      unit: number
      formula: count(stamp)
    stamp_days:
      unit: number
      formula: count(stamp_day)
    stays:
      unit: number
      formula: count(stay)
    all_visits:
      unit: number
      formula: count(visit)
"""


def linked(formula: str, folder: Path) -> bool:
    more = f"{LINKED}ensure:\n  period:\n    promise:\n      formula: {formula}\n"
    return proven(api.load(write_pack(folder / "pack", more)).checked) == {0}


@pytest.mark.parametrize(
    "formula",
    [
        "permits <= cars",
        "large_permits <= large_cars",
        "large_permits <= cars",
        "large_permits <= permits",
        "stamps <= stamp_days",
    ],
)
def test_rows_that_lead_to_different_rows_are_at_most_as_many(formula: str, tmp_path: Path) -> None:
    """A permit is keyed by its car, and a stamp by what it is grouped by."""
    assert linked(formula, tmp_path)


@pytest.mark.parametrize(
    "formula",
    [
        "stamps <= cars",
        "all_visits <= cars",
        "cars <= permits",
        "permits <= large_cars",
        "permits <= large_permits",
        "all_visits <= stays",
    ],
)
def test_rows_that_lead_to_one_row_may_be_more(formula: str, tmp_path: Path) -> None:
    """A car is stamped once a day, may be visited twice, and need have no permit."""
    assert not linked(formula, tmp_path)
