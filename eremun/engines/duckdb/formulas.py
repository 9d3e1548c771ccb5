"""Nodes of a plan as SQL expressions: exact integers, never a quotient that becomes a floating number.

Every number is BIGINT, or HUGEINT where the column is wide; rounding and days stand in the few macros of `macros.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from sqlglot import exp

from eremun.engines.duckdb.names import call, cast, column, literal, typed
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

# Measured on a million rows: a CASE of 100 branches takes as long as the join that replaces it takes for any number.
CELLS_IN_CASE = 16
STEPS_IN_CASE = 100
_COMPARE: dict[str, type[exp.Binary]] = {
    "=": exp.EQ, "!=": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE,
}  # fmt: skip
_LOOSE_TO_TIGHT: tuple[tuple[type[exp.Expr], ...], ...] = (
    (exp.Or,), (exp.And,), (exp.Not,), (*_COMPARE.values(), exp.In, exp.Between), (exp.BitwiseOr,), (exp.Add, exp.Sub),
    (exp.Mul,), (exp.Neg,),
)  # fmt: skip


def formula(node: Node, wide: bool) -> exp.Expr:
    """The value of the node on a row. `wide`: all arithmetic in it is done in 128 bit, whatever its columns are."""
    return _Formula(wide).of(node)


def is_dense(cells: Sequence[tuple[int, int]]) -> bool:
    """Whether the keys lie so close together that a list holds them, which DuckDB reads fastest of all."""
    keys = [key for key, _ in cells]
    return len(keys) > 8 and max(keys) - min(keys) < 4 * len(keys)


def is_direct(node: Node) -> bool:
    """Whether the node is computed in place; a large table of values, asked for a column, is joined instead."""
    if isinstance(node, Steps):
        return len(node.thresholds) <= STEPS_IN_CASE or not isinstance(node.value, Column)
    if isinstance(node, Cells):
        return len(node.cells) <= CELLS_IN_CASE or is_dense(node.cells) or not isinstance(node.value, Column)
    return True


class _Formula:
    def __init__(self, wide: bool) -> None:
        self.wide = wide

    def of(self, node: Node, counts: bool = False) -> exp.Expr:
        """`counts`: the node is an operand of arithmetic, and so must have the full width itself."""
        match node:
            case Const(value):
                return literal(value) if isinstance(value, (bool, str)) else typed(value, self.wide and counts)
            case Column(name):
                return self._widened(column(name), counts)
            case Add(parts):
                return _chain(exp.Add, self._operands(parts))
            case Subtract(left, right):
                return _chain(exp.Sub, self._operands((left, right)))
            case Multiply(left, right):
                return _chain(exp.Mul, self._operands((left, right)))
            case Divide(left, right, mode):
                return call(f"divide_{mode}", *self._operands((left, right)))
            case Least(parts):
                return call("LEAST", *self._operands(parts))
            case Greatest(parts):
                return call("GREATEST", *self._operands(parts))
            case BitOr(parts):
                return _chain(exp.BitwiseOr, [self.of(part) for part in parts])
            case Cells() | Steps():
                return self._looked_up(node)
            case Choose():
                return self._choice(node, counts)
            case DatePart(word, value):
                return self._widened(call(f"date_{word}", self.of(value)), counts)
            case ToDate(value):
                return self._widened(call("date_of", self.of(value)), counts)
            case Compare() | And() | Or() | Not() | IsIn() | IsDate():
                return self._truth(node)

    def _truth(self, node: Compare | And | Or | Not | IsIn | IsDate) -> exp.Expr:
        match node:
            case Compare(sign, left, right):
                one, other = self._siblings((left, right), counts=False)
                return _binary(_COMPARE[sign], one, other)
            case And(parts):
                return _chain(exp.And, [self.of(part) for part in parts]) if parts else exp.true()
            case Or(parts):
                return _chain(exp.Or, [self.of(part) for part in parts]) if parts else exp.false()
            case Not(part):
                return exp.Not(this=_held(self.of(part), exp.Not))
            case IsIn(value, choices):
                listed = [literal(choice) for choice in choices]
                return exp.In(this=_held(self.of(value), exp.In), expressions=listed) if listed else exp.false()
            case IsDate(value):
                return call("is_date", self.of(value))

    def _operands(self, parts: Sequence[Node]) -> list[exp.Expr]:
        return self._siblings(parts, counts=True)

    def _siblings(self, parts: Sequence[Node], counts: bool) -> list[exp.Expr]:
        """Literals stay bare beside something that has a type, since they take it over."""
        bare = any(not isinstance(part, Const) for part in parts)
        return [literal(part.value) if bare and isinstance(part, Const) else self.of(part, counts) for part in parts]

    def _choice(self, node: Choose, counts: bool) -> exp.Expr:
        """A chain of choices is one CASE, of any length."""
        conditions: list[Node] = []
        values: list[Node] = []
        rest: Node = node
        while isinstance(rest, Choose):
            conditions.append(rest.condition)
            values.append(rest.then)
            rest = rest.otherwise
        *then, otherwise = self._siblings([*values, rest], counts)
        return _case(zip(map(self.of, conditions), then, strict=True), otherwise)

    def _looked_up(self, node: Cells | Steps) -> exp.Expr:
        if isinstance(node, Steps):
            branches = [(_binary(exp.GTE, self.of(node.value), literal(at)), literal(value))
                        for at, value in reversed(node.thresholds)]  # fmt: skip
            return cast(_case(branches, literal(node.otherwise)), self.wide)
        if is_dense(node.cells):
            return self._listed(node)
        cells = [(literal(key), literal(value)) for key, value in node.cells]
        return cast(_case(cells, literal(node.otherwise), self.of(node.value)), self.wide)

    def _listed(self, node: Cells) -> exp.Expr:
        """A list from the least key to the greatest. CASE keeps other numbers away: below 1 it counts from the end."""
        cells = dict(node.cells)
        low, high = min(cells), max(cells)
        entries = exp.Array(expressions=[literal(cells.get(key, node.otherwise)) for key in range(low, high + 1)])
        within = exp.Between(this=_held(self.of(node.value), exp.Between), low=literal(low), high=literal(high))
        place = _binary(exp.Sub, self.of(node.value), literal(low - 1))
        kind = "HUGEINT[]" if self.wide else "BIGINT[]"
        listed = exp.Cast(this=entries, to=exp.DataType.build(kind, dialect="duckdb"))
        return _case([(within, call("LIST_EXTRACT", listed, cast(place)))], literal(node.otherwise))

    def _widened(self, value: exp.Expr, counts: bool) -> exp.Expr:
        return cast(value, True) if self.wide and counts else value


def _case(branches: object, otherwise: exp.Expr, value: exp.Expr | None = None) -> exp.Expr:
    """CASE, or what stands under ELSE where it has no branches."""
    ifs = [exp.If(this=condition, true=then) for condition, then in branches]  # type: ignore[attr-defined]
    return exp.Case(this=value, ifs=ifs, default=otherwise) if ifs else otherwise


def _chain(sign: type[exp.Binary], parts: Sequence[exp.Expr]) -> exp.Expr:
    """The parts from left to right with the sign between them."""
    held = [_held(part, sign) for part in parts]
    return reduce(lambda left, right: sign(this=left, expression=right), held)


def _binary(sign: type[exp.Binary], left: exp.Expr, right: exp.Expr) -> exp.Expr:
    return _chain(sign, (left, right))


def _held(value: exp.Expr, sign: type[exp.Expr]) -> exp.Expr:
    """In parentheses, where the sign beside it would tear it apart."""
    return exp.Paren(this=value) if _tightness(type(value)) <= _tightness(sign) else value


def _tightness(kind: type[exp.Expr]) -> int:
    """How tightly a sign holds what stands beside it: OR least, a name or a call most."""
    return next((place for place, kinds in enumerate(_LOOSE_TO_TIGHT) if issubclass(kind, kinds)), len(_LOOSE_TO_TIGHT))
