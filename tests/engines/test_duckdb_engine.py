"""Whole programs on tiny frames of a car park: each kind of step, what is missing, what is empty, what is wide."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from typing import Any, cast

import duckdb
import polars as pl
import pytest

from eremun.engines.duckdb.engine import DuckdbEngine
from eremun.intake.inputs import Inputs, InputTable
from eremun.plan.nodes import (
    Add,
    Aggregate,
    Aggregated,
    Attach,
    Attached,
    Cells,
    Choose,
    Column,
    Compare,
    Const,
    Derive,
    Derived,
    Divide,
    Group,
    Match,
    Multiply,
    Node,
    Single,
    Source,
    SourceColumn,
    Step,
    Steps,
)
from eremun.plan.plan import ColumnInfo, Plan
from eremun.plan.widths import Widths
from eremun.values.periods import Period
from eremun.values.types import Kind, Type

NUMBER, TEXT, BOOLEAN, DATE, ENUM = Kind.NUMBER, Kind.TEXT, Kind.BOOLEAN, Kind.DATE, Kind.ENUM
ALL = Match((), ())

GARAGES = pl.DataFrame({"name": ["Utara", "Selatan", "Timur"], "fee": pl.Series([2000, 3000, 0], dtype=pl.Int64)})
TICKETS = pl.DataFrame({
    "hours": pl.Series([3, 1, 5, 2], dtype=pl.Int64),
    "paid_on": pl.Series([20454, None, 20460, None], dtype=pl.Int32),
    "kind": pl.Series([0, 1, 2, 1], dtype=pl.Int16),
    "@garage": pl.Series([1, 0, 1, 1], dtype=pl.UInt32),
    "@day": pl.Series([0, 0, 1, 0], dtype=pl.UInt32),
})  # fmt: skip
GARAGE = Source("garage", (SourceColumn("name", TEXT), SourceColumn("fee", NUMBER)))
TICKET = Source(
    "ticket", (SourceColumn("hours", NUMBER), SourceColumn("paid_on", DATE, True), SourceColumn("kind", ENUM)),
    ("garage", "day"),
)  # fmt: skip
OF_GARAGE = Match(("@row",), ("@garage",))


def plan_of(steps: tuple[Step, ...], columns: dict[str, str], optional: tuple[str, ...] = ()) -> Plan:
    """`columns`: names of a grain, each with its kind's first letter: `fee:n name:t`."""
    kinds = {"n": NUMBER, "t": TEXT, "b": BOOLEAN, "d": DATE, "e": ENUM}
    tables = {
        grain: {
            name: ColumnInfo(Type(kinds[kind]), Fraction(1), name in optional)
            for name, _, kind in (word.rpartition(":") for word in words.split())
        }
        for grain, words in columns.items()
    }
    return Plan(cast(Any, None), Period(2026, 1), {}, steps, tables, (), "nobody")


def run(plan: Plan, widths: Widths | None = None, **frames: pl.DataFrame) -> dict[str, pl.DataFrame]:
    tables = {name: InputTable(frame, name, "", frame.height, 0, ()) for name, frame in frames.items()}
    inputs = Inputs(tables, pl.DataFrame())
    return DuckdbEngine().run(plan, inputs, widths or Widths(), set(plan.columns)).frames


def attach(grain: str, target: str, match: Match, found: str | None, *items: tuple[str, str, Kind]) -> Attach:
    return Attach(grain, target, match, tuple(Attached(*item) for item in items), found)


def total(name: str, word: str, value: str | None = None, where: Node | None = None) -> Aggregated:
    kind = BOOLEAN if word == "any" else NUMBER
    return Aggregated(name, cast(Any, word), Column(value) if value else None, where, kind)


def derive(grain: str, name: str, node: Node, kind: Kind = NUMBER) -> Derive:
    return Derive(grain, (Derived(name, node, kind),))


