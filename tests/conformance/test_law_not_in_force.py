"""Law that has not begun or has ended: nothing can be paid by it, and it hinders nobody whose pay does not need it."""

from __future__ import annotations

import pytest

from eremun import api
from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, fault, refused, write_pack, write_rows

NONE = fault("tidak_berlaku")
LATE = """
parameters:
  rate:
    versions:
      - effective_from: 2026-06-01
        value: 3
"""
TABLE = """
tables:
  rate:
    in: {n: number}
    out: number
    versions:
      - effective_from: 2026-06-01
        cells: {0: 3, else: 4}
"""
RULE = """
rules:
  car:
    x:
      unit: number
      formula: RATE + 1
    y:
      unit: number
      formula: if flag then x else 7
"""


@pytest.mark.parametrize(("law", "read"), [(LATE, "rate"), (TABLE.replace("else", "1, 2"), "rate[min(n, 2)]")])
def test_what_nobody_needs_has_no_value_in_that_month(park: Park, law: str, read: str) -> None:
    """B reads it and has none either; A does not. In June 3 + 1 = 4."""
    law = law.replace("1, 2: 4", "1: 4, 2: 4")
    more = RULE.replace("RATE", read) + law
    expected = {"car.x": {"A": NONE, "B": NONE}, "car.y": {"A": F(7), "B": NONE}}
    park(more, expected, car="A; B flag=ya")
    park(more, {"car.x": {"A": F(4), "B": F(4)}, "car.y": {"A": F(7), "B": F(4)}}, car="A; B flag=ya", period="2026-06")


def test_a_month_in_which_all_need_it_is_refused(park: Park) -> None:
    more = RULE.replace("RATE", "rate") + LATE
    refused(park, "E602", more, pays="x")
    park(more, {"car.x": F(4)}, pays="x", period="2026-06")


def test_where_only_some_need_it_they_are_blocked(park: Park) -> None:
    more = RULE.replace("RATE", "rate") + LATE
    park(more, {"car.y": {"A": F(7), "B": NONE}}, blocked={"B": "tidak_berlaku"}, pays="y", car="A; B flag=ya")
    park(more, {"car.y": {"A": F(7), "B": F(4)}}, pays="y", car="A; B flag=ya", period="2026-06")


@pytest.mark.parametrize(
    "more",
    [
        "ensure:\n  car:\n    held:\n      formula: x > 3\n",
        "findings:\n  lot:\n    cars:\n      label: Cars\n      count: count(car where x > 3)\n",
        "findings:\n  car:\n    many:\n      label: Many\n      amount: x * 1 rupiah\n",
    ],
)
def test_so_do_promises_and_findings(park: Park, more: str) -> None:
    """A promise, too, must be judged by law, and a finding reports for it."""
    whole = RULE.replace("RATE", "rate") + LATE + more
    refused(park, "E602", whole)
    park(whole, {"car.x": F(4)}, period="2026-06")


def test_so_does_a_condition_on_rows(park: Park) -> None:
    """Every row is judged by it while it is read."""
    old = "    lookups: {permit: [plate], place: [opt]}\n"
    inputs = base.INPUTS.replace(old, f"{old}    require:\n      n:\n        label: Few\n        formula: n < rate\n")
    assert inputs != base.INPUTS
    refused(park, "E602", LATE, inputs=inputs)
    park(LATE, {}, inputs=inputs, period="2026-06")


VERSIONS = """
rules:
  car:
    x:
      unit: number
      versions:
        - effective_from: 2020-01-01
          formula: 1
        - effective_from: 2026-06-01
          formula: rate
"""


def test_a_version_needs_its_law_only_once_it_has_begun(park: Park) -> None:
    park(VERSIONS + LATE, {"car.x": F(1)}, pays="x")
    park(VERSIONS + LATE, {"car.x": F(3)}, pays="x", period="2026-06")


EXCEPTION = """
rules:
  car:
    x:
      unit: number
      formula: 1
      exceptions:
        new:
          label: New
          effective_from: 2026-06-01
          when: flag
          formula: rate
"""


