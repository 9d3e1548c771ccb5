"""All pairs of two tables' rows: what each leads to, its day, sums over it, and what it may not be made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from eremun.diagnostics.diagnostic import Refused
from eremun.plan import nodes as n
from eremun.plan.widths import choose_widths
from tests.conformance import test_spells as spells
from tests.conformance.harness import F, Park, World, fault, refused, rule

DAYS = """\
  calendar:
    label: Days on which the park is open
    key: [day]
    date: day
    columns:
      day: {type: date, range: period}
      open: {type: menit, range: 0..1_440}
"""
PAIRS = """\
  presence:
    label: Days of all cars
    each: [car, calendar]
    lookups:
      stamp: [plate, day]
      held: {to: post, match: {plate: plate, sort: small}, as_of: day}
      kept: {to: post, match: {plate: plate, sort: bus}, as_of: period.end}
"""
CELLS = {**spells.CELLS, "calendar": {"day": "2026-05-01", "open": "100"}}
CALENDAR = "2026-05-03; 2026-05-04 open=200; 2026-05-11; 2026-05-31"
STAMPS = "A 2026-05-04 mark=7; A 2026-05-31 mark=1; B 2026-05-03 mark=2; B 2026-05-20 mark=9"


def paired(park: Park, more: str, expect: Mapping[str, Any] | None = None, pairs: str = PAIRS, **rest: Any) -> World:
    inputs = spells.with_posts().replace("groups:\n", f"{DAYS}groups:\n{pairs}")
    given = {"inputs": inputs, "cells": CELLS, "post": spells.POSTS, "car": "A; B", "calendar": CALENDAR,
             "stamp": STAMPS, **rest}  # fmt: skip
    return park(more, expect, **given)


def test_every_row_with_every_row(park: Park) -> None:
    """Two cars on four days. Spells of A: 1 to the 3rd, 2 on the 4th, none on the 11th, 3 on the 31st; B: 5 on the 4th.
    At the end of May A has 4 as a bus."""
    more = """
rules:
  presence:
    x:
      unit: number
      formula: (stamp.mark default 0) * 100 + (held.wage default 0) * 10 + (kept.wage default 0)
    least:
      unit: menit
      formula: min(calendar.open, car.n * 1 menit)
    sunday:
      formula: weekday(day) = 7
  car:
    days:
      unit: number
      formula: count(presence)
    marks:
      unit: number
      formula: sum(presence.x where calendar.open > 100 menit)
  calendar:
    cars:
      unit: number
      formula: count(presence where present(stamp))
    all:
      unit: menit
      formula: sum(presence.least)
  period:
    pairs:
      unit: number
      formula: count(presence)
"""
    expected = {
        "presence.x": {
            "A 2026-05-03": F(14), "A 2026-05-04": F(724), "A 2026-05-11": F(4), "A 2026-05-31": F(134),
            "B 2026-05-03": F(200), "B 2026-05-04": F(50), "B 2026-05-11": F(0), "B 2026-05-31": F(0),
        },
        "presence.sunday": {
            f"{car} 2026-05-{day}": day in ("03", "31") for car in "AB" for day in ("03", "04", "11", "31")
        },
        "car.days": {"A": F(4), "B": F(4)}, "car.marks": {"A": F(724), "B": F(50)},
        "calendar.cars": {"2026-05-03": F(1), "2026-05-04": F(1), "2026-05-11": F(0), "2026-05-31": F(1)},
        "calendar.all": {"2026-05-03": F(130), "2026-05-04": F(180), "2026-05-11": F(130), "2026-05-31": F(130)},
        "period.pairs": F(8),
    }  # fmt: skip
    paired(park, more, expected, car="A n=150; B n=30")


def test_the_days_of_a_spell(park: Park) -> None:
    """Days of the calendar that lie in each spell: the 3rd in A's first, the 4th in its second, the 31st in its third;
    the 4th in B's first."""
    more = "rules:\n  post:\n    days:\n      unit: number\n      formula: count(presence via held)\n"
    found = paired(park, more)
    assert found.run("reference").frames["post"]["days"].to_list() == [1, 1, 1, 0, 1, 0]
    over = [step for step in found.plan.steps if isinstance(step, n.Aggregate) and step.over == "presence"]
    assert [step.largest for step in over] == [31]


