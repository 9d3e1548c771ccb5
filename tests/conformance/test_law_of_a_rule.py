"""A rule's own day of law: whose versions of parameters, tables, formulas and exceptions it reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from eremun.explain import explain, render
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, World, refused, rule

INPUTS = base.INPUTS.replace(
    "    date: day\n    columns:\n      id:",
    "    date: day\n    columns:\n      due: {type: date, range: period}\n      id:",
    1,
)
INPUTS = INPUTS.replace(
    "      id: {type: text}\n", "      id: {type: text}\n      late: {type: date, range: period, optional: true}\n", 1
)
CELLS = {**base.CELLS, "visit": {**base.CELLS["visit"], "due": "2026-05-20", "late": ""}}
RATE = """
parameters:
  rate:
    versions:
      - {effective_from: 2020-01-01, value: 2}
      - {effective_from: 2026-05-11, value: 3}
      - {effective_from: 2026-05-31, value: 4}
tables:
  levy:
    in: {kind: kind}
    out: number
    versions:
      - effective_from: 2020-01-01
        cells: {small: 10, large: 20, bus: 30}
      - effective_from: 2026-05-15
        cells: {small: 11, large: 21, bus: 31}
"""
VISITS = "1 A; 2 A day=2026-05-11 due=2026-05-14; 3 A day=2026-05-31 due=2026-05-01"


def law(park: Park, more: str, expect: Mapping[str, Any] | None = None, **rest: Any) -> World:
    given = {"inputs": INPUTS, "cells": CELLS, "visit": VISITS, **rest}
    return park(RATE + more, expect, **given)


@pytest.mark.parametrize(
    ("date", "first", "second", "third"),
    [("", 2, 3, 4), ("period.start", 2, 2, 2), ("period.end", 4, 4, 4), ("due", 3, 3, 2), ("day", 2, 3, 4)],
)
def test_the_day_selects_parameters(park: Park, date: str, first: int, second: int, third: int) -> None:
    """Days 4, 11 and 31 May; due on the 20th, the 14th and the 1st. From 11 May it is 3, on the 31st 4."""
    text = rule("number", "rate * 100", grain="visit") + (f"      date: {date}\n" if date else "")
    law(park, text, {"visit.x": {"1": F(first * 100), "2": F(second * 100), "3": F(third * 100)}})


@pytest.mark.parametrize(("date", "values"), [("", (10, 10, 11)), ("period.end", (11, 11, 11)), ("due", (11, 10, 10))])
def test_the_day_selects_tables(park: Park, date: str, values: tuple[int, ...]) -> None:
    text = rule("number", "levy[kind]", grain="visit") + (f"      date: {date}\n" if date else "")
    law(park, text, {"visit.x": {str(place + 1): F(value) for place, value in enumerate(values)}})


def test_the_day_selects_formulas_and_exceptions(park: Park) -> None:
    """Due on the 20th: the second formula, 3 x 1000 by the law of the 20th; on the 14th and 1st the first, of which the
    exception from the 10th takes the 14th."""
    more = """
rules:
  visit:
    x:
      unit: number
      date: due
      versions:
        - effective_from: 2020-01-01
          formula: rate
        - effective_from: 2026-05-15
          formula: rate * 1_000
    y:
      unit: number
      date: due
      formula: rate
      exceptions:
        tenth:
          when: kind = small
          formula: rate + 50
          effective_from: 2026-05-10
          effective_to: 2026-05-15
"""
    expected = {"visit.x": {"1": F(3000), "2": F(3), "3": F(2)}, "visit.y": {"1": F(3), "2": F(53), "3": F(2)}}
    law(park, more, expected)


def test_a_day_of_a_row_that_must_be_there(park: Park) -> None:
    """Lot Z opened on the 11th, Y on the 10th."""
    inputs = base.INPUTS.replace("      rank: {", "      opened: {type: date, range: period}\n      rank: {")
    cells = {**base.CELLS, "lot": {**base.CELLS["lot"], "opened": "2026-05-11"}}
    text = RATE + rule("number", "rate") + "      date: lot.opened\n"
    rows = {"lot": "Z; Y opened=2026-05-10", "car": "A; B lot=Y"}
    park(text, {"car.x": {"A": F(3), "B": F(2)}}, inputs=inputs, cells=cells, **rows)


def test_a_rule_that_reads_another(park: Park) -> None:
    """A rule reads another's value as that rule's own law gave it: 4 by the end of May. In `where` the finer row's own
    day holds: 2, 3 and 4 against n of 2, 3 and 3, so only the third counts."""
    more = """
rules:
  visit:
    x:
      unit: number
      date: period.end
      formula: rate
    y:
      unit: number
      formula: x * 10 + rate
  car:
    z:
      unit: number
      formula: sum(visit.x) * 10 + rate
    w:
      unit: number
      date: period.end
      formula: sum(visit.y where n < rate) * 10 + rate
"""
    expected = {
        "visit.y": {"1": F(42), "2": F(43), "3": F(44)}, "car.z": F(122),
        "car.w": F(10 * 44 + 4),
    }  # fmt: skip
    law(park, more, expected, visit="1 A n=2; 2 A day=2026-05-11 n=3; 3 A day=2026-05-31 n=3")


def test_an_amount_shared_by_weights_of_its_own_day(park: Park) -> None:
    """100 by 2, 3 and 2 x 3, by the law of the days on which they are due: 3, 3, 2 of 8."""
    more = """
rules:
  visit:
    x:
      unit: number
      date: due
      split:
        amount: car.n
        by: rate
        step: 1
"""
    law(park, more, {"visit.x": {"1": F(30), "2": F(30), "3": F(20)}}, car="A n=80")


def test_a_division_by_what_the_day_selects(park: Park) -> None:
    text = rule("number", "12 / rate", grain="visit") + "      date: due\n"
    law(park, text, {"visit.x": {"1": F(4), "2": F(4), "3": F(6)}})


def test_the_version_is_told_by_the_day_of_the_rule(tmp_path: Path) -> None:
    park = Park(tmp_path)
    more = RATE + rule("number", "rate + levy[kind]") + "      date: period.end\n"
    found = park.world(more, pays="x", inputs=INPUTS, cells=CELLS)
    text = render(explain(found.plan, found.inputs, "A"), "en")
    assert "4 (since 2026-05-31)" in text
    assert "since 2026-05-15" in text


@pytest.mark.parametrize(
    ("date", "code"),
    [
        ("late", "E269"), ("n", "E269"), ("car.since", "E269"), ("stamp.day", "E269"), ("2026-05-01", "E269"),
        ("day + 1 hari", "E269"), ("period.days", "E269"), ("dui", "E245"), ("car.dui", "E245"), 
    ],
)  # fmt: skip
def test_days_that_can_not_be(park: Park, date: str, code: str) -> None:
    text = rule("number", "n", grain="visit") + f"      date: {date}\n"
    refused(lambda more: law(park, more), code, text)
