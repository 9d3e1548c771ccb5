"""One typed formula on one row: the meaning of every word of the rule language, on exact fractions.

Receives a node of `check.typed` and a row, gives an `Outcome`. Only what is used is read and can be at fault.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, Protocol

from eremun.check import typed
from eremun.check.typed import Typed
from eremun.engines.reference.outcomes import Faults, Missing, Outcome, Settled, Value, one, settle, union
from eremun.engines.reference.steps import Row
from eremun.values.periods import date_of_number, from_days, is_day, to_days
from eremun.values.reasons import DIVISION_BY_ZERO, NO_ROWS, NO_SUCH_DATE
from eremun.values.types import Kind

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
NIP_DIGITS = 18


class World(Protocol):
    """What a formula can ask for beyond its own row. `seen`, where kept, takes the outcome of every node by its id."""

    seen: dict[int, Outcome] | None

    def value(self, row: Row, name: str) -> Outcome: ...
    def follow(self, row: Row, path: Sequence[str]) -> Row | Missing | Faults: ...
    def down(self, row: Row, over: str, via: str) -> list[Row]: ...
    def lost_below(self, row: Row, over: str, via: str) -> list[tuple[Row, Faults]]: ...
    def lost_beside(self, row: Row, name: str) -> Faults | None: ...
    def parameter(self, row: Row, name: str, own: typed.Read | None) -> Settled: ...
    def cell(
        self, row: Row, table: str, arguments: Sequence[Value], output: int, own: typed.Read | None
    ) -> Settled: ...
    def rejected(self, row: Row, table: str) -> int: ...
    def unsure(self, row: Row) -> Faults | None: ...
    def paid(self, row: Row) -> bool: ...
    def share(self, node: typed.Share, row: Row) -> Settled: ...
    def branched(self, node: typed.If, holds: bool) -> None: ...


def evaluate(node: Typed, row: Row, world: World) -> Outcome:
    """What the formula gives on the row: a value, something missing, or faults."""
    outcome = _FORMS[type(node)](node, row, world)
    if world.seen is not None:
        world.seen[id(node)] = outcome
    return outcome


def need(node: Typed, row: Row, world: World) -> Settled:
    """What the formula gives where a value is needed: a value or faults."""
    return settle(evaluate(node, row, world))


def aggregated_rows(node: typed.Aggregate, row: Row, world: World) -> list[tuple[Row, Settled]]:
    """The finer rows with what `where` says of each: true, false or faults. Those of which nothing tells whether they
    lead here have faults."""
    seen, world.seen = world.seen, None
    try:
        finer = world.down(row, node.over, node.via)
        lost = [] if node.day is None else world.lost_below(row, node.over, node.via)
        return [
            *((part, world.unsure(part) or _held(node, part, world)) for part in finer),
            *((part, union([faults, world.unsure(part) or faults]) or faults) for part, faults in lost),
        ]
    finally:
        world.seen = seen


def _held(node: typed.Aggregate, part: Row, world: World) -> Settled:
    return True if node.where is None else need(node.where, part, world)


def _constant(node: typed.Constant, _row: Row, _world: World) -> Outcome:
    is_nip = node.type.kind is Kind.NIP and isinstance(node.value, str)
    return int(node.value) if is_nip else node.value


def _parameter(node: typed.ParameterRead, row: Row, world: World) -> Outcome:
    return world.parameter(row, node.name, node.law)


def _read(node: typed.Read, row: Row, world: World) -> Outcome:
    _see_days(node, row, world)
    target = world.follow(row, node.path)
    if not isinstance(target, Row):
        return target
    outcome = world.value(target, node.name)
    lost = world.lost_beside(target, node.name) if node.path else None
    return outcome if lost is None else union([settle(outcome), lost]) or lost


def _row_exists(node: typed.RowExists, row: Row, world: World) -> Outcome:
    _see_days(node, row, world)
    target = world.follow(row, node.path)
    return target if isinstance(target, Faults) else isinstance(target, Row)


def _see_days(node: typed.Read | typed.RowExists, row: Row, world: World) -> None:
    """The reader of an explanation also wants to know the days by which rows are found."""
    for day in node.days if world.seen is not None else ():
        evaluate(day, row, world)


def _present(node: typed.Present, row: Row, world: World) -> Outcome:
    outcome = evaluate(node.value, row, world)
    return outcome if isinstance(outcome, Faults) else not isinstance(outcome, Missing)


def _default(node: typed.Default, row: Row, world: World) -> Outcome:
    outcome = evaluate(node.value, row, world)
    return need(node.otherwise, row, world) if isinstance(outcome, Missing) else outcome


def _if(node: typed.If, row: Row, world: World) -> Outcome:
    condition = need(node.condition, row, world)
    if isinstance(condition, Faults):
        return condition
    world.branched(node, condition is True)
    return need(node.then if condition else node.otherwise, row, world)


def _junction(node: typed.Junction, row: Row, world: World) -> Outcome:
    """Left to right, as `if` would: what stands after the part that decides, or that can't be told, is not read."""
    going_on = node.word == "and"
    for part in node.parts:
        outcome = need(part, row, world)
        if isinstance(outcome, Faults) or outcome is not going_on:
            return outcome
    return going_on


def _not(node: typed.Not, row: Row, world: World) -> Outcome:
    outcome = need(node.part, row, world)
    return outcome if isinstance(outcome, Faults) else not outcome


def _compare(node: typed.Compare, row: Row, world: World) -> Outcome:
    return _all(COMPARE[node.sign], (node.left, node.right), row, world)


