"""The Polars expression of each node of a plan: receives nodes, gives exact, total expressions, no float, no decimal.

Intake computes row rules with it, the Polars engine everything else. Columns may be stored in any integer width: they
are widened before arithmetic, because Polars wraps in the width it finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import add, and_, or_

import polars as pl

from eremun.intake.formula_dates import date_part, days_of, is_day
from eremun.intake.formula_division import quotient
from eremun.plan import nodes as n
from eremun.plan.node_parts import columns_in

_CHAIN = 6  # up to so many cells or thresholds a chain of comparisons is the quickest
_DENSE = 65_536  # the widest span of cells that is looked up by place

_TRUTHS = (n.Compare, n.And, n.Or, n.Not, n.IsIn, n.IsDate)


def formula(node: n.Node, wide: bool) -> pl.Expr:
    """The expression of a node on the frame whose columns it names.

    Booleans give Boolean, text String, whole numbers Int64, or Int128 where `wide` (every operand is widened first); a
    bare Column, or a Choose of them, keeps its stored width. A node without a Column gives one value. No nulls in, none
    out. Collect it lazily: parts that stand in it more than once are then computed once.
    """
    if isinstance(node, n.Column):
        return pl.col(node.name)
    if isinstance(node, n.Const):
        return _literal(node.value, wide)
    if isinstance(node, n.Choose):
        return _choice(node.condition, formula(node.then, wide), formula(node.otherwise, wide), wide)
    return _truth(node, wide) if isinstance(node, _TRUTHS) else _number(node, wide)


def integer_type(wide: bool) -> type[pl.DataType]:
    """The type whole numbers are computed in."""
    return pl.Int128 if wide else pl.Int64


def _literal(value: int | bool | str, wide: bool) -> pl.Expr:
    if isinstance(value, bool):
        return pl.lit(value, dtype=pl.Boolean)
    return pl.lit(value, dtype=pl.String if isinstance(value, str) else integer_type(wide))


def _integer(node: n.Node, wide: bool) -> pl.Expr:
    """The expression of a node that stands where a whole number is wanted, in the full width."""
    if isinstance(node, n.Column):
        return pl.col(node.name).cast(integer_type(wide))
    if isinstance(node, n.Choose):
        return _choice(node.condition, _integer(node.then, wide), _integer(node.otherwise, wide), wide)
    return formula(node, wide)


def _choice(condition: n.Node, then: pl.Expr, otherwise: pl.Expr, wide: bool) -> pl.Expr:
    return pl.when(formula(condition, wide)).then(then).otherwise(otherwise)


def _truth(node: n.Node, wide: bool) -> pl.Expr:
    match node:
        case n.And(parts):
            return reduce(and_, [formula(part, wide) for part in parts] or [pl.lit(True)])
        case n.Or(parts):
            return reduce(or_, [formula(part, wide) for part in parts] or [pl.lit(False)])
        case n.Not(part):
            return ~formula(part, wide)
        case n.Compare():
            return _comparison(node, wide)
        case n.IsIn(value, choices):
            left = formula(value, wide)
            return reduce(or_, (left == _literal(choice, wide) for choice in choices), pl.lit(False))
        case n.IsDate(value):
            return is_day(_integer(value, wide))
    raise TypeError(f"no truth: {type(node).__name__}")


def _comparison(node: n.Compare, wide: bool) -> pl.Expr:
    """Polars compares integers of two widths exactly, in the wider; so columns need no widening here."""
    left, right = formula(node.left, wide), formula(node.right, wide)
    match node.sign:
        case "=":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right


def _number(node: n.Node, wide: bool) -> pl.Expr:
    match node:
        case n.Add(parts):
            return reduce(add, _integers(parts, wide))
        case n.Subtract(left, right):
            return _integer(left, wide) - _integer(right, wide)
        case n.Multiply(left, right):
            return _integer(left, wide) * _integer(right, wide)
        case n.Divide():
            return _division(node, wide)
        case n.Least(parts):
            return pl.min_horizontal(_integers(parts, wide))
        case n.Greatest(parts):
            return pl.max_horizontal(_integers(parts, wide))
        case n.BitOr(parts):
            return reduce(or_, _integers(parts, wide))
        case n.Cells():
            return _cells(node, wide)
        case n.Steps():
            return _steps(node, wide)
        case n.DatePart(word, value):
            return date_part(word, _integer(value, wide), integer_type(wide))
        case n.ToDate(value):
            return days_of(_integer(value, wide))
    raise TypeError(f"no number: {type(node).__name__}")


def _integers(parts: Iterable[n.Node], wide: bool) -> list[pl.Expr]:
    return [_integer(part, wide) for part in parts]


def _division(node: n.Divide, wide: bool) -> pl.Expr:
    constant = node.right.value if isinstance(node.right, n.Const) else None
    whole = None if constant is None else int(constant)
    return quotient(_integer(node.left, wide), _integer(node.right, wide), node.mode, whole)


def _cells(node: n.Cells, wide: bool) -> pl.Expr:
    value, otherwise = _integer(node.value, wide), _literal(node.otherwise, wide)
    if len(node.cells) <= _CHAIN:
        for key, there in node.cells:
            otherwise = pl.when(value == _literal(key, wide)).then(_literal(there, wide)).otherwise(otherwise)
        return otherwise
    table = dict(node.cells)
    low, high = min(table), max(table)
    if high - low >= _DENSE:
        old, new = _series(list(table), wide), _series(list(table.values()), wide)
        return value.replace_strict(old, new, default=otherwise, return_dtype=integer_type(wide))
    inside = value.is_between(_literal(low, wide), _literal(high, wide))
    place = pl.when(inside).then(value - _literal(low - 1, wide)).otherwise(_literal(0, wide))
    values = [node.otherwise, *(table.get(key, node.otherwise) for key in range(low, high + 1))]
    return _at(values, place, node.value, wide)


def _steps(node: n.Steps, wide: bool) -> pl.Expr:
    value, below = _integer(node.value, wide), _literal(node.otherwise, wide)
    if len(node.thresholds) <= _CHAIN:
        for threshold, there in node.thresholds:
            below = pl.when(value >= _literal(threshold, wide)).then(_literal(there, wide)).otherwise(below)
        return below
    place = pl.lit(_series([threshold for threshold, _ in node.thresholds], wide)).search_sorted(value, side="right")
    return _at([node.otherwise, *(there for _, there in node.thresholds)], place, node.value, wide)


def _at(values: list[int], place: pl.Expr, of: n.Node, wide: bool) -> pl.Expr:
    """The value at that place. What no column enters is one value, and Polars must be told so."""
    there = pl.lit(_series(values, wide)).gather(place)
    return there if columns_in(of) else there.first()


def _series(values: list[int], wide: bool) -> pl.Series:
    return pl.Series(values, dtype=integer_type(wide))
