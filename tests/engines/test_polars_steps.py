"""Each kind of step on a car park: garages, days, permits and the tickets drawn there; sums are shown beside the rows."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, cast

import polars as pl
import pytest

from eremun.engines.polars.engine import PolarsEngine
from eremun.intake.inputs import Inputs, InputTable
from eremun.plan import nodes as n
from eremun.plan.plan import ColumnInfo, Plan
from eremun.plan.widths import Widths
from eremun.values.periods import Period
from eremun.values.types import BOOLEAN, DATE, NIP, TEXT, Kind, Type

C, K = n.Column, n.Const
NUMBER = Type(Kind.NUMBER)
DAY = 20_000

GARAGES = pl.DataFrame({"garage": ["north", "south", "west"], "fee": [300, 500, 700]})
DAYS = pl.DataFrame({"day": pl.Series([DAY, DAY + 1, DAY + 2], dtype=pl.Int32), "open": [True, False, True]})
# one permit a garage and day; none for (0, 1) and (2, any)
PERMITS = pl.DataFrame(
    {
        "@garages": pl.Series([0, 1, 1, 0], dtype=pl.UInt32),
        "@days": pl.Series([0, 2, 0, 2], dtype=pl.UInt32),
        "garage": ["north", "south", "south", "north"],
        "day": pl.Series([DAY, DAY + 2, DAY, DAY + 2], dtype=pl.Int32),
        "rank": pl.Series([3, 1, 2, 9], dtype=pl.Int16),
        "holder": ["ann", "bob", "cy", "dee"],
    }
)
TICKETS = pl.DataFrame(
    {
        "@garages": pl.Series([0, 1, 0, 1, 0], dtype=pl.UInt32),
        "@days": pl.Series([0, 2, 1, 2, 0], dtype=pl.UInt32),
        "garage": ["north", "south", "north", "south", "north"],
        "day": pl.Series([DAY, DAY + 2, DAY + 1, DAY + 2, DAY], dtype=pl.Int32),
        "hours": [2, 5, 1, -3, 4],
        "paid": pl.Series([DAY, None, None, DAY + 9, DAY], dtype=pl.Int32),
        "note": ["x", None, "", "y", None],
        "fine": [True, None, False, None, True],
        "rejected(permits)": [0, 0, 2, 0, 0],
    }
)

SOURCES: tuple[n.Step, ...] = (
    n.Source("garages", (n.SourceColumn("garage", Kind.TEXT), n.SourceColumn("fee", Kind.NUMBER))),
    n.Source("days", (n.SourceColumn("day", Kind.DATE), n.SourceColumn("open", Kind.BOOLEAN))),
    n.Source(
        "permits",
        (
            n.SourceColumn("garage", Kind.TEXT),
            n.SourceColumn("day", Kind.DATE),
            n.SourceColumn("rank", Kind.ENUM),
            n.SourceColumn("holder", Kind.TEXT),
        ),
        ("garages", "days"),
    ),
    n.Source(
        "tickets",
        (
            n.SourceColumn("garage", Kind.TEXT),
            n.SourceColumn("day", Kind.DATE),
            n.SourceColumn("hours", Kind.NUMBER),
            n.SourceColumn("paid", Kind.DATE, True),
            n.SourceColumn("note", Kind.TEXT, True),
            n.SourceColumn("fine", Kind.BOOLEAN, True),
        ),
        ("garages", "days"),
        ("permits",),
    ),
    n.Single("period"),
)
TYPES = {"garage": TEXT, "holder": TEXT, "note": TEXT, "name": TEXT, "open": BOOLEAN, "fine": BOOLEAN, "day": DATE}


def run(
    steps: tuple[n.Step, ...],
    grain: str,
    *columns: str,
    tables: dict[str, pl.DataFrame] | None = None,
    widths: Widths | None = None,
) -> pl.DataFrame:
    given = {"garages": GARAGES, "days": DAYS, "permits": PERMITS, "tickets": TICKETS} | (tables or {})
    inputs = Inputs(
        {name: InputTable(frame, f"{name}.csv", "", frame.height, 0, ()) for name, frame in given.items()},
        pl.DataFrame(),
    )
    info = {
        name: ColumnInfo(TYPES.get(name, NUMBER), Fraction(1), f"{name}?" in columns)
        for name in columns
        if not name.endswith("?")
    }
    plan = Plan(cast(Any, None), Period(2024, 2), {}, SOURCES + steps, {grain: info}, (), "nobody")
    result = PolarsEngine().run(plan, inputs, widths or Widths(), {grain}).frames
    assert list(result) == [grain]
    return result[grain]


def column(frame: pl.DataFrame, name: str) -> list[object]:
    return frame[name].to_list()


def derive(grain: str, **nodes: tuple[n.Node, Kind]) -> n.Derive:
    return n.Derive(grain, tuple(n.Derived(name, node, kind) for name, (node, kind) in nodes.items()))


def aggregate(
    grain: str, over: str, own: tuple[str, ...], theirs: tuple[str, ...], *items: n.Aggregated
) -> n.Aggregate:
    return n.Aggregate(grain, over, n.Match(own, theirs), items, None)


def summed(
    name: str, word: Any, value: n.Node | None = None, where: n.Node | None = None, kind: Kind = Kind.NUMBER
) -> n.Aggregated:
    return n.Aggregated(name, word, value, where, kind)


def test_source_fills_what_is_optional() -> None:
    frame = run((), "tickets", "paid", "paid?", "note", "note?", "fine", "fine?", "hours")
    assert column(frame, "paid") == [DAY, 0, 0, DAY + 9, DAY]
    assert column(frame, "paid?") == [True, False, False, True, True]
    assert column(frame, "note") == ["x", "", "", "y", ""]
    assert column(frame, "note?") == [True, False, True, True, False]  # an empty text that is there is there
    assert column(frame, "fine") == [True, False, False, False, True]
    assert column(frame, "hours") == [2, 5, 1, -3, 4]
    assert set(frame.null_count().row(0)) == {0}


def test_results_are_64_bit_integers() -> None:
    frame = run((), "permits", "day", "rank", "holder")
    assert frame.schema == {"day": pl.Int64, "rank": pl.Int64, "holder": pl.String}


def test_source_counts_rejected_rows_and_its_own() -> None:
    step = derive("tickets", lost=(C("rejected(permits)"), Kind.NUMBER), row=(C("@row"), Kind.NUMBER))
    frame = run((step,), "tickets", "lost", "row")
    assert column(frame, "lost") == [0, 0, 2, 0, 0]
    assert column(frame, "row") == [0, 1, 2, 3, 4]


def test_period_is_one_row() -> None:
    frame = run((), "period", "start", "end", "days", "name")
    assert frame.rows() == [(19_754, 19_782, 29, "2024-02")]  # 2024-02-01 is day 19754


def test_derive_in_both_widths() -> None:
    product = n.Multiply(n.Multiply(C("hours"), K(2**61)), K(2**10))
    step = derive("tickets", big=(product, Kind.NUMBER), back=(n.Divide(product, K(2**71), "half_up"), Kind.NUMBER))
    wide = frozenset({("tickets", "big"), ("tickets", "back")})
    frame = run((step,), "tickets", "big", "back", widths=Widths(wide, frozenset({("tickets", "big")})))
    assert frame.schema == {"big": pl.Int128, "back": pl.Int64}
    assert column(frame, "big") == [hours * 2**71 for hours in (2, 5, 1, -3, 4)]
    assert column(frame, "back") == [2, 5, 1, -3, 4]


def test_wide_result_that_is_too_large_to_store_is_an_error() -> None:
    step = derive("tickets", big=(n.Multiply(C("hours"), K(2**62)), Kind.NUMBER))
    with pytest.raises(pl.exceptions.InvalidOperationError):
        run((step,), "tickets", "big", widths=Widths(frozenset({("tickets", "big")})))


def test_derive_a_constant_of_each_kind() -> None:
    step = derive("tickets", one=(K(1), Kind.NUMBER), yes=(K(True), Kind.BOOLEAN), word=(K("a"), Kind.TEXT))
    assert run((step,), "tickets", "one", "yes", "word").rows() == [(1, True, "a")] * 5
    assert run((step,), "tickets", "one", "yes", "word", tables={"tickets": TICKETS.clear()}).rows() == []


def test_attach_by_row_number() -> None:
    step = n.Attach(
        "tickets",
        "garages",
        n.Match(("@garages",), ("@row",)),
        (n.Attached("fee", "fee", Kind.NUMBER), n.Attached("which", "garage", Kind.TEXT)),
        None,
    )
    frame = run((step,), "tickets", "fee", "which")
    assert frame.rows() == [(300, "north"), (500, "south"), (300, "north"), (500, "south"), (300, "north")]


@pytest.mark.parametrize("key", ["@garages", "garage"])
@pytest.mark.parametrize("day", ["@days", "day"])
def test_attach_where_there_may_be_no_row(key: str, day: str) -> None:
    step = n.Attach(
        "tickets",
        "permits",
        n.Match((key, day), (key, day)),
        (n.Attached("rank", "rank", Kind.ENUM), n.Attached("holder", "holder", Kind.TEXT)),
        "found",
    )
    frame = run((step,), "tickets", "rank", "holder", "found", "hours")
    assert frame.rows() == [
        (3, "ann", True, 2),
        (1, "bob", True, 5),
        (0, "", False, 1),
        (1, "bob", True, -3),
        (3, "ann", True, 4),
    ]


@pytest.mark.parametrize("spread", [1, 10**6, 10**15])
def test_attach_by_values_near_and_far_apart(spread: int) -> None:
    """An array of places, a join of packed keys, a join of columns that do not fit one key; some values out of range."""
    there = pl.DataFrame({"a": [0, 1, 2, -1], "b": [0, 5, 5, 5], "value": [10, 11, 12, 13]}).with_columns(
        pl.col("a") * spread, pl.col("b") * spread
    )
    asked = pl.DataFrame({"a": [1, 2, 0, 9, -1, 0, 0], "b": [5, 5, 0, 5, 5, 5, -1]}).with_columns(
        pl.col("a") * spread, pl.col("b") * spread
    )
    source = tuple(
        n.Source(name, (n.SourceColumn("a", Kind.NUMBER), n.SourceColumn("b", Kind.NUMBER), *more))
        for name, more in (("there", (n.SourceColumn("value", Kind.NUMBER),)), ("asked", ()))
    )
    attach = n.Attach(
        "asked", "there", n.Match(("a", "b"), ("a", "b")), (n.Attached("value", "value", Kind.NUMBER),), "t?"
    )
    flag = derive("asked", t=(n.Choose(C("t?"), K(1), K(0)), Kind.NUMBER))
    frame = run((*source, attach, flag), "asked", "value", "t", tables={"there": there, "asked": asked})
    assert frame.rows() == [(11, 1), (12, 1), (10, 1), (0, 0), (13, 1), (0, 0), (0, 0)]
    for tables in ({"there": there.clear(), "asked": asked}, {"there": there, "asked": asked.clear()}):
        frame = run((*source, attach, flag), "asked", "value", "t", tables=tables)
        assert frame.rows() == [(0, 0)] * tables["asked"].height


def test_attach_the_period() -> None:
    step = n.Attach(
        "tickets",
        "period",
        n.Match((), ()),
        (n.Attached("length", "days", Kind.NUMBER), n.Attached("name", "name", Kind.TEXT)),
        None,
    )
    assert run((step,), "tickets", "length", "name").rows() == [(29, "2024-02")] * 5


BY_ROW: tuple[n.Step, ...] = (n.Group("visits", "tickets", ("@garages", "@days")),)


@pytest.mark.parametrize("keys", [("@garages", "@days"), ("garage", "day"), ("day",), ("@garages", "day", "hours")])
def test_group(keys: tuple[str, ...]) -> None:
    """Rows are the distinct keys; sums onto them come back to the right one; the key keeps its stored form."""
    steps = (
        n.Group("visits", "tickets", keys),
        aggregate("visits", "tickets", keys, keys, summed("hours_", "sum", C("hours"))),
    )
    frame = run(steps, "visits", *keys, "hours_")
    expected: dict[tuple[object, ...], int] = {}
    for row in TICKETS.iter_rows(named=True):
        key = tuple(row[name] for name in keys)
        expected[key] = expected.get(key, 0) + row["hours"]
    assert {row[:-1]: row[-1] for row in frame.rows()} == expected
    assert frame.height == len(expected)


def test_group_of_no_rows() -> None:
    steps = (
        *BY_ROW,
        aggregate("visits", "tickets", ("@garages", "@days"), ("@garages", "@days"), summed("h", "sum", C("hours"))),
    )
    frame = run(steps, "visits", "@garages", "h", tables={"tickets": TICKETS.clear()})
    assert frame.shape == (0, 2)


def test_group_has_row_numbers_and_attaches() -> None:
    attach = n.Attach(
        "visits",
        "permits",
        n.Match(("@garages", "@days"), ("@garages", "@days")),
        (n.Attached("rank", "rank", Kind.ENUM),),
        "p?",
    )
    number = derive("visits", row=(C("@row"), Kind.NUMBER), has=(C("p?"), Kind.BOOLEAN))
    frame = run((*BY_ROW, attach, number), "visits", "@garages", "@days", "rank", "has", "row").sort("row")
    assert frame.rows() == [(0, 0, 3, True, 0), (0, 1, 0, False, 1), (1, 2, 1, True, 2)]


ALL_WORDS = (
    summed("sum", "sum", C("hours")),
    summed("min", "min", C("hours")),
    summed("max", "max", C("hours")),
    summed("count", "count"),
    summed("any", "any", kind=Kind.BOOLEAN),
    summed("bits", "bit_or", n.Multiply(C("hours"), C("hours"))),
)


def test_every_aggregate() -> None:
    """north 2, 1, 4; south 5, -3; west none. Bits: 4|1|16 = 21, 25|9 = 25."""
    frame = run(
        (aggregate("garages", "tickets", ("@row",), ("@garages",), *ALL_WORDS),),
        "garages",
        *(i.name for i in ALL_WORDS),
    )
    assert frame.rows() == [(7, 1, 4, 3, True, 21), (2, -3, 5, 2, True, 25), (0, 0, 0, 0, False, 0)]
    assert frame.schema["count"] == pl.Int64


@pytest.mark.parametrize("other", [False, True])
def test_every_aggregate_where(other: bool) -> None:
    """hours above 3: north 4; south 5; one condition for all items, or beside an item without one."""
    above = n.Compare(">", C("hours"), K(3))
    items = tuple(summed(i.name, i.word, i.value, above, i.kind) for i in ALL_WORDS)
    step = aggregate(
        "garages", "tickets", ("@row",), ("@garages",), *items, *([summed("all", "count")] if other else [])
    )
    frame = run((step,), "garages", *(item.name for item in items), *(["all"] if other else []))
    assert not other or column(frame, "all") == [3, 2, 0]
    assert frame.select(item.name for item in items).rows() == [
        (4, 4, 4, 1, True, 16),
        (5, 5, 5, 1, True, 25),
        (0, 0, 0, 0, False, 0),
    ]


@pytest.mark.parametrize("where", [None, n.Compare(">", C("hours"), K(100))])
@pytest.mark.parametrize("rows", [0, 5])
def test_aggregate_of_all_rows(where: n.Node | None, rows: int) -> None:
    items = tuple(summed(i.name, i.word, i.value, where, i.kind) for i in ALL_WORDS)
    frame = run(
        (aggregate("period", "tickets", (), (), *items),),
        "period",
        *(item.name for item in items),
        tables={"tickets": TICKETS.head(rows)},
    )
    # 4 | 25 | 1 | 9 | 16 = 29
    assert frame.rows() == [(9, -3, 5, 5, True, 29) if rows and where is None else (0, 0, 0, 0, False, 0)]


def test_count_of_all_rows_reads_no_column() -> None:
    assert run((aggregate("period", "tickets", (), (), summed("c", "count")),), "period", "c").rows() == [(5,)]


def test_some_of_no_rows() -> None:
    """One item with a condition beside one without, over no rows."""
    above = n.Compare(">", C("hours"), K(3))
    items = (
        summed("some", "any", None, above, Kind.BOOLEAN),
        summed("low", "min", C("hours"), above),
        summed("all", "count"),
    )
    frame = run(
        (aggregate("period", "tickets", (), (), *items),),
        "period",
        "some",
        "low",
        "all",
        tables={"tickets": TICKETS.clear()},
    )
    assert frame.rows() == [(False, 0, 0)]


def test_rows_are_counted_again_when_no_column_is_left() -> None:
    steps = (
        aggregate("period", "tickets", (), (), summed("c", "count", None, n.Compare(">", C("hours"), K(1)))),
        aggregate("period", "tickets", (), (), summed("d", "count")),
        aggregate("period", "tickets", (), (), summed("e", "count")),
    )
    assert run(steps, "period", "c", "d", "e").rows() == [(3, 5, 5)]


def test_rows_of_a_source_without_columns_are_counted() -> None:
    steps = (
        n.Source("cars", ()),
        aggregate("period", "cars", (), (), summed("c", "count")),
        derive("cars", one=(K(1), Kind.NUMBER)),
    )
    assert run(steps, "period", "c", tables={"cars": TICKETS}).rows() == [(5,)]
    assert run(steps, "cars", "one", tables={"cars": TICKETS.drop(TICKETS.columns)}).rows() == [(1,)] * 5
    assert run(steps, "period", "c", tables={"cars": TICKETS.clear()}).rows() == [(0,)]


@pytest.mark.parametrize("more", [(), (summed("all", "count"),)])
def test_condition_of_a_wide_item_is_computed_wide(more: tuple[n.Aggregated, ...]) -> None:
    """4 hours * 2**62 is 2**64, which 64 bits would show as 0; -3 is the only one below 0."""
    item = summed("late", "count", None, n.Compare(">", n.Multiply(C("hours"), K(2**62)), K(0)))
    step = aggregate("garages", "tickets", ("@row",), ("@garages",), item, *more)
    frame = run(
        (step,), "garages", "late", *(item.name for item in more), widths=Widths(frozenset({("garages", "late")}))
    )
    assert column(frame, "late") == [3, 1, 0]


def test_only_what_leads_to_the_kept_is_computed() -> None:
    """The rate of a garage needs no ticket; so the tickets, here without their columns, are never read."""
    steps = (
        aggregate("garages", "tickets", ("@row",), ("@garages",), summed("hours", "sum", C("hours"))),
        derive("garages", rate=(C("fee"), Kind.NUMBER), unused=(C("hours"), Kind.NUMBER)),
    )
    tables = {"tickets": pl.DataFrame({"no": [1]})}
    assert column(run(steps, "garages", "rate", tables=tables), "rate") == [300, 500, 700]


def test_attach_of_no_rows() -> None:
    tables = {"garages": GARAGES.clear(), "permits": PERMITS.clear(), "tickets": TICKETS.clear()}
    steps = (
        n.Attach(
            "tickets", "garages", n.Match(("@garages",), ("@row",)), (n.Attached("fee", "fee", Kind.NUMBER),), None
        ),
        n.Attach(
            "tickets",
            "permits",
            n.Match(("@garages", "@days"), ("@garages", "@days")),
            (n.Attached("rank", "rank", Kind.ENUM),),
            "f",
        ),
    )
    assert run(steps, "tickets", "fee", "rank", "f", tables=tables).rows() == []


def test_only_whether_there_is_a_row() -> None:
    match = n.Match(("@row",), ("@garages",))
    permits = PERMITS.unique("@garages", keep="first", maintain_order=True)
    steps = (n.Attach("garages", "permits", match, (), "has"),)
    assert column(run(steps, "garages", "has", tables={"permits": permits}), "has") == [True, True, False]


def test_aggregate_by_text() -> None:
    step = aggregate("garages", "tickets", ("garage",), ("garage",), summed("h", "sum", C("hours")))
    assert run((step,), "garages", "garage", "h").rows() == [("north", 7), ("south", 2), ("west", 0)]


def test_aggregate_of_no_rows_and_onto_no_rows() -> None:
    step = aggregate("garages", "tickets", ("@row",), ("@garages",), *ALL_WORDS)
    names = [item.name for item in ALL_WORDS]
    assert run((step,), "garages", *names, tables={"tickets": TICKETS.clear()}).rows() == [(0, 0, 0, 0, False, 0)] * 3
    empty = {"tickets": TICKETS.clear(), "garages": GARAGES.clear(), "permits": PERMITS.clear()}
    assert run((step,), "garages", *names, tables=empty).rows() == []


def test_sum_of_a_narrow_column_does_not_wrap() -> None:
    """Polars sums Int32 in Int32: three days of 2_000_000_000 are 6_000_000_000."""
    days = DAYS.with_columns(pl.Series("day", [2_000_000_000] * 3, dtype=pl.Int32))
    step = aggregate("period", "days", (), (), summed("all", "sum", C("day")))
    assert run((step,), "period", "all", tables={"days": days}).rows() == [(6_000_000_000,)]


def test_wide_sum() -> None:
    """Stored wide, and wide on the way: (2 + 1 + 4) * 2**62 is beyond 64 bits, and minus itself is 0."""
    power = n.Multiply(C("hours"), K(2**62))
    step = aggregate(
        "garages",
        "tickets",
        ("@row",),
        ("@garages",),
        summed("big", "sum", power),
        summed("nil", "sum", n.Subtract(power, power), n.Compare(">", C("hours"), K(0))),
    )
    widths = Widths(frozenset({("garages", "big"), ("garages", "nil")}), frozenset({("garages", "big")}))
    frame = run((step,), "garages", "big", "nil", widths=widths)
    assert frame.schema == {"big": pl.Int128, "nil": pl.Int64}
    assert frame.rows() == [(7 * 2**62, 0), (2 * 2**62, 0), (0, 0)]


def test_wide_column_is_attached_and_summed_again() -> None:
    wide = frozenset({("garages", "big"), ("tickets", "big"), ("period", "big")})
    steps = (
        aggregate(
            "garages", "tickets", ("@row",), ("@garages",), summed("big", "sum", n.Multiply(C("hours"), K(2**62)))
        ),
        n.Attach(
            "tickets", "garages", n.Match(("@garages",), ("@row",)), (n.Attached("big", "big", Kind.NUMBER),), None
        ),
        aggregate("period", "tickets", (), (), summed("big", "sum", C("big"))),
    )
    frame = run(steps, "period", "big", widths=Widths(wide, wide))
    assert frame.rows() == [((3 * 7 + 2 * 2) * 2**62,)]


def test_condition_reads_what_was_attached_and_columns_that_are_done_with_go() -> None:
    steps = (
        n.Attach("tickets", "days", n.Match(("@days",), ("@row",)), (n.Attached("open", "open", Kind.BOOLEAN),), None),
        derive("tickets", charge=(n.Multiply(C("hours"), K(10)), Kind.NUMBER)),
        aggregate(
            "garages",
            "tickets",
            ("@row",),
            ("@garages",),
            summed("open_hours", "sum", C("charge"), C("open")),
            summed("shut", "count", None, n.Not(C("open"))),
        ),
        derive("tickets", twice=(n.Multiply(C("charge"), K(2)), Kind.NUMBER)),
        aggregate("garages", "tickets", ("@row",), ("@garages",), summed("twice", "max", C("twice"))),
    )
    frame = run(steps, "garages", "open_hours", "shut", "twice")
    assert frame.rows() == [(60, 1, 80), (20, 0, 100), (0, 0, 0)]


def test_the_person_has_his_reasons_and_faulty_columns_their_bits() -> None:
    nodes: dict[str, tuple[n.Node, Kind]] = {
        "rate": (C("fee"), Kind.NUMBER),
        "rate!": (K(0), Kind.NUMBER),
        "@blocked": (n.BitOr((K(1), K(4))), Kind.NUMBER),
    }
    steps = (*SOURCES, derive("garages", **nodes))
    info = {
        "garages": {"rate": ColumnInfo(NUMBER, Fraction(1), faulty=True)},
        "days": {"open": ColumnInfo(BOOLEAN, Fraction(1))},
    }
    plan = Plan(cast(Any, None), Period(2024, 2), {}, steps, info, ("a", "b", "c"), "garages")
    tables = {"garages": GARAGES, "days": DAYS, "permits": PERMITS, "tickets": TICKETS}
    inputs = Inputs(
        {name: InputTable(frame, "", "", frame.height, 0, ()) for name, frame in tables.items()}, pl.DataFrame()
    )
    frames = PolarsEngine().run(plan, inputs, Widths(), {"garages", "days"}).frames
    assert frames["garages"].rows(named=True) == [{"rate": fee, "rate!": 0, "@blocked": 5} for fee in (300, 500, 700)]
    assert frames["days"].rows() == [(True,), (False,), (True,)]


def test_rank_of_a_nip_far_from_others() -> None:
    """Two nips of 18 digits and a day do not fit one small key."""
    nips = pl.DataFrame(
        {"nip": [10**17, 9 * 10**17, 10**17], "day": pl.Series([1, 2, 1], dtype=pl.Int32), "v": [1, 2, 3]}
    )
    steps = (
        n.Source(
            "logs",
            (n.SourceColumn("nip", Kind.NIP), n.SourceColumn("day", Kind.DATE), n.SourceColumn("v", Kind.NUMBER)),
        ),
        n.Group("own_days", "logs", ("nip", "day")),
        aggregate("own_days", "logs", ("nip", "day"), ("nip", "day"), summed("v_", "sum", C("v"))),
    )
    assert sorted(run(steps, "own_days", "nip", "day", "v_", tables={"logs": nips}).rows()) == [
        (10**17, 1, 4),
        (9 * 10**17, 2, 2),
    ]
    assert NIP.kind is Kind.NIP
