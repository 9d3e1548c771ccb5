"""The rounding primitive, and every node that an engine computes, against exact fractions and whole numbers."""

from __future__ import annotations

from fractions import Fraction

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eremun.engines.duckdb.formulas import formula as sql_formula
from eremun.engines.duckdb.macros import used
from eremun.intake.formulas import formula as polars_formula
from eremun.plan import nodes as n
from eremun.plan.widths import MOST_64, Bounds, _Scan
from eremun.values.intervals import Interval
from eremun.values.periods import date_of_number, from_days, to_days
from eremun.values.rounding import MODES, divide, round_to

QUICK = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
MANY = settings(QUICK, max_examples=500)
SMALL = st.integers(-12, 12)
WHOLE = st.one_of(SMALL, st.integers(-(2**62), 2**62), st.sampled_from([0, 1, -1, 2**62, -(2**62), 2**31, 10**18]))
DIVISORS = st.one_of(st.integers(1, 12), st.integers(1, 2**62), st.sampled_from([1, 2, 4, 10, 100, 2**62]))


def by_definition(top: int, bottom: int, mode: str) -> int:
    """What each mode is said to be, by the distance to both neighbours."""
    below = top // bottom
    above = below if below * bottom == top else below + 1
    if below == above or mode == "floor":
        return below
    if mode == "ceiling":
        return above
    if mode in ("down", "up"):
        return min(below, above, key=abs) if mode == "down" else max(below, above, key=abs)
    to_below, to_above = top - below * bottom, above * bottom - top
    if to_below != to_above:
        return below if to_below < to_above else above
    return max(below, above, key=abs) if mode == "half_up" else (below if below % 2 == 0 else above)


@MANY
@given(top=WHOLE, bottom=DIVISORS, mode=st.sampled_from(MODES))
def test_the_primitive(top: int, bottom: int, mode: str) -> None:
    assert divide(top, bottom, mode) == by_definition(top, bottom, mode)  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", MODES)
def test_the_primitive_on_small_numbers(mode) -> None:
    for bottom in range(1, 13):
        for top in range(-40, 41):
            assert divide(top, bottom, mode) == by_definition(top, bottom, mode), (top, bottom)


@MANY
@given(value=st.fractions(), step=st.fractions(min_value="1/1000"), mode=st.sampled_from(MODES))
def test_rounding_gives_the_next_multiple(value, step, mode) -> None:
    found = round_to(value, step, mode)
    assert (found / step).denominator == 1
    assert abs(found - value) < step
    assert found == value or (value / step).denominator != 1
    assert round_to(-value, step, {"floor": "ceiling", "ceiling": "floor"}.get(mode, mode)) == -found


@MANY
@given(data=st.data())
def test_intervals_hold_every_result(data: st.DataObject) -> None:
    a, b = sorted(data.draw(st.tuples(SMALL, SMALL)))
    c, d = sorted(data.draw(st.tuples(SMALL, SMALL)))
    x, y = data.draw(st.integers(a, b)), data.draw(st.integers(c, d))
    one, other = Interval(a, b), Interval(c, d)
    assert (one + other).holds(x + y)
    assert (one - other).holds(x - y)
    assert (one * other).holds(x * y)
    assert one.least(other).holds(min(x, y))
    assert one.greatest(other).holds(max(x, y))
    assert one.join(other).holds(x)
    if y > 0:
        assert one.divided(other, 1).holds(Fraction(x, y))


# Nodes on a frame of two numbers a and b, one truth t.

COLUMNS = {"a": 40, "b": 9}


def numbers(depth: int) -> st.SearchStrategy[n.Node]:
    leaves = st.one_of(st.sampled_from([n.Column("a"), n.Column("b")]), st.builds(n.Const, SMALL))
    if depth == 0:
        return leaves
    part, truth = numbers(depth - 1), truths(depth - 1)
    parts = st.lists(part, min_size=2, max_size=3).map(tuple)
    cells = st.dictionaries(SMALL, SMALL, max_size=20).map(lambda found: tuple(sorted(found.items())))
    return st.one_of(
        leaves,
        st.builds(n.Add, parts),
        st.builds(n.Subtract, part, part),
        st.builds(n.Multiply, part, part),
        st.builds(n.Divide, part, st.one_of(part.map(lambda node: n.Greatest((node, n.Const(1)))), st.builds(n.Const, DIVISORS)),
                  st.sampled_from(MODES)),
        st.builds(n.Least, parts),
        st.builds(n.Greatest, parts),
        st.builds(n.Choose, truth, part, part),
        st.builds(n.Cells, part, cells, SMALL),
        st.builds(n.Steps, part, cells, SMALL),
        st.builds(n.DatePart, st.sampled_from(["year", "month", "day", "weekday"]), part),
    )  # fmt: skip


