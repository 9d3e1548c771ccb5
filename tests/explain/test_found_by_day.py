"""A row that is found by a day, as it is told: the day, the row that held on it, or that there was none."""

from __future__ import annotations

from pathlib import Path

from eremun.explain import explain, render
from eremun.outputs.template import page
from tests.conformance import test_spells as spells
from tests.conformance.harness import Park

RULES = """
rules:
  visit:
    x:
      label: Wage of the day
      unit: number
      formula: held.wage default 0
  car:
    z:
      label: Wage when it was born
      unit: number
      formula: born.wage default 0
    y:
      label: All wages
      unit: number
      formula: sum(visit.x)
"""


def told(tmp_path: Path, person: str, lang: str) -> str:
    park = Park(tmp_path)
    found = park.world(
        RULES, pays="z y", inputs=spells.with_posts(), cells=spells.CELLS, post=spells.POSTS, car="A okind=bus; B",
        visit="1 A; 2 A day=2026-05-11; 3 A day=2026-05-12",
    )  # fmt: skip
    return render(explain(found.plan, found.inputs, person), lang)  # type: ignore[arg-type]


def test_the_day_and_the_row_that_held_on_it(tmp_path: Path) -> None:
    """The spell of 4 May has ended on the 10th, the next began on the 12th."""
    english, indonesian = told(tmp_path / "en", "A", "en"), told(tmp_path / "id", "A", "id")
    for line in (
        "held on 2026-05-04: Posts of cars, from 2026-05-04 to 2026-05-10\n",
        "held on 2026-05-12: Posts of cars, since 2026-05-12\n",
        "born: its day is not filled in, so there is no row\n",
    ):
        assert line in english
    for line in (
        "held pada 2026-05-04: Posts of cars, dari 2026-05-04 sampai 2026-05-10\n",
        "held pada 2026-05-12: Posts of cars, sejak 2026-05-12\n",
        "born: harinya tidak diisi, jadi tidak ada barisnya\n",
    ):
        assert line in indonesian


def test_a_day_without_a_row(tmp_path: Path) -> None:
    park = Park(tmp_path)
    more = "rules:\n  car:\n    z:\n      unit: number\n      formula: opening.wage default 0\n"
    found = park.world(more, pays="z", inputs=spells.with_posts(), cells=spells.CELLS, post=spells.POSTS, car="C")
    assert "opening on 2026-05-01: no row\n" in render(explain(found.plan, found.inputs, "C"), "en")


def test_the_page_for_the_data_says_spells_and_days(tmp_path: Path) -> None:
    park = Park(tmp_path)
    text = page(park.world(inputs=spells.with_posts(), cells=spells.CELLS).plan.checked.pack)
    assert (
        "- Kunci: `plate`, `sort`; setiap baris berlaku dari hari pertama sampai hari terakhirnya (`start`, `end`)"
        in text
    )
    assert "- `plate`, `sort` = `small` dicari dalam `post.csv`, pada baris yang berlaku pada `day`; " in text
    assert "pada baris yang berlaku pada hari pertama bulan itu; " in text
    assert "in the row that holds on the last day of the month; " in text


def test_months_between_two_days_are_told_with_the_days(tmp_path: Path) -> None:
    """From December 2024 to May 2026 it is 17 months."""
    more = "rules:\n  car:\n    z:\n      unit: number\n      formula: 2 * months(since, period.start)\n"
    found = Park(tmp_path).world(more, pays="z", car="A since=2024-12-31")
    assert "2 * months(2024-12-31, 2026-05-01)" in render(explain(found.plan, found.inputs, "A"), "en")


BY_RULE = """
rules:
  visit:
    asked:
      label: Two days later
      unit: date
      formula: day + opt * 1 hari
    x:
      label: Wage of that day
      unit: number
      formula: held.wage default 0
  car:
    y:
      label: All wages
      unit: number
      formula: sum(visit.x)
"""


def test_a_day_of_a_rule_is_told_with_the_row_and_where_it_comes_from(tmp_path: Path) -> None:
    """4 + 8 May is the 12th. A visit of which the day has no value is told with its reason."""
    inputs = spells.with_posts(spells.HELD.replace("as_of: day", "as_of: asked"))
    given = {"inputs": inputs, "cells": spells.CELLS, "post": spells.POSTS, "pays": "y"}
    found = Park(tmp_path).world(BY_RULE, car="A; B", visit="1 A opt=8; 2 B", **given)
    text = render(explain(found.plan, found.inputs, "A"), "en")
    assert "held on 2026-05-12: Posts of cars, since 2026-05-12\n" in text
    assert "Two days later (asked): 2026-05-12\n" in text
    assert "2026-05-04 + 8 * 1 hari" in text
    blocked = render(explain(found.plan, found.inputs, "B"), "en")
    assert "held on" not in blocked
    assert "Two days later" in blocked
    page_text = page(found.plan.checked.pack)
    assert "pada baris yang berlaku pada hari yang dihitung (Two days later); " in page_text
    assert "in the row that holds on a day that is computed (Two days later); " in page_text
