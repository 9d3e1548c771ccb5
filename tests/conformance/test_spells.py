"""Rows that hold for some days: found by a day, their ends included; rows of one key that have a day in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from eremun.plan import nodes as n
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, World, fault, refused, rule

POST = """\
  post:
    label: Posts of cars
    key: [plate, sort]
    spells: [start, end]
    columns:
      plate: {type: text}
      sort: {type: kind}
      start: {type: date}
      end: {type: date, optional: true}
      wage: {type: number, range: 0..1_000}
    references: {car: [plate]}
    when_rejected: block
"""
HELD = "held: {to: post, match: {plate: plate, sort: small}, as_of: day}"
OF_CARS = (
    "opening: {to: post, match: {plate: plate, sort: kind}, as_of: period.start}, "
    "closing: {to: post, match: {plate: plate, sort: kind}, as_of: period.end}, "
    "born: {to: post, match: {sort: okind, plate: plate}, as_of: until}"
)
POSTS = """
A small 2020-01-01 2026-05-03 wage=1
A small 2026-05-04 2026-05-10 wage=2
A small 2026-05-12 wage=3
A bus 2026-05-01 2026-05-31 wage=4
B small 2026-05-04 2026-05-04 wage=5
B small 2026-06-01 wage=6
"""
CELLS = {**base.CELLS, "post": {"plate": "A", "sort": "small", "start": "2026-01-01", "end": "", "wage": "0"}}


def with_posts(of_visits: str = HELD, of_cars: str = OF_CARS, post: str = POST) -> str:
    inputs = base.INPUTS.replace("groups:\n", f"{post}groups:\n")
    inputs = inputs.replace("lookups: {permit: [plate], stamp: [plate, day]}",
                            f"lookups: {{permit: [plate], stamp: [plate, day], {of_visits}}}")  # fmt: skip
    return inputs.replace("lookups: {permit: [plate], place: [opt]}",
                          f"lookups: {{permit: [plate], place: [opt], {of_cars}}}")  # fmt: skip


def posted(park: Park, more: str, expect: Mapping[str, Any] | None = None, **rest: Any) -> World:
    given = {"inputs": with_posts(), "cells": CELLS, "post": POSTS, "car": "A; B; C", **rest}
    return park(more, expect, **given)


def of_held(wage: int | None) -> dict[str, object]:
    """What a visit says of the spell it finds: `default 100`, `present`, and who needs it; None: there is none."""
    return {
        "visit.x": F(100 if wage is None else wage), "visit.there": wage is not None,
        "visit.needs": fault("held") if wage is None else F(wage),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("plate", "day", "wage"),
    [
        ("A", "2026-05-01", 1), ("A", "2026-05-03", 1), ("A", "2026-05-04", 2), ("A", "2026-05-10", 2),
        ("A", "2026-05-11", None), ("A", "2026-05-12", 3), ("A", "2026-05-31", 3),
        ("B", "2026-05-03", None), ("B", "2026-05-04", 5), ("B", "2026-05-05", None), ("B", "2026-05-31", None),
        ("C", "2026-05-04", None),
    ],
)  # fmt: skip
def test_the_row_that_holds_on_the_day(park: Park, plate: str, day: str, wage: int | None) -> None:
    """The first and the last day belong to a spell; one without a last day still runs; between two there is none."""
    more = rule("number", "held.wage default 100", grain="visit") + (
        "    there:\n      formula: present(held)\n    needs:\n      unit: number\n      formula: held.wage\n"
    )
    posted(park, more, of_held(wage), visit=f"1 {plate} day={day}")


def test_by_a_day_of_the_period_and_by_a_cell_that_may_be_empty(park: Park) -> None:
    """On the first of May A has 1, on the last 3; on 7 May, its `until`, as a bus 4. B's `until` is empty and C's
    `okind`: an empty day is not the first of 1970, an empty word not the first of the list."""
    more = """
rules:
  car:
    x:
      unit: number
      formula: opening.wage default 0
    y:
      unit: number
      formula: closing.wage default 0
    z:
      unit: number
      formula: born.wage default 0
"""
    expected = {
        "car.x": {"A": F(1), "B": F(0), "C": F(8), "D": F(9)}, "car.y": {"A": F(3), "B": F(0), "C": F(8), "D": F(0)},
        "car.z": {"A": F(4), "B": F(0), "C": F(0), "D": F(0)},
    }  # fmt: skip
    more_posts = "D large 2026-05-01 2026-05-02 wage=9; B small 1960-01-01 1980-01-01 wage=7; C small 2026-05-01 wage=8"
    cars = "A until=2026-05-07 okind=bus; B okind=small; C until=2026-05-04; D kind=large until=2026-05-03 okind=large"
    posted(park, more, expected, car=cars, post=POSTS + more_posts)


def test_sums_over_the_rows_that_a_day_leads_to_a_spell(park: Park) -> None:
    """Visits of 4, 10 and 12 May: 5 + 6 in A's second spell, 7 in its third; one of 11 May in none."""
    more = """
rules:
  post:
    used:
      unit: menit
      formula: sum(visit.spent via held)
    times:
      unit: number
      formula: count(visit via held)
  car:
    paid_for:
      unit: menit
      formula: sum(post.used)
"""
    found = posted(
        park, more, {"car.paid_for": {"A": F(18), "B": F(0), "C": F(0)}},
        visit="1 A spent=5; 2 A spent=6 day=2026-05-10; 3 A spent=7 day=2026-05-12; 4 A spent=8 day=2026-05-11",
    )  # fmt: skip
    frame = found.run("reference").frames["post"]
    assert frame["used"].to_list() == [0, 11, 7, 0, 0, 0]
    assert frame["times"].to_list() == [0, 2, 1, 0, 0, 0]