def test_a_source_keeps_its_order_and_fills_what_is_missing() -> None:
    frame = run(plan_of((TICKET,), {"ticket": "kind:e paid_on:d hours:n"}, ("paid_on",)), ticket=TICKETS)["ticket"]
    assert frame.to_dict(as_series=False) == {
        "kind": [0, 1, 2, 1], "paid_on": [20454, 0, 20460, 0], "paid_on?": [True, False, True, False],
        "hours": [3, 1, 5, 2],
    }  # fmt: skip
    assert frame.dtypes == [pl.Int64, pl.Int64, pl.Boolean, pl.Int64]


def test_optional_cells_of_every_kind() -> None:
    source = Source(
        "x", (SourceColumn("t", TEXT, True), SourceColumn("b", BOOLEAN, True), SourceColumn("n", NUMBER, True))
    )
    frame = pl.DataFrame({"t": ["a", None], "b": [None, True], "n": [None, None]}, schema={"t": pl.String, "b": pl.Boolean,
                                                                                      "n": pl.Int64})  # fmt: skip
    found = run(plan_of((source,), {"x": "t:t b:b n:n"}, ("t", "b", "n")), x=frame)["x"]
    assert found.rows() == [("a", True, False, False, 0, False), ("", False, True, True, 0, False)]


def test_order_of_a_large_source_of_many_chunks() -> None:
    """300,000 rows in chunks of 7,000, which several threads read."""
    numbers = pl.concat([pl.DataFrame({"n": range(at, at + 7000)}) for at in range(0, 301_000, 7000)], rechunk=False)
    plan = plan_of(
        (Source("x", (SourceColumn("n", NUMBER),)), derive("x", "m", Add((Column("n"), Const(1))))), {"x": "m:n"}
    )
    assert run(plan, x=numbers)["x"]["m"].to_list() == list(range(1, 301_001))


def test_rejected_rows_are_counted_beside_the_row() -> None:
    source = Source("x", (), (), ("ticket",))
    frame = pl.DataFrame({"rejected(ticket)": pl.Series([0, 3], dtype=pl.Int64)})
    plan = plan_of((source, derive("x", "lost", Column("rejected(ticket)"))), {"x": "lost:n"})
    assert run(plan, x=frame)["x"]["lost"].to_list() == [0, 3]


def test_the_period_is_one_row() -> None:
    """2026-01-01 is day 20454 since 1970: 56 years of 365 days and 14 leap days."""
    assert 56 * 365 + 14 == 20454
    frame = run(plan_of((Single("period"),), {"period": "start:d end:d days:n name:t"}))["period"]
    assert frame.rows() == [(20454, 20484, 31, "2026-01")]


def test_attaching_a_row_that_is_always_there_and_one_that_may_be_missing() -> None:
    sizes = pl.DataFrame({"@garage": pl.Series([1], dtype=pl.UInt32), "places": [40], "open": [True], "note": ["x"]})
    size = Source("size", (SourceColumn("places", NUMBER), SourceColumn("open", BOOLEAN), SourceColumn("note", TEXT)),
                  ("garage",))  # fmt: skip
    steps = (
        GARAGE, size, TICKET, Single("period"),
        attach("ticket", "garage", Match(("@garage",), ("@row",)), None, ("garage.fee", "fee", NUMBER)),
        attach("garage", "size", OF_GARAGE, "size?", ("size.places", "places", NUMBER), ("size.open", "open", BOOLEAN),
               ("size.note", "note", TEXT)),
        attach("garage", "period", ALL, None, ("period.days", "days", NUMBER)),
    )  # fmt: skip
    plan = plan_of(
        steps, {"ticket": "garage.fee:n", "garage": "size?:b size.places:n size.open:b size.note:t period.days:n"}
    )
    frames = run(plan, garage=GARAGES, ticket=TICKETS, size=sizes)
    assert frames["ticket"]["garage.fee"].to_list() == [3000, 2000, 3000, 3000]
    assert frames["garage"].rows() == [(False, 0, False, "", 31), (True, 40, True, "x", 31), (False, 0, False, "", 31)]