def test_the_day_of_the_pair_selects_the_law(park: Park) -> None:
    more = """
parameters:
  rate:
    versions:
      - {effective_from: 2020-01-01, value: 2}
      - {effective_from: 2026-05-11, value: 3}
rules:
  presence:
    x:
      unit: number
      versions:
        - effective_from: 2020-01-01
          formula: rate
        - effective_from: 2026-05-31
          formula: rate * 100
"""
    days = {"03": 2, "04": 2, "11": 3, "31": 300}
    paired(park, more, {"presence.x": {f"{car} 2026-05-{day}": F(x) for car in "AB" for day, x in days.items()}})


def test_a_fault_on_a_pair_blocks_its_person_and_a_promise_does_too(park: Park) -> None:
    """B needs a stamp of the 3rd only, which it has; A has none. On the 4th A marks more than 5."""
    more = """
rules:
  presence:
    needed:
      unit: number
      formula: if day = 2026-05-03 then stamp.mark else 0
  car:
    x:
      unit: number
      formula: sum(presence.needed)
ensure:
  presence:
    few:
      formula: (stamp.mark default 0) <= 5
"""
    expected = {"car.x": {"A": fault("stamp"), "B": F(2), "C": fault("stamp")}}
    blocked = {"A": "stamp few", "C": "stamp"}
    paired(park, more, expected, pays="x", car="A; B; C", blocked=blocked)


def test_an_amount_shared_over_pairs(park: Park) -> None:
    """1,000 by 100, 200, 100 and 100 minutes on which the park is open: 200, 400, 200, 200."""
    more = """
rules:
  presence:
    part:
      unit: number
      split:
        amount: car.n
        by: calendar.open
        step: 1
"""
    exact = {"03": 200, "04": 400, "11": 200, "31": 200}
    expected = {"presence.part": {f"A 2026-05-{day}": F(part) for day, part in exact.items()}}
    paired(park, more, expected, car="A n=1000", stamp="A", post="")


@pytest.mark.parametrize(("cars", "days"), [("", CALENDAR), ("A; B", "")])
def test_no_pairs(park: Park, cars: str, days: str) -> None:
    more = rule("number", "count(presence) + sum(presence.y)") + (
        "  presence:\n    y:\n      unit: number\n      formula: held.wage default 0\n"
    )
    expected = {"presence.y": {}, "car.x": {car: F(0) for car in cars.split("; ") if car}}
    paired(park, more, expected, car=cars, calendar=days, stamp="", post="")


def test_pairs_of_rows_with_spells(park: Park) -> None:
    """A pair of a spell is told apart by the day on which it begins as well."""
    pairs = "  service:\n    each: [post, calendar]\n"
    more = """
rules:
  service:
    x:
      unit: number
      formula: if calendar.day between start and (post.end default period.end) then post.wage else 0
  post:
    earned:
      unit: number
      formula: sum(service.x)
"""
    found = paired(park, more, pairs=pairs, car="A; B", stamp="")
    assert found.run("reference").frames["post"]["earned"].to_list() == [1, 2, 3, 16, 5, 0]
    assert found.plan.checked.keys["service"] == ("plate", "sort", "start", "day")


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ("each: [car]", "E268"),
        ("each: [car, calendar, lot]", "E268"),
        ("each: [car, ticket]", "E268"),
        ("each: [car, stay]", "E268"),
        ("each: [car, car]", "E213"),
        ("each: [car, kalender]", "E241"),
        ("each: [car, permit]", "E230"),
        ("each: [car, calendar]\n    by: [plate]", "E201"),
        ("each: [car, calendar]\n    references: {stamp: [plate, day]}", "E201"),
        ("each: [car, calendar]\n    lookups: {car: {to: stamp, match: {plate: plate, day: day}}}", "E213"),
        ("each: [car, calendar]\n    lookups: {stamp: [plate, dai]}", "E240"),
        ("each: [car, calendar]\n    lookups: {post: [plate, plate]}", "E264"),
    ],
)
def test_pairs_that_can_not_be(park: Park, pairs: str, code: str) -> None:
    refused(lambda more: paired(park, more, pairs=f"  both:\n    {pairs}\n"), code, rule("number", "n"))


def test_a_group_of_pairs_is_refused(park: Park) -> None:
    more = "groups:\n  month:\n    of: presence\n    by: [plate]\n"
    refused(lambda text: paired(park, text), "E250", more)


def test_more_pairs_than_can_be_counted_are_refused(park: Park) -> None:
    """2^16 cars on 2^16 days would be 2^32 rows."""
    plan = paired(park, rule("number", "count(presence)")).plan
    with pytest.raises(Refused, match="E606"):
        choose_widths(plan, {"car": 2**16, "calendar": 2**16})
    choose_widths(plan, {"car": 2**16, "calendar": 31})
