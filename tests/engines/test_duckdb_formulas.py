"""Every node of a plan as SQL against plain Python arithmetic, in 64 and in 128 bit."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any

import duckdb
import pytest
from sqlglot import exp

from eremun.engines.duckdb import macros
from eremun.engines.duckdb.formulas import formula
from eremun.engines.duckdb.names import literal, named, table
from eremun.plan.nodes import (
    Add,
    And,
    BitOr,
    Cells,
    Choose,
    Column,
    Compare,
    Const,
    DatePart,
    Divide,
    Greatest,
    IsDate,
    IsIn,
    Least,
    Multiply,
    Node,
    Not,
    Or,
    Steps,
    Subtract,
    ToDate,
)
from eremun.values.rounding import MODES, Mode

A, B = Column("a"), Column("b")
NUMBERS = (0, 1, -1, 2, -2, 3, -3, 7, -7, 450, -450, 10**9 + 7, 2**31, -(2**31) - 1, 2**62, -(2**62), 2**62 - 1)
WIDTHS = pytest.mark.parametrize("wide", [False, True])


def computed(node: Node, rows: Sequence[tuple[Any, ...]], kinds: Sequence[str], wide: bool) -> list[tuple[Any, str]]:
    """The value and the DuckDB type of the node on each row of columns a, b, …"""
    value, place = named(formula(node, wide), "value"), exp.Column(this=exp.to_identifier("place"))
    sql = exp.Select(expressions=[value, place]).from_(table("rows"), copy=False).sql(dialect="duckdb")
    with duckdb.connect() as connection:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in zip("abcdef", kinds, strict=False))
        connection.execute(f"CREATE TABLE rows ({columns}, place INTEGER)")
        lines = [", ".join(literal(cell).sql(dialect="duckdb") for cell in (*row, at)) for at, row in enumerate(rows)]
        connection.execute(f"INSERT INTO rows VALUES {', '.join(f'({line})' for line in lines)}")
        for statement in macros.used(sql):
            connection.execute(statement)
        return connection.execute(f"SELECT value, typeof(value) FROM ({sql}) ORDER BY place").fetchall()


def values(
    node: Node, rows: Sequence[tuple[Any, ...]], wide: bool, kinds: Sequence[str] = ("BIGINT",) * 6
) -> list[Any]:
    answers = computed(node, rows, kinds[: len(rows[0])], wide)
    assert {kind for _, kind in answers} <= {"BIGINT", "HUGEINT", "BOOLEAN", "VARCHAR"}
    return [value for value, _ in answers]


def pairs(fits: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    chosen = random.Random(20260101)
    mixed = [(chosen.choice((1, -1)) * chosen.getrandbits(chosen.randrange(1, 63)), chosen.getrandbits(20) - 2**19)
             for _ in range(60)]  # fmt: skip
    return [(a, b) for a, b in [*((a, b) for a in NUMBERS for b in NUMBERS), *mixed] if fits(a, b)]


def in_64(*numbers: int) -> bool:
    return all(-(2**63) <= number < 2**63 for number in numbers)


@WIDTHS
@pytest.mark.parametrize(
    ("node", "meant"),
    [
        (Add((A, B)), lambda a, b: a + b),
        (Add((A, Const(5), B)), lambda a, b: a + 5 + b),
        (Subtract(A, B), lambda a, b: a - b),
        (Subtract(A, Subtract(B, A)), lambda a, b: a - (b - a)),
        (Subtract(A, Const(-7)), lambda a, _: a + 7),
        (Multiply(A, B), lambda a, b: a * b),
        (Multiply(Add((A, B)), Subtract(A, Const(1))), lambda a, b: (a + b) * (a - 1)),
        (Multiply(Const(-3), Add((A, Multiply(B, Const(2))))), lambda a, b: -3 * (a + b * 2)),
        (Least((A, B, Const(3))), lambda a, b: min(a, b, 3)),
        (Greatest((A, Const(-3), B)), lambda a, b: max(a, b, -3)),
        (Choose(Compare("<", A, B), Add((A, Const(1))), Const(-9)), lambda a, b: a + 1 if a < b else -9),
    ],
)
def test_arithmetic(node: Node, meant: Callable[[int, int], int], wide: bool) -> None:
    """In 64 bit over the pairs whose parts all fit, in 128 bit over all, up to (2^63)^2 and beyond."""
    rows = pairs(
        lambda a, b: wide or in_64(a + b + 5, 2 * a - b, a * b, (a + b) * (a - 1), -3 * (a + b * 2), a + 7, -a)
    )
    assert len(rows) > 40
    assert values(node, rows, wide) == [meant(a, b) for a, b in rows]


def test_wide_operands_are_widened_before_they_meet() -> None:
    """(2^62)^2 = 2^124 does not fit 64 bit, in whichever branch or part the product stands."""
    product = Multiply(A, A)
    nodes = (
        product,
        Choose(Compare("=", A, A), product, A),
        Least((product, product)),
        Divide(product, Const(1), "down"),
    )
    for node in nodes:
        assert values(node, [(2**62,)], True) == [2**124]
    assert values(Compare(">", product, B), [(2**62, 1)], True) == [True]
    either = Choose(Compare("=", B, Const(0)), Const(2**62), Const(2**61))
    assert values(Multiply(either, either), [(0, 0), (0, 1)], True) == [2**124, 2**122]
    year = DatePart("year", A)
    big = Multiply(Multiply(year, year), Multiply(Multiply(year, year), Multiply(year, Multiply(year, year))))
    assert values(big, [(0,)], True) == [1970**7]  # 1970^7 is about 1.15 * 10^23
    assert values(Multiply(Cells(B, ((1, 2**62),)), Steps(B, ((1, 2**62),))), [(0, 1)], True) == [2**124]


def rounded(n: int, d: int, mode: Mode) -> int:
    """By the definition of each mode, on fractions."""
    exact = Fraction(n, d)
    low, high = floor(exact), ceil(exact)
    if mode == "floor" or (mode == "down" and n > 0) or (mode == "up" and n < 0):
        return low
    if mode in ("ceiling", "down", "up"):
        return high
    if exact - low != high - exact:
        return low if exact - low < high - exact else high
    if mode == "half_even":
        return low if low % 2 == 0 else high
    return high if n > 0 else low


@WIDTHS
@pytest.mark.parametrize("mode", MODES)
def test_division_rounds_as_its_mode_says(mode: Mode, wide: bool) -> None:
    """Ties, both signs, divisors up to 2^63 - 1; and the widest numerators in 128 bit."""
    divisors = (1, 2, 3, 4, 7, 10, 100, 450, 2**31, 2**62, 2**63 - 1)
    numerators = {*range(-25, 26), 2**62, -(2**62), 2**63 - 1, -(2**63 - 1), *((2 * k + 1) * 225 for k in range(-4, 4))}
    rows = [(n, d) for n in sorted(numerators) for d in divisors]
    rows += [(sign * d // 2, d) for sign in (1, -1, 3, -3) for d in (2**40, 2**61)]
    assert values(Divide(A, B, mode), rows, wide) == [rounded(n, d, mode) for n, d in rows]
    if wide:
        big = [(n * 2**60 + d, d) for n, d in rows]
        assert values(Divide(A, B, mode), big, True, ("HUGEINT", "BIGINT")) == [rounded(n, d, mode) for n, d in big]


@pytest.mark.parametrize("mode", MODES)
def test_division_by_a_constant_and_of_compound_operands(mode: Mode) -> None:
    rows = [(n, 3) for n in range(-30, 31)]
    node = Add((Divide(Add((A, B)), Const(4), mode), Divide(Const(7), Add((B, Const(-1))), mode)))
    assert values(node, rows, False) == [rounded(n + 3, 4, mode) + rounded(7, 2, mode) for n, _ in rows]


def test_columns_named_like_the_parameters_of_a_macro() -> None:
    """divide(n, d) must not mistake the columns n and d for its own."""
    with duckdb.connect() as connection:
        connection.execute('CREATE TABLE rows AS SELECT CAST(17 AS BIGINT) AS "d", CAST(3 AS BIGINT) AS "n"')
        sql = formula(Divide(Column("d"), Column("n"), "half_up"), False).sql(dialect="duckdb")
        for statement in macros.used(sql):
            connection.execute(statement)
        assert connection.execute(f"SELECT {sql} FROM rows").fetchall() == [(6,)]  # 17 / 3 = 5.67


def test_constants_alone_do_not_meet_as_32_bit() -> None:
    """2_000_000 * 2_000_000 = 4 * 10^12 overflows INTEGER, which bare literals are in DuckDB."""
    million = Const(2_000_000)
    assert values(Multiply(million, million), [(0,)], False) == [4 * 10**12]
    chosen = Choose(Compare("=", A, Const(0)), million, Const(1))
    assert values(Multiply(chosen, chosen), [(0,)], False) == [4 * 10**12]
    assert values(Multiply(Cells(A, ((0, 2_000_000),)), Cells(A, ((0, 2_000_000),))), [(0,)], False) == [4 * 10**12]
    assert values(Divide(Multiply(million, million), Const(1), "down"), [(0,)], False) == [4 * 10**12]
    for number in (2**63 - 1, -(2**63)):
        assert values(Const(number), [(0,)], False) == [number]
    assert values(Const(2**100), [(0,)], True) == [2**100]


def test_a_branch_not_taken_does_not_fail() -> None:
    """(2^62)^2 overflows; CASE computes it only where the condition holds."""
    node = Choose(Compare("<", A, Const(10)), Multiply(A, A), Const(0))
    assert values(node, [(2**62,), (7,)], False) == [0, 49]


@WIDTHS
def test_comparisons(wide: bool) -> None:
    rows = pairs(lambda _a, _b: True)
    for sign, meant in {
        "=": int.__eq__, "!=": int.__ne__, "<": int.__lt__, "<=": int.__le__, ">": int.__gt__, ">=": int.__ge__,
    }.items():  # fmt: skip
        assert values(Compare(sign, A, B), rows, wide) == [meant(a, b) for a, b in rows]  # type: ignore[arg-type]
    texts = [("a", "b"), ("a", "A"), ("a", "a "), ("é", "e"), ("o'x\\n", "o'x\\n"), ("", "")]
    kinds = ("VARCHAR", "VARCHAR")
    assert values(Compare("=", A, B), texts, wide, kinds) == [False, False, False, False, True, True]
    assert values(Compare("=", A, Const("o'x\\n")), texts, wide, kinds) == [False] * 4 + [True, False]
    assert values(Choose(Compare("=", A, B), A, Const("?")), texts, wide, kinds) == ["?"] * 4 + ["o'x\\n", ""]


@WIDTHS
def test_truths(wide: bool) -> None:
    rows = [(a, b, c) for a in (True, False) for b in (True, False) for c in (True, False)]
    c, kinds = Column("c"), ("BOOLEAN",) * 3
    cases: list[tuple[Node, Callable[[bool, bool, bool], bool]]] = [
        (And((A, Or((B, c)))), lambda a, b, c: a and (b or c)),
        (Or((A, And((B, c)))), lambda a, b, c: a or (b and c)),
        (Not(Or((A, Not(B)))), lambda a, b, _: not (a or not b)),
        (Not(And((A, B))), lambda a, b, _: not (a and b)),
        (Compare("=", And((A, B)), Not(c)), lambda a, b, c: (a and b) == (not c)),
        (Choose(A, B, Const(False)), lambda a, b, _: b if a else False),
        (And(()), lambda *_: True),
        (Or(()), lambda *_: False),
    ]
    for node, meant in cases:
        assert values(node, rows, wide, kinds) == [meant(*row) for row in rows]


@WIDTHS
def test_a_long_chain_of_choices_is_one_case(wide: bool) -> None:
    node: Node = Const(0)
    for number in range(1500, 0, -1):
        node = Choose(Compare("=", A, Const(number)), Const(number * 3), node)
    assert values(node, [(1,), (1500,), (9999,)], wide) == [3, 4500, 0]


@WIDTHS
def test_membership(wide: bool) -> None:
    assert values(IsIn(A, (1, -2, 2**62)), [(1,), (-2,), (2**62,), (3,)], wide) == [True, True, True, False]
    assert values(Not(IsIn(Add((A, Const(1))), (1,))), [(0,), (1,)], wide) == [False, True]
    assert values(IsIn(A, ("x", "y'")), [("x",), ("y'",), ("X",)], wide, ("VARCHAR",)) == [True, True, False]
    assert values(IsIn(A, ()), [(1,)], wide) == [False]


@WIDTHS
@pytest.mark.parametrize(
    "cells",
    [
        {},
        {3: 30},
        {1: 10, -4: 40, 9: -90},
        {key: key * key for key in range(-5, 25) if key % 3},  # close together: a list, with holes
        {key * 1000: key - 7 for key in range(40)},  # far apart
        {-(2**63) + 1: 1, 2**63 - 1: 2},
        {key: key - 2**62 for key in range(2**62, 2**62 + 12)},  # a list that starts near the end of 64 bit
    ],
)
def test_cells(cells: dict[int, int], wide: bool) -> None:
    asked = sorted({*cells, *(key + step for key in cells for step in (-1, 1)), 0, -1, -30, 2**63 - 1, -(2**63) + 1})
    rows = [(key,) for key in asked if in_64(key)]
    node = Cells(A, tuple(cells.items()), otherwise=-5)
    assert values(node, rows, wide) == [cells.get(key, -5) for (key,) in rows]


@WIDTHS
@pytest.mark.parametrize("count", [0, 1, 5, 60])
def test_steps(count: int, wide: bool) -> None:
    thresholds = tuple((place * 30 - 40, place * 7 - 3) for place in range(count))
    rows = [(at + step,) for at, _ in thresholds or ((0, 0),) for step in (-1, 0, 1)] + [(2**63 - 1,), (-(2**63) + 1,)]
    meant = [([-8] + [value for at, value in thresholds if at <= asked])[-1] for (asked,) in rows]
    assert values(Steps(A, thresholds, otherwise=-8), rows, wide) == meant


@WIDTHS
def test_bits(wide: bool) -> None:
    rows = [(0, 0), (1, 2), (5, 4), (2**62, 1), (2**62, 2**61)]
    assert values(BitOr((A, B, Const(8))), rows, wide) == [a | b | 8 for a, b in rows]
    assert values(Compare("!=", BitOr((A, B)), Const(0)), rows, wide) == [a | b != 0 for a, b in rows]


DAYS = [date(1, 1, 1), date(1, 3, 1), date(1582, 10, 10), date(1600, 2, 29), date(1900, 2, 28), date(1900, 3, 1),
        date(1969, 12, 31), date(1970, 1, 1), date(2000, 2, 29), date(2024, 2, 29), date(2026, 1, 4), date(2100, 3, 1),
        date(9999, 12, 31)]  # fmt: skip
NO_DAYS = [0, -1, 101, 10100, 10001, 20260100, 20260132, 20261301, 20260001, 20260229, 19000229, 22000229, 20260431, 20260631,
           20260931, 20261131, 100000101, 99999999, -20260101, 2**62, -(2**62)]  # fmt: skip


def days(day: date) -> int:
    return day.toordinal() - date(1970, 1, 1).toordinal()


@WIDTHS
def test_parts_of_days(wide: bool) -> None:
    chosen = random.Random(7)
    some = [*DAYS, *(date.fromordinal(chosen.randrange(1, date.max.toordinal())) for _ in range(300))]
    rows = [(days(day),) for day in some]
    assert values(DatePart("year", A), rows, wide) == [day.year for day in some]
    assert values(DatePart("month", A), rows, wide) == [day.month for day in some]
    assert values(DatePart("day", A), rows, wide) == [day.day for day in some]
    assert values(DatePart("weekday", A), rows, wide) == [day.isoweekday() for day in some]


@WIDTHS
def test_numbers_that_name_a_day(wide: bool) -> None:
    chosen = random.Random(8)
    some = [*DAYS, *(date.fromordinal(chosen.randrange(1, date.max.toordinal())) for _ in range(300))]
    rows = [(day.year * 10000 + day.month * 100 + day.day,) for day in some]
    assert values(IsDate(A), rows, wide) == [True] * len(rows)
    assert values(ToDate(A), rows, wide) == [days(day) for day in some]


@WIDTHS
def test_numbers_that_name_no_day_do_not_fail(wide: bool) -> None:
    rows = [(number,) for number in NO_DAYS]
    assert values(IsDate(A), rows, wide) == [False] * len(rows)
    assert len(values(ToDate(A), rows, wide)) == len(rows)
    for word in ("year", "month", "day", "weekday"):
        assert None not in values(DatePart(word, A), rows, wide)
