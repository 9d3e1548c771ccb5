"""Every node against plain Python arithmetic, in both widths."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from typing import get_args

import polars as pl
import pytest

from eremun.intake.formulas import formula
from eremun.plan import nodes as n
from eremun.values.rounding import MODES, Mode, divide

A, B, D, S, P, Q, T = (n.Column(name) for name in "abdspqt")
EDGES = [0, 1, -1, 2, -2, 5, -5, 49, -49, 50, -50, 51, -51, 2**62, -(2**62), 2**62 - 1, 1 - 2**62]
DIVISORS = [1, 2, 3, 7, 10, 100, 2**31, 2**62, 2**63 - 1]
EPOCH = datetime.date(1970, 1, 1)


def rows() -> list[dict[str, object]]:
    """a, b whole numbers, d a divisor, s a small number stored in 16 bits, p and q truths, t text."""
    chance = random.Random(7)
    bases = EDGES + [chance.randrange(-300, 300) for _ in range(80)]
    found: list[dict[str, object]] = []
    for a in bases:
        divisor = chance.choice(DIVISORS)
        found.append(
            {
                "a": a,
                "b": chance.choice([a, chance.choice(bases)]),
                "d": divisor,
                "s": chance.randrange(-30_000, 30_000),
                "p": chance.random() < 0.5,
                "q": chance.random() < 0.5,
                "t": chance.choice(["", "x", "y"]),
            }
        )
    return found


ROWS = rows()
FRAME = pl.DataFrame(
    ROWS,
    schema={
        "a": pl.Int64,
        "b": pl.Int64,
        "d": pl.Int64,
        "s": pl.Int16,
        "p": pl.Boolean,
        "q": pl.Boolean,
        "t": pl.String,
    },
)


def computed(node: n.Node, wide: bool, frame: pl.DataFrame = FRAME) -> list[object]:
    """As the streaming engine has it, which must be as the other has it: they differ in what they take for one value."""
    lazy = frame.lazy().with_columns(formula(node, wide).alias("result"))
    result = lazy.collect(engine="streaming")["result"]
    assert result.equals(lazy.collect(engine="in-memory")["result"])
    return result.to_list()


def fits(values: list[object]) -> bool:
    return all(isinstance(value, (bool, str)) or -(2**63) <= value < 2**63 for value in values)  # type: ignore[operator]


Row = dict[str, object]
CASES: dict[str, tuple[n.Node, Callable[..., object]]] = {
    "add": (n.Add((A, B, n.Const(-7))), lambda a, b, **_: a + b - 7),
    "subtract": (n.Subtract(A, B), lambda a, b, **_: a - b),
    "multiply": (n.Multiply(A, B), lambda a, b, **_: a * b),
    "multiply, small": (n.Multiply(S, S), lambda s, **_: s * s),
    "multiply, chosen small": (n.Multiply(n.Choose(Q, S, S), n.Const(30_000)), lambda s, **_: s * 30_000),
    "least": (n.Least((A, B, n.Const(3))), lambda a, b, **_: min(a, b, 3)),
    "greatest": (n.Greatest((A, B, S)), lambda a, b, s, **_: max(a, b, s)),
    "least of one": (n.Least((S,)), lambda s, **_: s),
    "=": (n.Compare("=", A, B), lambda a, b, **_: a == b),
    "!=": (n.Compare("!=", A, B), lambda a, b, **_: a != b),
    "<": (n.Compare("<", A, B), lambda a, b, **_: a < b),
    "<=": (n.Compare("<=", A, B), lambda a, b, **_: a <= b),
    ">": (n.Compare(">", A, B), lambda a, b, **_: a > b),
    ">=": (n.Compare(">=", A, B), lambda a, b, **_: a >= b),
    "small beside large": (n.Compare("<", S, n.Const(40_000)), lambda s, **_: s < 40_000),
    "small beside large column": (n.Compare("<", S, A), lambda s, a, **_: s < a),
    "text =": (n.Compare("=", T, n.Const("x")), lambda t, **_: t == "x"),
    "text !=": (n.Compare("!=", T, n.Const("")), lambda t, **_: t != ""),
    "truth =": (n.Compare("=", P, Q), lambda p, q, **_: p == q),
    "and": (n.And((P, Q, n.Compare(">", A, n.Const(0)))), lambda p, q, a, **_: p and q and a > 0),
    "or": (n.Or((P, Q)), lambda p, q, **_: p or q),
    "and of none": (n.And(()), lambda **_: True),
    "or of none": (n.Or(()), lambda **_: False),
    "not": (n.Not(P), lambda p, **_: not p),
    "choose": (n.Choose(P, A, n.Const(-1)), lambda p, a, **_: a if p else -1),
    "choose text": (n.Choose(P, T, n.Const("z")), lambda p, t, **_: t if p else "z"),
    "choose truth": (n.Choose(P, Q, n.Const(True)), lambda p, q, **_: q if p else True),
    "choose small or large": (n.Choose(P, S, A), lambda p, s, a, **_: s if p else a),
    "in": (n.IsIn(S, (1, 2, 70_000, ROWS[0]["s"])), lambda s, **_: s in (1, 2, ROWS[0]["s"])),  # type: ignore[arg-type]
    "in, text": (n.IsIn(T, ("", "y")), lambda t, **_: t in ("", "y")),
    "in none": (n.IsIn(A, ()), lambda **_: False),
    "constant": (n.Const(2**62), lambda **_: 2**62),
    "constant text": (n.Const("x"), lambda **_: "x"),
    "constant truth": (n.Const(False), lambda **_: False),
    "cells of a constant": (n.Cells(n.Const(5), tuple((k, k * k) for k in range(20))), lambda **_: 25),
    "steps of a constant": (n.Steps(n.Const(5), tuple((k, k * k) for k in range(20))), lambda **_: 25),
    "cells of a constant day's month": (
        n.Cells(n.DatePart("month", n.Const(40)), tuple((k, k * k) for k in range(20))),
        lambda **_: 4,
    ),
    "steps of a constant cell": (
        n.Steps(n.Cells(n.Const(10**9), ((10**9, 5), (0, 1))), tuple((k, k * k) for k in range(20))),
        lambda **_: 25,
    ),
    "bit or": (
        n.BitOr((n.Multiply(n.Const(4), n.Choose(P, n.Const(1), n.Const(0))), n.Choose(Q, n.Const(1), n.Const(0)))),
        lambda p, q, **_: 4 * p | q,
    ),
    "bit or, high bit": (n.BitOr((n.Const(2**62), n.Const(1))), lambda **_: 2**62 + 1),
}


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_node(case: str, wide: bool) -> None:
    node, arithmetic = CASES[case]
    expected = [arithmetic(**row) for row in ROWS]
    result = computed(node, wide)
    for given, wanted, row in zip(result, expected, ROWS, strict=True):
        if wide or fits([wanted]):
            assert given == wanted, row


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("wide", [False, True])
def test_division_by_a_column_and_by_a_constant(mode: Mode, wide: bool) -> None:
    """Every edge over every divisor: ties, either sign, and operands at both ends of the width."""
    ends = [2**63 - 1, -(2**63), 1 - 2**63]
    tops = EDGES + list(range(-23, 24)) + ends + [k * 10**9 + h for k in (-3, -2, 2, 3) for h in (0, 5 * 10**8)]
    bottoms = [*DIVISORS, 4, 5, 6, 10**9]
    pairs = [(a, d) for a in tops for d in bottoms]
    frame = pl.DataFrame(pairs, schema={"a": pl.Int64, "d": pl.Int64}, orient="row")
    assert computed(n.Divide(A, D, mode), wide, frame) == [divide(a, d, mode) for a, d in pairs]
    for d in bottoms:
        given = computed(n.Divide(A, n.Const(d), mode), wide, pl.DataFrame({"a": tops}, schema={"a": pl.Int64}))
        assert given == [divide(a, d, mode) for a in tops], d


@pytest.mark.parametrize("mode", MODES)
def test_division_of_numbers_beyond_64_bits(mode: Mode) -> None:
    tops = [sign * (10**36 + rest) for sign in (-1, 1) for rest in (0, 1, 5 * 10**19, 5 * 10**19 + 1)]
    frame = pl.DataFrame({"a": tops}, schema={"a": pl.Int128})
    assert computed(n.Divide(A, n.Const(10**20), mode), True, frame) == [divide(a, 10**20, mode) for a in tops]
    assert computed(n.Divide(A, n.Const(10**20 + 1), mode), True, frame) == [divide(a, 10**20 + 1, mode) for a in tops]


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("keys", [[3], [-2, 0, 5], list(range(-4, 30)), [0, 1, 2, 3, 4, 5, 10**12, -(10**12)]])
def test_cells(keys: list[int], wide: bool) -> None:
    """A chain, a dense place, a sparse look-up."""
    cells = {key: key * 5 - 9 for key in keys}
    asked = sorted({key + near for key in [*keys, 2**62, -(2**62)] for near in (-1, 0, 1)})
    node = n.Cells(A, tuple(cells.items()), 77)
    assert computed(node, wide, pl.DataFrame({"a": asked})) == [cells.get(a, 77) for a in asked]


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("count", [0, 1, 5, 6, 7, 60])
def test_steps(count: int, wide: bool) -> None:
    thresholds = [k * 10 - 20 for k in range(count)]
    asked = sorted({t + near for t in [*thresholds, 0, 2**62, -(2**62)] for near in (-1, 0, 1)})
    node = n.Steps(A, tuple((t, t * 3) for t in thresholds), -5)
    expected = [max((t for t in thresholds if t <= a), default=None) for a in asked]
    assert computed(node, wide, pl.DataFrame({"a": asked})) == [-5 if t is None else t * 3 for t in expected]


@pytest.mark.parametrize("wide", [False, True])
def test_dates(wide: bool) -> None:
    """Every day of a leap year, of the year of a century without one, and the ends of the calendar."""
    days = [datetime.date(y, 1, 1) + datetime.timedelta(k) for y in (1900, 1970, 2000, 2024) for k in range(366)]
    days += [datetime.date.min, datetime.date.max, datetime.date(4, 2, 29), datetime.date(1969, 12, 31)]
    since = [(day - EPOCH).days for day in days]
    frame = pl.DataFrame({"a": since, "b": [day.year * 10_000 + day.month * 100 + day.day for day in days]})
    for word in get_args(n.DatePart.__annotations__["word"]) or ("year", "month", "day", "weekday"):
        expected = [day.isoweekday() if word == "weekday" else getattr(day, word) for day in days]
        assert computed(n.DatePart(word, A), wide, frame) == expected
    assert computed(n.ToDate(B), wide, frame) == since
    assert all(computed(n.IsDate(B), wide, frame))


@pytest.mark.parametrize("wide", [False, True])
def test_what_is_no_date(wide: bool) -> None:
    numbers = [
        20230229,
        19000229,
        20240230,
        20240431,
        20231131,
        20240631,
        20240931,
        20241301,
        20240001,
        20240100,
        20240132,
        101,
        0,
        -20240101,
        100000101,
        2**62,
        20240229,
        10101,
        99991231,
    ]
    frame = pl.DataFrame({"a": numbers})
    assert computed(n.IsDate(A), wide, frame) == [False] * 16 + [True] * 3
    assert None not in computed(n.ToDate(A), wide, frame)
    assert None not in computed(n.DatePart("year", A), wide, frame)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_node_of_no_rows_and_of_one(case: str, wide: bool) -> None:
    node, arithmetic = CASES[case]
    assert computed(node, wide, FRAME.clear()) == []
    one = FRAME.slice(30, 1)
    assert computed(node, wide, one) == [arithmetic(**ROWS[30])]


@pytest.mark.parametrize("case", ["add", "multiply, small", "least of one", "constant", "cells of a constant"])
def test_width(case: str) -> None:
    node = CASES[case][0]
    for wide, dtype in ((False, pl.Int64), (True, pl.Int128)):
        assert FRAME.lazy().select(formula(node, wide).alias("result")).collect_schema()["result"] == dtype