def test_a_group_by_the_day_inherits_the_lookup_and_one_without_does_not(park: Park) -> None:
    more = rule("number", "held.wage default 0", grain="stay")
    expected = {"stay.x": {"A 2026-05-04": F(2), "A 2026-05-11": F(0)}}
    posted(park, more, expected, visit="1 A; 2 A; 3 A day=2026-05-11")
    group = "groups:\n  whole:\n    of: visit\n    by: [plate]\n"
    refused(lambda text: posted(park, text, {}), "E247", group + rule("number", "held.wage default 0", grain="whole"))


def test_a_row_is_told_apart_by_the_day_on_which_its_spell_begins(park: Park) -> None:
    found = posted(park, rule("number", "wage * 2", grain="post"))
    assert found.plan.checked.keys["post"] == ("plate", "sort", "start")
    sums = [step for step in found.plan.steps if isinstance(step, n.Aggregate)]
    assert [step.largest for step in sums] == []
    more = rule("number", "count(post)")
    found = posted(park, more, {"car.x": {"A": F(4), "B": F(2), "C": F(0)}})
    assert [step.largest for step in found.plan.steps if isinstance(step, n.Aggregate)] == [None]


# Offices' data


@pytest.mark.parametrize(
    ("posts", "column", "values"),
    [
        ("A small 2026-05-01 2026-05-10; A small 2026-05-10 2026-05-20", "plate+sort+start+end",
         ["A+small+2026-05-01+2026-05-10", "A+small+2026-05-10+2026-05-20"]),
        ("A small 2026-05-01; A small 2027-01-01", "plate+sort+start+end",
         ["A+small+2026-05-01+", "A+small+2027-01-01+"]),
        ("A small 2026-05-01 2026-05-31; A small 2026-05-04 2026-05-05; A small 2026-05-07 2026-05-08",
         "plate+sort+start+end",
         ["A+small+2026-05-01+2026-05-31", "A+small+2026-05-04+2026-05-05", "A+small+2026-05-07+2026-05-08"]),
        ("A small 2026-05-01 2026-05-31; A small 2026-05-01 2026-05-31", "plate+sort+start+end",
         ["A+small+2026-05-01+2026-05-31"] * 2),
        ("A small 2026-05-10 2026-05-09", "start+end", ["2026-05-10+2026-05-09"]),
    ],
)  # fmt: skip
def test_rows_that_overlap_or_end_before_they_begin_are_rejected(
    park: Park, posts: str, column: str, values: list[str]
) -> None:
    """All rows that have a day in common, like all rows of a doubled key; their person is blocked, nobody else."""
    rest = "; B small 2026-05-04 wage=5; A bus 2026-05-01 wage=4; A small 2019-01-01 2019-12-31"
    more = rule("number", "rejected(post)")
    expected = {"car.x": {"A": F(len(values)), "B": F(0), "C": F(0)}}
    found = posted(park, more, expected, post=posts + rest, blocked={"A": "data_ditolak"})
    rejected = found.inputs.rejected
    assert rejected["value"].to_list() == values
    assert set(rejected["column"]) == {column}
    assert set(rejected["reason"]) == {"backward" if column == "start+end" else "overlap"}
    table = found.inputs.tables["post"]
    assert (table.rows_in, table.rejected) == (len(values) + 3, len(values))


def test_rows_that_touch_or_lie_outside_the_period_stand(park: Park) -> None:
    posts = "A small 2026-05-01 2026-05-10; A small 2026-05-11 2026-05-11; A small 1999-01-01 1999-01-02; A small 2030-01-01"
    found = posted(park, rule("number", "count(post)"), {"car.x": {"A": F(4), "B": F(0), "C": F(0)}}, post=posts)
    assert found.inputs.rejected.is_empty()


def test_a_row_with_a_fault_of_its_own_overlaps_nothing(park: Park) -> None:
    """The second row's last day can't be read: which days it holds is not known. It is rejected, the first stands."""
    posts = "A small 2026-05-01 2026-05-10; A small 2026-05-05 31/05/2026"
    expected = {"car.x": {"A": F(1), "B": F(0), "C": F(0)}}
    found = posted(park, rule("number", "count(post)"), expected, post=posts, blocked={"A": "data_ditolak"})
    assert found.inputs.rejected["reason"].to_list() == ["parse"]