def test_every_kind_of_total_over_some_and_over_no_rows() -> None:
    """Garage 0 has one ticket of 1 hour, 1 has 3 + 5 + 2 hours of kinds 0, 2, 1, and 2 has none."""
    first = Compare("=", Column("kind"), Const(1))
    items = (
        total("hours_all", "sum", "hours"), total("hours_first", "sum", "hours", first), total("longest", "max", "hours"),
        total("shortest", "min", "hours"), total("shortest_first", "min", "hours", first), total("many", "count"),
        total("many_first", "count", None, first), total("some", "any"), total("some_first", "any", None, first),
        total("bits", "bit_or", "kind"),
    )  # fmt: skip
    names = (
        "hours_all:n hours_first:n longest:n shortest:n shortest_first:n many:n many_first:n some:b some_first:b bits:n"
    )
    plan = plan_of((GARAGE, TICKET, Aggregate("garage", "ticket", OF_GARAGE, items, None)), {"garage": names})
    frame = run(plan, garage=GARAGES, ticket=TICKETS)["garage"]
    assert frame.rows() == [
        (1, 1, 1, 1, 1, 1, 1, True, True, 1),
        (10, 2, 5, 2, 2, 3, 1, True, True, 3),
        (0, 0, 0, 0, 0, 0, 0, False, False, 0),
    ]
    assert set(frame.dtypes) == {pl.Int64, pl.Boolean}
    empty = run(plan, garage=GARAGES, ticket=TICKETS.clear())["garage"]
    assert empty.rows() == [(0, 0, 0, 0, 0, 0, 0, False, False, 0)] * 3
    assert run(plan, garage=GARAGES.clear(), ticket=TICKETS.clear())["garage"].height == 0


def test_totals_of_all_rows_stand_on_the_period() -> None:
    items = (total("hours", "sum", "hours"), total("many", "count"))
    steps = (TICKET, Single("period"), Aggregate("period", "ticket", ALL, items, None))
    plan = plan_of(steps, {"period": "hours:n many:n"})
    assert run(plan, ticket=TICKETS)["period"].rows() == [(11, 4)]
    assert run(plan, ticket=TICKETS.clear())["period"].rows() == [(0, 0)]
    alone = plan_of(
        (TICKET, Single("period"), Aggregate("period", "ticket", ALL, (items[1],), None)), {"period": "many:n"}
    )
    assert run(alone, ticket=TICKETS)["period"].rows() == [(4,)]


def grouped(*more: Step, columns: str) -> Plan:
    keys = ("@garage", "@day")
    steps = (GARAGE, TICKET, Group("stay", "ticket", keys),
             Aggregate("stay", "ticket", Match(keys, keys), (total("hours_of_day", "sum", "hours"),), None), *more)  # fmt: skip
    return plan_of(steps, {"stay": columns})


def test_a_group_has_a_row_for_each_combination_that_occurs() -> None:
    """Garage 1 on day 0: 3 + 2 hours."""
    frame = run(grouped(columns="@garage:n @day:n hours_of_day:n"), garage=GARAGES, ticket=TICKETS)["stay"]
    assert sorted(frame.rows()) == [(0, 0, 1), (1, 0, 5), (1, 1, 5)]
    assert run(grouped(columns="@day:n hours_of_day:n"), garage=GARAGES, ticket=TICKETS.clear())["stay"].height == 0


def test_totals_of_a_group_over_none_of_its_rows() -> None:
    never = Compare("=", Column("kind"), Const(9))
    items = (total("sum", "sum", "hours", never), total("most", "max", "hours", never), total("bits", "bit_or", "kind", never),
             total("some", "any", None, never), total("many", "count", None, never))  # fmt: skip
    keys = ("@garage",)
    steps = (TICKET, Group("place", "ticket", keys), Aggregate("place", "ticket", Match(keys, keys), items, None))
    plan = plan_of(steps, {"place": "@garage:n sum:n most:n bits:n some:b many:n"})
    assert sorted(run(plan, ticket=TICKETS)["place"].rows()) == [(0, 0, 0, 0, False, 0), (1, 0, 0, 0, False, 0)]


