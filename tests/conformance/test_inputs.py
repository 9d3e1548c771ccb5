"""Inputs: conditions on rows, ranges, optional cells, references that are rejected, complete days."""

from __future__ import annotations

import pytest

from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, pct, refused, rule

COUNT = rule("number", "n")


def requiring(formula: str, column: str = "n", **columns: str) -> str:
    """The base inputs, with a condition on cars."""
    text = base.INPUTS.replace(
        "    lookups: {permit: [plate], place: [opt]}\n",
        "    lookups: {permit: [plate], place: [opt]}\n    require:\n"
        f"      {column}:\n        label: It must hold\n        formula: {formula}\n",
        1,
    )
    for name, spec in columns.items():
        text = text.replace(f"{name}: {{type: number, range: 0..1_000}}", f"{name}: {spec}", 1)
    return text


@pytest.mark.parametrize(
    ("formula", "stand"),
    [
        ("n > m", "A"), ("n > m or flag", "AB"), ("kind in [bus, small]", "AC"), ("present(opt) and opt > 2", "A"),
        ("not present(opt) or opt > 2", "AB"), ("opt > 2", "A"),  # what cannot be told does not hold
        ("since <= 2024-01-01", "AB"), ("if flag then n = 1 else n > 2", "AB"), ("n * 2 >= m * 3", "A"),
        ("m = 0 or n / m >= 1", "A"), ("note != \"note\"", ""), ("digits(owner, 18, 18) = 1", "AB"),
    ],
)  # fmt: skip
def test_a_condition_on_a_row(park: Park, formula: str, stand: str) -> None:
    """A row that breaks it is rejected."""
    rows = "A n=4 m=2 opt=3; B n=1 m=2 flag=ya kind=large;C n=2 m=5 opt=2 since=2024-01-02 owner=199001012015031002"
    values = {"A": 4, "B": 1, "C": 2}
    park(COUNT, {"car.x": {key: F(values[key]) for key in stand}}, inputs=requiring(formula), car=rows)


def test_a_condition_beyond_64_bit(park: Park) -> None:
    """(10^18 - 1)^2 is above 10^35, 3^2 is not; wrapped to 64 bit it would not be told apart."""
    cells = requiring("n * n > 100_000_000_000_000_000_000_000_000_000_000_000", n="{type: number}")
    one = 10**18 - 1
    park(COUNT, {"car.x": {"A": F(one)}}, inputs=cells, car=f"A n={one}; B n=3")


def test_ranges_include_their_ends(park: Park) -> None:
    rows = "A n=0; B n=1000; C n=1001; D k=0; E k=1; F share=200; G share=200.01"
    expected = {"A": F(0), "B": F(1000), "E": F(0), "F": F(0)}
    park(COUNT, {"car.x": expected}, car=rows)


def test_percentages_and_decimals(park: Park) -> None:
    """12.34 % of 10,000 is 1,234; 0.5 % is 50."""
    rows = "A share=12.34 money=10000; B share=0.5 money=10000; C share=100 money=7"
    park.of("rupiah", "money * share", {"A": F(1234), "B": F(50), "C": F(7)}, car=rows)
    park.of("persen", "share", {"A": pct("12.34"), "B": pct("0.5"), "C": F(1)}, car=rows)


def test_an_optional_cell_out_of_range_is_rejected(park: Park) -> None:
    park(COUNT, {"car.x": {"A": F(0), "B": F(0)}}, car="A; B opt=1000; C opt=1001; D opt=x")


def test_dates_of_the_period_only(park: Park) -> None:
    visits = "1 A day=2026-05-01; 2 A day=2026-05-31; 3 A day=2026-06-01; 4 A day=2026-04-30; 5 A day=2026-02-30"
    park.of("number", "count(visit)", F(2), visit=visits, blocked={"A": "data_ditolak"})


def test_truths_are_ya_and_tidak(park: Park) -> None:
    park.of("", "flag", {"A": True, "B": False}, car="A flag=ya; B flag=tidak; C flag=true; D flag=")


def test_a_reference_through_an_optional_cell(park: Park) -> None:
    """An empty cell names no row, not the one at 0: the row is rejected."""
    cells = base.INPUTS.replace("references: {lot: [lot]}\n    lookups: {permit: [plate], place: [opt]}",
                                "references: {lot: [lot], place: [opt]}\n    lookups: {permit: [plate]}")  # fmt: skip
    rows = {"car": "A opt=0; B; C opt=7; D opt=8", "place": "0 size=11; 7 size=22"}
    park.of("number", "place.size", {"A": F(11), "C": F(22)}, inputs=cells, **rows)