def _in(node: typed.In, row: Row, world: World) -> Outcome:
    return _all(lambda value, *choices: value in choices, (node.value, *node.choices), row, world)


def _arithmetic(node: typed.Arithmetic, row: Row, world: World) -> Outcome:
    def compute(left: Any, right: Any) -> Outcome:
        if node.sign == "/":
            return one(DIVISION_BY_ZERO) if right == 0 else Fraction(left) / right
        signs: dict[str, Callable[[Any, Any], Fraction]] = {"+": operator.add, "-": operator.sub, "*": operator.mul}
        result = Fraction(signs[node.sign](left, right))
        return _whole(result) if node.type.kind is Kind.DATE else result

    return _all(compute, (node.left, node.right), row, world)


def _negative(node: typed.Negative, row: Row, world: World) -> Outcome:
    return _all(operator.neg, (node.part,), row, world)


def _extreme(node: typed.Extreme, row: Row, world: World) -> Outcome:
    return _all(lambda *values: _WORDS[node.word](values), node.parts, row, world)


def _table(node: typed.TableRead, row: Row, world: World) -> Outcome:
    return _all(lambda *values: world.cell(row, node.table, values, node.output, node.law), node.arguments, row, world)


def _aggregate(node: typed.Aggregate, row: Row, world: World) -> Outcome:
    """The faults of `where` on every row count, those of the value on the rows where it holds."""
    rows = aggregated_rows(node, row, world)
    counted = [part for part, held in rows if held is True]
    values = [] if node.value is None else _values(node.value, counted, world)
    faults = union([*(held for _, held in rows), *values])
    if faults is not None:
        return faults
    if node.word == "count":
        return Fraction(len(counted))
    if node.word == "any":
        return bool(counted)
    if not values and node.word != "sum":
        return Missing(NO_ROWS)
    return _WORDS[node.word](values)


def _values(node: Typed, rows: list[Row], world: World) -> list[Settled]:
    seen, world.seen = world.seen, None
    try:
        return [need(node, part, world) for part in rows]
    finally:
        world.seen = seen


def _rejected(node: typed.RejectedRows, row: Row, world: World) -> Outcome:
    return Fraction(world.rejected(row, node.table))


def _paid(_node: typed.Paid, row: Row, world: World) -> Outcome:
    return world.paid(row)


def _date_part(node: typed.DatePart, row: Row, world: World) -> Outcome:
    def part(days: int) -> Outcome:
        if not is_day(days):
            return one(NO_SUCH_DATE)
        day = from_days(days)
        return Fraction(day.isoweekday() if node.word == "weekday" else getattr(day, node.word))

    return _all(part, (node.value,), row, world)


def _months(node: typed.Months, row: Row, world: World) -> Outcome:
    def count(start: int, end: int) -> Outcome:
        if not (is_day(start) and is_day(end)):
            return one(NO_SUCH_DATE)
        one_day, other = from_days(start), from_days(end)
        return Fraction(12 * (other.year - one_day.year) + other.month - one_day.month)

    return _all(count, (node.start, node.end), row, world)


def _make_date(node: typed.MakeDate, row: Row, world: World) -> Outcome:
    def make(written: Fraction) -> Outcome:
        day = date_of_number(_whole(written))
        return Missing(NO_SUCH_DATE) if day is None else to_days(day)

    return _all(make, (node.value,), row, world)


def _digits(node: typed.Digits, row: Row, world: World) -> Outcome:
    return _all(
        lambda nip: Fraction(int(f"{nip:0{NIP_DIGITS}d}"[node.first - 1 : node.last])), (node.value,), row, world
    )


def _share(node: typed.Share, row: Row, world: World) -> Outcome:
    """The row's part, of which the reader of an explanation also wants to know the amount and the weight."""
    if world.seen is not None:
        evaluate(node.amount, row, world)
        evaluate(node.by, row, world)
    return world.share(node, row)


def _all(compute: Callable[..., Outcome], nodes: Sequence[Typed], row: Row, world: World) -> Outcome:
    """Every operand is used: all their faults together, or what is computed of their values."""
    values = [need(node, row, world) for node in nodes]
    faults = union(values)
    return compute(*values) if faults is None else faults


def _whole(value: Fraction) -> int:
    if value.denominator != 1:
        raise ValueError(f"{value} is not a whole number")
    return value.numerator


_WORDS: dict[str, Callable[[Any], Value]] = {
    "sum": lambda values: sum(map(Fraction, values), Fraction(0)),
    "average": lambda values: sum(map(Fraction, values), Fraction(0)) / len(values),
    "min": min,
    "max": max,
}

_FORMS: dict[type, Callable[[Any, Row, World], Outcome]] = {
    typed.Constant: _constant,
    typed.ParameterRead: _parameter,
    typed.Read: _read,
    typed.RowExists: _row_exists,
    typed.Present: _present,
    typed.Default: _default,
    typed.If: _if,
    typed.Junction: _junction,
    typed.Not: _not,
    typed.Compare: _compare,
    typed.In: _in,
    typed.Arithmetic: _arithmetic,
    typed.Negative: _negative,
    typed.Extreme: _extreme,
    typed.TableRead: _table,
    typed.Aggregate: _aggregate,
    typed.RejectedRows: _rejected,
    typed.Paid: _paid,
    typed.DatePart: _date_part,
    typed.Months: _months,
    typed.MakeDate: _make_date,
    typed.Digits: _digits,
    typed.Share: _share,
}
