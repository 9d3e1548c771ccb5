"""Decision tables as nodes: cells of one key, thresholds of one key, or conditions one after the other."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from eremun.check.checked import CheckedPack
from eremun.model.rules import AnyOf, Anything, CellValue, Condition, Row, Table, Within
from eremun.plan import making as make
from eremun.plan import nodes as n
from eremun.plan.formulas import compared
from eremun.plan.value import UNIT, Value
from eremun.values.types import Kind


def table_value(checked: CheckedPack, table: Table, rows: tuple[Row, ...], output: int, keys: list[Value]) -> Value:
    """The cell of the row that holds for the keys. Check has seen to it that one does, wherever it matters."""
    kind = table.outputs[output][1].kind
    step = checked.steps.cells(table.name, output) or UNIT if kind is Kind.NUMBER else UNIT
    words = checked.pack.enums.get(table.outputs[output][1].enum or "", ())

    def stored(row: Row) -> int:
        cell = row.cells[output]
        return words.index(cell) if isinstance(cell, str) else int(Fraction(cell) / step)

    if len(keys) == 1 and keys[0].divisor is None:
        found = _cells(checked, table, rows, keys[0], stored) or _thresholds(rows, keys[0], stored)
        if found is not None:
            return Value(found, step)
    node: n.Node = make.ZERO
    for row in reversed(rows):
        holds = make.both(*(_holds(checked, table, i, c, keys[i]) for i, c in enumerate(row.conditions)))
        node = make.choose(holds, n.Const(stored(row)), node)
    return Value(node, step)


def _number(checked: CheckedPack, table: Table, place: int, value: CellValue) -> Fraction:
    """A key's value as a number: the place of a word in its enum."""
    if isinstance(value, Fraction):
        return value
    return Fraction(checked.pack.enums[table.keys[place][1].enum or ""].index(value))


def _cells(
    checked: CheckedPack, table: Table, rows: tuple[Row, ...], key: Value, stored: Callable[[Row], int]
) -> n.Node | None:
    cells: list[tuple[int, int]] = []
    for row in rows:
        condition = row.conditions[0]
        if not isinstance(condition, AnyOf):
            return None
        for value in condition.values:
            place = _number(checked, table, 0, value) / key.step
            if place.denominator == 1:
                cells.append((place.numerator, stored(row)))
    return n.Cells(key.node, tuple(sorted(cells)))


def _thresholds(rows: tuple[Row, ...], key: Value, stored: Callable[[Row], int]) -> n.Node | None:
    """One ascending list of thresholds, where the rows follow each other without a gap."""
    found: list[tuple[int, int]] = []
    end: tuple[Fraction | None, bool] | None = None
    for row in rows:
        condition = row.conditions[0]
        if not isinstance(condition, Within) or condition.low is None:
            return None
        if end is not None and end != (condition.low, not condition.low_inside):
            return None
        start = condition.low / key.step
        found.append((ceil(start) if condition.low_inside else floor(start) + 1, stored(row)))
        end = (condition.high, condition.high_inside)
    return n.Steps(key.node, tuple(found)) if end is not None and end[0] is None else None


def _holds(checked: CheckedPack, table: Table, place: int, condition: Condition, key: Value) -> n.Node:
    def against(sign: n.CompareSign, value: CellValue) -> n.Node:
        number = _number(checked, table, place, value)
        sign_of = (number > 0) - (number < 0)
        return compared(sign, key, Value(n.Const(sign_of), abs(number) or UNIT))

    if isinstance(condition, Anything):
        return make.TRUE
    if isinstance(condition, AnyOf):
        return make.either(*(against("=", value) for value in condition.values))
    low = against(">=" if condition.low_inside else ">", condition.low) if condition.low is not None else make.TRUE
    high = against("<=" if condition.high_inside else "<", condition.high) if condition.high is not None else make.TRUE
    return make.both(low, high)