def test_so_does_a_dated_exception(park: Park) -> None:
    park(EXCEPTION + LATE, {"car.x": {"A": F(1), "B": F(1)}}, car="A; B flag=ya", pays="x")
    park(EXCEPTION + LATE, {"car.x": {"A": F(1), "B": F(3)}}, car="A; B flag=ya", pays="x", period="2026-06")


DAYS = (
    VERSIONS.replace("  car:", "  visit:")
    + """
  car:
    all:
      unit: number
      formula: sum(visit.x)
"""
)


def test_rows_with_a_day_need_it_from_the_month_on_in_which_it_begins(park: Park) -> None:
    """Every day of May is before June, so the pay of May is whole; two visits."""
    park(DAYS + LATE, {"car.all": F(2)}, pays="all", visit="1 day=2026-05-01; 2 day=2026-05-31")
    park(DAYS + LATE, {"car.all": F(6)}, pays="all", visit="1 day=2026-06-01; 2 day=2026-06-30", period="2026-06")


def test_within_a_month_days_before_it_have_no_value(park: Park) -> None:
    """Whoever has a visit before the law began is blocked, if his pay needs it."""
    more = DAYS.replace("2026-06-01", "2026-05-01") + LATE.replace("2026-06-01", "2026-05-10")
    visits = "1 A day=2026-05-09; 2 A day=2026-05-31; 3 B day=2026-05-10"
    expected = {"visit.x": {"1": NONE, "2": F(3), "3": F(3)}, "car.all": {"A": NONE, "B": F(3)}}
    park(more, expected, car="A; B", visit=visits)
    park(more, expected, car="A; B", visit=visits, pays="all", blocked={"A": "tidak_berlaku"})


def test_a_version_and_its_law_begin_on_one_day_of_the_month(park: Park) -> None:
    """1 by the first formula, 3 by the second."""
    more = DAYS.replace("2026-06-01", "2026-05-10") + LATE.replace("2026-06-01", "2026-05-10")
    visits = "1 A day=2026-05-09; 2 A day=2026-05-31; 3 B day=2026-05-10"
    park(more, {"car.all": {"A": F(4), "B": F(3)}}, car="A; B", visit=visits, pays="all")


COLUMNS = "      - x: {effective_from: 2026-06-01}\n      - n: {effective_to: 2026-06-30}"


@pytest.mark.parametrize(
    ("period", "header", "row"),
    [("2026-05", "plate,n", "A,5"), ("2026-06", "plate,x,n", "A,4,5"), ("2026-07", "plate,x", "A,4")],
)
def test_files_have_a_column_while_it_is_in_force(park: Park, period: str, header: str, row: str) -> None:
    """In May x has no law, and the payroll has no column x that would need it."""
    pack = write_pack(park.folder / "pack", RULE.replace("RATE", "rate") + LATE)
    (pack / "outputs.yaml").write_text(base.OUTPUTS.format(columns=COLUMNS))
    rows = write_rows(park.folder / "rows", {"lot": "Z", "car": "A n=5"})
    for engine in ("reference", "polars", "duckdb"):
        run = api.load(pack).plan(period).run(rows, engine=engine)
        payroll = next(file.content.decode() for file in run.files if file.name == "payroll.csv")
        assert payroll.splitlines() == [header, row]


LINES = """
file: lines.csv
rows: visit
sort: [id]
columns:
  - id
  - x: {effective_from: 2026-06-01}
"""


def test_so_do_the_lines(park: Park) -> None:
    law = RULE.replace("RATE", "rate").replace("  car:", "  visit:").split("    y:")[0] + LATE
    pack = write_pack(park.folder / "pack", law, lines=LINES)
    found = {}
    for period in ("2026-05", "2026-06"):
        rows = write_rows(park.folder / period, {"lot": "Z", "car": "A", "visit": f"1 A day={period}-04 n=7"})
        run = api.load(pack).plan(period).run(rows)
        found[period] = next(file.content.decode() for file in run.files if file.name == "lines.csv").splitlines()
    assert found == {"2026-05": ["id", "1"], "2026-06": ["id,x", "1,4"]}