# What check refuses


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("spells: [start, end]", "spells: [start]", "E261"),
        ("spells: [start, end]", "spells: [start, end, wage]", "E261"),
        ("spells: [start, end]", "spells: [start, ends]", "E240"),
        ("spells: [start, end]", "spells: [start, wage]", "E263"),
        ("spells: [start, end]", "spells: [end, start]", "E246"),
        ("key: [plate, sort]", "key: none", "E262"),
    ],
)
def test_spells_that_can_not_be(park: Park, old: str, new: str, code: str) -> None:
    inputs = with_posts("", "", POST.replace(old, new))
    refused(lambda more: posted(park, more, {}, inputs=inputs), code, rule("number", "n"))


@pytest.mark.parametrize(
    ("lookup", "code"),
    [
        ("held: {to: post, match: {plate: plate, sort: small}}", "E264"),
        ("post: [plate, kind]", "E264"),
        ("held: {to: stamp, match: {plate: plate, day: day}, as_of: day}", "E265"),
        ("held: {to: post, match: {plate: plate, sort: small}, as_of: dai}", "E267"),
        ("held: {to: post, match: {plate: plate, sort: small}, as_of: spent}", "E267"),
        ("held: {to: post, match: {plate: plate, sort: small}, as_of: period.days}", "E267"),
    ],
)
def test_lookups_of_spells_that_can_not_be(park: Park, lookup: str, code: str) -> None:
    refused(lambda more: posted(park, more, {}, inputs=with_posts(lookup)), code, rule("number", "n"))


def test_a_row_that_must_be_there_is_not_found_by_a_day(park: Park) -> None:
    inputs = with_posts().replace("    references: {car: [plate]}\n    lookups: {permit: [plate], stamp",
                                  f"    references: {{car: [plate], {HELD.replace('held', 'must')}}}\n"
                                  "    lookups: {permit: [plate], stamp")  # fmt: skip
    refused(lambda more: posted(park, more, {}, inputs=inputs), "E266", rule("number", "n"))


# How many there are


TOUCHES = [
    "start <= period.end and (end default period.end) >= period.start",
    "period.end >= start and period.start <= (end default 9999-12-31) and wage > 0",
    "start < period.end and end > period.start", "start <= period.start and (not present(end) or end >= period.start)",
    "touching", "touching and sort = small", "false",
]  # fmt: skip
NO_LIMIT = [
    "start <= period.end", "(end default period.end) >= period.start", "start >= period.start and (end default period.end) >= period.start",
    "start <= period.end or (end default period.end) >= period.start", "start <= period.end and end <= period.end",
    "start != period.end and (end default period.end) >= period.start", "not touching", "start <= period.end and wage > 0",
    "excepted", "start <= period.end and (present(end) or wage > 0)", "start <= since_then and end >= period.start",
]  # fmt: skip
CONDITIONS = """
  post:
    touching:
      formula: (end default period.end) >= period.start and start <= period.end
    excepted:
      formula: touching
      exceptions:
        one:
          when: wage = 1
          formula: true
    since_then:
      unit: date
      formula: period.end + 9 hari
"""


@pytest.mark.parametrize("where", TOUCHES)
def test_spells_with_a_day_in_the_month_are_at_most_31_of_each_key(park: Park, where: str) -> None:
    """Of three sorts at most 93, so that 93 less their number is at least 0; 92 less it could be below."""
    for most, code in ((93, ""), (92, "E331")):
        more = rule("number", f"k / ({most} - count(post where {where}))", "down to 1") + CONDITIONS
        if code:
            refused(lambda text: posted(park, text, {}), code, more)
        else:
            posted(park, more, {})


@pytest.mark.parametrize("where", NO_LIMIT)
def test_other_spells_may_be_any_number(park: Park, where: str) -> None:
    more = rule("number", f"k / (1_000_000 - count(post where {where}))", "down to 1") + CONDITIONS
    refused(lambda text: posted(park, text, {}), "E331", more)


def test_there_can_be_so_many(park: Park) -> None:
    """One a day of May and of each sort: 93; others before and after do not count."""
    days = [
        f"A {sort} 2026-05-{day:02} 2026-05-{day:02} wage=7"
        for sort in ("small", "large", "bus")
        for day in range(1, 32)
    ]
    posts = "; ".join([*days, "A small 2026-06-01", "A bus 2020-01-01 2026-04-30"])
    more = rule("number", f"k / (93 - count(post where {TOUCHES[0]}) + n)", "down to 1")
    more += f"    y:\n      unit: number\n      formula: sum(post.wage where {TOUCHES[0]})\n"
    posted(park, more, {"car.x": {"A": F(10), "B": F(0), "C": F(0)}, "car.y": {"A": F(651), "B": F(0), "C": F(0)}},
           post=posts, car="A k=20 n=2; B; C")  # fmt: skip


def test_a_first_day_in_the_key_keeps_no_two_spells_apart(park: Park) -> None:
    """Rows of one key and several first days may then overlap."""
    inputs = with_posts("", "", POST.replace("key: [plate, sort]", "key: [plate, sort, start]"))
    more = rule("number", f"k / (93 - count(post where {TOUCHES[0]}))", "down to 1")
    refused(lambda text: posted(park, text, {}, inputs=inputs), "E331", more)