def test_totals_of_a_group_over_more_than_its_own_rows() -> None:
    """Each day of a garage also knows the hours of all days of that garage: 1 for garage 0, 10 for garage 1."""
    garage = Match(("@garage",), ("@garage",))
    more = Aggregate("stay", "ticket", garage, (total("hours_of_garage", "sum", "hours"),), None)
    frame = run(grouped(more, columns="hours_of_day:n hours_of_garage:n"), garage=GARAGES, ticket=TICKETS)["stay"]
    assert sorted(frame.rows()) == [(1, 1), (5, 10), (5, 10)]


def test_a_group_reads_and_is_read() -> None:
    """Per garage the longest day, and how far each ticket's hours are from its day's."""
    keys = ("@garage", "@day")
    steps = (
        *grouped(columns="").steps,
        attach("stay", "garage", Match(("@garage",), ("@row",)), None, ("garage.fee", "fee", NUMBER)),
        derive("stay", "price", Multiply(Column("garage.fee"), Column("hours_of_day"))),
        Aggregate("garage", "stay", OF_GARAGE, (total("dearest", "max", "price"),), None),
        attach("ticket", "stay", Match(keys, keys), None, ("stay.hours_of_day", "hours_of_day", NUMBER)),
        Aggregate("garage", "ticket", OF_GARAGE, (total("days_hours", "sum", "stay.hours_of_day"),), None),
    )
    plan = plan_of(steps, {"garage": "dearest:n days_hours:n", "ticket": "stay.hours_of_day:n", "stay": "price:n"})
    frames = run(plan, garage=GARAGES, ticket=TICKETS)
    assert frames["ticket"]["stay.hours_of_day"].to_list() == [5, 1, 5, 5]
    assert frames["garage"].rows() == [(2000, 1), (15000, 15), (0, 0)]
    assert sorted(frames["stay"]["price"]) == [2000, 15000, 15000]


def test_the_rows_of_a_group_keep_their_numbers() -> None:
    """A group of a group finds its rows by @row: garage 1 has two days, of 5 hours each."""
    steps = (
        *grouped(columns="").steps,
        Group("place", "stay", ("@garage",)),
        Aggregate("place", "stay", Match(("@garage",), ("@garage",)), (total("first", "min", "@row"),), None),
        attach("place", "stay", Match(("first",), ("@row",)), "stay?", ("hours_of_one_day", "hours_of_day", NUMBER)),
    )
    frame = run(plan_of(steps, {"place": "@garage:n hours_of_one_day:n stay?:b"}), garage=GARAGES, ticket=TICKETS)[
        "place"
    ]
    assert sorted(frame.rows()) == [(0, 1, True), (1, 5, True)]


def test_totals_for_a_group_that_read_the_group_itself() -> None:
    """Each ticket knows its day's hours; the day then counts the tickets that are more than half of them."""
    keys = ("@garage", "@day")
    match = Match(keys, keys)
    more = Compare(">", Multiply(Column("hours"), Const(2)), Column("stay.hours_of_day"))
    steps = (
        *grouped(columns="").steps,
        attach("ticket", "stay", match, None, ("stay.hours_of_day", "hours_of_day", NUMBER)),
        Aggregate("stay", "ticket", match, (total("long", "count", None, more),), None),
    )
    frame = run(plan_of(steps, {"stay": "hours_of_day:n long:n"}), garage=GARAGES, ticket=TICKETS)["stay"]
    assert sorted(frame.rows()) == [(1, 1), (5, 1), (5, 1)]