def truths(depth: int) -> st.SearchStrategy[n.Node]:
    if depth == 0:
        return st.just(n.Column("t"))
    part, truth = numbers(depth - 1), truths(depth - 1)
    several = st.lists(truth, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.just(n.Column("t")),
        st.builds(n.Compare, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), part, part),
        st.builds(n.And, several),
        st.builds(n.Or, several),
        st.builds(n.Not, truth),
        st.builds(n.IsIn, part, st.lists(SMALL, max_size=3).map(tuple)),
        st.builds(n.IsDate, part),
    )


def exact(node: n.Node, row: dict[str, int]) -> int:
    """The node's meaning on Python's unbounded whole numbers."""

    def of(part: n.Node) -> int:
        return exact(part, row)

    match node:
        case n.Const(value):
            return value  # type: ignore[return-value]
        case n.Column(name):
            return row[name]
        case n.Add(parts):
            return sum(map(of, parts))
        case n.Subtract(left, right):
            return of(left) - of(right)
        case n.Multiply(left, right):
            return of(left) * of(right)
        case n.Divide(left, right, mode):
            return by_definition(of(left), of(right), mode)
        case n.Least(parts):
            return min(map(of, parts))
        case n.Greatest(parts):
            return max(map(of, parts))
        case n.Choose(condition, then, otherwise):
            return of(then) if of(condition) else of(otherwise)
        case n.Cells(value, cells, otherwise):
            return dict(cells).get(of(value), otherwise)
        case n.Steps(value, thresholds, otherwise):
            return next((there for at, there in reversed(thresholds) if at <= of(value)), otherwise)
        case n.DatePart(word, value):
            day = from_days(of(value)) if -719_162 <= of(value) <= 2_932_896 else None
            return 0 if day is None else day.isoweekday() if word == "weekday" else getattr(day, word)
        case n.Compare(sign, left, right):
            a, b = of(left), of(right)
            return {"=": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[sign]
        case n.And(parts):
            return all(map(of, parts))
        case n.Or(parts):
            return any(map(of, parts))
        case n.Not(part):
            return not of(part)
        case n.IsIn(value, choices):
            return of(value) in choices
        case n.IsDate(value):
            return date_of_number(of(value)) is not None
    raise AssertionError(node)


ROWS = [
    {"a": a, "b": b, "t": t}
    for a, b, t in [(0, 0, True), (40, 9, False), (-40, -9, True), (7, -2, False), (-7, 3, True)]
]


def in_polars(node: n.Node, wide: bool) -> list[int]:
    frame = pl.DataFrame(ROWS, schema={"a": pl.Int64, "b": pl.Int64, "t": pl.Boolean})
    value = polars_formula(node, wide)
    return frame.lazy().select("a", value.alias("x")).collect()["x"].to_list()


def in_duckdb(node: n.Node, wide: bool) -> list[int]:
    values = ", ".join(f"({i}, {r['a']}::BIGINT, {r['b']}::BIGINT, {r['t']})" for i, r in enumerate(ROWS))
    text = sql_formula(node, wide).sql(dialect="duckdb")
    with duckdb.connect() as connection:
        for macro in used(text):
            connection.execute(macro)
        found = connection.execute(f"SELECT {text} FROM (VALUES {values}) r(i, a, b, t) ORDER BY i").fetchall()
    return [row[0] for row in found]


def proved(node: n.Node) -> int:
    bounds = Bounds(columns={("g", name): (-most, most) for name, most in COLUMNS.items()})
    scan = _Scan(bounds, "g")
    low, high = scan.of(node)
    for row in ROWS:
        if isinstance(exact(node, row), int) and not isinstance(exact(node, row), bool):
            assert low <= exact(node, row) <= high
    return scan.largest


@pytest.mark.parametrize("run", [in_polars, in_duckdb])
@QUICK
@given(node=st.one_of(numbers(2), truths(2), numbers(3)))
def test_a_node_means_the_same(run, node: n.Node) -> None:
    largest = proved(node)
    expected = [exact(node, row) for row in ROWS]
    if largest > 2**126 or _leaves_the_calendar(node):
        return
    if largest <= MOST_64:
        assert run(node, False) == expected
    assert run(node, True) == expected


def _leaves_the_calendar(node: n.Node) -> bool:
    """A part of a day that is none means nothing."""
    parts = [node]
    while parts:
        part = parts.pop()
        if isinstance(part, n.DatePart) and proved(part.value) > 719_162:
            return True
        for name in part.__slots__:
            inner = getattr(part, name)
            parts += [p for p in (inner if isinstance(inner, tuple) else (inner,)) if hasattr(p, "__slots__")]
    return False


@MANY
@given(days=st.one_of(st.integers(-719_162, 2_932_896), st.sampled_from([-719_162, 2_932_896, 0, -1])))
def test_days_are_counted_the_same(days: int) -> None:
    day = from_days(days)
    assert to_days(day) == days
    assert date_of_number(day.year * 10_000 + day.month * 100 + day.day) == day
