"""Columns that files have from some day on: an earlier month is read without them and takes the value before."""

from __future__ import annotations

import pytest

from eremun.diagnostics.diagnostic import Refused
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, pct, refused

NEW = "      bonus: {type: rupiah, range: 0..1_000, effective_from: 2026-05-01, before: 7}\n"
SHARE = "      cut: {type: persen, decimals: 1, range: 0%..50%, effective_from: 2026-05-01, before: 2.5%}\n"
WORD = "      fuel: {type: kind, effective_from: 2026-05-01, before: bus}\n"
FLAG = "      taxed: {type: boolean, effective_from: 2026-05-01, before: ya}\n"
INPUTS = base.INPUTS.replace("      n: {type: number, range: 0..1_000}\n      m:", NEW + SHARE + WORD + FLAG
                             + "      n: {type: number, range: 0..1_000}\n      m:", 1)  # fmt: skip
MORE = """
rules:
  car:
    x:
      unit: rupiah
      formula: bonus + 1 rupiah
    y:
      unit: persen
      formula: cut
    z:
      unit: kind
      formula: fuel
    w:
      formula: taxed
"""
OLD = {"car.x": F(8), "car.y": pct("2.5"), "car.z": "bus", "car.w": True}


def cells(**more: str) -> dict[str, dict[str, str]]:
    return {**base.CELLS, "car": {**base.CELLS["car"], **more}}


def test_an_earlier_month_is_read_without_them(park: Park) -> None:
    park(MORE, OLD, inputs=INPUTS, period="2026-04")


def test_a_later_month_has_them(park: Park) -> None:
    found = cells(bonus="100", cut="10", fuel="small", taxed="tidak")
    expected = {"car.x": F(101), "car.y": pct("10"), "car.z": "small", "car.w": False}
    park(MORE, expected, inputs=INPUTS, cells=found, period="2026-05")


def test_an_earlier_month_does_not_look_at_such_a_column(park: Park) -> None:
    found = cells(bonus="not a number", cut="", fuel="", taxed="")
    park(MORE, OLD, inputs=INPUTS, cells=found, period="2026-04")


def test_a_later_month_without_them_is_refused(park: Park) -> None:
    with pytest.raises(Refused) as caught:
        park.world(MORE, inputs=INPUTS, period="2026-05")
    assert {d.code for d in caught.value.diagnostics} == {"E704"}


# Columns that end: what a month has until the day, a later month takes from `after`.
ENDED = INPUTS.replace("effective_from: 2026-05-01, before", "effective_to: 2026-04-30, after")


def test_the_last_month_has_a_column_that_ends(park: Park) -> None:
    found = cells(bonus="100", cut="10", fuel="small", taxed="tidak")
    expected = {"car.x": F(101), "car.y": pct("10"), "car.z": "small", "car.w": False}
    park(MORE, expected, inputs=ENDED, cells=found, period="2026-04")


def test_a_month_after_the_end_is_read_without_them(park: Park) -> None:
    park(MORE, OLD, inputs=ENDED, period="2026-05")


def test_a_month_after_the_end_does_not_look_at_such_a_column(park: Park) -> None:
    park(MORE, OLD, inputs=ENDED, cells=cells(bonus="x", cut="", fuel="", taxed=""), period="2026-05")


def test_a_month_before_the_end_without_them_is_refused(park: Park) -> None:
    with pytest.raises(Refused) as caught:
        park.world(MORE, inputs=ENDED, period="2026-04")
    assert {d.code for d in caught.value.diagnostics} == {"E704"}


@pytest.mark.parametrize(("day", "read"), [("2026-05-01", True), ("2026-05-31", True), ("2026-04-30", False)])
def test_the_first_day_of_the_month_decides(park: Park, day: str, read: bool) -> None:
    """A column that ends within a month is in the files of that month."""
    ended = ENDED.replace("2026-04-30", day)
    expected = {"car.x": F(101)} if read else {"car.x": F(8)}
    park(
        MORE, expected, inputs=ended, cells=cells(bonus="100", cut="10", fuel="small", taxed="tidak"), period="2026-05"
    )


BOTH = INPUTS.replace(
    "bonus: {type: rupiah, range: 0..1_000, effective_from: 2026-05-01, before: 7}",
    "bonus: {type: rupiah, range: 0..1_000, optional: true, effective_from: 2026-03-01, before: 7, "
    "effective_to: 2026-04-30, after: 9}",
).replace("formula: bonus +", "formula: (bonus default 0 rupiah) +")  # fmt: skip


@pytest.mark.parametrize(("period", "expected"), [("2026-02", 8), ("2026-03", 101), ("2026-04", 101), ("2026-05", 10)])
def test_a_column_that_begins_and_ends(park: Park, period: str, expected: int) -> None:
    """Before it 7, after it 9, and in between what the cell says; an optional one is there in all months."""
    more = MORE.replace("formula: bonus +", "formula: (bonus default 0 rupiah) +")
    found = cells(bonus="100", cut="10", fuel="small", taxed="tidak")
    park(more, {"car.x": F(expected)}, inputs=BOTH, cells=found, period=period)


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("effective_to: 2026-04-30", "E202"), ("after: 7", "E202"), ("effective_to: 2026-04-30, after: 1_001", "E234"),
        ("effective_from: 2026-05-01, before: 7, effective_to: 2026-04-30, after: 7", "E217"),
        ("effective_to: 30-04-2026, after: 7", "E205"),
    ],
)  # fmt: skip
def test_an_end_that_makes_no_sense(park: Park, keys: str, code: str) -> None:
    wrong = INPUTS.replace("range: 0..1_000, effective_from: 2026-05-01, before: 7}", f"range: 0..1_000, {keys}}}")
    assert wrong != INPUTS
    refused(park, code, MORE, inputs=wrong)