def test_wide_columns_are_exact_and_come_back_as_wide_as_they_are_stored() -> None:
    """(2^62)^2 stays 128 bit; divided by 2^62 again it fits 64 bit; three times 2^62 is summed beyond 64 bit."""
    big = pl.DataFrame({"n": pl.Series([2**62, -(2**62), 7], dtype=pl.Int64)})
    steps = (
        Source("x", (SourceColumn("n", NUMBER),)), Single("period"),
        derive("x", "square", Multiply(Column("n"), Column("n"))),
        derive("x", "back", Divide(Multiply(Column("n"), Const(2**62)), Const(2**62), "half_up")),
        derive("x", "cube", Multiply(Column("square"), Const(5))),
        Aggregate("period", "x", ALL, (total("squares", "sum", "square"), total("most", "max", "square"),
                  Aggregated("thrice", "sum", Multiply(Column("n"), Column("n")), None, NUMBER),
                  Aggregated("least", "min", Multiply(Column("n"), Const(2)), None, NUMBER)), None),
        derive("period", "rest", Divide(Column("squares"), Const(2**63), "floor")),
    )  # fmt: skip
    wide = {("x", "square"), ("x", "cube"), ("period", "squares"), ("period", "most"), ("period", "thrice")}
    widths = Widths(frozenset({*wide, ("x", "back"), ("period", "least"), ("period", "rest")}), frozenset(wide))
    columns = {"x": "square:n back:n cube:n", "period": "squares:n most:n thrice:n rest:n least:n"}
    frames = run(plan_of(steps, columns), widths, x=big)
    assert frames["x"].rows() == [(n * n, n, n * n * 5) for n in (2**62, -(2**62), 7)]
    assert frames["x"].dtypes == [pl.Int128, pl.Int64, pl.Int128]
    squares = 2 * 2**124 + 49
    assert frames["period"].rows() == [(squares, 2**124, squares, 2**62, -(2**63))]
    assert frames["period"].dtypes == [pl.Int128, pl.Int128, pl.Int128, pl.Int64, pl.Int64]


def test_numbers_of_39_digits_come_back_whole() -> None:
    """DuckDB hands them out as a decimal of 38 digits."""
    steps = (
        Single("period"),
        derive("period", "most", Const(2**127 - 1)),
        derive("period", "least", Const(-(2**127) + 1)),
    )
    both = frozenset({("period", "most"), ("period", "least")})
    frame = run(plan_of(steps, {"period": "most:n least:n"}), Widths(both, both))["period"]
    assert frame.rows() == [(2**127 - 1, -(2**127) + 1)]


@pytest.mark.parametrize("widths", [Widths(), Widths(frozenset({("x", "twice"), ("period", "sum")}))])
def test_what_does_not_fit_is_an_error_and_never_wraps(widths: Widths) -> None:
    """2 * 2^62 = 2^63 is one more than 64 bit hold, whether it is computed or summed, in 64 or in 128 bit."""
    frame = pl.DataFrame({"n": [2**62, 2**62]})
    steps = (Source("x", (SourceColumn("n", NUMBER),)), Single("period"), derive("x", "twice", Multiply(Column("n"), Const(2))),
             Aggregate("period", "x", ALL, (total("sum", "sum", "n"),), None))  # fmt: skip
    for columns in ({"x": "twice:n"}, {"period": "sum:n"}):
        with pytest.raises(duckdb.Error, match="INT64"):
            run(plan_of(steps, columns), widths, x=frame)


def far_apart(count: int) -> tuple[tuple[int, int], ...]:
    return tuple((place * 1000 - 3, place * place) for place in range(count))


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("count", [10, 40, 300])
def test_large_tables_of_values_inside_formulas(count: int, wide: bool) -> None:
    """In a formula, under a condition, in what is summed and in its condition: joined where they are large."""
    asked = [-5, -4, -3, -2, 996, 997, 998, 8997, 38_997, 299_000, 10**15]
    cells, steps = dict(far_apart(count)), far_apart(count)
    node = Add((Column("n"), Const(0)))
    both = Add((Cells(node, far_apart(count), -1), Multiply(Steps(node, steps, -2), Const(3))))
    program = (
        Source("x", (SourceColumn("n", NUMBER),)), Single("period"),
        derive("x", "both", Choose(Compare("<", Column("n"), Const(10**9)), both, Const(7))),
        Aggregate("period", "x", ALL, (Aggregated("sum", "sum", Steps(node, steps, -2), None, NUMBER),
                  Aggregated("many", "count", None, Compare(">", Cells(Column("n"), far_apart(count)), Const(0)), NUMBER)), None),
    )  # fmt: skip
    widths = Widths(frozenset({("x", "both"), ("period", "sum"), ("period", "many")})) if wide else Widths()
    frames = run(plan_of(program, {"x": "both:n", "period": "sum:n many:n"}), widths, x=pl.DataFrame({"n": asked}))
    last = {n: ([-2] + [value for at, value in steps if at <= n])[-1] for n in asked}
    assert frames["x"]["both"].to_list() == [cells.get(n, -1) + last[n] * 3 if n < 10**9 else 7 for n in asked]
    assert frames["period"].rows() == [(sum(last.values()), sum(cells.get(n, 0) > 0 for n in asked))]