def test_every_day_must_stand(park: Park) -> None:
    cells = base.INPUTS.replace(
        "groups:\n",
        """  calendar:
    label: Days
    key: [day]
    date: day
    complete: each day of the period
    columns:
      day: {type: date, range: period}
      open: {type: boolean}
groups:
""",
    )
    tables = {**base.CELLS, "calendar": {"day": "", "open": "ya"}}
    days = [f"2026-02-{day:02d} open={'tidak' if day % 7 in (0, 1) else 'ya'}" for day in range(1, 29)]
    more = rule("number", "count(calendar where open)", grain="period")
    # 28 days, of which 1, 7, 8, 14, 15, 21, 22 and 28 are closed.
    park(more, {"period.x": F(20)}, inputs=cells, cells=tables, period="2026-02", calendar="\n".join(days))
    refused(park, "E712", more, inputs=cells, cells=tables, period="2026-02", calendar="\n".join(days[1:]))


def test_a_header_of_another_name(park: Park) -> None:
    cells = base.INPUTS.replace(
        "n: {type: number, range: 0..1_000}", "n: {type: number, range: 0..1_000, header: [count, jumlah]}", 1
    )
    car = {("jumlah" if name == "n" else name): value for name, value in base.CELLS["car"].items()}
    park.of("number", "n", F(5), inputs=cells, cells={**base.CELLS, "car": car}, car="A jumlah=5")


@pytest.mark.parametrize("header", ["[count, m]", "[count, count]", "[k, count]", "m"])
def test_one_heading_for_two_columns_is_refused(park: Park, header: str) -> None:
    """Whether m and k are called so by themselves or by another name."""
    cells = base.INPUTS.replace(
        "n: {type: number, range: 0..1_000}", f"n: {{type: number, range: 0..1_000, header: {header}}}", 1
    )
    refused(park, "E213", COUNT, inputs=cells)


def test_headings_of_different_columns_may_change_places(park: Park) -> None:
    """The file calls n what the pack calls m, and m what the pack calls n."""
    cells = base.INPUTS.replace(
        "      n: {type: number, range: 0..1_000}\n      m: {type: number, range: 0..1_000}\n      k:",
        "      n: {type: number, range: 0..1_000, header: m}\n      m: {type: number, range: 0..1_000, header: n}\n      k:",
        1,
    )
    park.of("number", "n * 10 + m", F(12), inputs=cells, car="A m=1 n=2")


def test_references_in_a_circle_are_refused(park: Park) -> None:
    cells = base.INPUTS.replace("    references: {car: [plate]}\n    when_rejected: drop\n  place",
                                "    references: {car: [plate], ticket: [plate]}\n    when_rejected: drop\n  place")  # fmt: skip
    refused(park, "E242", COUNT, inputs=cells)


def test_one_name_for_two_relations_is_refused(park: Park) -> None:
    """A reference and a lookup to the same table would have one name."""
    cells = base.INPUTS.replace(
        "lookups: {permit: [plate], stamp: [plate, day]}", "lookups: {car: [id], stamp: [plate, day]}"
    )
    refused(park, "E213", COUNT, inputs=cells)


@pytest.mark.parametrize(
    ("formula", "period", "stand"),
    [
        ("since <= period.end", "2026-05", "AB"), ("since < period.start", "2026-05", "A"),
        ("since < period.start", "2026-06", "AB"), ("period.end - since < 30 hari", "2026-05", "BC"),
        ("flag or month(period.start) < 12", "2026-11", "ABC"), ("flag or month(period.start) < 12", "2026-12", "B"),
        ("n * 1 hari <= period.days", "2026-02", "A"), ("n * 1 hari <= period.days", "2026-04", "AB"),
        ("n * 1 hari <= period.days", "2026-05", "ABC"), ("note = period.name", "2026-05", "A"),
        ("period.name = \"2026-05\"", "2026-05", "ABC"), ("period.name = \"2026-05\"", "2026-06", ""),
        ("month(period.end) = 5 and period.days = 31 hari", "2026-05", "ABC"),
    ],
)  # fmt: skip
def test_a_condition_on_a_row_that_names_the_period(park: Park, formula: str, period: str, stand: str) -> None:
    """The same row stands in one month and not in another."""
    rows = (
        "A n=28 since=2026-04-30 note=2026-05; B n=30 since=2026-05-31 flag=ya note=2026-06;"
        "C n=31 since=2026-06-01 note=2026-07"
    )
    if "- since" in formula:
        rows = rows.replace("2026-06-01", "2026-05-02")
    values = {"A": 28, "B": 30, "C": 31}
    expected = {"car.x": {key: F(values[key]) for key in stand}}
    rest = {"lot": "Z"} if stand else {}
    park(COUNT, expected, inputs=requiring(formula), car=rows, period=period, **rest)


@pytest.mark.parametrize("formula", ["n < period.most", "lot.rank = 1", "n < sum(visit.n)"])
def test_a_condition_reads_no_rule_of_the_period(park: Park, formula: str) -> None:
    more = "rules:\n  period:\n    most:\n      unit: number\n      formula: 7\n"
    refused(park, "E318", more, inputs=requiring(formula))