def test_a_table_of_values_asked_for_a_wide_number() -> None:
    """(2^62)^2 = 2^124 lies above the last threshold, 299,000."""
    node = Add((Steps(Multiply(Column("n"), Column("n")), far_apart(300)), Const(1)))
    steps = (Source("x", (SourceColumn("n", NUMBER),)), derive("x", "y", node))
    widths = Widths(frozenset({("x", "y")}))
    assert run(plan_of(steps, {"x": "y:n"}), widths, x=pl.DataFrame({"n": [2**62]}))["x"].rows() == [(299 * 299 + 1,)]


def test_large_tables_are_joined_and_what_they_are_asked_is_computed_once() -> None:
    for count, joins in ((90, 0), (300, 1)):
        node = Add((Steps(Add((Column("n"), Const(5))), far_apart(count)), Const(1)))
        steps = (Source("x", (SourceColumn("n", NUMBER),)), derive("x", "y", node))
        text = DuckdbEngine().sql(plan_of(steps, {"x": "y:n"}), Widths())
        assert text.count("ASOF LEFT JOIN") == joins
        assert text.count('"n" + 5') == 1


def test_names_that_differ_by_case_only_or_hold_signs() -> None:
    frame = pl.DataFrame({"a": [1], "A": [2], 'q"x.y': [3]})
    source = Source("T", tuple(SourceColumn(name, NUMBER) for name in frame.columns))
    other = Source("t", (SourceColumn("a", NUMBER),))
    steps = (source, other, derive("T", "B!", Add((Column("a"), Column("A")))), derive("T", "b!", Column('q"x.y')))
    plan = plan_of(steps, {"T": 'A:n a:n B!:n b!:n q"x.y:n', "t": "a:n"})
    frames = run(plan, T=frame, t=pl.DataFrame({"a": [9]}))
    assert frames["T"].row(0, named=True) == {"A": 2, "a": 1, "B!": 3, "b!": 3, 'q"x.y': 3}
    assert frames["t"].rows() == [(9,)]


def test_faults_and_the_blocked_of_the_person() -> None:
    steps = (GARAGE, derive("garage", "price", Column("fee")), derive("garage", "price!", Const(4)),
             derive("garage", "@blocked", Column("price!")))  # fmt: skip
    columns = {"garage": {"price": ColumnInfo(Type(NUMBER), Fraction(1), faulty=True)}}
    plan = Plan(cast(Any, None), Period(2026, 1), {}, steps, columns, (), "garage")
    frame = run(plan, garage=GARAGES)["garage"]
    assert frame.columns == ["price", "price!", "@blocked"]
    assert frame.rows() == [(2000, 4, 4), (3000, 4, 4), (0, 4, 4)]


CHAIN = (
    *grouped(columns="").steps,
    attach("stay", "garage", Match(("@garage",), ("@row",)), None, ("garage.fee", "fee", NUMBER)),
    derive("stay", "price", Multiply(Column("garage.fee"), Column("hours_of_day"))),
    Aggregate("garage", "stay", OF_GARAGE, (total("prices", "sum", "price"),), None),
    Aggregate("garage", "ticket", OF_GARAGE, (total("tickets", "count"),), None),
    Aggregate("garage", "stay", OF_GARAGE, (total("days", "count"),), None),
    derive("garage", "unused", Multiply(Column("days"), Column("tickets"))),
)


def test_the_text_is_the_same_every_time_and_needs_no_data() -> None:
    plan = plan_of(CHAIN, {"garage": "prices:n tickets:n days:n"})
    text = DuckdbEngine().sql(plan, Widths())
    assert text == DuckdbEngine().sql(plan, Widths())
    assert text.endswith(";\n\n")
    for part in ('SUM("hours")', '"garage.fee" * "hours_of_day"', 'GROUP BY\n    "@garage",\n    "@day"', '"prices"'):
        assert part in text


def test_a_pass_waits_until_all_its_totals_can_be_made() -> None:
    """The second total of tickets needs the period, which needs garages: one pass over the tickets all the same."""
    over = Compare(">", Column("hours"), Column("period.most"))
    steps = (
        GARAGE, TICKET, Single("period"),
        Aggregate("garage", "ticket", OF_GARAGE, (total("many", "count"),), None),
        Aggregate("period", "garage", ALL, (total("most", "max", "fee"),), None),
        attach("ticket", "period", ALL, None, ("period.most", "most", NUMBER)),
        Aggregate("garage", "ticket", OF_GARAGE, (total("dear", "count", None, over),), None),
    )  # fmt: skip
    text = DuckdbEngine().sql(plan_of(steps, {"garage": "many:n dear:n"}), Widths())
    assert text.count("GROUP BY") == 1


def test_totals_of_a_group_wait_for_its_keys() -> None:
    """The key comes by a join of which other columns need the group: by fee 2000 1 hour, by fee 3000 3 + 5 + 2."""
    match = Match(("@garage",), ("@row",))
    steps = (
        GARAGE, TICKET, Single("period"),
        attach("ticket", "garage", match, None, ("garage.fee", "fee", NUMBER)),
        Group("price", "ticket", ("garage.fee",)),
        Aggregate("price", "ticket", Match(("garage.fee",), ("garage.fee",)), (total("hours_at", "sum", "hours"),), None),
        attach("garage", "price", Match(("fee",), ("garage.fee",)), "price?", ("price.hours", "hours_at", NUMBER)),
        derive("garage", "twice", Add((Column("price.hours"), Column("price.hours")))),
        attach("ticket", "garage", match, None, ("garage.twice", "twice", NUMBER), ("garage.hours", "price.hours", NUMBER)),
    )  # fmt: skip
    plan = plan_of(steps, {"ticket": "garage.twice:n garage.hours:n", "garage": "price.hours:n price?:b"})
    frames = run(plan, garage=GARAGES, ticket=TICKETS)
    assert frames["garage"].rows() == [(1, True), (10, True), (0, False)]
    assert frames["ticket"].rows() == [(20, 10), (2, 1), (20, 10), (20, 10)]


def test_what_nobody_reads_is_not_computed_and_one_pass_makes_all_totals() -> None:
    text = DuckdbEngine().sql(plan_of(CHAIN, {"garage": "prices:n tickets:n days:n"}), Widths())
    assert "unused" not in text
    assert "paid_on" not in text
    assert text.count('FROM "ticket"') == 1  # a view, though two passes read it
    assert text.count('FROM "stay 3"') == 1  # prices and days together
    assert "CREATE TEMPORARY TABLE" not in text  # each frame is read once


def test_a_frame_that_cost_a_pass_and_is_read_twice_is_stored_until_its_last_reader_is_done() -> None:
    text = DuckdbEngine().sql(plan_of(CHAIN, {"garage": "prices:n", "stay": "price:n"}), Widths())
    assert text.count('GROUP BY\n    "@garage",\n    "@day"') == 1
    assert text.count("CREATE TEMPORARY TABLE") == 1
    assert text.rstrip().endswith('DROP TABLE "stay 3";')


def test_it_runs_without_pyarrow() -> None:
    """The project does not depend on pyarrow, through which DuckDB takes plain frames."""
    script = (
        "import runpy, sys; sys.modules['pyarrow'] = None\n"
        f"here = runpy.run_path({__file__!r})\n"
        "here['test_wide_columns_are_exact_and_come_back_as_wide_as_they_are_stored']()\n"
        "here['test_a_group_reads_and_is_read']()\n"
        "here['test_optional_cells_of_every_kind']()\n"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
